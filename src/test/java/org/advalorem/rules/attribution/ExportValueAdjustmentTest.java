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
import org.junit.jupiter.params.provider.ValueSource;

/** The export value adjustment: Slip Op. 19-122, 57 FR 26646. */
@Shows("5")
final class ExportValueAdjustmentTest {
    private static final String US = "United States";
    private static final SourceNode MEMBERS = SourceNode.mapping(
            "p", SourceNode.mapping("role", "producer"),
            "hk", SourceNode.mapping("role", "trading company", "resells", "p"));

    /** A grant of 5 million over the producer's sales, some of them through hk. */
    private static Scenarios channel(SourceNode adjustment, SourceNode... sales) {
        return channel("domestic", adjustment, sales);
    }

    private static Scenarios channel(String specificity, SourceNode adjustment, SourceNode... sales) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring", "specificity", specificity)
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "sales",
                        SourceNode.sequence((Object[]) sales),
                        "export-value-adjustment",
                        adjustment,
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "5 million", "to", "p")));
    }

    private static SourceNode through(String method, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("through", "hk", "method", method));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    private static SourceNode[] sales(String elsewhere, String transfer, String resale) {
        return new SourceNode[] {
            sale(2016, "p", "", "domestic", elsewhere),
            sale(2016, "p", "hk", US, transfer),
            sale(2016, "hk", "", US, resale)
        };
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100000000, 105000000, 4.7619, 4.7619",
        "40000000, 60000000, 63000000, 4.7619, 4.8544",
        "40000000, 60000000, 72000000, 4.1667, 4.4643",
    })
    void ratioAndDenominatorMethods(
            String elsewhere, String transfer, String resale, double ratio, double denominator) {
        SourceNode[] sales = sales(elsewhere, transfer, resale);
        assertThat(channel(through("none"), sales).run().rate("g")).isEqualTo(0.05);
        assertThat(100 * channel(through("ratio"), sales).run().rate("g")).isCloseTo(ratio, within(5e-5));
        assertThat(100 * channel(through("denominator"), sales).run().rate("g")).isCloseTo(denominator, within(5e-5));
    }

    @Test
    void collectedDuty() {
        SourceNode[] sales = sales("40000000", "60000000", "72000000");
        assertThat(72e6 * channel(through("ratio"), sales).run().rate("g")).isCloseTo(3_000_000, within(0.005));
        assertThat(72e6 * channel(through("denominator"), sales).run().rate("g"))
                .isCloseTo(3_214_285.71, within(0.005));
        assertThat(72e6 * channel(through("none"), sales).run().rate("g")).isCloseTo(3_600_000, within(0.005));
    }

    @Shows("P11")
    @Test
    void theBlendedRateCollectsExactlyTheSubsidyOnAllUsSales() {
        // T to the U.S. 40m at 46m, direct to the U.S. 20m, 20m of the channel to France, 20m at home
        double rate = channel(
                        through("blended"),
                        sale(2016, "p", "hk", US, "40000000"),
                        sale(2016, "p", "hk", "France", "20000000"),
                        sale(2016, "p", "", US, "20000000"),
                        sale(2016, "p", "", "domestic", "20000000"),
                        sale(2016, "hk", "", US, "46000000"),
                        sale(2016, "hk", "", "France", "26000000"))
                .run()
                .rate("g");
        assertThat(100 * rate).isCloseTo(4.5455, within(5e-5));
        assertThat(rate * (46e6 + 20e6)).isCloseTo(3_000_000, within(1e-6));
    }

    @Test
    void theMarkupAndTheResaleValueAreTwoWaysToSayTheSame() {
        for (String method : List.of("ratio", "denominator", "blended")) {
            double byLedger = channel(through(method), sales("40000000", "60000000", "72000000"))
                    .run()
                    .rate("g");
            double byMarkup = channel(
                            through(method, "markup", "20%"),
                            sale(2016, "p", "", "domestic", "40000000"),
                            sale(2016, "p", "hk", US, "60000000"))
                    .run()
                    .rate("g");
            assertThat(byMarkup).isCloseTo(byLedger, within(1e-16));
        }
    }

    @Shows("P5")
    @Test
    void theMethodsCoincideWithoutMarkupOrWhenEverySaleGoesThroughTheChannel() {
        var random = new Random(26646);
        for (int i = 0; i < 100; i++) {
            long transfer = 1L + random.nextInt(1_000_000);
            long elsewhere = random.nextInt(4) == 0 ? 0 : 1L + random.nextInt(1_000_000);
            long markup = random.nextInt(4) == 0 ? 0 : 1L + random.nextInt(1_000_000);
            SourceNode[] sales =
                    sales(Long.toString(elsewhere), Long.toString(transfer), Long.toString(transfer + markup));
            double none = channel(through("none"), sales).run().rate("g");
            double ratio = channel(through("ratio"), sales).run().rate("g");
            double denominator = channel(through("denominator"), sales).run().rate("g");
            if (markup == 0) {
                assertThat(ratio).isEqualTo(none);
                assertThat(denominator).isCloseTo(none, within(none * 1e-15));
            } else if (elsewhere == 0) {
                assertThat(denominator).isCloseTo(ratio, within(ratio * 1e-14)).isLessThan(none);
            } else {
                assertThat(ratio).isLessThan(denominator);
                assertThat(denominator).isLessThan(none);
            }
        }
    }

    @Test
    void forAnExportProgramWithAllExportsThroughTheChannelTheMethodsCoincide() {
        SourceNode[] sales = sales("40000000", "60000000", "63000000");
        double ratio = channel("export", through("ratio"), sales).run().rate("g");
        double denominator =
                channel("export", through("denominator"), sales).run().rate("g");
        assertThat(ratio).isCloseTo(5.0 / 63, within(1e-16));
        assertThat(denominator).isCloseTo(ratio, within(1e-16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "denominator", "blended"})
    void aMarkDownIsRefused(String method) {
        assertThat(channel(through(method), sales("0", "60000000", "59999999"))
                        .run()
                        .failed())
                .contains("The resale value through (hk) is below the transfer value: a markdown would raise the"
                        + " rate. Check that the transfer and resale values are not swapped.");
        assertThat(channel(through(method, "markup", "-1%"), sales("0", "60000000", "63000000"))
                        .run()
                        .failed())
                .contains("The markup of (hk) is negative: a markdown would raise the rate. Check that the transfer"
                        + " and resale values are not swapped.");
        assertThat(channel(through("none"), sales("0", "60000000", "59999999"))
                        .run()
                        .failed())
                .isEmpty();
    }

    @Test
    void aDenominatorThatHoldsTheOutsidePriceIsNotAdjusted() {
        Outcome outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p", SourceNode.mapping("role", "producer"),
                                "hk", SourceNode.mapping("role", "trading company"),
                                "h",
                                        SourceNode.mapping(
                                                "role",
                                                "holding",
                                                "consolidated-sales",
                                                SourceNode.mapping("2016", "100 million"))),
                        "sales",
                        SourceNode.sequence((Object[]) sales("40000000", "60000000", "63000000")),
                        "export-value-adjustment",
                        through("denominator"),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "5 million", "to", "h")))
                .run();
        assertThat(outcome.rate("g")).isEqualTo(0.05);
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note).contains("No export value adjustment"));
    }

    @Test
    void aSetThatHoldsTheResellerCountsItsOutsidePriceAndIsNotAdjusted() {
        Outcome outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p",
                                SourceNode.mapping("role", "producer"),
                                "hk",
                                SourceNode.mapping("role", "producer")),
                        "sales",
                        SourceNode.sequence((Object[]) sales("40000000", "60000000", "63000000")),
                        "export-value-adjustment",
                        through("denominator"),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "5 million", "to", "p")))
                .run();
        assertThat(outcome.denominator("g", "aid")).isEqualTo(103e6);
        assertThat(outcome.rate("g")).isEqualTo(5.0 / 103);
    }

    @Test
    void theResaleValueIsThatOfTheSalesInTheDenominator() {
        // tied to foil: neither hk's sales of sheet, nor what it sold to a member, nor another year's belong to M
        Outcome outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "p", "hk", US, "50000000", "product", "foil"),
                                sale(2016, "p", "hk", US, "30000000", "product", "sheet"),
                                sale(2016, "p", "", "domestic", "50000000", "product", "foil"),
                                sale(2016, "hk", "", US, "60000000", "product", "foil"),
                                sale(2016, "hk", "", US, "90000000", "product", "sheet"),
                                sale(2016, "hk", "p", "domestic", "7000000", "product", "foil"),
                                sale(2015, "hk", "", US, "8000000", "product", "foil")),
                        "export-value-adjustment",
                        through("denominator"),
                        "uses",
                        SourceNode.mapping(
                                "aid",
                                grant(
                                        "2016-05-01",
                                        "5 million",
                                        "to",
                                        "p",
                                        "tied-to",
                                        SourceNode.mapping("product", "foil"))))
                .run();
        assertThat(outcome.rate("g")).isCloseTo(5.0 / 110, within(1e-16));
    }

    @Test
    void aResellerOfOtherGoodsTooNeedsAStatedMarkup() {
        SourceNode members = SourceNode.mapping(
                "p", SourceNode.mapping("role", "producer"),
                "x", SourceNode.mapping("role", "other"),
                "hk", SourceNode.mapping("role", "trading company"));
        SourceNode sales = SourceNode.sequence(
                sale(2016, "p", "hk", US, "50000000"),
                sale(2016, "x", "hk", US, "50000000"),
                sale(2016, "hk", "", US, "120000000"));
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        members,
                        "sales",
                        sales,
                        "export-value-adjustment",
                        through("ratio"),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "5 million", "to", "p")));
        assertThat(scenario.problems())
                .singleElement()
                .asString()
                .startsWith("The markup of (hk) cannot be computed: it also resells");
        assertThat(channel(through("ratio"), sale(2016, "p", "hk", US, "50000000"))
                        .problems())
                .singleElement()
                .asString()
                .contains("has no sales by it to outside customers");
    }

    @Test
    void withoutSalesToTheUnitedStatesTheBlendHasNothingToDivideBy() {
        assertThat(channel(
                                through("blended"),
                                sale(2016, "p", "hk", "France", "50000000"),
                                sale(2016, "hk", "", "France", "60000000"))
                        .run()
                        .failed())
                .first()
                .asString()
                .contains("(blended) divides by must be more than zero");
    }

    /** Zhongji: 17.14 percent, of which 10.54 on facts available; markup 5 %, every sale through the channel. */
    private static Scenarios zhongji(String method, Object... more) {
        List<Object> adjustment = new ArrayList<>(List.of("through", "hk", "method", method, "markup", "5%"));
        adjustment.addAll(List.of(more));
        return Scenarios.investigation()
                .program("calculated", "type", "grant", "recurrence", "recurring")
                .program("adverse", "type", "facts-available", "specificity", "export", "rate", "10.54%")
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "sales",
                        SourceNode.sequence(sale(2016, "p", "hk", US, "100000000")),
                        "export-value-adjustment",
                        SourceNode.mapping(adjustment.toArray()),
                        "uses",
                        SourceNode.mapping(
                                "calculated",
                                grant("2016-05-01", "6.6 million", "to", "p"),
                                "adverse",
                                use("to", "p")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "denominator", "blended"})
    void ratesOnFactsAvailableAreAdjustedOnlyWhereTheSwitchSaysSo(String method) {
        assertThat(zhongji("none").run().published("g")).isEqualTo("17.14");
        assertThat(zhongji(method).run().published("g")).isEqualTo("16.83");
        assertThat(zhongji(method).run().assumptions()).contains("A23");
        assertThat(zhongji(method, "adjust-facts-available", "yes").run().assumptions())
                .doesNotContain("A23");
        assertThat(zhongji(method, "adjust-facts-available", "yes")
                        .proceeding("rounding", "sum then round")
                        .run()
                        .published("g"))
                .isEqualTo("16.32");
        assertThat(zhongji(method, "adjust-facts-available", "yes").run().published("g"))
                .as("10.04 + 6.29, each rounded first")
                .isEqualTo("16.33");
    }

    @Test
    void adjustingRatesOnFactsAvailableNeedsAMarkup() {
        Scenarios scenario = Scenarios.investigation()
                .program("adverse", "type", "facts-available", "rate", "10.54%")
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "export-value-adjustment",
                        through("ratio", "adjust-facts-available", "yes"),
                        "uses",
                        SourceNode.mapping("adverse", use("to", "p")));
        assertThat(scenario.problems())
                .singleElement()
                .asString()
                .contains("a rate on facts available has no sales of its own");
    }

    @ParameterizedTest
    @CsvSource({"4%, false", "4.0001%, true", "3.9999%, false"})
    void justOverFourPercentBringsOnePointZeroFourUnderOne(String markup, boolean deMinimis) {
        Outcome outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "sales",
                        SourceNode.sequence(sale(2016, "p", "hk", US, "100000000")),
                        "export-value-adjustment",
                        through("ratio", "markup", markup),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "1.04 million", "to", "p")))
                .run();
        assertThat(outcome.deMinimis("g")).isEqualTo(deMinimis);
    }

    @Test
    void aCriterionThatIsNotMetIsNotedWhenTheAdjustmentIsMade() {
        SourceNode criteria =
                SourceNode.mapping("affiliated", "yes", "one-to-one", "no", "direct-shipment", "disputed");
        assertThat(channel(through("ratio", "criteria", criteria), sales("0", "60000000", "63000000"))
                        .run()
                        .notes())
                .anySatisfy(note -> assertThat(note).startsWith("A criterion is not met"));
        assertThat(channel(through("none", "criteria", criteria), sales("0", "60000000", "63000000"))
                        .run()
                        .notes())
                .noneSatisfy(note -> assertThat(note).startsWith("A criterion is not met"));
    }

    @Test
    void aMarkDownOfTheSalesToTheUnitedStatesOrOfAllIsRefused() {
        String refused =
                "The resale value through (hk) is below the transfer value: a markdown would raise the rate. Check"
                        + " that the transfer and resale values are not swapped.";
        // 60 million become 69, but 40 to the United States become 39
        assertThat(channel(through("blended"), towards("39000000", "30000000"))
                        .run()
                        .failed())
                .containsExactly(refused);
        // 40 million to the United States become 41, 60 in all become 59: refused of what takes all, and of nothing
        // else
        SourceNode[] allMarkedDown = towards("41000000", "18000000");
        assertThat(channel(through("denominator"), allMarkedDown).run().failed())
                .containsExactly(refused);
        assertThat(channel(through("ratio", "destinations", "all"), allMarkedDown)
                        .run()
                        .failed())
                .containsExactly(refused);
        assertThat(channel(through("blended"), allMarkedDown).run().failed()).isEmpty();
        assertThat(channel(through("ratio"), allMarkedDown).run().failed()).isEmpty();
        assertThat(channel(through("blended"), towards("40000000", "20000000"))
                        .run()
                        .failed())
                .as("no markup at all is none below zero")
                .isEmpty();
    }

    private static SourceNode[] towards(String resaleToUs, String resaleToFrance) {
        return new SourceNode[] {
            sale(2016, "p", "hk", US, "40000000"),
            sale(2016, "p", "hk", "France", "20000000"),
            sale(2016, "hk", "", US, resaleToUs),
            sale(2016, "hk", "", "France", resaleToFrance)
        };
    }

    @Test
    void theTransferAndResaleValuesOfADenominatorAreShown() {
        String title = "Through the affiliated reseller: all sales of p, 2016";
        SourceNode[] sales = sales("40000000", "60000000", "72000000");
        assertThat(channel(through("ratio"), sales).run().table(title))
                .containsExactly("100000000 | United States | 60000000 | 72000000");
        assertThat(channel(through("denominator"), sales).run().table(title))
                .containsExactly("100000000 | all | 60000000 | 72000000");
        Outcome none = channel(through("none"), sales).run();
        assertThat(none.table(title)).isEmpty();
        assertThat(none.notes()).noneMatch(note -> note.startsWith("No export value adjustment"));
    }

    @Test
    void theCriteriaAreShownAsFound() {
        SourceNode criteria =
                SourceNode.mapping("affiliated", "yes", "one-to-one", "no", "direct-shipment", "disputed");
        assertThat(channel(through("ratio", "criteria", criteria), sales("0", "60000000", "63000000"))
                        .run()
                        .table("Criteria"))
                .containsExactly(
                        "The price on which the subsidy is based differs from the U.S. invoice price. | not stated",
                        "The exporter and the invoicing party are affiliated. | yes",
                        "The U.S. invoice establishes the customs value. | not stated",
                        "The two invoices correspond one to one. | no",
                        "The goods are shipped directly to the United States. | disputed",
                        "The invoices are identical except for the price. | not stated");
    }

    @Test
    void allCriteriaMetAreNotNoted() {
        SourceNode criteria = SourceNode.mapping("affiliated", "yes", "one-to-one", "disputed");
        assertThat(channel(through("ratio", "criteria", criteria), sales("0", "60000000", "63000000"))
                        .run()
                        .notes())
                .noneMatch(note -> note.startsWith("A criterion is not met"));
    }

    @Test
    void theMethodAndWhatItLeavesAloneAreSaid() {
        assertThat(zhongji("ratio").run().notes())
                .contains("Method: ratio, through hk. Rates on facts available are not adjusted.");
        assertThat(zhongji("ratio", "adjust-facts-available", "yes").run().notes())
                .contains("Method: ratio, through hk. Rates on facts available are adjusted too.");
        Outcome outcome = zhongji("ratio").run();
        assertThat(outcome.authority("Markup of the affiliate").citation()).isEqualTo("a fact of the scenario");
    }

    /** 500 to the United States become 550, 500 to Japan stay 500; 1000 at home: of a rate of 2.5 %. */
    private static final SourceNode[] BY_DESTINATION = {
        sale(2016, "p", "", "domestic", "100000000"),
        sale(2016, "p", "hk", US, "50000000"),
        sale(2016, "p", "hk", "Japan", "50000000"),
        sale(2016, "hk", "", US, "55000000"),
        sale(2016, "hk", "", "Japan", "50000000")
    };

    @ParameterizedTest
    @CsvSource({
        "ratio, '', 0.909090909090909",
        "ratio, United States, 0.909090909090909",
        "ratio, all, 0.952380952380952",
        "denominator, '', 0.975609756097561",
        "denominator, all, 0.975609756097561",
        "denominator, United States, 0.975609756097561",
        "blended, '', 0.909090909090909",
        "blended, all, 0.909090909090909",
    })
    void theRatioIsOfSalesAsEnteredIntoTheUnitedStates(String method, String destinations, double factor) {
        SourceNode adjustment =
                destinations.isEmpty() ? through(method) : through(method, "destinations", destinations);
        assertThat(channel(adjustment, BY_DESTINATION).run().rate("g")).isCloseTo(0.025 * factor, within(1e-15));
    }

    /** Both resold at more: S - T + M is 200 - 50 + 55 of those to the United States, 200 - 100 + 115 of all. */
    @Test
    void theDenominatorMethodTakesAllDestinationsUnlessTold() {
        SourceNode[] sales = BY_DESTINATION.clone();
        sales[4] = sale(2016, "hk", "", "Japan", "60000000");
        assertThat(channel(through("denominator"), sales).run().rate("g")).isCloseTo(5.0 / 215, within(1e-15));
        assertThat(channel(through("denominator", "destinations", "United States"), sales)
                        .run()
                        .rate("g"))
                .isCloseTo(5.0 / 205, within(1e-15));
    }

    @Test
    void withAStatedMarkupTheRatioIsTheSameEitherWay() {
        for (String destinations : List.of("United States", "all")) {
            assertThat(channel(through("ratio", "markup", "6%", "destinations", destinations), BY_DESTINATION)
                            .run()
                            .rate("g"))
                    .isCloseTo(0.025 / 1.06, within(1e-16));
        }
        assertThat(channel(
                                through("ratio", "markup", "6%"),
                                sale(2016, "p", "", "domestic", "1000000"),
                                sale(2016, "p", "hk", "France", "99000000"))
                        .run()
                        .rate("g"))
                .isCloseTo(0.05 / 1.06, within(1e-16));
    }

    @Test
    void aLedgerWithoutDestinationsCountsAsSalesToTheUnitedStatesAndSaysSo() {
        Outcome silent = channel(
                        through("ratio"),
                        sale(2016, "p", "", "domestic", "40000000"),
                        sale(2016, "p", "hk", "domestic", "60000000"),
                        sale(2016, "hk", "", "domestic", "72000000"))
                .run();
        assertThat(silent.rate("g")).isCloseTo(0.05 * 60 / 72, within(1e-16));
        assertThat(silent.assumptions()).contains("A72");
        assertThat(silent.table("Through the affiliated reseller: all sales of p, 2016"))
                .containsExactly("100000000 | all; the ledger names none | 60000000 | 72000000");
        assertThat(channel(through("ratio"), BY_DESTINATION).run().assumptions())
                .doesNotContain("A72");
        assertThat(channel(through("ratio", "destinations", "all"), BY_DESTINATION)
                        .run()
                        .assumptions())
                .doesNotContain("A72");
    }

    @Test
    void whatOnlyOneSideTellsIsTakenWhenItTellsAll() {
        SourceNode home = sale(2016, "p", "", "domestic", "40000000");
        SourceNode bought = sale(2016, "p", "hk", "domestic", "60000000");
        assertThat(channel(through("ratio"), home, bought, sale(2016, "hk", "", US, "72000000"))
                        .run()
                        .rate("g"))
                .isCloseTo(0.05 * 60 / 72, within(1e-16));
        assertThat(channel(
                                through("ratio"),
                                home,
                                bought,
                                sale(2016, "hk", "", US, "52000000"),
                                sale(2016, "hk", "", "Japan", "20000000"))
                        .problems())
                .singleElement()
                .asString()
                .contains("as the destination of goods resold by (hk), but not of goods sold to it.");
        assertThat(channel(
                                through("ratio"),
                                home,
                                sale(2016, "p", "hk", US, "60000000"),
                                sale(2016, "hk", "", "Japan", "72000000"))
                        .problems())
                .singleElement()
                .asString()
                .contains("as the destination of goods sold to (hk), but not of goods that it resells.");
    }

    @Test
    void withoutSalesToTheUnitedStatesARatioHasNothingToDivideBy() {
        SourceNode[] sales = {sale(2016, "p", "hk", "France", "50000000"), sale(2016, "hk", "", "France", "60000000")};
        assertThat(channel(through("ratio"), sales).run().failed())
                .startsWith("The sales that the export value adjustment (ratio) divides by must be more than zero. The"
                        + " ledger may have no sales to the United States. Write destinations: all to include the"
                        + " others.");
        assertThat(channel(through("ratio", "destinations", "all"), sales).run().rate("g"))
                .isCloseTo(5.0 / 60, within(1e-16));
    }

    @Test
    void aYearOfApprovalNeedsNoResales() {
        Outcome outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "non-recurring", "discount-rate", "5%")
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "sales",
                        SourceNode.sequence(
                                sale(2015, "p", "hk", US, "1000000"),
                                sale(2016, "p", "hk", US, "60000000"),
                                sale(2016, "hk", "", US, "72000000")),
                        "export-value-adjustment",
                        through("ratio"),
                        "uses",
                        SourceNode.mapping("aid", grant("2015-05-01", "5 million", "to", "p")))
                .run();
        assertThat(outcome.failed()).isEmpty();
    }

    /** The ledger's T and M of all producers: 60 to the United States become 72, whichever program was not answered. */
    @Test
    void aRateOnFactsAvailableIsAdjustedByTheLedgersMarkup() {
        SourceNode members = SourceNode.mapping(
                "p", SourceNode.mapping("role", "producer"),
                "q", SourceNode.mapping("role", "producer"),
                "hk", SourceNode.mapping("role", "trading company"));
        for (String method : List.of("ratio", "denominator", "blended")) {
            Outcome outcome = Scenarios.investigation()
                    .program("adverse", "type", "facts-available", "specificity", "export", "rate", "12%")
                    .company(
                            "g",
                            "members",
                            members,
                            "sales",
                            SourceNode.sequence(
                                    sale(2016, "p", "hk", US, "40000000"),
                                    sale(2016, "q", "hk", US, "20000000"),
                                    sale(2016, "q", "hk", "Japan", "20000000"),
                                    sale(2016, "hk", "", US, "72000000"),
                                    sale(2016, "hk", "", "Japan", "20000000")),
                            "export-value-adjustment",
                            through(method, "adjust-facts-available", "yes"),
                            "uses",
                            SourceNode.mapping("adverse", use("to", "p")))
                    .run();
            assertThat(outcome.rate("g")).isCloseTo(0.10, within(1e-16));
            assertThat(outcome.assumptions()).contains("A73").doesNotContain("A23");
        }
    }

    private static List<String> warnings(Scenarios scenario) {
        return scenario.run().determination().warnings().stream()
                .map(warning -> warning.text())
                .toList();
    }

    @Test
    void aCriterionThatIsNotMetIsWarnedOfWhenTheAdjustmentIsMade() {
        SourceNode criteria = SourceNode.mapping("affiliated", "no", "one-to-one", "no", "direct-shipment", "disputed");
        SourceNode[] sales = sales("0", "60000000", "63000000");
        for (String method : List.of("ratio", "denominator", "blended")) {
            assertThat(warnings(channel(through(method, "criteria", criteria), sales)))
                    .containsExactly(
                            "The export value adjustment of g, through hk, is made although a criterion is answered"
                                    + " no: affiliated, one-to-one. All six are required, so practice would deny it; write"
                                    + " method: none to deny it.");
        }
        assertThat(warnings(channel(through("none", "criteria", criteria), sales)))
                .isEmpty();
        assertThat(warnings(channel(through("ratio", "criteria", SourceNode.mapping("affiliated", "disputed")), sales)))
                .isEmpty();
    }
}
