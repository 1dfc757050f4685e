package org.advalorem.tables;

import static org.advalorem.tables.TinyWorkbook.number;
import static org.advalorem.tables.TinyWorkbook.row;
import static org.advalorem.tables.TinyWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    private Grid grid(boolean from1904, String range, String... rows) throws IOException {
        Path file = TinyWorkbook.write(folder.resolve("book.xlsx"), from1904, Map.of("POI", List.of(rows)));
        try (Workbook book = Workbook.open(file)) {
            assertThat(book.onlySheet()).contains("POI");
            return book.cells(
                            "POI",
                            range.isEmpty()
                                    ? CellRange.ALL
                                    : CellRange.of(range).orElseThrow())
                    .grid();
        }
    }

    @Test
    void cellsAreReadByTheirTypeAndFormat() throws IOException {
        Grid grid = grid(
                false,
                "",
                row(
                        2,
                        text("A2", "é &amp; Co"),
                        number("B2", "45292", 1),
                        number("C2", "0.0349", 2),
                        number("D2", "34.180000000000007", 0),
                        number("E2", "1E-3", 0),
                        "<c r=\"F2\"><f>1+1</f><v>2.5</v></c>",
                        "<c r=\"G2\" t=\"b\"><v>1</v></c>",
                        "<c r=\"H2\" t=\"e\"><v>#N/A</v></c>",
                        "<c r=\"I2\" t=\"str\"><f>A2</f><v>text of a formula</v></c>",
                        number("K2", "45351.5", 3)));
        assertThat(grid.line(0)).isEqualTo(2);
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).stream()
                        .map(column -> grid.text(0, column))
                        .toList())
                .containsExactly(
                        "é & Co",
                        "2024-01-01",
                        "3.49%",
                        "34.18000000000001",
                        "0.001",
                        "2.5",
                        "yes",
                        "#N/A",
                        "text of a formula",
                        "",
                        "2024-02-29 12:00:00");
        assertThat(grid.isTyped(0, 1)).isTrue();
        assertThat(grid.isTyped(0, 0)).isFalse();
    }

    /** 1 January 1904 is day 0 there, and 24,107 days after it is 1 January 1970. */
    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        assertThat(grid(true, "", row(1, number("A1", "24107", 1))).text(0, 0)).isEqualTo("1970-01-01");
        assertThat(grid(false, "", row(1, number("A1", "25569", 1))).text(0, 0)).isEqualTo("1970-01-01");
        assertThat(grid(false, "", row(1, number("A1", "59", 1))).text(0, 0)).isEqualTo("1900-02-28");
        assertThat(grid(false, "", row(1, number("A1", "61", 1))).text(0, 0)).isEqualTo("1900-03-01");
    }

    @Test
    void aRangeCutsRowsAndColumns() throws IOException {
        Grid grid = grid(
                false,
                "B2:C3",
                row(1, text("A1", "a"), text("B1", "b")),
                row(2, text("A2", "x"), text("B2", "first"), text("C2", "second"), text("D2", "y")),
                row(3, text("C3", "only")),
                row(4, text("B4", "z")));
        assertThat(grid.rows()).isEqualTo(2);
        assertThat(grid.text(0, 0)).isEqualTo("first");
        assertThat(grid.text(1, 0)).isEmpty();
        assertThat(grid.text(1, 1)).isEqualTo("only");
        assertThat(grid.width(0)).isEqualTo(2);
    }

    @Test
    void mergedHeadingsCountForTheColumnsBelowThem() throws IOException {
        Grid grid = grid(
                false,
                "",
                row(1, text("B1", "2023"), text("D1", "2024")),
                row(
                        2,
                        text("A2", "Supplier"),
                        text("B2", "Quantity"),
                        text("C2", "Value"),
                        text("D2", "Quantity"),
                        text("E2", "Value")),
                row(
                        3,
                        text("A3", "x"),
                        number("B3", "1", 0),
                        number("C3", "2", 0),
                        number("D3", "3", 0),
                        number("E3", "4", 0)),
                row(
                        4,
                        text("A4", "y"),
                        number("B4", "1", 0),
                        number("C4", "2", 0),
                        number("D4", "3", 0),
                        number("E4", "4", 0)));
        assertThat(Layout.of(grid, List.of()).headings())
                .containsExactly("Supplier", "2023 Quantity", "2023 Value", "2024 Quantity", "2024 Value");
    }

    @Test
    void aFormulaWithoutAValueIsNoNumber() {
        assertThatThrownBy(() -> grid(false, "", row(1, "<c r=\"A1\"><f>1+1</f></c>")))
                .isInstanceOf(TableException.class)
                .hasMessage("The formula in A1 has no stored value.");
    }

    @Test
    void whatIsNoWorkbookIsToldSo() throws IOException {
        Path file = folder.resolve("broken.xlsx");
        Files.write(file, "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Workbook.open(file)).isInstanceOf(TableException.class);
    }

    /** What a document type declares is neither put in nor fetched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE worksheet [<!ENTITY y \"yyyyyyyyyy\"><!ENTITY x \"&y;&y;&y;&y;\">]>"
            })
    void anEntityIsNotExpanded(String declared) throws IOException {
        Path file = rewritten(xml -> xml.replace("?>", "?>" + declared).replace("text of the cell", "&x;"));
        assertThatThrownBy(() -> read(file)).isInstanceOf(TableException.class);
    }

    @Test
    void aDocumentTypeElsewhereIsNotFetched() throws IOException {
        Path file =
                rewritten(xml -> xml.replace("?>", "?><!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/none.dtd\">"));
        assertThat(read(file).text(0, 0)).isEqualTo("text of the cell");
    }

    @Test
    void aCellThatWouldFillTheMemoryIsRefused() throws IOException {
        Path file = rewritten(xml -> xml.replace("text of the cell", "a".repeat(3_000_000)));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("The workbook is too large when unpacked");
    }

    /** The size in the directory of the archive is no promise. */
    @Test
    void whatAWorkbookSaysOfItsSizeIsNotBelieved() throws IOException {
        Path file = rewritten(xml -> xml.replace("text of the cell", "a".repeat(3_000_000)));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length - 46; i++) {
            boolean entry = archive.getInt(i) == 0x02014b50;
            if (entry && new String(bytes, i + 46, archive.getShort(i + 28), StandardCharsets.UTF_8).equals(SHEET)) {
                archive.putInt(i + 24, 200);
            }
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file)).isInstanceOf(TableException.class);
    }

    private static Grid read(Path file) {
        try (Workbook book = Workbook.open(file)) {
            return book.cells("S", CellRange.ALL).grid();
        }
    }

    /** A workbook of one cell, its sheet rewritten. */
    private Path rewritten(UnaryOperator<String> change) throws IOException {
        Path plain = TinyWorkbook.write(
                folder.resolve("plain.xlsx"), false, Map.of("S", List.of(row(1, text("A1", "text of the cell")))));
        Path file = folder.resolve("rewritten.xlsx");
        try (ZipFile from = new ZipFile(plain.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                String xml = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().equals(SHEET) ? change.apply(xml) : xml).getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return file;
    }
}
