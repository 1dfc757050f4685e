package org.advalorem.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A CSV file written row by row. Numbers carry as many digits as it takes to read the same number back, on every JDK;
 * booleans are true and false.
 */
final class CsvFile implements DataFile {
    /** Space reserved for the last comment, which is known only at the end. */
    private static final int ROOM = 160;

    private final FileChannel channel;
    private final Writer writer;
    private final CsvWriter csv;
    private final List<DataColumn> columns;
    private final CsvStyle style;
    private final long place;

    /**
     * Begins a file.
     *
     * @param file empty; it is left open
     * @param comments the comments above the heading
     * @throws IOException if the file cannot be written
     */
    CsvFile(FileChannel file, List<String> comments, List<DataColumn> columns, CsvStyle style) throws IOException {
        this.columns = columns;
        this.style = style;
        channel = file;
        writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        writer.write(style.mark() ? CsvText.MARK : "");
        if (style.comments()) {
            for (String comment : comments) {
                writer.write(CsvText.comment(comment) + "\n");
            }
        }
        writer.flush();
        place = channel.position();
        writer.write(style.comments() ? lastComment("") : "");
        csv = CsvText.to(writer);
        try {
            csv.writeRecord(
                    columns.stream().map(column -> CsvText.text(column.name())).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String lastComment(String words) {
        String line = CsvText.comment(words).stripTrailing();
        String room = " ".repeat(Math.max(0, ROOM - line.length()));
        return (line.endsWith("\"") ? line.substring(0, line.length() - 1) + room + "\"" : line + room) + "\n";
    }

    @Override
    public void write(int count, double[][] cells) throws IOException {
        try {
            for (int row = 0; row < count; row++) {
                CsvWriter.CsvWriterRecord record = csv.writeRecord();
                for (int i = 0; i < cells.length; i++) {
                    record.writeField(Double.isFinite(cells[i][row]) ? text(columns.get(i), cells[i][row]) : "");
                }
                record.endRecord();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String text(DataColumn column, double cell) {
        String text = column.text(cell);
        return column.type() == DataColumn.Type.TEXT ? CsvText.text(text) : text;
    }

    @Override
    public void complete(String sentence, Map<String, String> facts) throws IOException {
        csv.flush();
        if (style.comments()) {
            channel.write(ByteBuffer.wrap(lastComment(sentence).getBytes(StandardCharsets.UTF_8)), place);
        }
    }
}
