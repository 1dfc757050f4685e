package org.advalorem.tables;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Detection of how a text file separates and quotes cells. Every line counts: the delimiter is the one that gives the
 * most lines one common number of cells; among several, the one whose cells are most often whole, that is, free of the
 * other delimiters. The measure is that of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row
 * and type patterns", Data Mining and Knowledge Discovery 33 (2019), doi:10.1007/s10618-019-00646-y, simplified.
 */
final class DialectDetection {
    private static final String SEP = "sep=";
    private static final int MOST_CELLS = 20_000;
    private static final int LONGEST_CELL = 100_000;
    private static final double COMMON = 0.5;

    private static final byte END_OF_LINE = -1;

    /** A quotation mark, or a backslash where it stands before them. */
    private static final byte MARK = 127;

    /** For each character of ASCII its place among the delimiters from 1, {@link #END_OF_LINE}, or 0 for others. */
    private static final byte[] KINDS = kinds();

    private final byte[] text;

    private DialectDetection(byte[] text) {
        this.text = text;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (int d = 0; d < Dialect.DELIMITERS.length(); d++) {
            kinds[Dialect.DELIMITERS.charAt(d)] = (byte) (d + 1);
        }
        kinds['\n'] = END_OF_LINE;
        kinds['\r'] = END_OF_LINE;
        return kinds;
    }

    /** The lines that have the most common number of cells, at least two, under one delimiter. */
    private record Count(char delimiter, int width, double share) {}

    /**
     * The dialect of a text in UTF-8.
     *
     * @param stated the delimiter that the user states, if any
     */
    static Dialect of(byte[] text, Optional<Character> stated) {
        DialectDetection detection = new DialectDetection(text);
        char quote = detection.quote();
        boolean backslash = detection.hasBackslash(quote);
        char delimiter = stated.or(() -> announced(text)).orElseGet(() -> detection.delimiter(quote, backslash));
        return new Dialect(delimiter, quote, backslash);
    }

    /** The delimiter that a first line such as {@code sep=;} announces to Excel. */
    static Optional<Character> announced(byte[] text) {
        if (text.length <= SEP.length()) {
            return Optional.empty();
        }
        String start = new String(text, 0, SEP.length(), StandardCharsets.ISO_8859_1);
        boolean alone = text.length == SEP.length() + 1 || isLineEnd(SEP.length() + 1, text);
        char delimiter = (char) text[SEP.length()];
        return start.equalsIgnoreCase(SEP) && alone && Dialect.DELIMITERS.indexOf(delimiter) >= 0
                ? Optional.of(delimiter)
                : Optional.empty();
    }

    private static boolean isLineEnd(int at, byte[] text) {
        return at >= text.length || text[at] == '\n' || text[at] == '\r';
    }

    private boolean has(char c) {
        for (byte b : text) {
            if (b == c) {
                return true;
            }
        }
        return false;
    }

    /** The double quotation mark, unless cells are more often between single ones. */
    private char quote() {
        return has('\'') && wrapped('\'') > Math.max(1, wrapped('"')) ? '\'' : '"';
    }

    /** The number of quotation marks that begin a cell which another one ends on the same line. */
    private int wrapped(char quote) {
        int found = 0;
        int open = -1;
        for (int i = 0; i < text.length; i++) {
            if (isLineEnd(i, text)) {
                open = -1;
            } else if (text[i] == quote) {
                if (open < 0 && startsCell(i)) {
                    open = i;
                } else if (open >= 0 && endsCell(i + 1)) {
                    found++;
                    open = -1;
                }
            }
        }
        return found;
    }

    private boolean startsCell(int at) {
        return at == 0 || (text[at - 1] >= 0 && KINDS[text[at - 1]] != 0);
    }

    private boolean endsCell(int at) {
        return at >= text.length || (text[at] >= 0 && KINDS[text[at]] != 0);
    }

    private boolean hasBackslash(char quote) {
        if (!has('\\')) {
            return false;
        }
        boolean escaped = false;
        for (int i = 1; i < text.length; i++) {
            if (text[i] != quote) {
                continue;
            }
            if (text[i - 1] == '\\') {
                escaped |= !endsCell(i + 1);
            } else if (text[i - 1] == quote && !(i > 1 && text[i - 2] == '\\')) {
                boolean empty = startsCell(i - 1) && endsCell(i + 1);
                if (!empty) {
                    return false;
                }
            }
        }
        return escaped;
    }

    private char delimiter(char quote, boolean backslash) {
        List<Count> counts = new ArrayList<>();
        for (Count count : counts(quote, backslash)) {
            boolean common = count.width() > 1 && count.share() >= COMMON;
            if (common && (count.delimiter() != ' ' || (counts.isEmpty() && isTable(count, quote, backslash)))) {
                counts.add(count);
            }
        }
        if (counts.isEmpty()) {
            return ',';
        }
        if (counts.size() == 1) {
            return counts.get(0).delimiter();
        }
        Count best = counts.get(0);
        double most = -1;
        for (Count count : counts) {
            double score = count.share() * wholeCells(count, quote, backslash);
            if (score > most) {
                best = count;
                most = score;
            }
        }
        return best.delimiter();
    }

