package org.advalorem.report;

/**
 * How CSV is written for the program that is to read it.
 *
 * @param mark whether it begins with a byte order mark, from which Excel knows that it is UTF-8
 * @param comments whether comment lines stand above the heading
 */
public record CsvStyle(boolean mark, boolean comments) {
    /** No mark, and comments. */
    public static final CsvStyle USUAL = new CsvStyle(false, true);
}
