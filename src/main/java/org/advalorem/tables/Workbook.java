package org.advalorem.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (.xlsx), read row by row. Formulas count with the values that were stored with them. Days become {@code
 * 2024-03-01}, percentages {@code 3.49%}, other numbers their shortest decimal.
 */
public final class Workbook implements AutoCloseable {
    /** The most rows of a sheet that are read. */
    private static final int MOST_ROWS = 2_000_000;

    private static final LocalDate START = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final int LEAP_BUG = 60;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int SECONDS_OF_HOUR = 3600;
    private static final int EXACT_DIGITS = 15;

    private final ReadableWorkbook book;
    private final Map<Format, Kind> kinds = new HashMap<>();

    /** The number format of a cell, by its number or its text. */
    private record Format(@Nullable Integer id, @Nullable String text) {}

    /** What a number is by its format. */
    private enum Kind {
        PLAIN,
        DATE,
        PERCENT
    }

    private Workbook(ReadableWorkbook book) {
        this.book = book;
    }

    /** Whether the bytes at the start of a file are those of a workbook. */
    public static boolean isWorkbook(byte[] start) {
        return start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    /** Whether the bytes at the start of a file are those of an old workbook (.xls), which is not read. */
    public static boolean isOldWorkbook(byte[] start) {
        return start.length > 3
                && start[0] == (byte) 0xD0
                && start[1] == (byte) 0xCF
                && start[2] == 0x11
                && start[3] == (byte) 0xE0;
    }

    /**
     * Opens a workbook.
     *
     * @throws TableException if it is not one
     */
    public static Workbook open(Path file) {
        try {
            WorkbookParts.check(file);
            return new Workbook(opened(file));
        } catch (IOException | RuntimeException e) {
            if (e instanceof TableException known) {
                throw known;
            }
            throw unreadable();
        }
    }

    /** The workbook, without formats if it has none; days are then plain numbers. */
    private static ReadableWorkbook opened(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    private static TableException unreadable() {
        return new TableException(
                0,
                "",
                "The workbook cannot be read: it is damaged, or protected by a password.",
                "Save it again as .xlsx.");
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** The names of the sheets that are not hidden. */
    public List<String> sheets() {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
    }

    /** A sheet's cells, with the number of its rows that a filter or the user has hidden. */
    public record Cells(Grid grid, int hiddenRows) {}

    /**
     * The cells of a sheet; the cell at the left of each row is that of the range's first column.
     *
     * @throws TableException if there is no such sheet, or it cannot be read
     */
    public Cells cells(String name, CellRange range) {
        Sheet sheet = book.findSheet(name)
                .orElseThrow(() -> new TableException(
                        0,
                        "",
                        "The workbook has no sheet (" + name + ").",
                        "Its sheets are: " + String.join(", ", sheets()) + "."));
        GridBuilder builder = new GridBuilder();
        int hidden = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                Row row = all.next();
                if (row.getRowNum() > range.lastRow()) {
                    break;
                }
                if (range.hasRow(row.getRowNum())) {
                    hidden += row.isHidden() ? 1 : 0;
                    add(row, range, builder);
                }
            }
        } catch (IOException e) {
            throw unreadable();
        } catch (RuntimeException e) {
            if (e instanceof TableException known) {
                throw known;
            }
            throw unreadable();
        }
        return new Cells(builder.grid(), hidden);
    }

    private void add(Row row, CellRange range, GridBuilder builder) {
        if (builder.rows() == MOST_ROWS) {
            throw new TableException(0, "", "The sheet has more than " + MOST_ROWS + " rows.", "Split it.");
        }
        builder.row(row.getRowNum());
        int next = range.firstColumn();
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
            if (cell == null || !range.hasColumn(cell.getColumnIndex())) {
                continue;
            }
            for (; next < cell.getColumnIndex(); next++) {
                builder.cell("", false);
            }
            add(cell, row.getRowNum(), builder);
            next++;
        }
        if (next == range.firstColumn()) {
            builder.cell("", false);
        }
    }

