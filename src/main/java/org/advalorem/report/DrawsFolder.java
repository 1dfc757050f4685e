package org.advalorem.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A folder of Parquet files that together are one file of draws: {@code part-00000.parquet} and so on, in the order of the
 * draws. Until all of them are whole they are in a folder of their own in it, so that it has all of them or none.
 */
public final class DrawsFolder implements Closeable {
    private static final String UNFINISHED = "_unfinished";
    private static final String ENDING = ".parquet";
    private static final String WHOLE = "part-%010d" + ENDING;
    private static final int FEWEST_DIGITS = 5;

    private final Path folder;
    private final boolean isNew;

    private DrawsFolder(Path folder, boolean isNew) {
        this.folder = folder;
        this.isNew = isNew;
    }

    /**
     * Begins a folder.
     *
     * @param folder an empty folder, or one that does not exist yet in one that does
     * @throws IOException if it cannot be written to
     */
    public static DrawsFolder of(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        boolean isNew = !Files.isDirectory(whole);
        if (isNew) {
            Files.createDirectory(whole);
        }
        Files.createDirectory(whole.resolve(UNFINISHED));
        return new DrawsFolder(whole, isNew);
    }

    /** Where parts are put. */
    Path unfinished() {
        return folder.resolve(UNFINISHED);
    }

    /** Writes a part aside and puts it in place: a file that is whole, whichever process was first to write it. */
    static final class Part implements Closeable {
        private final Path aside;
        private final Path target;

        /**
         * Begins a part.
         *
         * @param unfinished as seen by the process that writes the part
         */
        Part(Path unfinished, int number) throws IOException {
            target = unfinished.resolve(String.format(Locale.ROOT, WHOLE, number));
            aside = Files.createTempDirectory(unfinished, "aside-");
        }

        /** Where it is written. */
        Path file() {
            return aside.resolve("part" + ENDING);
        }

        /** Puts the file, which is closed, in its place. */
        void complete() throws IOException {
            Files.move(file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file());
            Files.deleteIfExists(aside);
        }
    }

    /**
     * Gives all parts their names.
     *
     * @throws IOException if that cannot be done, or a part is not there
     */
    public void complete() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(unfinished(), "part-*" + ENDING)) {
            found.forEach(parts::add);
        }
        Collections.sort(parts);
        int digits = Math.max(FEWEST_DIGITS, Integer.toString(parts.size() - 1).length());
        for (int i = 0; i < parts.size(); i++) {
            Path part = unfinished().resolve(String.format(Locale.ROOT, WHOLE, i));
            Files.move(part, folder.resolve(String.format(Locale.ROOT, "part-%0" + digits + "d" + ENDING, i)));
        }
    }

    /** Removes what is unfinished, and the folder if it was made for nothing. */
    @Override
    public void close() throws IOException {
        Files.walkFileTree(unfinished(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path of, IOException e) throws IOException {
                Files.deleteIfExists(of);
                return FileVisitResult.CONTINUE;
            }
        });
        if (isNew && isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    /** Whether nothing is in a folder. */
    public static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            return !found.iterator().hasNext();
        }
    }
}
