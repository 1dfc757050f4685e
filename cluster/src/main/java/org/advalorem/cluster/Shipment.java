package org.advalorem.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What executors are brought once: a command and the files that it reads.
 *
 * @param command its name and arguments
 * @param folder the folder in which it was typed
 * @param files the files that it reads
 */
record Shipment(ArrayList<String> command, String folder, ArrayList<ShippedFile> files) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * A file.
     *
     * @param named as the command names it
     * @param path its path without links
     */
    record ShippedFile(String named, String path, byte[] bytes) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /**
     * A command with its files.
     *
     * @throws IOException if one cannot be read
     */
    static Shipment of(List<String> command, List<Path> files) throws IOException {
        ArrayList<ShippedFile> read = new ArrayList<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                read.add(new ShippedFile(file.toString(), file.toRealPath().toString(), Files.readAllBytes(file)));
            }
        }
        return new Shipment(new ArrayList<>(command), Path.of("").toRealPath().toString(), read);
    }

    /** The bytes of all files. */
    long size() {
        return files.stream().mapToLong(file -> file.bytes().length).sum();
    }
}
