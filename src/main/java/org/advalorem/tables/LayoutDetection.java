package org.advalorem.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Detection of where a table stands in a grid: the lines above its headings, the headings themselves in one or more
 * lines, blank lines, totals, notes below, a second table.
 */
final class LayoutDetection {
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "sub total",
            "subtotal",
            "sub-total",
            "sum",
            "合计",
            "总计",
            "小计",
            "總計",
            "合計",
            "summe",
            "gesamt",
            "gesamtsumme",
            "total général",
            "totale",
            "toplam",
            "jumlah",
            "tổng cộng",
            "итого");
    private static final int DEEPEST = 200;
    private static final int LONGEST_TOTAL = 16;
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
        boolean atTop = true;
        for (int row = 0; row < grid.rows(); row++) {
            comment[row] = isComment(row) || (atTop && isRemark(row));
            atTop &= comment[row];
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
        int[] filled = filledRows();
        int[] headingPlaces = headingPlaces(filled, wanted);
        int top = headingPlaces.length == 0 ? 0 : headingPlaces[0];
        int start = headingPlaces.length == 0 ? 0 : headingPlaces[headingPlaces.length - 1] + 1;
        List<Integer> headingRows =
                Arrays.stream(headingPlaces).mapToObj(place -> filled[place]).toList();
        int end = filled.length;
        while (end > start + 1 && isNote(filled[end - 1], filled[end - 2])) {
            end--;
        }
        int second = secondTable(filled, start, end, headingRows);
        int[] body = Arrays.copyOfRange(filled, start, second < 0 ? end : second);
        return new Layout(
                grid,
                first,
                columns,
                list(filled, 0, top),
                headingRows,
                headings(headingRows),
                body,
                Arrays.stream(body).filter(this::isTotal).boxed().toList(),
                list(filled, end, filled.length),
                second < 0 ? -1 : filled[second]);
    }

    /** The rows with a cell that is not blank, without comments. */
    private int[] filledRows() {
        BitSet rows = new BitSet(comment.length);
        for (int row = 0; row < comment.length; row++) {
            rows.set(row, !comment[row] && !grid.isBlank(row));
        }
        int[] filled = new int[rows.cardinality()];
        int place = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            filled[place++] = row;
        }
        return filled;
    }

    private static List<Integer> list(int[] rows, int from, int to) {
        return Arrays.stream(rows, from, to).boxed().toList();
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

    /**
     * Whether a line above the table is a comment, which may have as many commas as a row; a heading such as #,Name has
     * no blank after the sign.
     */
    private boolean isRemark(int row) {
        String start = grid.text(row, 0);
        return start.startsWith("# ") || start.startsWith("##");
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

    /** The places in {@code filled} of the rows of headings. */
    private int[] headingPlaces(int[] filled, List<String> wanted) {
        int deepest = Math.min(filled.length, DEEPEST);
        OptionalInt known = wanted.isEmpty()
                ? OptionalInt.empty()
                : IntStream.range(0, deepest)
                        .filter(place -> hasAll(filled[place], wanted))
                        .findFirst();
        OptionalInt main = known;
        for (double share : new double[] {WHOLE, HALF}) {
            if (main.isEmpty()) {
                main = IntStream.range(0, deepest)
                        .filter(place -> coverage(filled[place]) >= share && !hasTypedCell(filled[place]))
                        .findFirst();
            }
        }
        if (main.isEmpty()) {
            return new int[0];
        }
        int from = main.getAsInt();
        int to = main.getAsInt();
        while (known.isEmpty()
                && from > 0
                && filled[from] - filled[from - 1] == 1
                && isUpperHeading(filled[from - 1])) {
            from--;
        }
        while (to + 2 < filled.length && isLowerHeading(filled[to + 1])) {
            to++;
        }
        return IntStream.rangeClosed(from, to).toArray();
    }

    private boolean hasAll(int row, List<String> wanted) {
        List<String> keys = new ArrayList<>();
        for (int column = 0; column < grid.width(row); column++) {
            keys.add(Heading.of(grid.text(row, column)).key());
        }
        return keys.containsAll(wanted);
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
        boolean others = false;
        for (int column = 0; column < columns; column++) {
            boolean filled = !grid.isBlank(row, first + column);
            numbers |= typed[column] && filled;
            others |= !typed[column] && filled;
        }
        boolean whole = grid.isSheet() || grid.width(row) >= first + columns;
        return numbers && whole && (coverage(row) >= HALF || !others) && !hasTypedCell(row) && !isTotal(row);
    }

    /** A single cell of words at the left, below the data. */
    private boolean isNote(int row, int before) {
        int cells = 0;
        for (int column = 0; column < grid.width(row); column++) {
            cells += grid.isBlank(row, column) ? 0 : 1;
        }
        String text = Cell.strip(grid.text(row, first));
        boolean words = text.indexOf(' ') > 0;
        // a row with another delimiter is one cell too
        boolean delimited = text.indexOf(';') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('|') >= 0;
        return columns > 2
                && !delimited
                && cells == 1
                && !grid.isBlank(row, first)
                && (words || isGap(before, row))
                && !isTotal(row);
    }

    private boolean isTotal(int row) {
        for (int column = 0; column < columns; column++) {
            if (grid.isBlank(row, first + column)) {
                continue;
            }
            String cell = Cell.strip(grid.text(row, first + column));
            if (cell.length() > LONGEST_TOTAL || !Character.isLetter(cell.charAt(0))) {
                return false;
            }
            String word = cell.toLowerCase(Locale.ROOT);
            return TOTALS.contains(word.endsWith(":") ? Cell.strip(word.substring(0, word.length() - 1)) : word);
        }
        return false;
    }

    /** The place in {@code filled} at which a new row of headings follows a gap; negative if none does. */
    private int secondTable(int[] filled, int start, int end, List<Integer> headingRows) {
        for (int place = start + 1; place + 1 < end; place++) {
            int row = filled[place];
            boolean repeated = headingRows.size() == 1 && sameTexts(row, headingRows.get(0));
            if (isGap(filled[place - 1], row) && (repeated || isOther(row))) {
                return place;
            }
        }
        return -1;
    }

    /** Whether something blank stands between two rows. */
    private boolean isGap(int before, int row) {
        return row - before > 1
                || (grid.line(row) - grid.line(before) > 1
                        && (grid.isSheet() || !grid.written(before).contains("\n")));
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
                while (i + 1 < rows.size()
                        && at > 0
                        && grid.isBlank(rows.get(i), first + at)
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
