package org.advalorem.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableLayoutTest {
    private static Layout layout(String text, String... wanted) {
        return Layout.of(
                TextTable.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty())
                        .grid(),
                List.of(wanted));
    }

    /** Layout and traps of DataWeb's annual CSV, ../reference/formats. */
    @Test
    void linesAboveAndATotalOfTradeStatistics() {
        Layout layout = layout("""
                General Imports|Annual Data,,,,,
                Data Row Count,2,,,,
                Data Type,HTS Number,Description,Country,2023,2024
                General Import Charges,01,LIVE ANIMALS,Antigua and Barbuda,7173.00,0.00
                General Import Charges,03,"FISH AND CRUSTACEANS, ...",Argentina,6449678.00,12480536.00
                Total: ,,,,"6,456,851","12,480,536"
                """);
        assertThat(layout.headings())
                .containsExactly("Data Type", "HTS Number", "Description", "Country", "2023", "2024");
        assertThat(layout.preamble()).containsExactly(0, 1);
        assertThat(layout.body()).containsExactly(3, 4, 5);
        assertThat(layout.totals()).containsExactly(5);
        assertThat(layout.grid().text(3, 1)).isEqualTo("01");
    }

    /** Names, units and codes above the data of the World Bank's monthly prices. */
    @Test
    void headingsOfSeveralLines() {
        Layout layout = layout("""
                World Bank Commodity Price Data,,
                Updated on June 02,,
                ,Aluminum,"Rubber, TSR20 **"
                ,($/mt),($/kg)
                1960M01,511.47,…
                1960M02,511.47,0.62
                1960M03,511.47,0.63
                """);
        assertThat(layout.headings()).containsExactly("", "Aluminum ($/mt)", "Rubber, TSR20 ** ($/kg)");
        assertThat(layout.body()).hasSize(3);
    }

    @Test
    void headingsThatAreWantedAreFoundWhereverTheyStand() {
        Layout layout = layout("Company,Hongda\nMonth,Price\n2024-01,5\n", "month", "price");
        assertThat(layout.headingRows()).containsExactly(1);
    }

    @Test
    void aSecondTableIsNamed() {
        Layout layout = layout("month,price\n2024-01,5\n2024-02,6\n\ncode,meaning\na,7\n");
        assertThat(layout.body()).hasSize(2);
        assertThat(layout.grid().line(layout.secondTable())).isEqualTo(5);
    }

    /** Comments stand above the headings, however many commas they have; a heading may begin with the same sign. */
    @Test
    void commentsAboveTheHeadingsAreNoHeadings() {
        assertThat(layout("# prices, monthly, of ingot\n# source, a broker, 2024\nmonth,price,unit\n2024-01,5,USD/t\n")
                        .headings())
                .containsExactly("month", "price", "unit");
        assertThat(layout("#,month,price\n1,2024-01,5\n2,2024-02,6\n").headings())
                .containsExactly("#", "month", "price");
    }

    /** Rates of interest would else be months: 4.35 is no April 2035. */
    @Test
    void numbersWithAPointAreNoMonths() {
        Layout layout = layout("Loan,Rate\na,4.35\nb,5.10\n");
        assertThat(ColumnProfile.of(layout, 1).kind()).isEqualTo(ColumnProfile.Kind.NUMBER);
    }

    /** As many marks that open and none that closes: each must not be followed to the end. */
    @Test
    void marksThatNothingClosesCostNoWalkEach() {
        Layout layout = layout("a,b\n" + "\"x,\"y\n".repeat(60_000));
        assertThat(layout.headings()).containsExactly("a", "b");
    }

    @Test
    void numbersThatIdentifyStayText() {
        Layout layout = layout("Invoice,HTS,Amount\n001234,0101.21,5\n000017,0101.29,6\n");
        ColumnProfile invoice = ColumnProfile.of(layout, 0);
        assertThat(invoice.kind()).isEqualTo(ColumnProfile.Kind.TEXT);
        assertThat(invoice.reading()).isEqualTo("001234");
        assertThat(ColumnProfile.of(layout, 1).kind()).isEqualTo(ColumnProfile.Kind.TEXT);
    }
}
