package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats, with texts that could break them. */
final class WritersTest {
    private static final Table TABLE = Table.titled("Ti|tle", "name", "#money")
            .row(Cell.of("=1+1"), Cell.of(1234.5, Figure.MONEY))
            .row(Cell.of("a, \"b\"\nc"), Cell.of(0.1714, Figure.PUBLISHED))
            .row(Cell.of("\u94dd\u7b94 \u001b[31m"), Cell.of(Double.NaN, Figure.RATE))
            .build();

    private static String text(Document document) {
        return TextWriter.write(document, VisibleText.WIDTH);
    }

    @Test
    void csvQuotesAndNeverHoldsAFormula() {
        record Row(String name, double money, double rate) {}
        Listing<Row> listing = ListingType.<Row>of("rows", "row", "Rows.")
                .text("name", Row::name, "The name.")
                .number(Figure.MONEY, "money", Row::money, "Money.")
                .number(Figure.PUBLISHED, "rate", Row::rate, "A rate.")
                .of(List.of(
                        new Row("=1+1", -0.0005, Double.NaN),
                        new Row("a, \"b\"\nc", Double.NaN, 0.1714),
                        new Row("\u94dd\u7b94 \u001b[31m\u0007", Double.NaN, Double.NaN)));
        assertThat(CsvText.write(
                        List.of("ILLUSTRATIVE:\nall", "Pipe,=cmd|'/c calc'!A1", "a \"b\"", "c;=1"),
                        FlatTable.of(listing)))
                .isEqualTo("""
                        # ILLUSTRATIVE: all
                        "# Pipe,=cmd|'/c calc'!A1"
                        "# a ""b""\"
                        "# c;=1"
                        name,money,rate-percent
                        '=1+1,-0.0005,
                        "a, ""b""
                        c",,17.14
                        \u94dd\u7b94 \u241b[31m\u2407,,
                        """);
        assertThat(CsvText.write(List.of("left out"), FlatTable.of(listing), new CsvStyle(true, false)))
                .startsWith("\ufeffname,money,rate-percent\n");
    }

