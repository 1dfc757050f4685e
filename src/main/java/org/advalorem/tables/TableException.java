package org.advalorem.tables;

/** A file that cannot be read as a table, or only in two ways that differ. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String text;
    private final String advice;

    /**
     * Creates the failure.
     *
     * @param line the line of a text file or the row of a sheet, from 1; 0 for the whole file
     * @param text that line; empty if it is not known
     * @param message what is wrong
     * @param advice what to write instead; empty if there is nothing to add
     */
    public TableException(int line, String text, String message, String advice) {
        super(message);
        this.line = line;
        this.text = text;
        this.advice = advice;
    }

    /** The line of a text file or the row of a sheet, from 1; 0 for the whole file. */
    public int line() {
        return line;
    }

    /** That line; empty if it is not known. */
    public String text() {
        return text;
    }

    /** What to write instead; empty if there is nothing to add. */
    public String advice() {
        return advice;
    }
}