    private void add(org.dhatim.fastexcel.reader.Cell cell, int row, GridBuilder builder) {
        Object value = cell.getValue();
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.ERROR) {
            builder.cell(raw == null ? "#ERROR" : raw, false);
        } else if (value instanceof BigDecimal || value instanceof Number) {
            builder.cell(number(raw == null ? value.toString() : raw, cell), true);
        } else if (value instanceof Boolean truth) {
            builder.cell(truth ? "yes" : "no", false);
        } else if (cell.getType() == CellType.FORMULA && value == null) {
            throw new TableException(
                    row,
                    "",
                    "The formula in " + CellRange.letters(cell.getColumnIndex()) + row + " has no stored value.",
                    "Open the workbook in a spreadsheet program and save it.");
        } else {
            builder.cell(value == null ? "" : value.toString(), false);
        }
    }

    /** A number as its format shows its kind: a day, a percentage or a plain number. */
    private String number(String raw, org.dhatim.fastexcel.reader.Cell cell) {
        Kind kind = kinds.computeIfAbsent(
                new Format(cell.getDataFormatId(), cell.getDataFormatString()), NumberFormats::kind);
        if (kind == Kind.PLAIN && isPlain(raw)) {
            return raw;
        }
        double value = Double.parseDouble(raw);
        if (kind == Kind.DATE) {
            return day(value);
        }
        BigDecimal decimal = isShort(raw) ? new BigDecimal(raw) : BigDecimal.valueOf(value);
        return kind == Kind.PERCENT ? plain(decimal.movePointRight(2)) + "%" : plain(decimal);
    }

    /** Whether a number is written with few digits and no exponent, and so as its shortest decimal. */
    private static boolean isPlain(String raw) {
        if (raw.length() > EXACT_DIGITS || (raw.endsWith("0") && raw.indexOf('.') >= 0)) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                return false;
            }
        }
        return !raw.startsWith(".") && !raw.startsWith("-.");
    }

    /** Whether a number is stored with no more digits than a decimal that a double keeps. */
    private static boolean isShort(String raw) {
        return raw.length() <= EXACT_DIGITS && raw.indexOf('E') < 0 && raw.indexOf('e') < 0;
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private String day(double serial) {
        long days = (long) Math.floor(serial);
        long seconds = Math.round((serial - days) * SECONDS_OF_DAY);
        // spreadsheets count a 29 February 1900 that never was
        LocalDate day =
                book.isDate1904() ? START_1904.plusDays(days) : START.plusDays(days < LEAP_BUG ? days + 1 : days);
        if (seconds == 0 && days != 0) {
            return day.toString();
        }
        String time = String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / SECONDS_OF_HOUR, seconds / 60 % 60, seconds % 60);
        return days == 0 ? time : day + " " + time;
    }

    /** The only sheet that is not hidden, if there is only one. */
    public Optional<String> onlySheet() {
        List<String> names = sheets();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** What the format of a number says about its kind. */
    private static final class NumberFormats {
        /** The built-in formats of dates, by their numbers. */
        private static final List<List<Integer>> DATES =
                List.of(List.of(14, 22), List.of(27, 36), List.of(45, 47), List.of(50, 58));

        private NumberFormats() {}

        static Kind kind(Format format) {
            if (isDate(format.id(), format.text())) {
                return Kind.DATE;
            }
            return isPercent(format.id(), format.text()) ? Kind.PERCENT : Kind.PLAIN;
        }

        private static boolean isDate(@Nullable Integer id, @Nullable String format) {
            if (id != null && DATES.stream().anyMatch(range -> id >= range.get(0) && id <= range.get(1))) {
                return true;
            }
            return format != null && signs(format).matches("(?i).*[ymdhs].*") && !format.equalsIgnoreCase("general");
        }

        private static boolean isPercent(@Nullable Integer id, @Nullable String format) {
            return (id != null && (id == 9 || id == 10))
                    || (format != null && signs(format).indexOf('%') >= 0);
        }

        /** A format without texts in quotes, escaped characters, colours and currencies. */
        private static String signs(String format) {
            return format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", "")
                    .replaceAll("(?i)general|am/pm|a/p|e[+-]0+", "");
        }
    }
}
