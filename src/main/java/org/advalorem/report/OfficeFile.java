package org.advalorem.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** A report as a file of an office program. */
public interface OfficeFile {
    /** The programs whose files can be written. */
    enum Form {
        XLSX,
        DOCX;

        /** Its word on the command line: {@code xlsx}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The ending of file names: {@code .xlsx}. */
        public String ending() {
            return "." + word();
        }
    }

    /**
     * Writes the file.
     *
     * @param to is left open
     * @throws IOException if it cannot be written to
     */
    void write(Form form, OutputStream to) throws IOException;

    /** All that the file shows, for the reader that looks for what is confidential. */
    String read(Form form);
}
