package org.advalorem.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The archive that an office document is, without the time at which it was made. */
final class Archive {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String SHEETS = "xl/worksheets/sheet";

    private Archive() {}

    /** Writes the archive that a library makes; its times are not those of the library. */
    static void write(Maker maker, OutputStream to) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        maker.write(made);
        copy(made.toByteArray(), to);
    }

    /** Makes an archive. */
    @FunctionalInterface
    interface Maker {
        void write(OutputStream to) throws IOException;
    }

    /**
     * Copies an archive; the same content gives the same bytes.
     *
     * @param to is left open
     */
    private static void copy(byte[] archive, OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(to);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(TIME);
                out.putNextEntry(copy);
                if (entry.getName().startsWith(SHEETS)) {
                    in.transferTo(new SoundCells(out));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        out.finish();
        to.flush();
    }
}
