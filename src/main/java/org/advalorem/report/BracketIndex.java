package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.calculation.Withheld;
import org.advalorem.facts.Provenance.Publication;

/** The index of a public version: what is confidential, and where brackets stand in its place. */
final class BracketIndex {
    private BracketIndex() {}

    /** The index below a text. */
    static Document of(PublicVersion version, String text) {
        List<Integer> places = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            // Markdown has a backslash before each
            if (lines[i].replace("\\", "").contains(Withheld.BRACKETS)) {
                places.add(i + 1);
            }
        }
        return new Document.Builder()
                .heading(2, "Index of bracketed values")
                .view(listing(version))
                .paragraph(
                        places.isEmpty()
                                ? "No brackets stand in this text."
                                : "Brackets stand in " + (places.size() == 1 ? "line " : "lines ") + runs(places) + ".")
                .build();
    }

    static Listing<PublicVersion.Entry> listing(PublicVersion version) {
        return ListingType.<PublicVersion.Entry>of("bracketed", "value", "")
                .longText("", "value", PublicVersion.Entry::address, "")
                .shown("how", entry -> how(entry.publication()))
                .shown("shown as", PublicVersion.Entry::shown)
                .of(version.index());
    }

    private static String how(Publication publication) {
        return switch (publication) {
            case PUBLIC -> "public";
            case BRACKETED -> "bracketed";
            case RANGED -> "ranged, within 10 percent";
            case LEFT_OUT -> "left out";
        };
    }

    /** The index above a table: the rows, from 1, in which the cells of a column are bracketed. */
    static List<String> comments(PublicVersion version, FlatTable table) {
        List<String> comments = new ArrayList<>();
        for (PublicVersion.Entry entry : version.index()) {
            comments.add("Bracketed: " + entry.address() + ", " + how(entry.publication())
                    + (entry.shown().isEmpty() ? "" : ", " + entry.shown()));
        }
        Map<String, List<Integer>> cells = new LinkedHashMap<>();
        for (int column = 0; column < table.names().size(); column++) {
            for (int row = 0; row < table.rows(); row++) {
                if (table.figure(column) == Figure.TEXT
                        ? table.words(row, column).contains(Withheld.BRACKETS)
                        : Withheld.is(table.number(row, column))) {
                    cells.computeIfAbsent(table.names().get(column), absent -> new ArrayList<>())
                            .add(row + 1);
                }
            }
        }
        cells.forEach((column, rows) -> comments.add("Brackets in column " + column + ": rows " + runs(rows)));
        return comments;
    }

    /** The index for programs, which read brackets as no value. */
    static Listing<PublicVersion.Entry> data(PublicVersion version) {
        return ListingType.<PublicVersion.Entry>of(
                        "bracketed", "value", "What is confidential; only in a public version, with null in its place.")
                .text("address", PublicVersion.Entry::address, "A value, or a table whose rows are confidential.")
                .text("how", entry -> how(entry.publication()), "How it is shown.")
                .text("shown", PublicVersion.Entry::shown, "Its range, or the number of rows.")
                .of(version.index());
    }

    /** Numbers in order, with those that follow one another as {@code 4-9}. */
    private static String runs(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int first = i;
            while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ")
                    .append(numbers.get(first))
                    .append(i > first ? "-" + numbers.get(i) : "");
        }
        return text.toString();
    }
}
