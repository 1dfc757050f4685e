package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.advalorem.rules.Scenarios.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sales through the affiliated reseller that fail a criterion stand at their entered value: of a rate of 5 %, 300 become 345
 * and pass, 200 become 205 and fail.
 */
@Shows("5")
final class FailingSalesTest {
    private static final String US = "United States";

    private static Scenarios group(SourceNode adjustment, List<SourceNode> sales) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .program("adverse", "type", "facts-available", "specificity", "export", "rate", "10%", "applied", "no")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p", SourceNode.mapping("role", "producer"),
                                "hk", SourceNode.mapping("role", "trading company", "resells", "p")),
                        "sales",
                        SourceNode.sequence(sales.toArray()),
                        "export-value-adjustment",
                        adjustment,
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "25", "to", "p"), "adverse", use("to", "p")));
    }

    private static SourceNode through(String method, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("through", "hk", "method", method));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    /** The four rows; the finding stands where the caller writes it. */
    private static List<SourceNode> tied(Object[] onPurchase, Object[] onResale) {
        return List.of(
                sale(2016, "p", "hk", US, "300", "invoice", "A"),
                sale(2016, "p", "hk", US, "200", with(onPurchase)),
                sale(2016, "hk", "", US, "345", "invoice", "A"),
                sale(2016, "hk", "", US, "205", with(onResale)));
    }

    private static Object[] with(Object... facts) {
        return facts;
    }

    /** Everything goes to the United States through hk, so that each method gives 5 x 505/550. */
    @ParameterizedTest
    @CsvSource({"ratio", "denominator", "blended"})
    void aFailingSaleStandsAtItsEnteredValue(String method) {
        double expected = 0.05 * 505 / 550;
        List<List<SourceNode>> ways = List.of(
                tied(with("invoice", "B"), with("invoice", "B", "one-to-one", "no")),
                tied(with("invoice", "B", "one-to-one", "no"), with("invoice", "B")),
                tied(with("invoice", "B", "one-to-one", "no"), with("invoice", "B", "one-to-one", "yes")),
                tied(with("one-to-one", "no"), with("one-to-one", "no")),
                tied(with("known-customer", "no"), with("direct-shipment", "no")));
        for (List<SourceNode> sales : ways) {
            Outcome outcome = group(through(method), sales).run();
            assertThat(outcome.rate("g"))
                    .isCloseTo(method.equals("denominator") ? 25.0 / (500 - 505 + 550) : expected, within(1e-16));
            assertThat(outcome.failed()).isEmpty();
        }
        List<SourceNode> passing = tied(with("invoice", "B"), with("invoice", "B", "one-to-one", "yes"));
        assertThat(group(through(method), passing).run().rate("g")).isCloseTo(25.0 / 550, within(1e-16));
    }

    @Test
    void itIsListedWithTheCriterionAndWarnedOf() {
        Outcome outcome = group(
                        through("ratio"),
                        tied(with("invoice", "B"), with("invoice", "B", "one-to-one", "no", "back-to-back", "no")))
                .run();
        assertThat(outcome.table("Sales that fail a criterion, left at their entered value"))
                .containsExactly(
                        "row 2 | p to hk, United States | invoice B | one-to-one, back-to-back | 200",
                        "row 4 | hk to others, United States | invoice B | one-to-one, back-to-back | 205");
        assertThat(outcome.assumptions()).contains("A74");
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note).contains("A75"));
        assertThat(outcome.determination().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .isEqualTo("2 rows of sales through hk fail a criterion of the export value adjustment"
                                + " (back-to-back in 2, one-to-one in 2) and keep their entered value; memo and eva"
                                + " list them."));
        assertThat(outcome.company("g").failingSales())
                .extracting(FailingSale::row)
                .containsExactly(2, 4);
        Outcome none = group(through("none"), tied(with("invoice", "B"), with("invoice", "B", "one-to-one", "no")))
                .run();
        assertThat(none.determination().warnings()).isEmpty();
        assertThat(none.company("g").failingSales()).hasSize(2);
        assertThat(none.rate("g")).isEqualTo(0.05);
    }

    /** 300 x 1.15 = 345, 200 x 1.15 = 230 on both sides: (300 + 230)/(345 + 230). */
    @Test
    void aStatedMarkupGivesTheEnteredValue() {
        List<SourceNode> sales =
                List.of(sale(2016, "p", "hk", US, "300"), sale(2016, "p", "hk", US, "200", "direct-shipment", "no"));
        assertThat(group(through("ratio", "markup", "15%"), sales).run().rate("g"))
                .isCloseTo(0.05 * 530 / 575, within(1e-16));
        assertThat(group(through("denominator", "markup", "15%"), sales).run().rate("g"))
                .isCloseTo(25.0 / (500 - 530 + 575), within(1e-16));
        Outcome both = group(through("ratio", "markup", "15%", "adjust-facts-available", "yes"), sales)
                .program("adverse", "type", "facts-available", "specificity", "export", "rate", "10%")
                .run();
        assertThat(both.rate("g")).isCloseTo(0.15 * 530 / 575, within(1e-16));
    }

    /** A sale to Japan that fails is no matter of a ratio of sales to the United States. */
    @Test
    void aFailingSaleElsewhereIsNoMatterOfTheRatio() {
        List<SourceNode> sales = List.of(
                sale(2016, "p", "hk", US, "300"),
                sale(2016, "p", "hk", "Japan", "200", "direct-shipment", "no"),
                sale(2016, "hk", "", US, "345"),
                sale(2016, "hk", "", "Japan", "220", "direct-shipment", "no"));
        assertThat(group(through("ratio"), sales).run().rate("g")).isCloseTo(0.05 * 300 / 345, within(1e-16));
        assertThat(group(through("denominator"), sales).run().rate("g"))
                .isCloseTo(25.0 / (500 - 520 + 565), within(1e-16));
    }

    /** Once a sale is answered for, the company's no holds of every sale that is not. */
    @Test
    void aBlankAnswerIsTheCompanys() {
        SourceNode no = SourceNode.mapping("one-to-one", "no");
        List<SourceNode> answered = List.of(
                sale(2016, "p", "hk", US, "300", "invoice", "A"),
                sale(2016, "p", "hk", US, "200", "invoice", "B"),
                sale(2016, "hk", "", US, "345", "invoice", "A", "one-to-one", "yes"),
                sale(2016, "hk", "", US, "205", "invoice", "B"));
        assertThat(group(through("ratio", "criteria", no), answered).run().rate("g"))
                .isCloseTo(0.05 * 505 / 550, within(1e-16));
        List<SourceNode> silent = tied(with("invoice", "B"), with("invoice", "B"));
        assertThat(group(through("ratio", "criteria", no), silent).run().rate("g"))
                .as("a warning, and the adjustment as asked for")
                .isCloseTo(25.0 / 550, within(1e-16));
    }

    @Test
    void aFindingOnOneSideAloneIsRefused() {
        assertThat(group(through("ratio"), tied(with(), with("one-to-one", "no")))
                        .problems())
                .containsExactly("A sale without an invoice by (hk) fails a criterion of the adjustment, but no sale"
                        + " without an invoice to it does.");
        assertThat(group(through("ratio"), tied(with("invoice", "B", "one-to-one", "no"), with("invoice", "C")))
                        .problems())
                .containsExactly("A sale of invoice (B) to (hk) fails a criterion of the adjustment, but no sale of"
                        + " invoice (B) by it does.");
        assertThat(group(through("ratio"), tied(with(), with("one-to-one", "maybe")))
                        .problems())
                .singleElement()
                .asString()
                .contains("expected one of: yes, no");
    }

    /** Over random sales, some of them resold for less, to the United States and elsewhere: each one more that fails. */
    @Test
    void failingNeverLowersTheRate() {
        var random = new Random(19122);
        for (int round = 0; round < 60; round++) {
            int sales = 2 + random.nextInt(6);
            long[] transfer = new long[sales];
            long[] resale = new long[sales];
            String[] destination = new String[sales];
            for (int i = 0; i < sales; i++) {
                transfer[i] = 100L + random.nextInt(900);
                resale[i] = transfer[i] + (i == 0 ? 400 : random.nextInt(150) - 50);
                destination[i] = i == 0 || random.nextInt(3) > 0 ? US : "Japan";
            }
            for (String method : List.of("ratio", "denominator", "blended")) {
                double before = 0;
                for (int failing = 0; failing <= sales; failing++) {
                    List<SourceNode> rows = new ArrayList<>(
                            List.of(sale(2016, "p", "", "domestic", "500"), sale(2016, "p", "", US, "300")));
                    for (int i = 0; i < sales; i++) {
                        Object[] more = with("invoice", "I" + i, "direct-shipment", i < failing ? "no" : "yes");
                        rows.add(sale(2016, "p", "hk", destination[i], Long.toString(transfer[i]), "invoice", "I" + i));
                        rows.add(sale(2016, "hk", "", destination[i], Long.toString(resale[i]), more));
                    }
                    double rate = group(through(method), rows).run().rate("g");
                    assertThat(rate).as(method + " " + failing).isGreaterThanOrEqualTo(before * (1 - 1e-14));
                    before = rate;
                }
            }
        }
    }
}