    /** Wherever a spreadsheet may begin a cell: at the start, and after the separators of other countries. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "=1+1|'=1+1",
                "+1|'+1",
                "-0.0005|'-0.0005",
                "@SUM(A1)|'@SUM(A1)",
                "\uff1d1|'\uff1d1",
                "\uff0b1|'\uff0b1",
                "\uff0d1|'\uff0d1",
                "\uff20x|'\uff20x",
                "\u00a0=1|'\u00a0=1",
                "\"\t=1\"|\"'\t'=1\"",
                "\"\tx\"|\"'\tx\"",
                "a;=1;b|a;'=1;b",
                "a; -1|a;' -1",
                "\"a\n=1\"|\"a\n'=1\"",
                "\"a\tb\"|\"a\tb\"",
                "a=b-c|a=b-c",
                "Co., Ltd.|Co., Ltd.",
                "\"a\rb\"|a\u240db",
                "\"\r=1\"|\u240d=1",
                "\u202egnp.exe|<U+202E>gnp.exe",
                "a\u2066b\u200e\u061c|a<U+2066>b<U+200E><U+061C>",
                "a\u0085\u009b2J|a<U+0085><U+009B>2J",
                "\u0645\u06cc\u200c\u062e|\u0645\u06cc\u200c\u062e"
            })
    void aTextIsNoFormulaAndActsOnNothing(String text, String cell) {
        assertThat(CsvText.text(text)).isEqualTo(cell);
    }

    @Test
    void textAlignsWideCharactersAndShowsControlCharacters() {
        Document document = new Document.Builder().table(TABLE).build();
        assertThat(text(document)).isEqualTo("""
                        Ti|tle
                        name           money
                        ----------  --------
                        =1+1        1,234.50
                        a, "b" c      17.14%
                        \u94dd\u7b94 \u241b[31m       n/a
                        """);
    }

    private static Table wide(int columns) {
        String[] headings = new String[columns];
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            headings[i] = i == 0 ? "month" : "#price of source " + i;
            cells.add(i == 0 ? Cell.of("2016-01") : Cell.of(1_000_000.0 * i, Figure.MONEY));
        }
        return Table.titled("Build-up", headings).row(cells).build();
    }

    @Test
    void headingsBreakBeforeATableIsSplit() {
        assertThat(text(new Document.Builder().table(wide(9)).build())).isEqualTo("""
                        Build-up
                        month        price of      price of      price of      price of      price of      price of      price of      price of
                                     source 1      source 2      source 3      source 4      source 5      source 6      source 7      source 8
                        -------  ------------  ------------  ------------  ------------  ------------  ------------  ------------  ------------
                        2016-01  1,000,000.00  2,000,000.00  3,000,000.00  4,000,000.00  5,000,000.00  6,000,000.00  7,000,000.00  8,000,000.00
                        """);
        assertThat(text(new Document.Builder().table(wide(10)).build())).isEqualTo("""
                        Build-up
                        month        price of      price of      price of      price of      price of      price of      price of      price of
                                     source 1      source 2      source 3      source 4      source 5      source 6      source 7      source 8
                        -------  ------------  ------------  ------------  ------------  ------------  ------------  ------------  ------------
                        2016-01  1,000,000.00  2,000,000.00  3,000,000.00  4,000,000.00  5,000,000.00  6,000,000.00  7,000,000.00  8,000,000.00

                        Build-up, continued
                        month        price of
                                     source 9
                        -------  ------------
                        2016-01  9,000,000.00
                        """);
    }

    @Test
    void partsRepeatTheColumnsThatTellRowsApart() {
        String[] headings = {"month", "grade", "kind", "#a", "#b", "#c"};
        String digits = "9".repeat(15);
        Table.Builder table = Table.titled("T", headings);
        for (String grade : List.of("heavy", "light")) {
            Cell number = Cell.of(Double.parseDouble(digits), Figure.MONEY);
            table.row(Cell.of("2016-01"), Cell.of(grade), Cell.of("x".repeat(50)), number, number, number);
        }
        assertThat(text(new Document.Builder().table(table.build()).build())
                        .lines()
                        .filter(line -> line.startsWith("month"))
                        .map(line -> line.replaceAll(" +", " ")))
                .containsExactly("month grade kind a b", "month grade c");
    }

    @Test
    void wordsMakeRoomAndBreakOnlyWhereTheyMay() {
        String words = "a long way to say it ".repeat(8).strip();
        String address = "companies.zhongji.uses.technology-transformation-grant.hf.received.2016-01-20.amount";
        Table.Builder table = Table.titled("", "~address", "~value", "words");
        table.row(Cell.of(address), Cell.empty(), Cell.empty());
        table.row(Cell.of(address), Cell.of("less-than-adequate-remuneration"), Cell.of(words));
        String text = text(new Document.Builder().table(table.build()).build());
        assertThat(text.lines()).allMatch(line -> line.length() <= VisibleText.WIDTH);
        assertThat(text.lines().skip(2)).first().isEqualTo(address);
        assertThat(text).contains("\ncompanies.zhongji.uses.technology-   ");
    }

    @Test
    void markdownEscapes() {
        Document document = new Document.Builder()
                .heading(2, "A_b *c*")
                .table(TABLE)
                .add(new Document.Step(3, "Rate <x>", "1%", List.of("a * `b`"), "19 CFR"))
                .build();
        assertThat(MarkdownWriter.write(document)).isEqualTo("""
                        ## A\\_b \\*c\\*

                        **Ti\\|tle**

                        | name | money |
                        | --- | ---: |
                        | \\=1+1 | 1,234.50 |
                        | a, "b" c | 17.14% |
                        | \u94dd\u7b94 \u241b\\[31m | n/a |

                        **\\[3\\] Rate \\<x\\>** = **1%** \s
                        = `a * 'b'` \s
                        *19 CFR*
                        """);
    }
}
