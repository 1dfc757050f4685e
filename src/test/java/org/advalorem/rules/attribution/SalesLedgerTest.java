package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the ledger to f.o.b. values: 19 CFR 351.525(a). */
@Shows("1")
final class SalesLedgerTest {
    private static Scenarios ledger(SourceNode... rows) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence((Object[]) rows),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "1000")));
    }

    private static double fob(SourceNode... rows) {
        return ledger(rows).run().denominator("a", "aid");
    }

    @Test
    void totalSalesMixDomesticAndExportedOnes() {
        assertThat(fob(sale(2016, "a", "", "domestic", "60000"), sale(2016, "a", "", "France", "40000")))
                .isEqualTo(100000.0);
    }

    @Test
    void returnsComeOff() {
        assertThat(fob(sale(2016, "a", "", "domestic", "60000", "returns", "2500")))
                .isEqualTo(57500.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})
    void freightComesOffDeliveredSales(String terms) {
        assertThat(fob(
                        sale(2016, "a", "", "France", "60000", "terms", terms, "returns", "500", "freight", "3000"),
                        sale(2016, "a", "", "domestic", "10000")))
                .isEqualTo(66500.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXW", "FCA", "FAS", "FOB"})
    void freightOnOtherTermsIsRefused(String terms) {
        assertThat(ledger(sale(2016, "a", "", "France", "60000", "terms", terms, "freight", "3000"))
                        .problems())
                .containsExactly("A sale on " + terms + " terms includes freight of 3000.");
    }

    @Test
    void onlySalesOfThePeriodCount() {
        assertThat(fob(
                        sale(2015, "a", "", "domestic", "1"),
                        sale(2016, "a", "", "domestic", "60000"),
                        sale(2017, "a", "", "domestic", "1")))
                .isEqualTo(60000.0);
    }

    @Test
    void aLargeLedgerGivesTheSameAsASmallOne() {
        List<SourceNode> rows = new ArrayList<>();
        double expected = 0;
        for (int i = 1; i <= 1000; i++) {
            rows.add(sale(
                    2016, "a", "", "France", Integer.toString(1000 * i), "terms", "CIF", "freight", i, "returns", 2));
            expected += 1000.0 * i - i - 2;
        }
        assertThat(fob(rows.toArray(SourceNode[]::new))).isEqualTo(expected);
    }

    @Test
    void theScaleOfAColumnMovesSmallPartsOfALargeLedgerToo() {
        // 40 rows outside and 2 between the members: doubled, the denominator doubles
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(sale(2016, "a", "", "domestic", "1000"));
        }
        rows.add(sale(2016, "a", "b", "domestic", "300"));
        rows.add(sale(2016, "b", "a", "domestic", "200"));
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "a",
                                SourceNode.mapping("role", "producer"),
                                "b",
                                SourceNode.mapping("role", "producer")),
                        "sales",
                        SourceNode.sequence(rows.toArray()),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "1000", "to", "a")))
                .run();
        assertThat(outcome.denominator("g", "aid")).isEqualTo(40000.0);
        var doubled =
                Values.of(outcome.determination().calculation(), Map.of("companies.g.sales.change.gross.scale", 2.0));
        assertThat(doubled.of(outcome.use("g", "aid", 0).denominator().orElseThrow()))
                .isEqualTo(80000.0);
    }

    @Test
    void strangersAndUnknownTermsAreProblems() {
        assertThat(ledger(sale(2016, "a", "", "domestic", "60000"), sale(2016, "b", "", "domestic", "60000"))
                        .problems())
                .containsExactly("The seller (b) is not a member.");
        assertThat(ledger(sale(2016, "a", "c", "domestic", "60000")).problems())
                .containsExactly("The buyer (c) is not a member.");
        assertThat(ledger(sale(2016, "a", "", "domestic", "60000", "terms", "C&F"))
                        .problems())
                .singleElement()
                .asString()
                .contains("(terms) is (C&F)");
        assertThat(ledger(sale(2016, "a", "", "domestic", "100", "returns", "101"))
                        .problems())
                .containsExactly("The returns of a sale exceed its gross value.");
        assertThat(ledger(sale(2016, "a", "", "domestic", "-100")).run().failed())
                .first()
                .asString()
                .contains("exceed the sales they reverse");
    }

    private static SourceNode dated(String date, String gross, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("date", date, "seller", "a", "gross", gross));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    @Test
    void theDateTellsTheYear() {
        assertThat(fob(
                        dated("2015-12-31", "1"),
                        dated("2016-01-01", "600"),
                        dated("2016-12", "400"),
                        dated("2017-01", "1"),
                        sale(2016, "a", "", "domestic", "50"),
                        dated("2016-05", "7", "year", 2016)))
                .isEqualTo(1057.0);
    }

    @Test
    void theDateTellsTheYearOfAPeriodThatIsNoCalendarYear() {
        assertThat(ledger(dated("2016-03", "1"), dated("2016-04", "600"), dated("2017-03-31", "400"))
                        .proceeding("period", "2016-04-01 to 2017-03-31")
                        .run()
                        .denominator("a", "aid"))
                .isEqualTo(1000.0);
    }

    @Test
    void aSaleNeedsAYearOrADateThatAgree() {
        assertThat(ledger(SourceNode.mapping("seller", "a", "gross", "1")).problems())
                .containsExactly("A sale has neither a year nor a date.");
        assertThat(ledger(dated("2016-05", "1", "year", 2015)).problems())
                .containsExactly("The sale of 2016-05 is under the year 2015, but falls in 2016.");
    }
}
