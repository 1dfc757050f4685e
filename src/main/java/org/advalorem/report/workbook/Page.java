package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** A sheet: its cells by row and column, and how it is shown. */
final class Page {
    /** Beyond it a text is cut off rather than the page made wider. */
    private static final int WIDEST = 32;

    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<Block> blocks = new ArrayList<>();
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

    /**
     * Rows that are made anew whenever they are read, so that a million of them take no memory. They have no formulas.
     *
     * @param made the cells of the row with the given number within the block, from 0
     */
    private record Block(int first, int count, IntFunction<List<Cell>> made) {}

    /** Receives a row: its number and its cells from left to right. */
    @FunctionalInterface
    interface RowReader {
        void read(int row, Collection<Cell> cells);
    }

    /** The rows that are kept, in order: all that have formulas. */
    SortedMap<Integer, SortedMap<Integer, Cell>> rows() {
        return rows;
    }

    /** Reads all rows in order, those of blocks among them. */
    void read(RowReader reader) {
        int next = 0;
        for (Block block : blocks) {
            rows.subMap(next, block.first()).forEach((row, cells) -> reader.read(row, cells.values()));
            for (int i = 0; i < block.count(); i++) {
                reader.read(block.first() + i, block.made().apply(i));
            }
            next = block.first() + block.count();
        }
        rows.tailMap(next).forEach((row, cells) -> reader.read(row, cells.values()));
    }

    /** Begins as many rows, whose cells without formulas are made when they are read. */
    void block(int count, IntFunction<List<Cell>> made) {
        blocks.add(new Block(next, count, made));
        next += count;
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
        Cell cell = cell(row, column, content, look, comment);
        rows.computeIfAbsent(row, absent -> new TreeMap<>()).put(column, cell);
        return cell.spot();
    }

    /** A cell of a block. */
    Cell cell(int row, int column, Content content, Look look) {
        return cell(row, column, content, look, "");
    }

    private Cell cell(int row, int column, Content content, Look look, String comment) {
        return new Cell(new Spot(this, row, column), content, look, comment, Optional.empty());
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
