package org.advalorem.report;

import java.io.IOException;
import java.util.Map;

/**
 * A table for other programs, written in batches of rows so that memory use does not grow with its length. The file that
 * it is written to is left open, and belongs to whoever opened it.
 */
sealed interface DataFile permits CsvFile, ParquetFile {
    /**
     * Writes rows.
     *
     * @param count the number of rows
     * @param cells the cells of every column, from 0 to {@code count - 1}
     * @throws IOException if the rows cannot be written
     */
    void write(int count, double[][] cells) throws IOException;

    /**
     * Completes the file; without this call it is incomplete.
     *
     * @param sentence a description of how the rows were produced
     * @param facts the same information and more, by name
     * @throws IOException if the file cannot be completed
     */
    void complete(String sentence, Map<String, String> facts) throws IOException;
}
