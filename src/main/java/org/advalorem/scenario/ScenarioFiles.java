package org.advalorem.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.TableOptions;
import org.advalorem.reference.ReferenceTable;
import org.advalorem.reference.ReferenceTables;

/**
 * The data files of a scenario. Each name is relative to the folder of the file that declares it and must stay inside
 * that folder. A file is read only once, however often it is named.
 */
public final class ScenarioFiles implements DataFiles {
    private final Map<String, Path> folders;
    private final Path first;
    private final FilesRead filesRead;
    private final Map<Opened, OpenedTable> opened = new HashMap<>();
    private final Map<Read, DataTable> tables = new HashMap<>();
    private final Map<String, Set<String>> notices = new LinkedHashMap<>();
    private final Map<String, String> shippedRead = new HashMap<>();

    private record Opened(Path file, TableOptions options) {}

    /** A table of a file, or of the program under its name there. */
    private record Read(String file, TableOptions options, List<String> wanted) {}

    ScenarioFiles(Map<String, Path> folders, FilesRead filesRead) {
        this.folders = folders;
        this.filesRead = filesRead;
        this.first = folders.values().stream().findFirst().orElse(Path.of(""));
    }

    /** The files that have been read, told of every data file that is found. */
    FilesRead filesRead() {
        return filesRead;
    }

    /**
     * What was decided about a data file and not stated.
     *
     * @param file the file, as the scenario names it
     * @param decisions one clause for each thing decided
     */
    public record Decided(String file, List<String> decisions) {
        /** All of it in one sentence. */
        public String sentence() {
            return file + ": " + String.join("; ", decisions) + ".";
        }
    }

    /** What was decided and not stated about each of the files read so far. */
    public synchronized List<Decided> decided() {
        return notices.entrySet().stream()
                .map(entry -> new Decided(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    @Override
    public synchronized DataTable read(String name, Origin origin, TableOptions options, List<String> wanted) {
        Optional<ReferenceTable> shipped = shipped(name, origin);
        if (shipped.isPresent()) {
            return read(shipped.get(), origin, options, wanted);
        }
        Path file = locate(name, origin);
        Read key = new Read(file.toString(), options, List.copyOf(wanted));
        DataTable known = tables.get(key);
        if (known != null) {
            return known;
        }
        String place = place(name, origin);
        try {
            DataTable table = TableFile.read(
                    () -> opened(file, place, options),
                    place,
                    origin,
                    options,
                    wanted,
                    decided -> note(place, decided));
            tables.put(key, table);
            return table;
        } catch (IOException e) {
            throw unreadable(name, origin);
        }
    }

    private DataTable read(ReferenceTable table, Origin origin, TableOptions options, List<String> wanted) {
        Read key = new Read(table.file(), options, List.copyOf(wanted));
        DataTable known = tables.get(key);
        if (known != null) {
            return known;
        }
        byte[] bytes = table.bytes();
        try {
            DataTable read = TableFile.read(
                    () -> OpenedTable.text(bytes, options), table.file(), origin, options, wanted, ofOurOwn -> {});
            tables.put(key, read);
            shippedRead.put(table.file(), Sha256.of(bytes));
            return read;
        } catch (IOException e) {
            throw unreadable(table.file(), origin);
        }
    }

    /**
     * The table of the program that a name stands for; empty if it is the name of a file.
     *
     * @throws DataFiles.DataFileException if the program has no such table
     */
    private static Optional<ReferenceTable> shipped(String name, Origin origin) {
        if (!name.startsWith(ReferenceTables.PREFIX)) {
            return Optional.empty();
        }
        String table = name.substring(ReferenceTables.PREFIX.length());
        Optional<ReferenceTable> found = ReferenceTables.of(table);
        if (found.isEmpty()) {
            throw new DataFileException(
                    origin,
                    "There is no reference table (" + table + ").",
                    Nearest.advice(
                            table,
                            ReferenceTables.all().stream()
                                    .map(ReferenceTable::name)
                                    .toList()));
        }
        return found;
    }

    /** The digests of the program's own tables that have been read, by name. */
    synchronized Map<String, String> shippedRead() {
        return new TreeMap<>(shippedRead);
    }

    /** The cells of a file, which may be read as tables of several kinds. */
    private OpenedTable opened(Path file, String place, TableOptions options) throws IOException {
        Opened key = new Opened(file, options);
        OpenedTable known = opened.get(key);
        if (known == null) {
            known = OpenedTable.open(file, place, options);
            opened.put(key, known);
        }
        return known;
    }

    private synchronized void note(String place, String decided) {
        notices.computeIfAbsent(place, absent -> new LinkedHashSet<>()).add(decided);
    }

    /**
     * The SHA-256 digest of a file's bytes, in hexadecimal.
     *
     * @throws DataFiles.DataFileException if the file cannot be read
     */
    String digest(String name, Origin origin) {
        Optional<ReferenceTable> shipped = shipped(name, origin);
        if (shipped.isPresent()) {
            return Sha256.of(shipped.get().bytes());
        }
        return Sha256.of(contents(locate(name, origin), name, origin));
    }

    private static byte[] contents(Path file, String name, Origin origin) {
        try {
            if (Files.size(file) > OpenedTable.MOST) {
                throw new DataFileException(
                        origin, OpenedTable.tooLarge("The data file (" + name + ")"), OpenedTable.SMALLER);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(name, origin);
        }
    }

    private static DataFileException unreadable(String name, Origin origin) {
        return new DataFileException(origin, "The data file (" + name + ") cannot be read: permission is denied.", "");
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
                throw new DataFileException(origin, "(" + name + ") is not a file.", "Name a CSV file or workbook.");
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
}