    /** Whether blanks separate cells and not words: every line has as many, and most cells are numbers or quoted. */
    private boolean isTable(Count count, char quote, boolean backslash) {
        if (count.share() < 1) {
            return false;
        }
        Grid grid = CsvGrid.read(text, new Dialect(' ', quote, backslash)).grid();
        int typed = 0;
        int all = 0;
        for (int row = 1; row < grid.rows(); row++) {
            String written = grid.written(row);
            boolean quoted = written.indexOf(quote) >= 0;
            for (int column = 0; column < grid.width(row); column++) {
                all++;
                typed += quoted || Typed.looksTyped(grid.text(row, column)) ? 1 : 0;
            }
        }
        return all > 0 && 2 * typed > all;
    }

    /** The share of cells that hold no other delimiter and no stray quotation mark. */
    private double wholeCells(Count count, char quote, boolean backslash) {
        Grid grid = CsvGrid.read(text, new Dialect(count.delimiter(), quote, backslash))
                .grid();
        long whole = 0;
        long all = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.width(row); column++) {
                String cell = grid.text(row, column);
                all++;
                whole += isWhole(cell, count.delimiter(), quote) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) whole / all;
    }

    private boolean isWhole(String cell, char delimiter, char quote) {
        if (Typed.looksTyped(cell)) {
            return true;
        }
        for (int i = 0; i < Dialect.DELIMITERS.length(); i++) {
            char other = Dialect.DELIMITERS.charAt(i);
            if (other != ' ' && other != delimiter && cell.indexOf(other) >= 0) {
                return false;
            }
        }
        return cell.indexOf(quote) < 0;
    }

    /** For each delimiter the most common number of cells of a line, in a single pass. */
    private List<Count> counts(char quote, boolean backslash) {
        int[][] widths = new int[Dialect.DELIMITERS.length()][16];
        int[] cells = new int[widths.length];
        byte[] bytes = text;
        byte[] kinds = Arrays.copyOf(KINDS, KINDS.length);
        kinds[quote] = MARK;
        kinds['\\'] = backslash ? MARK : 0;
        int lines = 0;
        boolean inside = false;
        boolean comment = false;
        boolean blank = true;
        int close = 0;
        for (int i = 0; i <= bytes.length; i++) {
            byte c = i == bytes.length ? (byte) '\n' : bytes[i];
            int kind = c < 0 ? 0 : kinds[c];
            if (kind == 0) {
                // most characters end here
                comment |= blank && c == '#';
                blank = false;
            } else if (kind == END_OF_LINE && (!inside || i == bytes.length)) {
                if (!blank && !comment) {
                    lines++;
                    for (int d = 0; d < cells.length; d++) {
                        widths[d] = count(widths[d], cells[d] + 1);
                    }
                }
                Arrays.fill(cells, 0);
                blank = true;
                comment = false;
                inside = false;
            } else if (inside) {
                if (backslash && c == '\\') {
                    i++;
                } else if (c == quote) {
                    if (!backslash && i + 1 < bytes.length && bytes[i + 1] == quote) {
                        i++;
                    } else if (endsCell(i + 1)) {
                        inside = false;
                    }
                }
            } else {
                blank = false;
                if (c == quote && startsCell(i)) {
                    // looked for once and not from every mark, since there may be none
                    close = close > i ? close : closing(i + 1, quote);
                    // a file without one would else be a single quoted cell
                    inside = close < bytes.length && close - i <= LONGEST_CELL;
                } else if (kind != MARK) {
                    cells[kind - 1]++;
                }
            }
        }
        List<Count> counts = new ArrayList<>();
        for (int d = 0; d < cells.length; d++) {
            int width = 1;
            for (int w = 2; w < widths[d].length; w++) {
                width = widths[d][w] > 0 && (width == 1 || widths[d][w] >= widths[d][width]) ? w : width;
            }
            counts.add(
                    new Count(Dialect.DELIMITERS.charAt(d), width, lines == 0 ? 0 : (double) widths[d][width] / lines));
        }
        return counts;
    }

    /** The next quotation mark from a place on that ends a cell, or the end of the text. */
    private int closing(int from, char quote) {
        int i = from;
        while (i < text.length && !(text[i] == quote && endsCell(i + 1))) {
            i++;
        }
        return i;
    }

    private static int[] count(int[] widths, int width) {
        int capped = Math.min(width, MOST_CELLS);
        int[] grown = capped < widths.length ? widths : Arrays.copyOf(widths, Math.max(capped + 1, 2 * widths.length));
        grown[capped]++;
        return grown;
    }
}
