package org.advalorem.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Withheld;
import org.advalorem.facts.VisibleText;

/**
 * A table as CSV (RFC 4180, with lines ending in a line feed): numbers plain with up to 15 digits, rates as fractions,
 * yes and no as words. Flags appear in comment lines before the heading.
 *
 * <p>A spreadsheet makes cells of comment lines too, separates cells by semicolons or tabs in some countries, and takes for
 * a formula whatever begins like one. So a comment line with a separator is one quoted cell, and an apostrophe stands
 * before the beginning of a formula in a text, at its start or after what may be taken for a separator. Numbers, in
 * columns of their own, stay as they are.
 */
final class CsvText {
    /** The byte order mark. */
    static final String MARK = "\uFEFF";

    /** The start of a formula, in full width too, at the start of what may be taken for a cell. */
    private static final Pattern FORMULA = Pattern.compile("(^|[;\t\n])([\\h&&[^\t]]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-])");

    private static final Pattern SEPARATOR = Pattern.compile("[,;\t\"]");

    private CsvText() {}

    static String write(List<String> comments, FlatTable table) {
        return write(comments, table, CsvStyle.USUAL);
    }

    static String write(List<String> comments, FlatTable table, CsvStyle style) {
        StringWriter text = new StringWriter();
        try {
            write(comments, table, style, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes a table row by row.
     *
     * @param to is left open
     * @throws IOException if it cannot be written to
     */
    static void write(List<String> comments, FlatTable table, CsvStyle style, Writer to) throws IOException {
        to.append(style.mark() ? MARK : "");
        if (style.comments()) {
            for (String comment : comments) {
                to.append(comment(comment)).append('\n');
            }
        }
        try {
            write(table, to(to));
        } catch (UncheckedIOException e) {
            // so that a closed pipe and a full disk are told from mistakes of ours
            throw e.getCause();
        }
    }

    private static void write(FlatTable table, CsvWriter csv) throws IOException {
        csv.writeRecord(table.names().stream().map(CsvText::text).toList());
        int columns = table.names().size();
        // rates and zeros repeat from row to row
        double[] numbers = new double[columns];
        String[] cells = new String[columns];
        Arrays.fill(cells, "");
        Arrays.fill(numbers, Double.NaN);
        for (int row = 0; row < table.rows(); row++) {
            CsvWriter.CsvWriterRecord record = csv.writeRecord();
            for (int column = 0; column < columns; column++) {
                if (table.figure(column) == Figure.TEXT) {
                    record.writeField(text(table.words(row, column)));
                    continue;
                }
                double number = table.number(row, column);
                // as bits: a number that is withheld is not one that is missing
                if (Double.doubleToRawLongBits(number) != Double.doubleToRawLongBits(numbers[column])) {
                    numbers[column] = number;
                    cells[column] = number(table.figure(column), number);
                }
                record.writeField(cells[column]);
            }
            record.endRecord();
        }
        csv.flush();
    }

    private static String number(Figure figure, double number) {
        if (Double.isNaN(number)) {
            return Withheld.is(number) ? Withheld.BRACKETS : "";
        }
        return switch (figure) {
            case TRUTH -> Boolean.toString(number != 0);
            case PUBLISHED ->
                LegalDecimals.decimal(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case COUNT -> Long.toString((long) number);
            case MONEY, RATE, SHORT_RATE, EXACT_RATE, POINTS, SHARE, QUANTITY, PLAIN, TEXT -> Figure.PLAIN.text(number);
        };
    }

    /** A comment line, without its end. */
    static String comment(String words) {
        String line = "# " + TextWriter.clean(words);
        return SEPARATOR.matcher(line).find() ? "\"" + line.replace("\"", "\"\"") + "\"" : line;
    }

    /** A text as a cell, before quoting. */
    static String text(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String visible = VisibleText.inCell(text);
        String defused = FORMULA.matcher(visible).replaceAll("$1'$2");
        return defused.startsWith("\t") ? "'" + defused : defused;
    }

    /** Whether a text has only what needs no look: printable characters of ASCII, and no beginning of a formula. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ';' || (i == 0 && (c == ' ' || "=+@-".indexOf(c) >= 0))) {
                return false;
            }
        }
        return true;
    }

    /** A writer of cells, line by line, each line ending in a line feed and each cell quoted if necessary. */
    static CsvWriter to(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }
}
