package org.advalorem.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Detection of where a table stands in a grid: the lines above its headings, the headings themselves in one or more
 * lines, blank lines, totals, notes below, a second table.
 */
final class LayoutDetection {
    private static final Set<String> TOTALS = Set.of(
            "total", "totals", "grand total", "sub total", "subtotal", "sub-total", "sum", "合计", "总计", "小计", "總計", "合計",
            "summe", "gesamt", "gesamtsumme", "total général", "totale", "toplam", "jumlah", "tổng cộng", "итого");
    private static final int DEEPEST = 200;
    private static final double WHOLE = 0.8;
    private static final double HALF = 0.5;

    private final Grid grid;
    private final int width;
    private final boolean[] comment;
    private final int first;
    private final int columns;
    private final boolean[] typed;

    private LayoutDetection(Grid grid) {
        this.grid = grid;
        this.width = commonWidth(grid);
        this.comment = new boolean[grid.rows()];
        for (int row = 0; row < grid.rows(); row++) {
            comment[row] = isComment(row);
        }
        boolean[] used = usedColumns();
        int start = 0;
        while (start < used.length && !used[start]) {
            start++;
        }
        int end = used.length;
        while (end > start && !used[end - 1]) {
            end--;
        }
        this.first = start == used.length ? 0 : start;
        this.columns = Math.max(0, end - this.first);
        this.typed = typedColumns();
    }

    /**
     * The layout of a grid.
     *
     * @param wanted headings of which the user or the format is sure, as keys; the first row that has all of them is
     *     the row of headings
     */
    static Layout of(Grid grid, List<String> wanted) {
        return new LayoutDetection(grid).find(wanted);
    }

