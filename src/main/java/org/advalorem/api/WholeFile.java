package org.advalorem.api;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.advalorem.report.AsideFile;
import org.advalorem.scenario.FilesRead;

/** A file that is written in full or not at all, and never in place of one that was read. */
final class WholeFile {
    private WholeFile() {}

    /** Writes a file that is open and stays so. */
    @FunctionalInterface
    interface Content {
        void to(FileChannel file) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @throws ScenarioException if it is one of those read
     */
    static void write(Path file, FilesRead read, Content content) throws IOException {
        Optional<String> use = read.use(file);
        if (use.isPresent()) {
            throw ScenarioException.of(
                    "(" + file + ") would be replaced, which is " + use.get() + " of this scenario.",
                    "Name another file.");
        }
        // a link stays what it is
        Path place = Files.exists(file) ? file.toRealPath() : file;
        try (AsideFile aside = AsideFile.of(place, partial -> {})) {
            content.to(aside.channel());
            aside.replace();
        }
    }
}
