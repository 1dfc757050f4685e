package org.advalorem.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name of a file in an argument. */
final class PathArgument {
    private PathArgument() {}

    /**
     * The path of a name.
     *
     * @throws UsageException if it is empty or not a path
     */
    static Path of(String name) {
        if (name.isBlank()) {
            throw new UsageException("A file name is empty, which stands for the working folder ("
                    + Path.of("").toAbsolutePath() + "). Name a file.");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("(" + name + ") is not a path.");
        }
    }

    /**
     * The path of a file that is there.
     *
     * @throws UsageException if it is none
     */
    static Path ofFile(String name) {
        Path file = of(name);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file (" + name + ").");
        }
        return file;
    }
}