    private Layout find(List<String> wanted) {
        List<Integer> filled = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            if (!comment[row] && !grid.isBlank(row)) {
                filled.add(row);
            }
        }
        List<Integer> headingRows = headingRows(filled, wanted);
        int start = headingRows.isEmpty() ? 0 : filled.indexOf(headingRows.get(headingRows.size() - 1)) + 1;
        int top = headingRows.isEmpty() ? 0 : filled.indexOf(headingRows.get(0));
        int end = filled.size();
        while (end > start + 1 && isNote(filled.get(end - 1))) {
            end--;
        }
        int second = secondTable(filled, start, end, headingRows);
        int stop = second < 0 ? end : second;
        int[] body = filled.subList(start, stop).stream().mapToInt(row -> row).toArray();
        int rows = body.length == 0 ? 0 : body[body.length - 1] - body[0] + 1 - body.length;
        return new Layout(
                grid,
                first,
                columns,
                List.copyOf(filled.subList(0, top)),
                headingRows,
                headings(headingRows),
                body,
                rows,
                Arrays.stream(body).filter(this::isTotal).boxed().toList(),
                List.copyOf(filled.subList(end, filled.size())),
                second < 0 ? -1 : filled.get(second));
    }

    /** The most common number of cells of a row; of several, the largest. */
    static int commonWidth(Grid grid) {
        int[] counts = new int[1];
        for (int row = 0; row < grid.rows(); row++) {
            int cells = grid.width(row);
            if (cells >= counts.length) {
                counts = Arrays.copyOf(counts, cells + 1);
            }
            counts[cells] += grid.isBlank(row) ? 0 : 1;
        }
        int common = 0;
        for (int cells = 1; cells < counts.length; cells++) {
            common = counts[cells] > 0 && counts[cells] >= counts[common] ? cells : common;
        }
        return common;
    }

    /** A line that begins with # and is no row of the table. A line sep=; is one too. */
    private boolean isComment(int row) {
        String start = grid.text(row, 0);
        boolean announcement = row == 0
                && grid.text(0, 0).toLowerCase(Locale.ROOT).startsWith("sep=")
                && grid.written(0).length() <= "sep=;".length();
        return announcement || (start.startsWith("#") && (grid.width(row) == 1 || grid.width(row) != width));
    }

    private boolean[] usedColumns() {
        boolean[] used = new boolean[width];
        int open = width;
        for (int row = 0; row < grid.rows() && open > 0; row++) {
            for (int column = 0; column < Math.min(width, grid.width(row)); column++) {
                if (!used[column] && !comment[row] && !grid.isBlank(row, column)) {
                    used[column] = true;
                    open--;
                }
            }
        }
        return used;
    }

    /** The columns most of whose cells are numbers or dates. */
    private boolean[] typedColumns() {
        int[] filled = new int[columns];
        int[] found = new int[columns];
        int step = Math.max(1, grid.rows() / 5000);
        for (int row = 0; row < grid.rows(); row += step) {
            if (comment[row] || grid.width(row) < first + columns) {
                continue;
            }
            for (int column = 0; column < columns; column++) {
                if (!grid.isBlank(row, first + column)) {
                    filled[column]++;
                    found[column] += isTyped(row, column) ? 1 : 0;
                }
            }
        }
        boolean[] typedColumns = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            typedColumns[column] = found[column] > 0 && found[column] >= HALF * filled[column];
        }
        return typedColumns;
    }

    private boolean isTyped(int row, int column) {
        return grid.isTyped(row, first + column) || Typed.looksTyped(grid.text(row, first + column));
    }

    private List<Integer> headingRows(List<Integer> filled, List<String> wanted) {
        Optional<Integer> known = wanted.isEmpty()
                ? Optional.empty()
                : filled.stream().limit(DEEPEST).filter(row -> hasAll(row, wanted)).findFirst();
        Optional<Integer> main = known.or(() -> likely(filled, WHOLE)).or(() -> likely(filled, HALF));
        if (main.isEmpty()) {
            return List.of();
        }
        int place = filled.indexOf(main.get());
        int from = place;
        int to = place;
        if (known.isEmpty()) {
            while (from > 0 && filled.get(from) - filled.get(from - 1) == 1 && isUpperHeading(filled.get(from - 1))) {
                from--;
            }
        }
        while (to + 2 < filled.size() && isLowerHeading(filled.get(to + 1))) {
            to++;
        }
        return List.copyOf(filled.subList(from, to + 1));
    }

    private boolean hasAll(int row, List<String> wanted) {
        List<String> keys = new ArrayList<>();
        for (int column = 0; column < grid.width(row); column++) {
            keys.add(Heading.of(grid.text(row, column)).key());
        }
        return keys.containsAll(wanted);
    }

    /** The first row with cells in most columns and no number in the columns of numbers. */
    private Optional<Integer> likely(List<Integer> filled, double share) {
        return filled.stream()
                .limit(DEEPEST)
                .filter(row -> coverage(row) >= share && !hasTypedCell(row))
                .findFirst();
    }

    private double coverage(int row) {
        int cells = 0;
        for (int column = 0; column < columns; column++) {
            cells += grid.isBlank(row, first + column) ? 0 : 1;
        }
        return columns == 0 ? 0 : (double) cells / columns;
    }

    /** Whether a number stands in a column of numbers; years count as names. */
    private boolean hasTypedCell(int row) {
        for (int column = 0; column < columns; column++) {
            if (typed[column] && isTyped(row, column) && !Typed.isYear(grid.text(row, first + column))) {
                return true;
            }
        }
        return false;
    }

    /** A row of merged headings: several cells, none a number, not only at the left. */
    private boolean isUpperHeading(int row) {
        int last = -1;
        int cells = 0;
        for (int column = 0; column < columns; column++) {
            if (!grid.isBlank(row, first + column)) {
                cells++;
                last = column;
            }
        }
        boolean spread = grid.isBlank(row, first) || last >= HALF * columns;
        return cells >= 2 && spread && !hasTypedCell(row);
    }

    /** A further row of headings, such as units: only where some column is one of numbers can it be told from data. */
    private boolean isLowerHeading(int row) {
        boolean numbers = false;
        for (int column = 0; column < columns; column++) {
            numbers |= typed[column] && !grid.isBlank(row, first + column);
        }
        return numbers && coverage(row) >= HALF && !hasTypedCell(row) && !isTotal(row);
    }

    private boolean isNote(int row) {
        int cells = 0;
        for (int column = 0; column < grid.width(row); column++) {
            cells += grid.isBlank(row, column) ? 0 : 1;
        }
        return columns > 2 && cells == 1 && !grid.isBlank(row, first) && !isTotal(row);
    }

    boolean isTotal(int row) {
        for (int column = 0; column < columns; column++) {
            String cell = Cell.strip(grid.text(row, first + column));
            if (!cell.isEmpty()) {
                String word = cell.toLowerCase(Locale.ROOT);
                return TOTALS.contains(word.endsWith(":") ? Cell.strip(word.substring(0, word.length() - 1)) : word);
            }
        }
        return false;
    }

    /** The place in {@code filled} at which a new row of headings follows a gap; negative if none does. */
    private int secondTable(List<Integer> filled, int start, int end, List<Integer> headingRows) {
        for (int place = start + 1; place + 1 < end; place++) {
            int row = filled.get(place);
            boolean gap = row - filled.get(place - 1) > 1 || isGap(filled.get(place - 1), row);
            boolean repeated = headingRows.size() == 1 && sameTexts(row, headingRows.get(0));
            if (gap && (repeated || isOther(row))) {
                return place;
            }
        }
        return -1;
    }

    private boolean isGap(int before, int row) {
        return grid.line(row) - grid.line(before) > 1 && !grid.written(before).contains("\n");
    }

    private boolean isOther(int row) {
        boolean numbers = false;
        for (boolean column : typed) {
            numbers |= column;
        }
        int cells = 0;
        for (int column = 0; column < grid.width(row); column++) {
            cells += grid.isBlank(row, column) ? 0 : 1;
        }
        return numbers && cells >= 2 && !hasTypedCell(row) && !isTotal(row);
    }

    private boolean sameTexts(int row, int other) {
        for (int column = 0; column < columns; column++) {
            if (!grid.text(row, first + column).equals(grid.text(other, first + column))) {
                return false;
            }
        }
        return true;
    }

    /** The headings; a cell of an upper row counts for the empty ones to its right, as merged cells do. */
    private List<String> headings(List<Integer> rows) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            StringBuilder heading = new StringBuilder();
            for (int i = 0; i < rows.size(); i++) {
                int at = column;
                while (i + 1 < rows.size() && at > 0 && grid.isBlank(rows.get(i), first + at)
                        && coverage(rows.get(i)) < 1) {
                    at--;
                }
                String part = Cell.strip(grid.text(rows.get(i), first + at));
                heading.append(heading.isEmpty() || part.isEmpty() ? "" : " ").append(part);
            }
            headings.add(heading.toString());
        }
        return rows.isEmpty() ? List.of() : List.copyOf(headings);
    }
}
