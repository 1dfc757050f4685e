package org.advalorem.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A ledger in some hundred forms, each with one fault of the kinds that exports have, read without a word about its form:
 * nearly every cell comes out right, and where one does not, the reader says so.
 */
class PollutedFilesTest {
    private static final List<String> HEADINGS =
            List.of("Invoice", "Date", "Supplier", "HTS", "Quantity", "Price", "Terms", "Remark");
    private static final List<List<String>> ROWS = rows();

    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        String[] suppliers = {"Hongda Resin Co., Ltd.", "State Chem", "Delta GmbH", "O'Brien & Sons", "Nord \"Nova\" AB"
        };
        String[] remarks = {"", "paid; settled", "see note 3, page 2", "ok", "12\" pipe", "a | b"};
        for (int i = 0; i < 40; i++) {
            rows.add(List.of(
                    String.format(java.util.Locale.ROOT, "%06d", 17 * i + 3),
                    String.format(java.util.Locale.ROOT, "2024-%02d-%02d", i % 12 + 1, i % 28 + 1),
                    suppliers[i % suppliers.length],
                    "730630504" + i % 10,
                    String.format(java.util.Locale.ROOT, "%d.%02d", 30 + 7 * i, i % 100),
                    String.format(java.util.Locale.ROOT, "%d.%d", 5000 + 31 * i, i % 10),
                    i % 3 == 0 ? "FOB" : "CIF",
                    remarks[i % remarks.length]));
        }
        return rows;
    }

    /** A file and the cells that it states. */
    private record Polluted(String name, byte[] bytes, List<List<String>> expected) {}

    private static List<List<String>> whole() {
        List<List<String>> all = new ArrayList<>();
        all.add(HEADINGS);
        all.addAll(ROWS);
        return all;
    }

    private static String line(List<String> cells, String delimiter, char quote, String escape, boolean all) {
        return cells.stream()
                .map(cell -> {
                    boolean needed = all
                            || cell.contains(delimiter.strip().isEmpty() ? delimiter : delimiter.strip())
                            || cell.indexOf(quote) >= 0
                            || cell.contains("\n");
                    return needed ? quote + cell.replace(String.valueOf(quote), escape + quote) + quote : cell;
                })
                .collect(Collectors.joining(delimiter));
    }

    private static String text(
            List<List<String>> rows, String delimiter, char quote, String escape, boolean all, String end) {
        return rows.stream()
                .map(row -> line(row, delimiter, quote, escape, all) + end)
                .collect(Collectors.joining());
    }

    private static String standard(List<List<String>> rows) {
        return text(rows, ",", '"', "\"", false, "\n");
    }

    private static List<Polluted> files() {
        List<Polluted> files = new ArrayList<>();
        Charset utf8 = StandardCharsets.UTF_8;
        for (String delimiter : List.of(",", ";", "\t", "|", ", ")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                for (boolean all : new boolean[] {false, true}) {
                    add(
                            files,
                            "delimiter (" + delimiter + "), end " + end.length() + (int) end.charAt(0) + ", all " + all,
                            text(whole(), delimiter, '"', "\"", all, end).getBytes(utf8),
                            whole());
                }
            }
        }
        add(
                files,
                "blanks, all quoted",
                text(whole(), " ", '"', "\"", true, "\n").getBytes(utf8),
                whole());
        for (String delimiter : List.of(",", ";", "\t")) {
            add(
                    files,
                    "single quotes (" + delimiter + ")",
                    text(whole(), delimiter, '\'', "'", true, "\n").getBytes(utf8),
                    whole());
            add(
                    files,
                    "backslash (" + delimiter + ")",
                    text(whole(), delimiter, '"', "\\", true, "\n").getBytes(utf8),
                    whole());
            add(
                    files,
                    "sep= (" + delimiter + ")",
                    ("sep=" + delimiter + "\r\n" + text(whole(), delimiter, '"', "\"", false, "\r\n")).getBytes(utf8),
                    whole());
        }
        String plain = standard(whole());
        add(files, "byte order mark", ("\uFEFF" + plain).getBytes(utf8), whole());
        add(files, "UTF-16 with mark", ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE), whole());
        add(files, "UTF-16, big end first", ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16BE), whole());
        add(files, "UTF-16 without mark", plain.getBytes(StandardCharsets.UTF_16LE), whole());
        // 亐 has a byte that windows-1252 has not; without one, the file is refused
        List<List<String>> chinese = replaced(cell -> cell.equals("State Chem") ? "亐国家化工有限公司" : cell);
        add(files, "GB18030", standard(chinese).getBytes(Charset.forName("GB18030")), chinese);
        List<List<String>> western =
                replaced(cell -> cell.equals("State Chem") ? "Soci\u00E9t\u00E9 \u00A9 \u00A31" : cell);
        add(files, "windows-1252", standard(western).getBytes(Charset.forName("windows-1252")), western);
        add(
                files,
                "no end of line at the end",
                plain.substring(0, plain.length() - 1).getBytes(utf8),
                whole());
        add(files, "two ends of line at the end", (plain + "\n").getBytes(utf8), whole());
        add(files, "empty rows of commas at the end", (plain + ",,,,,,,\n,,,,,,,\n").getBytes(utf8), whole());
        add(files, "blank lines between", plain.replace("\n", "\n\n").getBytes(utf8), whole());
        add(files, "one row", standard(whole().subList(0, 2)).getBytes(utf8), whole().subList(0, 2));
        for (int lines = 1; lines <= 4; lines++) {
            String above = "Purchase ledger of the period\n".repeat(lines);
            add(files, lines + " lines above", (above + plain).getBytes(utf8), whole());
            add(files, lines + " lines above and a blank one", (above + "\n" + plain).getBytes(utf8), whole());
            add(
                    files,
                    lines + " delimited lines above",
                    (above.replace("\n", ",,,,,,,\n") + plain).getBytes(utf8),
                    whole());
            add(
                    files,
                    lines + " comments above",
                    (above.replaceAll("(?m)^(?=.)", "# ") + plain).getBytes(utf8),
                    whole());
        }
        add(files, "name and value above", ("Company,Hongda\nRow count,40\n\n" + plain).getBytes(utf8), whole());
        add(
                files,
                "trailing empty columns",
                plain.lines()
                        .map(line -> line + ",,\n")
                        .collect(Collectors.joining())
                        .getBytes(utf8),
                whole());
        add(
                files,
                "leading empty column",
                plain.lines()
                        .map(line -> "," + line + "\n")
                        .collect(Collectors.joining())
                        .getBytes(utf8),
                whole());
        List<List<String>> doubled = new ArrayList<>(whole());
        doubled.set(0, HEADINGS.stream().map(heading -> heading + " " + heading).toList());
        add(files, "headings twice", (standard(List.of(HEADINGS)) + plain).getBytes(utf8), doubled);
        List<List<String>> units = new ArrayList<>(whole());
        units.set(0, List.of("Invoice", "Date", "Supplier", "HTS", "Quantity (t)", "Price (CNY/t)", "Terms", "Remark"));
        add(
                files,
                "a second line of headings",
                (standard(List.of(HEADINGS)) + ",,,,(t),(CNY/t),,\n" + standard(ROWS)).getBytes(utf8),
                units);
        for (int column = 0; column < HEADINGS.size(); column++) {
            int at = column;
            List<List<String>> renamed = new ArrayList<>(whole());
            renamed.set(
                    0,
                    IntStream.range(0, HEADINGS.size())
                            .mapToObj(i -> i == at ? "HEAD/%R" : HEADINGS.get(i))
                            .toList());
            add(files, "odd heading " + at, standard(renamed).getBytes(utf8), renamed);
        }
        for (int row : List.of(1, 20, 40)) {
            List<String> lines = plain.lines().toList();
            add(
                    files,
                    "semicolons on line " + row,
                    file(lines, row, line(whole().get(row), ";", '"', "\"", false)),
                    whole());
            add(
                    files,
                    "tabs on line " + row,
                    file(lines, row, line(whole().get(row), "\t", '"', "\"", false)),
                    whole());
            add(
                    files,
                    "single quotes on line " + row,
                    file(lines, row, line(whole().get(row), ",", '\'', "'", true)),
                    whole());
            add(
                    files,
                    "backslash on line " + row,
                    file(lines, row, line(whole().get(row), ",", '"', "\\", true)),
                    whole());
            add(
                    files,
                    "all quoted on line " + row,
                    file(lines, row, line(whole().get(row), ",", '"', "\"", true)),
                    whole());
            List<List<String>> shorter = new ArrayList<>(whole());
            shorter.set(row, padded(whole().get(row).subList(0, 5)));
            add(
                    files,
                    "five cells on line " + row,
                    file(lines, row, line(whole().get(row).subList(0, 5), ",", '"', "\"", false)),
                    shorter);
            List<List<String>> quote = new ArrayList<>(whole());
            quote.set(row, with(whole().get(row), 4, "\"" + whole().get(row).get(4)));
            add(
                    files,
                    "a stray quote on line " + row,
                    file(
                            lines,
                            row,
                            line(whole().get(row), ",", '"', "\"", false)
                                    .replace(
                                            "," + whole().get(row).get(4),
                                            ",\"" + whole().get(row).get(4))),
                    quote);
        }
        List<List<String>> lineInCell = replaced(cell -> cell.equals("ok") ? "first\nsecond" : cell);
        add(files, "a line end in a cell", standard(lineInCell).getBytes(utf8), lineInCell);
        List<List<String>> numbers = replaced(cell -> cell.matches("\\d+\\.\\d+") ? cell.replace('.', ',') : cell);
        add(files, "decimal commas", text(numbers, ";", '"', "\"", false, "\n").getBytes(utf8), numbers);
        add(
                files,
                "decimal commas and tabs",
                text(numbers, "\t", '"', "\"", false, "\n").getBytes(utf8),
                numbers);
        add(files, "notes below", (plain + "\nSource: ledger of the company\n").getBytes(utf8), whole());
        add(
                files,
                "one column",
                "Value\n1\n2\n3\n".getBytes(utf8),
                List.of(List.of("Value"), List.of("1"), List.of("2"), List.of("3")));
        add(
                files,
                "two columns",
                "Month;Price\n2024-01;1,5\n2024-02;2,5\n".getBytes(utf8),
                List.of(List.of("Month", "Price"), List.of("2024-01", "1,5"), List.of("2024-02", "2,5")));
        return files;
    }

    private static List<List<String>> replaced(UnaryOperator<String> change) {
        return whole().stream().map(row -> row.stream().map(change).toList()).toList();
    }

    private static List<String> padded(List<String> cells) {
        List<String> all = new ArrayList<>(cells);
        while (all.size() < HEADINGS.size()) {
            all.add("");
        }
        return all;
    }

    private static List<String> with(List<String> cells, int place, String cell) {
        List<String> all = new ArrayList<>(cells);
        all.set(place, cell);
        return all;
    }

    private static byte[] file(List<String> lines, int row, String other) {
        List<String> all = new ArrayList<>(lines);
        all.set(row, other);
        return (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void add(List<Polluted> files, String name, byte[] bytes, List<List<String>> expected) {
        files.add(new Polluted(name, bytes, expected));
    }

    /** The cells read, and what was said. */
    private record Read(List<List<String>> cells, List<String> notes) {}

    private static Read read(byte[] bytes) throws IOException {
        TextTable table = TextTable.read(bytes, Optional.empty(), Optional.empty());
        StringBuilder csv = new StringBuilder();
        List<String> notes = new ArrayList<>();
        PlainCsv.write(Layout.of(table.grid(), List.of()), Optional.of(table.dialect()), csv, notes::add);
        return new Read(standardCells(csv.toString()), notes);
    }

    /** The cells of plain CSV, read by rules of its own: nothing is detected. */
    private static List<List<String>> standardCells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (inside) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    inside = false;
                }
            } else if (c == '"') {
                inside = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static String firstDifference(List<List<String>> expected, List<List<String>> read) {
        for (int row = 0; row < expected.size(); row++) {
            if (row >= read.size() || !expected.get(row).equals(read.get(row))) {
                return expected.get(row) + " is read as " + (row < read.size() ? read.get(row) : "nothing");
            }
        }
        return read.size() + " rows and not " + expected.size();
    }

    @Test
    void nearlyEveryCellIsRightAndNoneIsSilentlyWrong() throws IOException {
        List<Polluted> files = files();
        int right = 0;
        int all = 0;
        List<String> silent = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Polluted file : files) {
            Read read = read(file.bytes());
            int before = all - right;
            for (int row = 0; row < file.expected().size(); row++) {
                for (int column = 0; column < file.expected().get(row).size(); column++) {
                    all++;
                    right += row < read.cells().size()
                                    && column < read.cells().get(row).size()
                                    && read.cells()
                                            .get(row)
                                            .get(column)
                                            .equals(file.expected().get(row).get(column))
                            ? 1
                            : 0;
                }
            }
            boolean same = all - right == before
                    && read.cells().size() == file.expected().size();
            if (!same) {
                wrong.add(file.name());
                if (read.notes().isEmpty()) {
                    silent.add(file.name() + ": " + firstDifference(file.expected(), read.cells()));
                }
            }
        }
        assertThat(silent).as("files with a cell that is wrong without a word").isEmpty();
        assertThat(files).hasSizeGreaterThan(100);
        assertThat((double) right / all).as("cells right; not in %s", wrong).isGreaterThanOrEqualTo(0.99);
    }
}
