package org.advalorem.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a run reads, and what it reads each as, so that no result takes the place of one of them. */
public final class FilesRead {
    private final Map<Path, String> uses = new LinkedHashMap<>();

    /**
     * Notes a file before it is read.
     *
     * @param use what it is read as, such as {@code the data file (sales.csv)}
     */
    public synchronized void add(Path file, String use) {
        uses.putIfAbsent(file, use);
    }

    /**
     * What a file is read as, whatever path or link leads to it; empty if it is not read.
     *
     * @param file which need not exist
     */
    public synchronized Optional<String> use(Path file) {
        return uses.entrySet().stream()
                .filter(read -> isSame(read.getKey(), file))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The files read so far, as they are named. */
    public synchronized List<Path> files() {
        return List.copyOf(uses.keySet());
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // one of them does not exist
            return false;
        }
    }
}
