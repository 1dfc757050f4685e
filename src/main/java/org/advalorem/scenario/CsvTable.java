package org.advalorem.scenario;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Origin;

/** A CSV text as a table. All cells share a single string, so that a million rows take three objects. */
final class CsvTable {
    /** The maximum number of rows in a data file. */
    static final int MOST_ROWS = 2_000_000;

    private final String place;
    private final String text;

    private CsvTable(String place, String text) {
        this.place = place;
        this.text = text;
    }

    /**
     * The table in a text.
     *
     * @param place the file's name as shown to the user
     * @param options with the delimiter filled in
     * @throws DataFiles.DataFileException if the text is not a valid table
     */
    static DataFiles.Table read(String place, String text, DataFiles.Options options) {
        return new CsvTable(place, text).read(options);
    }

    private DataFiles.Table read(DataFiles.Options options) {
        Collector collector = new Collector(text.length());
        try (CsvReader<Integer> reader = CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .commentStrategy(CommentStrategy.SKIP)
                .commentCharacter('#')
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(collector, text)) {
            for (Integer width : reader) {
                collector.rowEnded(width);
            }
        } catch (CsvParseException e) {
            throw wrong(
                    collector.line(),
                    "The row that begins here cannot be read; a quote may not be closed.",
                    "Double a quote inside a cell, and close the quotes around the cell.");
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read.", e);
        }
        List<String> header = collector.header();
        checkHeader(header, collector.headerLine());
        DataFiles.Cells cells = collector.cells(header.size());
        DataFiles.Options complete = options.decimal() == '\0'
                ? new DataFiles.Options(options.delimiter(), decimal(options, cells), options.dateFormat())
                : options;
        return new DataFiles.Table(place, header, cells, collector.lines(), complete);
    }

    private char decimal(DataFiles.Options options, DataFiles.Cells cells) {
        boolean maybe = options.delimiter() != ',' && text.indexOf(',') >= 0;
        return maybe && CsvDetection.hasDecimalComma(cells) ? ',' : '.';
    }

    private void checkHeader(List<String> header, int line) {
        if (header.isEmpty()) {
            throw new DataFiles.DataFileException(
                    Origin.of(place, 0, 0, ""),
                    "The file (" + place + ") is empty.",
                    "Begin with a line of headings, one for each column.");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isEmpty()) {
                throw wrong(line, "Column " + (i + 1) + " has no heading.", "Name it, or delete the column.");
            }
            if (!names.add(header.get(i))) {
                throw wrong(line, "Two columns have the heading (" + header.get(i) + ").", "Rename one of them.");
            }
        }
    }

    private DataFiles.DataFileException wrong(int line, String message, String advice) {
        return new DataFiles.DataFileException(Origin.of(place, line, 0, lineText(line)), message, advice);
    }

    private String lineText(int line) {
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    }

    /** A collector of the cells as they are parsed; the first row is the header. */
    private final class Collector extends AbstractBaseCsvCallbackHandler<Integer> {
        private final StringBuilder all;
        private int[] ends = new int[1024];
        private int cells;
        private int[] lines = new int[256];
        private int rows;
        private int line = 1;
        private int headerLine;
        private int headerCells = -1;
        private int rowStart;

        Collector(int characters) {
            this.all = new StringBuilder(characters);
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = (int) startingLineNumber;
            rowStart = cells;
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            if (cells == ends.length) {
                ends = Arrays.copyOf(ends, 2 * cells);
            }
            all.append(buf, offset, len);
            ends[cells++] = all.length();
        }

        @Override
        protected Integer buildRecord() {
            return cells - rowStart;
        }

        void rowEnded(int width) {
            if (headerCells < 0) {
                headerCells = width;
                headerLine = line;
                return;
            }
            if (start(rowStart) == all.length()) {
                // spreadsheets leave rows of empty cells at the end; they hold no data
                cells = rowStart;
                return;
            }
            if (width != headerCells) {
                throw wrong(
                        line,
                        "The row has " + width + " cells; the line of headings has " + headerCells + ".",
                        width > headerCells
                                ? "Put a cell that contains the separator in double quotes."
                                : "Write every cell, even an empty one.");
            }
            if (rows == MOST_ROWS) {
                throw wrong(line, "The file has more than " + MOST_ROWS + " rows.", "Split it.");
            }
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, 2 * rows);
            }
            lines[rows++] = line;
        }

        private int start(int cell) {
            return cell == 0 ? 0 : ends[cell - 1];
        }

        int line() {
            return line;
        }

        int headerLine() {
            return headerLine;
        }

        int[] lines() {
            return Arrays.copyOf(lines, rows);
        }

        List<String> header() {
            List<String> header = new ArrayList<>();
            for (int i = 0; i < headerCells; i++) {
                header.add(all.substring(start(i), ends[i]).strip());
            }
            return header;
        }

        DataFiles.Cells cells(int columns) {
            return new PackedCells(all.toString(), Arrays.copyOf(ends, cells), columns);
        }
    }
}
