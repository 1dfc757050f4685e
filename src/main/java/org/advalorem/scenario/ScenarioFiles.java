package org.advalorem.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;

/**
 * The data files of a scenario. Each name is relative to the folder of the file that declares it and must stay inside
 * that folder. A file is read only once, however often it is named.
 */
public final class ScenarioFiles implements DataFiles {
    /** The maximum size of a data file in bytes. */
    static final int MOST = 64_000_000;

    private final Map<String, Path> folders;
    private final Path first;
    private final FilesRead filesRead;
    private final Map<Read, Table> tables = new HashMap<>();
    private final List<String> notices = new ArrayList<>();

    private record Read(Path file, Options options) {}

    ScenarioFiles(Map<String, Path> folders, FilesRead filesRead) {
        this.folders = folders;
        this.filesRead = filesRead;
        this.first = folders.values().stream().findFirst().orElse(Path.of(""));
    }

    /** The files that have been read, told of every data file that is found. */
    FilesRead filesRead() {
        return filesRead;
    }

    /** The formats detected in the files read so far that the user should know about, one sentence each. */
    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public synchronized Table read(String name, Origin origin, Options options) {
        Path file = locate(name, origin);
        Table known = tables.get(new Read(file, options));
        if (known != null) {
            return known;
        }
        String place = place(name, origin);
        String text = text(contents(file, name, origin), place);
        Options complete = options.delimiter() == '\0'
                ? new Options(CsvDetection.delimiter(text), options.decimal(), options.dateFormat())
                : options;
        Table table = CsvTable.read(place, text, complete);
        announce(place, options, table.options());
        tables.put(new Read(file, options), table);
        return table;
    }

    /**
     * The SHA-256 digest of a file's bytes, in hexadecimal.
     *
     * @throws DataFiles.DataFileException if the file cannot be read
     */
    String digest(String name, Origin origin) {
        return Sha256.of(contents(locate(name, origin), name, origin));
    }

    private static byte[] contents(Path file, String name, Origin origin) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new DataFileException(
                        origin,
                        "The data file (" + name + ") is larger than " + MOST / 1_000_000 + " MB.",
                        "Split it, or leave out columns that are not needed.");
            }
            return bytes;
        } catch (IOException e) {
            throw new DataFileException(
                    origin, "The data file (" + name + ") cannot be read: permission is denied.", "");
        }
    }

    /**
     * The file of that name, in or below the folder of the file that names it.
     *
     * @throws DataFiles.DataFileException if there is no such file or the name leads outside that folder
     */
    Path locate(String name, Origin origin) {
        Path folder = folder(origin);
        try {
            boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
            if (absolute || List.of(name.split("[/\\\\]")).contains("..")) {
                throw outside(name, origin);
            }
            Path file = folder.resolve(name).toRealPath();
            if (!file.startsWith(folder.toRealPath())) {
                throw outside(name, origin);
            }
            if (!Files.isRegularFile(file)) {
                throw new DataFileException(origin, "(" + name + ") is not a file.", "Name a CSV file.");
            }
            filesRead.add(file, "the data file (" + name + ")");
            return file;
        } catch (NoSuchFileException e) {
            throw new DataFileException(origin, "There is no data file (" + name + ").", near(folder, name));
        } catch (IOException | InvalidPathException e) {
            throw new DataFileException(origin, "The data file (" + name + ") cannot be read.", "");
        }
    }

    private Path folder(Origin origin) {
        return folders.getOrDefault(origin.place(), first);
    }

    private static DataFileException outside(String name, Origin origin) {
        return new DataFileException(
                origin,
                "The data file (" + name + ") is not in the folder of the scenario file.",
                "Put it next to the scenario file or in a folder below it, and write its path from there:"
                        + " data/sales.csv.");
    }

    private String place(String name, Origin origin) {
        return folder(origin).resolve(name).normalize().toString().replace('\\', '/');
    }

    private static String near(Path folder, String name) {
        Path parent = Optional.ofNullable(folder.resolve(name).getParent()).orElse(folder);
        if (!Files.isDirectory(parent)) {
            return "Names are relative to the scenario file.";
        }
        try (Stream<Path> files = Files.list(parent)) {
            String below = name.substring(0, name.lastIndexOf('/') + 1);
            List<String> names = files.map(file ->
                            below + Optional.ofNullable(file.getFileName()).orElse(file))
                    .toList();
            return Nearest.to(name, names)
                    .map(near -> "Did you mean (" + near + ")?")
                    .orElse("Names are relative to the scenario file.");
        } catch (IOException e) {
            return "";
        }
    }

    static String text(byte[] bytes, String place) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int start = marked ? 3 : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0 || (text.indexOf('\uFFFD') >= 0 && !isUtf8(bytes))) {
            int bad = Math.max(text.indexOf('\0'), text.indexOf('\uFFFD'));
            int line = 1
                    + (int) text.substring(0, bad)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new DataFileException(
                    Origin.of(place, line, 0, ""), "The data file is not UTF-8 text.", "Save it as CSV in UTF-8.");
        }
        return text;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void announce(String place, Options asked, Options found) {
        List<String> detected = new ArrayList<>();
        if (asked.delimiter() == '\0' && found.delimiter() != ',') {
            detected.add("cells are separated by " + (found.delimiter() == ';' ? "semicolons" : "tabs"));
        }
        if (asked.decimal() == '\0' && found.decimalComma()) {
            detected.add("numbers have a decimal comma");
        }
        if (!detected.isEmpty()) {
            notices.add(place + ": " + String.join(" and ", detected) + ".");
        }
    }
}
