package org.advalorem.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.tables.Layout;
import org.advalorem.tables.TextTable;

/**
 * A table that comes with the program.
 *
 * @param name the name by which it is used and printed
 */
public record ReferenceTable(String name) {
    private static final String COMMENT = "# ";

    /** The name under which a scenario reads it in place of a data file. */
    public String file() {
        return ReferenceTables.PREFIX + name;
    }

    /** The bytes of the CSV file. */
    public byte[] bytes() {
        try (InputStream file = ReferenceTable.class.getResourceAsStream(name + ".csv")) {
            if (file == null) {
                throw new IllegalStateException("The table (" + name + ") is not among the resources.");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> comments() {
        return Arrays.stream(new String(bytes(), StandardCharsets.UTF_8).split("\n"))
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()))
                .toList();
    }

    /** What it holds, in one sentence. */
    public String about() {
        return comments().get(0);
    }

    /** Where it comes from, in one sentence. */
    public String source() {
        return comments().get(1);
    }

    /** What to know about how it was read. */
    public List<String> notes() {
        List<String> comments = comments();
        return comments.subList(2, comments.size());
    }

    /** The headings and below them the rows. */
    public Rows rows() {
        Layout layout = Layout.of(
                TextTable.read(bytes(), Optional.of(','), Optional.empty()).grid(), List.of());
        return new Rows(
                layout.headings(),
                Arrays.stream(layout.body())
                        .mapToObj(row -> IntStream.range(0, layout.columns())
                                .mapToObj(column -> layout.grid().text(row, layout.first() + column))
                                .toList())
                        .toList());
    }

    /** A table of text. */
    public record Rows(List<String> headings, List<List<String>> cells) {
        /** Copies the lists. */
        public Rows {
            headings = List.copyOf(headings);
            cells = List.copyOf(cells);
        }
    }
}
