package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sheet: its cells by row and column, and how it is shown. */
final class Page {
    /** Beyond it a text is cut off rather than the page made wider. */
    private static final int WIDEST = 32;

    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<Integer> widths = new ArrayList<>();
    private final Set<Integer> steps = new HashSet<>();
    private final List<Bound> bounds = new ArrayList<>();
    private int frozenRows;
    private int next;

    /**
     * A cell.
     *
     * @param comment what is said beside it; empty for nothing
     * @param target the sheet to which it leads; empty for none
     */
    record Cell(Spot spot, Content content, Look look, String comment, Optional<Spot> target) {}

    /**
     * What may be typed into a cell.
     *
     * @param least the smallest number; empty for any
     * @param most the largest; empty for any
     * @param advice what is said where something else is typed
     */
    record Bound(Spot spot, Optional<Limit> least, Optional<Limit> most, String advice) {}

    /** A limit of what may be typed. */
    record Limit(double number, boolean included) {}

    Page(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The rows in order. */
    SortedMap<Integer, SortedMap<Integer, Cell>> rows() {
        return rows;
    }

    /** Begins another row and returns its number. */
    int row() {
        return next++;
    }

    /** The number of rows begun. */
    int height() {
        return next;
    }

    /** Leaves rows empty. */
    void skip(int count) {
        next += count;
    }

    Spot put(int row, int column, Content content, Look look) {
        return put(row, column, content, look, "");
    }

    Spot put(int row, int column, Content content, Look look, String comment) {
        Spot spot = new Spot(this, row, column);
        rows.computeIfAbsent(row, absent -> new TreeMap<>())
                .put(column, new Cell(spot, content, look, comment, Optional.empty()));
        return spot;
    }

    void words(int row, int column, String text, Look.Role role) {
        if (!text.isEmpty()) {
            put(row, column, new Content.Words(text), Look.of(role));
        }
    }

    /** Puts words that lead to another place. */
    void link(int row, int column, String text, Spot target) {
        Spot spot = new Spot(this, row, column);
        rows.computeIfAbsent(row, absent -> new TreeMap<>())
                .put(column, new Cell(spot, new Content.Words(text), Look.of(Look.Role.LINK), "", Optional.of(target)));
    }

    /** The width of columns from the first, in characters. */
    List<Integer> widths() {
        return widths;
    }

    /** Makes a column wide enough for a text, within reason. */
    void widen(int column, int characters) {
        if (column < widths.size()) {
            widths.set(column, Math.max(widths.get(column), Math.min(WIDEST, characters + 1)));
        }
    }

    /** Marks a row as a step that can be folded away. */
    void step(int row) {
        steps.add(row);
    }

    /** The rows that can be folded away. */
    Set<Integer> steps() {
        return steps;
    }

    void bound(Bound bound) {
        bounds.add(bound);
    }

    List<Bound> bounds() {
        return bounds;
    }

    /** Puts a row of headings and keeps the rows so far in view; columns have the given widths. */
    void headings(List<String> headings, List<Integer> wide) {
        int row = row();
        for (int i = 0; i < headings.size(); i++) {
            words(row, i, headings.get(i), Look.Role.HEADING);
        }
        freeze();
        widths.addAll(wide);
    }

    /** Keeps the rows so far in view. */
    void freeze() {
        frozenRows = next;
    }

    int frozenRows() {
        return frozenRows;
    }
}
