package org.advalorem.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** A table for other programs that is written a stretch of rows at a time, so that memory does not grow with it. */
sealed interface DataFile extends Closeable permits CsvFile, ParquetFile {
    /**
     * Writes rows.
     *
     * @param cells of every column, from 0 to {@code count - 1}
     */
    void write(int count, double[][] cells) throws IOException;

    /**
     * Ends the file. One that is closed without this is not whole.
     *
     * @param sentence how the rows came about
     * @param facts the same and more, by name
     */
    void complete(String sentence, Map<String, String> facts) throws IOException;
}
