package org.advalorem.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook, unpacked once before they are read: the reader holds a cell and all shared texts in memory, and
 * what a file says of its own size need not be true.
 */
final class WorkbookParts {
    /** The largest sheet in bytes, which is read row by row. */
    private static final long LARGEST_SHEET = 2_000_000_000L;

    /** The largest size of everything else in bytes, which is held in memory. */
    private static final long LARGEST_REST = 256_000_000L;

    /** The most bytes without a tag; a cell has 32,767 characters at most. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final String SHEETS = "xl/worksheets/";
    private static final int BUFFER = 1 << 16;

    private WorkbookParts() {}

    /**
     * Refuses a file that would fill the memory.
     *
     * @throws TableException if a part is too large
     */
    static void check(Path file) throws IOException {
        long rest = 0;
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName())) {
                    // which of the two is read is not ours to say
                    throw new IOException("two parts of one name");
                }
                boolean sheet = entry.getName().startsWith(SHEETS);
                try (InputStream in = zip.getInputStream(entry)) {
                    long size = size(in, sheet ? LARGEST_SHEET : LARGEST_REST - rest);
                    rest += sheet ? 0 : size;
                }
            }
        }
    }

    private static long size(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int sinceTag = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            for (int i = 0; i < read; i++) {
                sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > LONGEST_TEXT) {
                    throw tooLarge();
                }
            }
            if (size > most) {
                throw tooLarge();
            }
        }
        return size;
    }

    private static TableException tooLarge() {
        return new TableException(
                0,
                "",
                "The workbook is too large when unpacked: a sheet may have 2 GB, everything else 256 MB, and a cell 1 MB.",
                "Save the sheet alone as CSV.");
    }
}
