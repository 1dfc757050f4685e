package org.advalorem.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/** The bytes of scenario files, within a size limit. */
final class FileBytes {
    /** The maximum size of a scenario file in bytes; one written by hand has a few thousand. */
    static final int MOST = 5_000_000;

    private FileBytes() {}

    /**
     * The bytes of a file; empty if they cannot be read, in which case the reason is reported.
     *
     * @param place the file's name as shown to the user
     * @param named where the file is named
     * @param code the code of a problem reported there
     */
    static Optional<byte[]> read(Path file, String place, Origin named, Problem.Code code, Problems problems) {
        try {
            if (Files.isDirectory(file)) {
                String folder = place.isEmpty() ? file.toAbsolutePath().toString() : place;
                problems.add(code, named, "(" + folder + ") is a folder.", inFolder(file, folder));
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, place, problems);
            }
        } catch (NoSuchFileException e) {
            problems.add(code, named, "There is no file (" + place + ").", near(file));
        } catch (AccessDeniedException e) {
            problems.add(
                    code,
                    named,
                    "The file (" + place + ") cannot be read: permission is denied.",
                    "Ask for permission to read it.");
        } catch (IOException e) {
            problems.add(code, named, "The file (" + place + ") cannot be read.", "");
        }
        return Optional.empty();
    }

    static Optional<byte[]> read(InputStream in, String place, Problems problems) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            problems.add(
                    Problem.Code.AV103,
                    Origin.of(place, 0, 0, ""),
                    "The file is larger than " + MOST / 1_000_000 + " MB.",
                    "Put rows of data into a CSV file.");
            return Optional.empty();
        }
        return Optional.of(bytes);
    }

    private static String inFolder(Path folder, String place) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Scenario::isFileName)
                    .sorted()
                    .findFirst()
                    .map(name -> "Name a file in it: " + place + (place.endsWith("/") ? "" : "/") + name + ".")
                    .orElse("Name a scenario file.");
        }
    }

    private static String near(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Path name = Optional.ofNullable(file.getFileName()).orElse(file);
        if (!Files.isDirectory(folder)) {
            return "There is no folder ("
                    + Optional.ofNullable(file.getParent()).orElse(folder) + ") either.";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(other -> other.getFileName().toString()).toList();
            return Nearest.to(name.toString(), names)
                    .map(other -> "Did you mean (" + other + ")?")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
