package org.advalorem.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.advalorem.reference.ReferenceTable;
import org.advalorem.reference.ReferenceTables;
import org.advalorem.report.JsonText.Json;

/** The report of {@code reference}: the tables that come with the program, or one of them with its source. */
public final class ReferenceReport {
    private ReferenceReport() {}

    /** All tables. */
    public static Report ofAll() {
        return Report.ofTree(
                () -> {
                    Document.Builder document = new Document.Builder();
                    document.heading(1, "Reference tables");
                    document.listing(tables(ReferenceTables.all()));
                    document.paragraph("A scenario names one as reference:NAME wherever a data file may stand.");
                    return document.build();
                },
                () -> List.of("advalorem " + Header.version()),
                () -> FlatTable.of(tables(ReferenceTables.all())),
                () -> head().put(tables(ReferenceTables.all())));
    }

    /**
     * The rows of a table.
     *
     * @param text what a row must contain, in any case; all rows if empty
     */
    public static Report of(ReferenceTable table, Optional<String> text) {
        Listing<List<String>> rows = rows(table, text);
        return Report.ofTree(
                () -> {
                    Document.Builder document = new Document.Builder();
                    document.heading(1, table.name());
                    document.paragraph(table.about());
                    document.listing(rows);
                    document.paragraph("Source: " + table.source());
                    table.notes().forEach(document::paragraph);
                    return document.build();
                },
                () -> List.of(
                        "advalorem " + Header.version(),
                        "table: " + table.name(),
                        table.about(),
                        "Source: " + table.source()),
                () -> FlatTable.of(rows),
                () -> head().put(tables(List.of(table))).put(rows));
    }

    private static Json head() {
        return new Json().put("format", "advalorem-reference/1").put("version", Header.version());
    }

    private static Listing<ReferenceTable> tables(List<ReferenceTable> tables) {
        return ListingType.<ReferenceTable>of("tables", "table", "The tables that come with the program.")
                .text("name", "table", ReferenceTable::name, "The name; a scenario writes reference:NAME.")
                .longText("about", "holds", ReferenceTable::about, "What it holds.")
                .number(
                        Figure.COUNT,
                        "rows",
                        "rows",
                        table -> table.rows().cells().size(),
                        "The number of rows.")
                .text("source", ReferenceTable::source, "Where it comes from.")
                .text("notes", table -> String.join(" ", table.notes()), "How it was read.")
                .of(tables);
    }

    /** The columns are those of the table, all of them text, so that a class such as 01.1 keeps its zeros. */
    private static Listing<List<String>> rows(ReferenceTable table, Optional<String> text) {
        ReferenceTable.Rows all = table.rows();
        ListingType<List<String>> type =
                ListingType.of("rows", "row", "The rows, with the columns of the table, as text.");
        for (int column = 0; column < all.headings().size(); column++) {
            int at = column;
            String heading = all.headings().get(column);
            type.longText(heading, heading, row -> row.get(at), "As the table has it.");
        }
        return type.of(all.cells().stream()
                .filter(row -> text.isEmpty() || row.stream().anyMatch(cell -> contains(cell, text.get())))
                .toList());
    }

    private static boolean contains(String cell, String text) {
        return cell.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
