package org.advalorem.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.advalorem.report.JsonText.Json;

/** A report, worked out when it is written: a document for people, JSON, or its table for other programs. */
public final class Report {
    private final Supplier<Document> document;
    private final Supplier<List<String>> comments;
    private final Supplier<Table> table;
    private final Supplier<Json> json;

    private Report(
            Supplier<Document> document, Supplier<List<String>> comments, Supplier<Table> table, Supplier<Json> json) {
        this.document = document;
        this.comments = comments;
        this.table = table;
        this.json = json;
    }

    /**
     * A report.
     *
     * @param comments what must not be overlooked by those who read the table
     * @param table everything, in rows
     */
    static Report of(
            Supplier<Document> document, Supplier<List<String>> comments, Supplier<Table> table, Supplier<Json> json) {
        return new Report(document, comments, table, json);
    }

    /** The report in that format, ending with a line feed. */
    public String text(Format format) {
        return switch (format) {
            case TEXT -> TextWriter.write(document.get());
            case MARKDOWN -> MarkdownWriter.write(document.get());
            case CSV -> CsvWriter.write(comments.get(), table.get());
            case JSON -> JsonText.write(json.get());
        };
    }

    /** The table of the CSV format. */
    TypedTable table() {
        return new TypedTable(table.get());
    }

    /**
     * Writes the table of the CSV format as Parquet.
     *
     * @param file must not exist
     * @throws IOException when it cannot be written
     */
    public void parquet(Path file) throws IOException {
        TypedTable typed = table();
        try (ParquetFile parquet = new ParquetFile(file, typed.columns())) {
            typed.write(parquet);
            parquet.complete(
                    "",
                    Map.of(
                            "advalorem.version", Header.version(),
                            "advalorem.comments", String.join("\n", comments.get())));
        }
    }
}
