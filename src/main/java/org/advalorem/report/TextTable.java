package org.advalorem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.advalorem.facts.VisibleText;

/**
 * A table in lines of at most a given number of columns where possible.
 *
 * <p>To fit, in this order: headings are wrapped; text columns are narrowed; a table of mostly numbers is split into
 * several, one below another, each with the columns that identify its rows.
 */
final class TextTable {

    private static final int WIDEST_CELL = 46;
    private static final int NARROW_CELL = 16;
    private static final int MANY_NUMBERS = 3;
    private static final String GAP = "  ";
    private static final String BREAKS = "-./:_ ";

    private final Table table;
    private final int most;
    private final List<String> headings;
    private final List<List<String>> cells;
    private final List<List<String>> ordinary;
    private final List<String> lines = new ArrayList<>();

    private TextTable(Table table, int most) {
        this.table = table;
        this.most = most;
        this.headings = table.columns().stream()
                .map(column -> TextWriter.clean(column.heading()))
                .toList();
        this.cells = table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof Cell.Words ? TextWriter.clean(cell.text()) : cell.text())
                        .toList())
                .toList();
        this.ordinary = cells.stream().filter(row -> !isHeadOfRows(row)).toList();
    }

    /** Whether the row consists of its first cell alone, which may be wider than its column. */
    private static boolean isHeadOfRows(List<String> row) {
        return row.size() > 2 && row.stream().skip(1).allMatch(String::isEmpty);
    }

    /**
     * The lines, without title and note.
     *
     * @param most the columns of a line
     */
    static List<String> lines(Table table, int most) {
        TextTable text = new TextTable(table, most);
        text.write();
        return text.lines;
    }

    private void write() {
        List<Integer> all = IntStream.range(0, headings.size()).boxed().toList();
        int[] widths = new int[headings.size()];
        all.forEach(i -> widths[i] = Math.max(wrapped(headings.get(i), WIDEST_CELL), cellWidth(i, WIDEST_CELL)));
        if (total(all, widths) > most) {
            all.forEach(i -> widths[i] = Math.max(longestWord(headings.get(i)), cellWidth(i, WIDEST_CELL)));
        }
        int[] narrow = narrowed(all, widths);
        if (total(all, narrow) <= most || numbers() < MANY_NUMBERS) {
            part(all, narrow);
            return;
        }
        List<List<Integer>> parts = parts(widths);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                lines.add("");
                lines.add(TextWriter.clean(table.title().isEmpty() ? "continued" : table.title() + ", continued"));
            }
            part(parts.get(i), narrowed(parts.get(i), widths));
        }
    }

    private long numbers() {
        return table.columns().stream().filter(Table.Column::numbers).count();
    }

    /** The widths with text columns narrowed, widest first, by as much as the table is too wide. */
    private int[] narrowed(List<Integer> columns, int[] widths) {
        int[] narrow = widths.clone();
        int[] min = new int[widths.length];
        for (int i : columns) {
            min[i] = table.columns().get(i).numbers() ? widths[i] : Math.min(widths[i], leastWidth(i));
        }
        while (total(columns, narrow) > most) {
            int widest = -1;
            for (int i : columns) {
                if (narrow[i] > min[i] && (widest < 0 || narrow[i] > narrow[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return narrow;
            }
            narrow[widest]--;
        }
        return narrow;
    }

    private int leastWidth(int column) {
        int min = Math.max(NARROW_CELL, longestWord(headings.get(column)));
        if (table.columns().get(column).breakable()) {
            return min;
        }
        for (List<String> row : ordinary) {
            min = Math.max(min, longestWord(row.get(column)));
        }
        return min;
    }

    /** The columns of each part: those that identify a row, and as many others as fit. */
    private List<List<Integer>> parts(int[] widths) {
        List<Integer> names = names();
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(names);
        for (int i = names.size(); i < headings.size(); i++) {
            List<Integer> longer = new ArrayList<>(part);
            longer.add(i);
            if (total(longer, widths) > most && part.size() > names.size()) {
                parts.add(part);
                part = new ArrayList<>(names);
            }
            part.add(i);
        }
        parts.add(part);
        return parts;
    }

    /** The leading columns, as many as distinguish all rows, none of them numeric. */
    private List<Integer> names() {
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < headings.size() && !table.columns().get(i).numbers(); i++) {
            names.add(i);
            Set<List<String>> different = new HashSet<>();
            cells.forEach(row -> different.add(names.stream().map(row::get).toList()));
            if (different.size() == cells.size()) {
                return names;
            }
        }
        return names;
    }

    private void part(List<Integer> columns, int[] widths) {
        row(columns, widths, headings);
        lines.add(String.join(
                GAP, columns.stream().map(i -> "-".repeat(widths[i])).toList()));
        for (List<String> row : cells) {
            if (isHeadOfRows(row)) {
                lines.add(row.get(0));
            } else {
                row(columns, widths, row);
            }
        }
    }

    private void row(List<Integer> columns, int[] widths, List<String> texts) {
        List<List<String>> broken = columns.stream()
                .map(i -> isNumber(texts, i) ? List.of(texts.get(i)) : broken(texts.get(i), widths[i]))
                .toList();
        int height = broken.stream().mapToInt(List::size).max().orElse(0);
        for (int k = 0; k < height; k++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns.size(); c++) {
                int column = columns.get(c);
                String words = k < broken.get(c).size() ? broken.get(c).get(k) : "";
                String space = " ".repeat(Math.max(0, widths[column] - VisibleText.width(words)));
                line.append(c == 0 ? "" : GAP)
                        .append(table.columns().get(column).numbers() ? space + words : words + space);
            }
            lines.add(line.toString());
        }
    }

    /**
     * The text in lines of the given width; a longer word is broken after a hyphen or a period, or wherever the line
     * ends.
     */
    private static List<String> broken(String words, int width) {
        List<String> broken = new ArrayList<>();
        for (String line : VisibleText.lines(words, width)) {
            String rest = line;
            while (VisibleText.width(rest) > width && rest.length() > width) {
                int cut = width;
                while (cut > 1 && BREAKS.indexOf(rest.charAt(cut - 1)) < 0) {
                    cut--;
                }
                cut = cut > 1 ? cut : width;
                broken.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            broken.add(rest);
        }
        return broken;
    }

    /** Whether a cell is a number, which is never broken, not even at the space before its step. */
    private boolean isNumber(List<String> texts, int column) {
        return texts != headings && table.columns().get(column).numbers();
    }

    private int cellWidth(int column, int widest) {
        boolean number = table.columns().get(column).numbers();
        return ordinary.stream()
                .mapToInt(row -> number ? VisibleText.width(row.get(column)) : wrapped(row.get(column), widest))
                .max()
                .orElse(0);
    }

    private static int wrapped(String words, int width) {
        return VisibleText.lines(words, width).stream()
                .mapToInt(VisibleText::width)
                .max()
                .orElse(0);
    }

    private static int longestWord(String words) {
        return Arrays.stream(words.split(" ", -1))
                .mapToInt(VisibleText::width)
                .max()
                .orElse(0);
    }

    private static int total(List<Integer> columns, int[] widths) {
        return columns.stream().mapToInt(i -> widths[i]).sum() + GAP.length() * (columns.size() - 1);
    }
}
