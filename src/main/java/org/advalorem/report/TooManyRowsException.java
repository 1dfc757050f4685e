package org.advalorem.report;

/** More rows than a sheet of a workbook holds. */
public final class TooManyRowsException extends RuntimeException {
    /** The rows of a sheet in any spreadsheet of today. */
    public static final int MOST = 1_048_576;

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param what what would have how many rows, as the beginning of a sentence
     */
    public TooManyRowsException(String what) {
        super(what + "; a sheet holds 1,048,576.");
    }
}
