package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.advalorem.Shows;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.ForgoneFine;
import org.advalorem.rules.OneUse;
import org.advalorem.rules.Programs;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which sales a subsidy is attributed: 19 CFR 351.525(b) and (c). */
@Shows("4")
final class AttributionTest {
    private static final String DAY = "2016-05-01";

    /** A recurring grant of 1,000,000 to one member. */
    private static Scenarios aid(String specificity, SourceNode members, SourceNode sales, Object... use) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring", "specificity", specificity)
                .company(
                        "g",
                        "members",
                        members,
                        "sales",
                        sales,
                        "uses",
                        SourceNode.mapping("aid", grant(DAY, "1000000", use)));
    }

    private static SourceNode member(String role, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("role", role));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    @Test
    void fourRecipientsEachOverItsOwnDenominator() {
        var outcome = Scenarios.investigation()
                .program("grant", "type", "grant", "recurrence", "recurring")
                .program("export-loan", "type", "grant", "recurrence", "recurring", "specificity", "export")
                .program("parent", "type", "grant", "recurrence", "recurring")
                .program("input", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p", member("producer"),
                                "h", member("holding", "consolidated-sales", SourceNode.mapping("2016", "300 million")),
                                "i", member("input supplier", "input-to", "p", "primarily-dedicated", "yes")),
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "p", "", "domestic", "30000000"),
                                sale(2016, "p", "", "France", "50000000"),
                                sale(2016, "i", "", "domestic", "18000000"),
                                sale(2016, "i", "p", "domestic", "12000000")),
                        "uses",
                        SourceNode.mapping(
                                "grant", grant(DAY, "400000", "to", "p"),
                                "export-loan", grant(DAY, "300000", "to", "p"),
                                "parent", grant(DAY, "900000", "to", "h"),
                                "input", grant(DAY, "250000", "to", "i")))
                .run();
        assertThat(outcome.of("companies.g.programs.grant.rate-unrounded")).isCloseTo(0.005, within(5e-9));
        assertThat(outcome.of("companies.g.programs.export-loan.rate-unrounded"))
                .isCloseTo(0.006, within(5e-9));
        assertThat(outcome.of("companies.g.programs.parent.rate-unrounded")).isCloseTo(0.003, within(5e-9));
        assertThat(outcome.of("companies.g.programs.input.rate-unrounded")).isCloseTo(0.00255102, within(5e-9));
        assertThat(outcome.denominator("g", "input")).isEqualTo(98e6);
        assertThat(outcome.rate("g")).isCloseTo(0.01655102, within(5e-9));
        assertThat(outcome.published("g")).isEqualTo("1.66");
    }

    @Test
    void exportSubsidyGoesOverExportsToAllMarkets() {
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "60000000"),
                sale(2016, "p", "", "United States", "15000000"),
                sale(2016, "p", "", "France", "25000000"));
        assertThat(aid("export", SourceNode.mapping("p", member("producer")), sales)
                        .run()
                        .denominator("g", "aid"))
                .isEqualTo(40e6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domestic", "import substitution"})
    void domesticSubsidyGoesOverAllSales(String specificity) {
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "60000000"), sale(2016, "p", "", "France", "40000000"));
        assertThat(aid(specificity, SourceNode.mapping("p", member("producer")), sales)
                        .run()
                        .denominator("g", "aid"))
                .isEqualTo(100e6);
    }

    @Test
    void salesToAnAffiliatedResellerAreExportsByTheirDestination() {
        var members = SourceNode.mapping("p", member("producer"), "hk", member("trading company", "resells", "p"));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "60000000"),
                sale(2016, "p", "hk", "United States", "40000000"),
                sale(2016, "hk", "", "United States", "44000000"));
        assertThat(aid("export", members, sales, "to", "p").run().denominator("g", "aid"))
                .isEqualTo(40e6);
    }

    @Test
    void aTieToAMarketOrAProductNarrowsTheDenominator() {
        var members = SourceNode.mapping("p", member("producer"));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "60000000", "product", "foil"),
                sale(2016, "p", "", "United States", "15000000", "product", "foil"),
                sale(2016, "p", "", "United States", "5000000", "product", "sheet"),
                sale(2016, "p", "", "France", "20000000", "product", "ingot"));
        assertThat(aid("domestic", members, sales, "tied-to", SourceNode.mapping("market", "United States"))
                        .run()
                        .denominator("g", "aid"))
                .isEqualTo(20e6);
        assertThat(aid("domestic", members, sales, "tied-to", SourceNode.mapping("product", "foil"))
                        .run()
                        .denominator("g", "aid"))
                .isEqualTo(75e6);
        assertThat(aid("export", members, sales, "tied-to", SourceNode.mapping("product", "foil"))
                        .run()
                        .denominator("g", "aid"))
                .isEqualTo(15e6);
        assertThat(aid(
                                "domestic",
                                members,
                                sales,
                                "tied-to",
                                SourceNode.mapping("product", SourceNode.sequence("ingot", "foil")))
                        .run()
                        .denominator("g", "aid"))
                .as("an input and its downstream product")
                .isEqualTo(95e6);
    }

    @Test
    void crossOwnedProducersShareTheirSalesLessThoseBetweenThem() {
        var members = SourceNode.mapping("p", member("producer"), "q", member("producer"));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "80000000"),
                sale(2016, "p", "q", "domestic", "7000000"),
                sale(2016, "q", "", "France", "30000000"),
                sale(2016, "q", "p", "domestic", "5000000"));
        for (String recipient : List.of("p", "q")) {
            assertThat(aid("domestic", members, sales, "to", recipient).run().denominator("g", "aid"))
                    .isEqualTo(110e6);
        }
        assertThat(aid("domestic", members, sales, "to", "p", "denominator", "recipient")
                        .run()
                        .denominator("g", "aid"))
                .as("its sales to its sister are outside a set of one")
                .isEqualTo(87e6);
    }

    @ParameterizedTest
    @CsvSource({
        "producer, cross-owned, no",
        "input supplier, input-to, p",
        "other, cross-owned, yes",
    })
    void nothingIsAttributedWhenNoParagraphApplies(String role, String key, String value) {
        var members = SourceNode.mapping("p", member("producer"), "x", member(role, key, value));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "80000000"), sale(2016, "x", "", "domestic", "30000000"));
        var outcome = aid("domestic", members, sales, "to", "x").run();
        assertThat(outcome.rate("g")).isZero();
        assertThat(outcome.use("g", "aid", 0).denominatorLabel()).isEqualTo("not attributed");
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note).contains("Not attributed to the respondent"));
    }

    @Test
    void aGrantToAMemberThatIsNotAttributedNeedsNoSalesOfTheYearOfApproval() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping("p", member("producer"), "x", member("other")),
                        "sales",
                        SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2012-05-01", "1000000", "to", "x")))
                .run();
        assertThat(outcome.rate("g")).isZero();
        assertThat(outcome.failed()).isEmpty();
    }

    @Test
    void aDedicatedInputNeedsTheMemberItGoesTo() {
        var members = SourceNode.mapping(
                "p", member("producer"), "i", member("input supplier", "primarily-dedicated", "yes"));
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        assertThat(aid("domestic", members, sales, "to", "i").problems())
                .singleElement()
                .asString()
                .contains("(input-to) is missing");
    }

    @Shows("20.17")
    @ParameterizedTest
    @CsvSource({
        "2025, utility-share, 25%, 0.01",
        "2025, utility-share, 24.9%, 0",
        "2025, share-of-output, 25%, 0.01",
        "2025, share-of-output, 24.9%, 0",
        "2025, share-of-supply, 25%, 0.01",
        "2025, share-of-supply, 24.9%, 0",
        "2024, utility-share, 100%, 0",
        "1998, utility-share, 100%, 0",
    })
    void aUtilitySupplierIsAttributedFromAQuarterUnderTheTextOf2025Only(
            String regime, String kind, String share, double rate) {
        var members = SourceNode.mapping(
                "p", member("producer"), "u", member("utility supplier", "input-to", "p", kind, share));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "70000000"),
                sale(2016, "u", "", "domestic", "20000000"),
                sale(2016, "u", "p", "domestic", "10000000"));
        var outcome = aid("domestic", members, sales, "to", "u")
                .proceeding("regulation", regime)
                .run();
        assertThat(outcome.rate("g")).isCloseTo(rate, within(1e-15));
        assertThat(outcome.use("g", "aid", 0).authority().citation())
                .isEqualTo("19 CFR 351.525(b)(6)" + (regime.equals("2025") ? "(v)" : "(i)"));
    }

    @Test
    void oneShareOfAUtilityIsEnoughAndNoneIsRefused() {
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "100000000"));
        assertThat(aid("domestic", utility("share-of-output", "10%", "share-of-supply", "30%"), sales, "to", "u")
                        .proceeding("regulation", "2025")
                        .run()
                        .published("g"))
                .isEqualTo("1.00");
        assertThat(aid("domestic", utility("exclude-sales-between", "yes"), sales, "to", "u")
                        .proceeding("regulation", "2025")
                        .problems())
                .containsExactly(
                        "Neither share of the utility (u) is stated: of its output, or of the producer's supply.");
    }

    private static SourceNode utility(Object... facts) {
        List<Object> all = new ArrayList<>(List.of("input-to", "p"));
        all.addAll(List.of(facts));
        return SourceNode.mapping("p", member("producer"), "u", member("utility supplier", all.toArray()));
    }

    // RULES 20 row 14: 2m over 50m, of which 15m to the producer, and 100m
    @Shows("20.14")
    @ParameterizedTest
    @CsvSource({"no, 150000000, 1.33", "yes, 135000000, 1.48"})
    void salesBetweenUtilityAndProducerStayUnlessTheScenarioExcludesThem(
            String excluded, double denominator, String rate) {
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "100000000"),
                sale(2016, "u", "", "domestic", "35000000"),
                sale(2016, "u", "p", "domestic", "15000000"));
        var outcome = Scenarios.investigation()
                .proceeding("regulation", "2025")
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        utility("share-of-output", "30%", "exclude-sales-between", excluded),
                        "sales",
                        sales,
                        "uses",
                        SourceNode.mapping("aid", grant(DAY, "2000000", "to", "u")))
                .run();
        assertThat(outcome.denominator("g", "aid")).isEqualTo(denominator);
        assertThat(outcome.published("g")).isEqualTo(rate);
    }

    @Shows("20.15")
    @ParameterizedTest
    @CsvSource({"1998, 100000000, A57", "2024, 100000000, A57", "2025, 80000000, "})
    void aTransferToAProducerIsOfItsOwnProductsUnderTheTextOf2025(
            String regime, double denominator, String assumption) {
        var members = SourceNode.mapping(
                "p", member("producer"), "q", member("producer"), "h", member("holding", "passes-to", "p"));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "domestic", "80000000"), sale(2016, "q", "", "domestic", "20000000"));
        var outcome = aid("domestic", members, sales, "to", "h")
                .proceeding("regulation", regime)
                .run();
        assertThat(outcome.denominator("g", "aid")).isEqualTo(denominator);
        assertThat(outcome.use("g", "aid", 0).authority().assumption()).isEqualTo(Optional.ofNullable(assumption));
    }

    @ParameterizedTest
    @CsvSource({"holding, A5", "input supplier, A6", "other, A7"})
    void whatTheTextOf2025SaysIsNoAssumptionUnderIt(String role, String assumption) {
        var members = SourceNode.mapping(
                "p",
                member("producer"),
                "x",
                switch (role) {
                    case "holding" -> member(role, "consolidated-sales", SourceNode.mapping("2016", "300 million"));
                    case "input supplier" -> member(role, "input-to", "p", "primarily-dedicated", "yes");
                    default -> member(role);
                });
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        for (var text : List.of("2024", "2025")) {
            var authority = aid("domestic", members, sales, "to", "x")
                    .proceeding("regulation", text)
                    .run()
                    .use("g", "aid", 0)
                    .authority();
            assertThat(authority.assumption())
                    .isEqualTo(text.equals("2024") ? Optional.of(assumption) : Optional.empty());
        }
    }

    @Shows("20.16")
    @ParameterizedTest
    @CsvSource({"yes, no, 1", "yes, yes, 0", "yes, disputed, 0", "no, no, 0"})
    void findingsOnPrimaryDedicationAreListedAndItsThresholdWarnedOf(String dedicated, String usable, int warnings) {
        var members = SourceNode.mapping(
                "p",
                member("producer"),
                "i",
                member(
                        "input supplier",
                        "input-to",
                        "p",
                        "primarily-dedicated",
                        dedicated,
                        "dedication-factors",
                        SourceNode.mapping(
                                "usable-downstream", usable, "common-input", "no", "other", "one pipeline")));
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        var outcome = aid("domestic", members, sales, "to", "p").run();
        assertThat(outcome.table("Primarily dedicated: findings on i"))
                .hasSize(10)
                .contains(
                        "The input is common to a wide variety of products and industries. | no",
                        "Any other factor found relevant. | one pipeline",
                        "The input is reserved for the downstream producer until its needs are met. | not stated");
        assertThat(outcome.determination().warnings()).hasSize(warnings);
    }

    @Shows("20.18")
    @Test
    void aTieOfReliefFromAnIncomeTaxIsWarnedOf() {
        var scenario = Scenarios.investigation()
                .program("tax", "type", "direct-tax", "payable", "300 USD", "paid", "100 USD", "filed", "2016-05-01")
                .company(
                        "g",
                        "sales",
                        SourceNode.sequence(sale(2016, "g", "", "domestic", "80000", "product", "foil")),
                        "uses",
                        SourceNode.mapping("tax", use("tied-to", SourceNode.mapping("product", "foil"))));
        assertThat(scenario.run().determination().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("19 CFR 351.509(d)"));
    }

    @Test
    void anExplicitDenominatorDoesNotTakeTheUtilityConditionOver() {
        var members = SourceNode.mapping(
                "p", member("producer"), "u", member("utility supplier", "input-to", "p", "utility-share", "10%"));
        var outcome = Scenarios.investigation()
                .proceeding("regulation", "2025")
                .program("rule", "type", "grant", "recurrence", "recurring")
                .program("explicit", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        members,
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "p", "", "domestic", "80000000"),
                                sale(2016, "u", "", "domestic", "20000000")),
                        "uses",
                        SourceNode.mapping(
                                "rule", grant(DAY, "1000000", "to", "u"),
                                "explicit",
                                        grant(DAY, "1000000", "to", "u", "denominator", "recipient and downstream")))
                .run();
        assertThat(outcome.of("companies.g.programs.rule.rate-unrounded")).isZero();
        assertThat(outcome.of("companies.g.programs.explicit.rate-unrounded")).isEqualTo(0.01);
    }

    @Test
    void aHoldingHasConsolidatedSalesUnlessItPassesTheMoneyOn() {
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        var keeps = SourceNode.mapping(
                "p", member("producer"),
                "h", member("holding", "consolidated-sales", SourceNode.mapping("2016", "300 million")));
        assertThat(aid("domestic", keeps, sales, "to", "h").run().denominator("g", "aid"))
                .isEqualTo(300e6);
        var passes = SourceNode.mapping(
                "p", member("producer"),
                "h",
                        member(
                                "holding",
                                "passes-to",
                                "p",
                                "consolidated-sales",
                                SourceNode.mapping("2016", "300 million")));
        assertThat(aid("domestic", passes, sales, "to", "h").run().denominator("g", "aid"))
                .isEqualTo(80e6);
    }

    @Test
    void aTransferIsFollowedToItsEndAndNotInACircle() {
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        var chain = SourceNode.mapping(
                "p", member("producer"),
                "h", member("holding", "passes-to", "m"),
                "m", member("other", "passes-to", "p"));
        var outcome = aid("domestic", chain, sales, "to", "h").run();
        assertThat(outcome.denominator("g", "aid")).isEqualTo(80e6);
        assertThat(outcome.assumptions()).contains("A57");
        var circle = SourceNode.mapping(
                "p", member("producer"),
                "h", member("holding", "passes-to", "m"),
                "m", member("other", "passes-to", "h"));
        assertThat(aid("domestic", circle, sales, "to", "h").problems())
                .singleElement()
                .asString()
                .contains("comes back to (h)");
    }

    @Test
    void anExportSubsidyOfAHoldingHasNoConsolidatedDenominator() {
        var members = SourceNode.mapping(
                "p", member("producer"),
                "h", member("holding", "consolidated-sales", SourceNode.mapping("2016", "300 million")));
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        assertThat(aid("export", members, sales, "to", "h").problems())
                .singleElement()
                .asString()
                .contains("has no consolidated denominator");
    }

    @Test
    void aTradingCompanyIsCumulatedWithItsUnaffiliatedProducers() {
        // producers 4 % on 60 % of the purchases and 2 % on 40 %, trader 90,000 over 30m: 3.20 + 0.30
        var outcome = Scenarios.investigation()
                .program("producer-aid", "type", "grant", "recurrence", "recurring")
                .program("trader-aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "t", member("trading company", "cross-owned", "no"),
                                "a", member("unaffiliated producer", "cross-owned", "no", "purchases", "12 million"),
                                "b", member("unaffiliated producer", "cross-owned", "no", "purchases", "8 million")),
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "t", "", "United States", "30000000"),
                                sale(2016, "a", "t", "United States", "25000000"),
                                sale(2016, "b", "", "domestic", "50000000")),
                        "uses",
                        SourceNode.mapping(
                                "producer-aid",
                                SourceNode.sequence(
                                        SourceNode.mapping(
                                                "to",
                                                "a",
                                                "received",
                                                SourceNode.sequence(
                                                        SourceNode.mapping("on", DAY, "amount", "1000000"))),
                                        SourceNode.mapping(
                                                "to",
                                                "b",
                                                "received",
                                                SourceNode.sequence(
                                                        SourceNode.mapping("on", DAY, "amount", "1000000")))),
                                "trader-aid",
                                grant(DAY, "90000", "to", "t")))
                .run();
        assertThat(outcome.of("companies.g.programs.producer-aid.rate-unrounded"))
                .isCloseTo(0.032, within(1e-15));
        assertThat(outcome.of("companies.g.programs.trader-aid.rate-unrounded")).isCloseTo(0.003, within(1e-15));
        assertThat(outcome.published("g")).isEqualTo("3.50");
    }

    @Test
    void oneUnaffiliatedProducerIsCumulatedInFullAndStatedRatesAreWeightedToo() {
        assertThat(traderWithStatedRates(SourceNode.mapping(
                                "t", member("trading company"), "a", member("unaffiliated producer")))
                        .run()
                        .published("g"))
                .isEqualTo("4.30");
        assertThat(traderWithStatedRates(SourceNode.mapping(
                                "t", member("trading company"),
                                "a", member("unaffiliated producer", "purchases", "12 million"),
                                "b", member("unaffiliated producer", "purchases", "8 million")))
                        .run()
                        .published("g"))
                .as("4 % on 60 % of the purchases")
                .isEqualTo("2.70");
    }

    private static Scenarios traderWithStatedRates(SourceNode members) {
        return Scenarios.investigation()
                .program("producer-rate", "type", "stated", "rate", "4%")
                .program("trader-rate", "type", "stated", "rate", "0.30%")
                .company(
                        "g",
                        "members",
                        members,
                        "uses",
                        SourceNode.mapping("producer-rate", use("to", "a"), "trader-rate", use("to", "t")));
    }

    @Test
    void weightsOfProducersAreConverted() {
        var missing = SourceNode.mapping(
                "t", member("trading company"),
                "a", member("unaffiliated producer", "purchases", "12 million"),
                "b", member("unaffiliated producer"));
        assertThat(traderWithStatedRates(missing).problems())
                .singleElement()
                .asString()
                .contains("(purchases) is missing");
        var foreign = SourceNode.mapping(
                "t", member("trading company"),
                "a", member("unaffiliated producer", "purchases", "12 million"),
                "b", member("unaffiliated producer", "purchases", "8 million CNY"));
        assertThat(traderWithStatedRates(foreign).problems())
                .singleElement()
                .asString()
                .contains("does not state: between CNY and USD for a month of 2016.");
    }

    @Test
    void severalMembersNeedToBeToldApart() {
        var members = SourceNode.mapping("p", member("producer"), "q", member("producer"));
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        assertThat(aid("domestic", members, sales).problems())
                .singleElement()
                .asString()
                .contains("(to) is missing");
    }

    @Shows("P10")
    @Test
    void aCombinedDenominatorDoesNotDependOnOrder() {
        // powers of two: every sum is exact, so that any order must give the same bits
        var random = new Random(20160101);
        List<Object> rows = new ArrayList<>();
        double expected = 0;
        List<String> names = List.of("p", "q", "r");
        for (int i = 0; i < 60; i++) {
            String seller = names.get(random.nextInt(3));
            String buyer = random.nextInt(3) == 0 ? names.get(random.nextInt(3)) : "";
            long gross = 1L << random.nextInt(30);
            rows.add(sale(2016, seller, buyer, "domestic", Long.toString(gross)));
            expected += buyer.isEmpty() ? gross : 0;
        }
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            Collections.shuffle(rows, random);
            List<String> order = new ArrayList<>(names);
            Collections.shuffle(order, random);
            var members = SourceNode.mapping(order.stream()
                    .flatMap(name -> List.<Object>of(name, member("producer")).stream())
                    .toArray());
            assertThat(aid("domestic", members, SourceNode.sequence(rows.toArray()), "to", "p")
                            .run()
                            .denominator("g", "aid"))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "domestic, p, by rule, 19 CFR 351.525(b)(3)",
        "export, p, by rule, 19 CFR 351.525(b)(2)",
        "domestic, p, recipient, 19 CFR 351.525(b)(3)",
        "domestic, t, by rule, 19 CFR 351.525(c)",
        "export, t, recipient, 19 CFR 351.525(c)",
        "domestic, a, by rule, 19 CFR 351.525(c)",
        "domestic, p, producers, 19 CFR 351.525(b)(3)",
    })
    void theParagraphThatAttributesIsNamed(String specificity, String recipient, String choice, String paragraph) {
        var members = SourceNode.mapping(
                "p", member("producer"), "t", member("trading company"), "a", member("unaffiliated producer"));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "France", "80000000"),
                sale(2016, "t", "", "France", "30000000"),
                sale(2016, "a", "", "France", "20000000"));
        var outcome = aid(specificity, members, sales, "to", recipient, "denominator", choice)
                .run();
        assertThat(outcome.use("g", "aid", 0).authority().citation()).isEqualTo(paragraph);
    }

    @Test
    void twoCrossOwnedProducersAreAttributedByTheirOwnParagraph() {
        var members = SourceNode.mapping("p", member("producer"), "q", member("producer"));
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        var authority = aid("domestic", members, sales, "to", "p")
                .run()
                .use("g", "aid", 0)
                .authority();
        assertThat(authority.citation()).isEqualTo("19 CFR 351.525(b)(6)(ii)");
        assertThat(authority.assumption()).contains("A4");
    }

    // RULES 4: input supplier 250,000 over 80 + 30 - 12 = 98 million
    @Test
    void theDenominatorIsReconciledWithTheLedger() {
        var members = SourceNode.mapping(
                "p", member("producer"), "i", member("input supplier", "input-to", "p", "primarily-dedicated", "yes"));
        var sales = SourceNode.sequence(
                sale(2016, "p", "", "France", "85000000", "terms", "CIF", "returns", "1000000", "freight", "4000000"),
                sale(2016, "i", "", "domestic", "18000000"),
                sale(2016, "i", "p", "domestic", "12000000"),
                sale(2015, "i", "p", "domestic", "9000000"));
        var outcome = aid("domestic", members, sales, "to", "i").run();
        assertThat(outcome.table("Denominators"))
                .containsExactly("all sales of i and p, 2016"
                        + " | 115000000 | 1000000 | 4000000 | 110000000 | 12000000 | 98000000");
        assertThat(outcome.table("Sales between members, 2016")).containsExactly("i | p | 12000000");
    }

    @Test
    void withoutALedgerThereIsNothingToReconcile() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company("g", "uses", SourceNode.mapping("aid", grant(DAY, "1000000", "over", "80 million")))
                .run();
        assertThat(tables(outcome)).noneMatch(title -> title.equals("Denominators"));
        var alone = aid(
                        "domestic",
                        SourceNode.mapping("p", member("producer")),
                        SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000")))
                .run();
        assertThat(tables(alone))
                .contains("Denominators")
                .noneMatch(title -> title.startsWith("Sales between members"));
    }

    private static List<String> tables(Scenarios.Outcome outcome) {
        return OneUse.items(outcome.determination().calculation().outline())
                .filter(Worksheet.class::isInstance)
                .map(item -> ((Worksheet) item).title())
                .toList();
    }

    @Test
    void whatIsNotAttributedIsShownWithItsBenefit() {
        var members = SourceNode.mapping("p", member("producer"), "x", member("other"));
        var outcome = Scenarios.investigation()
                .types(Programs.shipped().and(new ForgoneFine()))
                .program("aid", "type", "grant")
                .program("fine", "type", "forgone-fine")
                .company(
                        "g",
                        "members",
                        members,
                        "uses",
                        SourceNode.mapping(
                                "aid", grant(DAY, "1000000", "to", "x"),
                                "fine", use("to", "x", "fine", "5000", "paid", "2000")))
                .run();
        for (var program : List.of("aid", "fine")) {
            var use = outcome.use("g", program, 0);
            assertThat(outcome.values().of(use.benefit().orElseThrow()))
                    .isEqualTo(program.equals("aid") ? 1_000_000 : 3_000);
            assertThat(use.slice()).isEmpty();
            assertThat(use.authority().assumption()).contains("A7");
        }
        assertThat(outcome.rate("g")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"utility supplier, true", "other, false"})
    void aUtilityLeftOutIsToldOfTheTextThatWouldTakeItIn(String role, boolean told) {
        var members = SourceNode.mapping("p", member("producer"), "u", member(role));
        var sales = SourceNode.sequence(sale(2016, "p", "", "domestic", "80000000"));
        assertThat(aid("domestic", members, sales, "to", "u").run().notes())
                .anyMatch(note -> note.startsWith("Not attributed to the respondent")
                        && note.endsWith("The paragraph on utilities exists only in the text of 2025.") == told);
    }
}
