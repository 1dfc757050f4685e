package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.Column;
import org.advalorem.report.JsonText.Json;
import org.advalorem.scenario.InspectedFile;
import org.advalorem.scenario.ProposedMapping;
import org.advalorem.tables.ColumnProfile;
import org.advalorem.tables.Grid;
import org.advalorem.tables.Layout;

/** The report of {@code inspect}: how a data file is read, what decides it, and the mapping to write. */
public final class InspectReport {
    private final InspectedFile file;
    private final Map<String, List<Column>> tables;

    private InspectReport(InspectedFile file, Map<String, List<Column>> tables) {
        this.file = file;
        this.tables = tables;
    }

    /**
     * The report on a file.
     *
     * @param tables the tables that a scenario can take from data files
     */
    public static Report of(InspectedFile file, Map<String, List<Column>> tables) {
        InspectReport report = new InspectReport(file, tables);
        return Report.ofTree(
                report::document,
                () -> List.of("advalorem " + Header.version(), "file: " + file.name()),
                () -> FlatTable.of(report.columns()),
                () -> new Json()
                        .put("format", "advalorem-inspect/1")
                        .put("version", Header.version())
                        .put("file", file.name())
                        .put(
                                "encoding",
                                file.encoding().map(read -> read.word()).orElse(""))
                        .put(
                                "delimiter",
                                file.dialect().map(read -> read.word()).orElse(""))
                        .put("sheet", file.sheet())
                        .put("rows", file.layout().body().length)
                        .put(report.columns()));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Layout layout = file.layout();
        document.heading(
                1,
                file.name() + (file.sheet().isEmpty() ? "" : ", sheet " + file.sheet()) + ": "
                        + NumberText.count(layout.body().length, "row") + ", "
                        + NumberText.count(layout.columns(), "column"));
        document.items(facts());
        document.listing(columns());
        for (ColumnProfile column : file.ambiguous()) {
            document.warning("(" + column.heading() + ") can be read in two ways: (" + column.first() + ") on "
                    + file.counted() + " "
                    + file.line(column.row()) + " is " + column.reading() + " or " + column.other()
                    + ", and no row shows which.");
        }
        Optional<ProposedMapping> mapping = ProposedMapping.of(file, tables);
        mapping.ifPresent(proposed -> {
            document.paragraph("Its headings fit " + proposed.field() + ". To read it so, write:");
            List<Document.Line> lines = new ArrayList<>();
            proposed.lines(file, tables)
                    .forEach(line -> lines.add(new Document.Line(line.startsWith(" ") ? 2 : 1, line.strip())));
            stated().forEach(line -> lines.add(new Document.Line(2, line)));
            document.add(new Document.Lines(lines));
        });
        return document.build();
    }

    /** What must be stated where the file leaves it open. */
    private List<String> stated() {
        List<String> stated = new ArrayList<>();
        if (file.ambiguous().stream().anyMatch(column -> column.kind() == ColumnProfile.Kind.NUMBER)) {
            stated.add("decimal: ...   # point or comma");
        }
        if (file.ambiguous().stream().anyMatch(column -> column.kind() == ColumnProfile.Kind.DATE)) {
            stated.add("dates: ...   # M/d/yyyy or d/M/yyyy");
        }
        return stated;
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        Layout layout = file.layout();
        Grid grid = layout.grid();
        file.encoding().ifPresent(encoding -> facts.add("Text in " + encoding.word() + "."));
        file.dialect()
                .ifPresent(dialect -> facts.add("Cells separated by " + dialect.plural() + ", quoted by "
                        + (dialect.quote() == '"' ? "double" : "single") + " quotation marks"
                        + (dialect.backslash() ? " with a backslash before one inside a cell" : "") + "."));
        if (file.sheets().size() > 1) {
            facts.add("Sheets: " + String.join(", ", file.sheets()) + ".");
        }
        if (!layout.preamble().isEmpty()) {
            facts.add("Above the headings: " + lines(layout.preamble()) + " ("
                    + grid.written(layout.preamble().get(0)) + ").");
        }
        facts.add(
                layout.headingRows().isEmpty()
                        ? "No line of headings."
                        : "Headings on " + lines(layout.headingRows()) + ".");
        if (!layout.totals().isEmpty()) {
            facts.add("Rows that look like totals: " + lines(layout.totals()) + ".");
        }
        if (!layout.notes().isEmpty()) {
            facts.add("Text below the table: " + lines(layout.notes()) + " ("
                    + grid.written(layout.notes().get(0)) + ").");
        }
        if (layout.secondTable() >= 0) {
            facts.add("A second table begins on " + file.counted() + " " + grid.line(layout.secondTable()) + ".");
        }
        if (file.hiddenRows() > 0) {
            facts.add("Hidden rows among those read: " + file.hiddenRows() + ".");
        }
        if (!file.unclosed().isEmpty()) {
            facts.add(
                    "A quotation mark is never closed: line " + file.unclosed().get(0) + ".");
        }
        List<Integer> ragged = ragged();
        if (!ragged.isEmpty()) {
            facts.add("Rows without " + NumberText.count(layout.first() + layout.columns(), "cell") + ": "
                    + lines(ragged) + ".");
        }
        return facts;
    }

    private List<Integer> ragged() {
        Grid grid = file.layout().grid();
        int expected = file.layout().first() + file.layout().columns();
        List<Integer> ragged = new ArrayList<>();
        for (int row : file.layout().body()) {
            if (!grid.isSheet() && grid.width(row) != expected) {
                ragged.add(row);
            }
        }
        return ragged;
    }

    private String lines(List<Integer> rows) {
        Grid grid = file.layout().grid();
        String word = file.counted();
        if (rows.size() == 1) {
            return word + " " + grid.line(rows.get(0));
        }
        return word + "s "
                + rows.stream()
                        .limit(10)
                        .map(row -> Integer.toString(grid.line(row)))
                        .collect(Collectors.joining(", "))
                + (rows.size() > 10 ? " and " + (rows.size() - 10) + " more" : "");
    }

    private Listing<ColumnProfile> columns() {
        return ListingType.<ColumnProfile>of("columns", "column", "The columns, and what all their cells show.")
                .text("heading", "column", ColumnProfile::heading, "The heading.")
                .text("kind", "holds", column -> column.kind().word(), "Dates, months, numbers, rates or text.")
                .longText("form", "as", ColumnProfile::form, "How the cells are written, or the words among them.")
                .text(
                        "decided-by",
                        "shown by",
                        column -> column.row() < 0 ? "" : file.counted() + " " + file.line(column.row()),
                        "The line that decides, contradicts or has two readings.")
                .text("first", "first cell", ColumnProfile::first, "The first cell that is not empty, as written.")
                .text("reading", "read as", ColumnProfile::reading, "What that cell is read as.")
                .text("other", "or as", ColumnProfile::other, "The second reading, where no row shows which is meant.")
                .number(Figure.COUNT, "blank", "blank", ColumnProfile::blank, "The number of empty cells.")
                .of(file.columns());
    }
}
