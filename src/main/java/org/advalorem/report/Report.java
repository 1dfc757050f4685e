package org.advalorem.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.JsonText.Json;

/** A report, computed when it is written: a document for people, JSON, or a table for other programs. */
public final class Report {
    private final Supplier<Document> document;
    private final Supplier<List<String>> comments;
    private final Supplier<FlatTable> flat;
    private final Supplier<Document> listings;
    private final Supplier<Json> json;
    private final Supplier<Map<String, String>> facts;
    private final Optional<PublicVersion> publicVersion;
    private final Optional<OfficeFile> office;

    private Report(
            Supplier<Document> document,
            Supplier<List<String>> comments,
            Supplier<FlatTable> flat,
            Supplier<Document> listings,
            Supplier<Json> json,
            Supplier<Map<String, String>> facts,
            Optional<PublicVersion> publicVersion,
            Optional<OfficeFile> office) {
        this.office = office;
        this.document = document;
        this.comments = comments;
        this.listings = listings;
        this.flat = flat;
        this.json = json;
        this.facts = facts;
        this.publicVersion = publicVersion;
    }

    /**
     * A report whose document serves both people and JSON.
     *
     * @param format its name and version in JSON, such as {@code advalorem-solve/2}
     * @param table the table for CSV and Parquet
     */
    static Report of(
            String format, EvaluatedScenario scenario, Supplier<Document> document, Supplier<FlatTable> table) {
        return of(format, scenario, document, document, table);
    }

    /**
     * A report whose document for people and listings for programs are built separately.
     *
     * @param listings the listings for JSON
     */
    static Report of(
            String format,
            EvaluatedScenario scenario,
            Supplier<Document> document,
            Supplier<Document> listings,
            Supplier<FlatTable> table) {
        return new Report(
                document,
                () -> Header.comments(scenario),
                table,
                listings,
                () -> Header.json(format, scenario).put(listings.get()),
                () -> Header.facts(scenario),
                scenario.publicVersion(),
                Optional.empty());
    }

    /** This report with further comments above its table. */
    Report withComments(Supplier<List<String>> more) {
        return new Report(
                document,
                () -> Stream.concat(comments.get().stream(), more.get().stream())
                        .toList(),
                flat,
                listings,
                json,
                facts,
                publicVersion,
                office);
    }

    /** This report with what its file in Parquet says about itself, in public if the scenario is. */
    Report about(EvaluatedScenario scenario) {
        return new Report(
                document,
                comments,
                flat,
                listings,
                json,
                () -> Header.facts(scenario),
                scenario.publicVersion(),
                office);
    }

    /** A report that is a tree in JSON. */
    static Report ofTree(
            Supplier<Document> document,
            Supplier<List<String>> comments,
            Supplier<FlatTable> table,
            Supplier<Json> json) {
        return new Report(
                document,
                comments,
                table,
                document,
                json,
                () -> Map.of("advalorem.version", Header.version()),
                Optional.empty(),
                Optional.empty());
    }

    /** This report with a form of its own for office programs. */
    public Report in(OfficeFile own) {
        return new Report(document, comments, flat, listings, json, facts, publicVersion, Optional.of(own));
    }

    /** Its own form for office programs; empty if it has none but its table. */
    public Optional<OfficeFile> office() {
        return office;
    }

    /** The sentences above the table. */
    public List<String> comments() {
        return comments.get();
    }

    /** What a file for other programs says about itself. */
    public Map<String, String> facts() {
        return facts.get();
    }

    /** The report in the given format, ending in a line feed. */
    public String text(Format format) {
        return text(format, VisibleText.WIDTH);
    }

    /**
     * The report in the given format, ending in a line feed.
     *
     * @param columns the columns of a line of text; other formats have no use for it
     */
    public String text(Format format, int columns) {
        return text(format, columns, CsvStyle.USUAL);
    }

    /**
     * The report in the given format, ending in a line feed.
     *
     * @param columns the columns of a line of text; other formats have no use for it
     * @param style how CSV is written; other formats have no use for it
     */
    public String text(Format format, int columns, CsvStyle style) {
        StringWriter text = new StringWriter();
        try {
            write(format, columns, style, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes the report in the given format, ending in a line feed; tables in CSV and JSON row by row.
     *
     * @param to is left open
     * @throws IOException if it cannot be written to
     */
    public void write(Format format, int columns, CsvStyle style, Writer to) throws IOException {
        switch (format) {
            case TEXT -> to.write(TextWriter.write(document.get(), columns));
            case MARKDOWN -> to.write(MarkdownWriter.write(document.get()));
            case CSV -> CsvText.write(comments.get(), flat.get(), style, to);
            case JSON -> JsonText.write(json.get(), to);
        }
    }

    /**
     * This report as the proprietary twin of a public version: with brackets around what the other leaves out. Tables for
     * programs have none (19 CFR 351.304(b)(1)(ii)).
     */
    public Report asTwinOf(Report inPublic) {
        return new Report(
                () -> Brackets.around(document.get(), inPublic.document.get()),
                () -> Brackets.flagged(comments.get(), inPublic.comments.get()),
                flat,
                listings,
                json,
                facts,
                publicVersion,
                office);
    }

    /**
     * The document for people as HTML, without a page around it.
     *
     * @param level the level of its title, from 1
     */
    public String html(int level) {
        return HtmlWriter.write(document.get(), level);
    }

    /** What is in brackets, if it is a public version. */
    public Optional<PublicVersion> publicVersion() {
        return publicVersion;
    }

    /** The listings that programs read. */
    Document listings() {
        return listings.get();
    }

    /** The table of the CSV format. */
    public FlatTable table() {
        return flat.get();
    }

    /**
     * Writes the table of the CSV format as Parquet.
     *
     * @param file empty and open for writing; it is left open
     * @throws IOException if the file cannot be written
     */
    public void parquet(FileChannel file) throws IOException {
        FlatTable table = table();
        ParquetFile parquet = new ParquetFile(file, table.columns());
        parquet.write(table);
        Map<String, String> footer = new LinkedHashMap<>(facts.get());
        footer.put("advalorem.comments", String.join("\n", comments.get()));
        parquet.complete("", footer);
    }
}
