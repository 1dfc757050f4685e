package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.VisibleText;
import org.junit.jupiter.api.Test;

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
                        new Row("=1+1", 1234.5, Double.NaN),
                        new Row("a, \"b\"\nc", Double.NaN, 0.1714),
                        new Row("\u94dd\u7b94 \u001b[31m", Double.NaN, Double.NaN)));
        assertThat(CsvText.write(List.of("ILLUSTRATIVE:\nall"), FlatTable.of(listing)))
                .isEqualTo("""
                        # ILLUSTRATIVE: all
                        name,money,rate-percent
                        '=1+1,1234.5,
                        "a, ""b""
                        c",,17.14
                        \u94dd\u7b94 \u001b[31m,,
                        """);
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
