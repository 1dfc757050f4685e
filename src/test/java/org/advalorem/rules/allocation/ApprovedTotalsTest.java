package org.advalorem.rules.allocation;

import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 0.5 percent test adds up what a recipient was approved under a program in a year: 19 CFR 351.524(b)(2). Sales are
 * 80 million, so that 400,000 are exactly 0.5 percent; useful life ten years, 8 percent: a first slice of 100,000/6 of
 * every 100,000.
 */
@Shows("3")
final class ApprovedTotalsTest {
    private static final double FIRST_SLICE = 1 / 6.0;

    private static SourceNode.Mapping amount(String on, Object amount, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("on", on, "amount", amount));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    private static SourceNode.Mapping use(Object... more) {
        return SourceNode.mapping(more);
    }

    /** A use approved and received on one day. */
    private static SourceNode.Mapping at(String day, int amount, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("approved", amount(day, amount), "received", List.of()));
        facts.set(3, SourceNode.sequence(amount(day, amount)));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    private static Scenarios grants(List<Object> company, Object... uses) {
        List<Object> facts = new ArrayList<>(company);
        facts.addAll(List.of("uses", SourceNode.mapping("aid", SourceNode.sequence(uses))));
        return Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company("a", facts.toArray());
    }

    private static Scenarios grants(Object... uses) {
        return grants(
                List.of(
                        "sales",
                        SourceNode.sequence(
                                sale(2014, "a", "", "domestic", "80000000"),
                                sale(2015, "a", "", "domestic", "80000000"),
                                sale(2016, "a", "", "domestic", "80000000"))),
                uses);
    }

    private static List<Double> slices(Scenarios scenario) {
        var outcome = scenario.run();
        assertThat(outcome.failed()).isEmpty();
        int uses = outcome.program("a", "aid").uses().size();
        return IntStream.range(0, uses)
                .mapToObj(place -> outcome.values()
                        .of(outcome.use("a", "aid", place).slice().orElseThrow()))
                .toList();
    }

    @Test
    void twoApprovalsOfAYearAreOneTotal() {
        Scenarios scenario = grants(at("2016-02-01", 300_000), at("2016-08-01", 300_000));
        assertThat(slices(scenario))
                .allSatisfy(slice -> assertThat(slice).isCloseTo(300_000 * FIRST_SLICE, within(1e-6)));
        assertThat(scenario.run().published("a")).isEqualTo("0.13");
    }

    @ParameterizedTest
    @CsvSource({"200000, 200000, false", "200000, 199999, true", "1, 399998, true", "1, 399999, false"})
    void theBoundaryIsThatOfTheSum(int first, int second, boolean expensed) {
        double share = expensed ? 1 : FIRST_SLICE;
        List<Double> slices = slices(grants(at("2016-02-01", first), at("2016-08-01", second)));
        assertThat(slices.get(0)).isCloseTo(first * share, within(1e-6));
        assertThat(slices.get(1)).isCloseTo(second * share, within(1e-6));
    }

    @Test
    void approvalsOfAnotherYearAreAnotherTotal() {
        assertThat(slices(grants(at("2015-02-01", 300_000), at("2016-08-01", 300_000))))
                .as("300,000 of 80 million, twice: expensed in 2015 and in 2016")
                .containsExactly(0.0, 300_000.0);
    }

    @Test
    void whatOnlyTheYearOfReceiptIsKnownOfIsAddedToo() {
        Scenarios scenario =
                grants(at("2016-02-01", 300_000), use("received", SourceNode.sequence(amount("2016-08-01", 300_000))));
        assertThat(slices(scenario))
                .allSatisfy(slice -> assertThat(slice).isCloseTo(300_000 * FIRST_SLICE, within(1e-6)));
        assertThat(scenario.run().table("Approved in 2016 under the program"))
                .startsWith(
                        "companies.a.uses.aid.1 | 2016-02-01 | 300000",
                        "companies.a.uses.aid.2 | received in 2016 | 300000");
        assertThat(scenario.run().assumptions()).contains("A34", "A90");
    }

    @Test
    void thePartsOfTheSumAreShownAndOneApprovalIsNoSum() {
        Scenarios two = grants(at("2016-02-01", 300_000), at("2016-08-01", 200_000));
        assertThat(two.run().table("Approved in 2016 under the program"))
                .startsWith(
                        "companies.a.uses.aid.1 | 2016-02-01 | 300000", "companies.a.uses.aid.2 | 2016-08-01 | 200000");
        assertThat(two.run().table("The 0.5 percent test")).containsOnly("2016 | 500000 | 80000000 | 0.00625 | 0");
        Scenarios one = grants(at("2016-02-01", 300_000));
        assertThat(one.run().table("Approved in 2016 under the program")).isEmpty();
        assertThat(one.run().assumptions()).doesNotContain("A90");
    }

    @Test
    void whatIsExpensedInAnEarlierYearStaysExpensed() {
        // 300,000 approved in 2014, 100,000 of it received in 2016: expensed in its own year, whatever 2016 approved
        SourceNode.Mapping early = use(
                "approved",
                amount("2014-02-01", 300_000),
                "received",
                SourceNode.sequence(amount("2014-06-01", 200_000), amount("2016-06-01", 100_000)));
        List<Double> slices = slices(grants(early, at("2016-08-01", 500_000)));
        assertThat(slices.get(0)).isEqualTo(100_000);
        assertThat(slices.get(1)).isCloseTo(500_000 * FIRST_SLICE, within(1e-6));
    }

    @Test
    void recurringAndDroppedUsesAreNoPart() {
        assertThat(slices(grants(at("2016-02-01", 300_000), at("2016-08-01", 300_000, "recurrence", "recurring"))))
                .containsExactly(300_000.0, 300_000.0);
        assertThat(slices(grants(at("2016-02-01", 300_000), at("2016-08-01", 300_000, "applied", "no"))))
                .containsExactly(300_000.0);
    }

    @Test
    void otherProgramsAreNoPart() {
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .program("other", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2016, "a", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping(
                                "aid",
                                SourceNode.sequence(at("2016-02-01", 300_000)),
                                "other",
                                SourceNode.sequence(at("2016-02-01", 300_000))));
        assertThat(slices(scenario)).containsExactly(300_000.0);
    }

    private static List<Object> group() {
        return List.of(
                "members",
                SourceNode.mapping(
                        "p", SourceNode.mapping("role", "producer"),
                        "q", SourceNode.mapping("role", "producer"),
                        "h", SourceNode.mapping("role", "holding", "passes-to", "p")),
                "sales",
                SourceNode.sequence(
                        sale(2016, "p", "", "domestic", "40000000"), sale(2016, "q", "", "domestic", "40000000")));
    }

    @Test
    void eachRecipientHasItsOwnTotal() {
        assertThat(slices(grants(group(), at("2016-02-01", 300_000, "to", "p"), at("2016-08-01", 300_000, "to", "q"))))
                .containsExactly(300_000.0, 300_000.0);
    }

    @Test
    void moneyPassedOnCountsWithItsLastRecipient() {
        assertThat(slices(grants(group(), at("2016-02-01", 300_000, "to", "p"), at("2016-08-01", 300_000, "to", "h"))))
                .allSatisfy(slice -> assertThat(slice).isCloseTo(300_000 * FIRST_SLICE, within(1e-6)));
    }

    @Test
    void usesWithOtherSalesShareTheTotalAndCompareItWithTheirOwn() {
        // together 500,000: 0.5 % of 100 million and 0.625 % of 80 million, but 0.05 % of a billion
        assertThat(slices(grants(
                        at("2016-02-01", 250_000, "approval-sales", "1 billion"),
                        at("2016-08-01", 250_000, "approval-sales", "100 million"))))
                .satisfies(slices -> {
                    assertThat(slices.get(0)).isEqualTo(250_000);
                    assertThat(slices.get(1)).isCloseTo(250_000 * FIRST_SLICE, within(1e-6));
                });
    }

    @Test
    void anApprovalOfTheProgramIsOneForAllUsesOfARecipient() {
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%", "approved", amount("2016-02-01", "399999 USD"))
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2016, "a", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping(
                                "aid",
                                SourceNode.sequence(
                                        use("received", SourceNode.sequence(amount("2016-03-01", 100_000))),
                                        use("received", SourceNode.sequence(amount("2016-04-01", 200_000))))));
        assertThat(slices(scenario)).containsExactly(100_000.0, 200_000.0);
        assertThat(scenario.run().determination().warnings()).isEmpty();
    }

    private static SourceNode.Mapping decided(String day, Object approved, int received) {
        return use(
                "approved",
                amount(day, approved, "decision", "order 12"),
                "received",
                SourceNode.sequence(amount("2016-10-01", received)));
    }

    @Test
    void oneDecisionStatedTwiceIsOneApproval() {
        Scenarios scenario = grants(decided("2016-02-01", 399_999, 100_000), decided("2016-02-01", 399_999, 200_000));
        assertThat(slices(scenario)).containsExactly(100_000.0, 200_000.0);
        assertThat(scenario.run().determination().warnings()).isEmpty();
    }

    @Test
    void oneDecisionHasOneDayAndOneAmount() {
        assertThat(grants(decided("2016-02-01", 399_999, 100_000), decided("2016-02-02", 399_999, 200_000))
                        .problems())
                .singleElement()
                .asString()
                .contains("has the day of approval 2016-02-02 in (companies.a.uses.aid.2), but 2016-02-01");
        assertThat(grants(decided("2016-02-01", 399_999, 100_000), decided("2016-02-01", 399_998, 200_000))
                        .run()
                        .failed())
                .singleElement()
                .asString()
                .contains("approved one amount in (companies.a.uses.aid.2) and another in (companies.a.uses.aid.1)");
    }

    @Test
    void approvalsOfOneDayInTwoUsesAreAddedWithAWarning() {
        Scenarios scenario = grants(at("2016-02-01", 300_000), at("2016-02-01", 300_000));
        assertThat(slices(scenario))
                .allSatisfy(slice -> assertThat(slice).isCloseTo(300_000 * FIRST_SLICE, within(1e-6)));
        assertThat(scenario.run().determination().warnings())
                .extracting(Warnings.Warning::text)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("2016-02-01", "decision:"),
                        text -> assertThat(text).contains("count the same amount, received on 2016-02-01, twice"));
        assertThat(grants(at("2016-02-01", 300_000), at("2016-02-02", 300_000))
                        .run()
                        .determination()
                        .warnings())
                .isEmpty();
    }

    @Test
    void severalApprovalsOfOneUse() {
        SourceNode.Mapping twice = use(
                "approved",
                SourceNode.sequence(amount("2016-02-01", 300_000), amount("2016-08-01", 300_000)),
                "received",
                SourceNode.sequence(amount("2016-09-01", 600_000)));
        assertThat(slices(grants(twice)))
                .singleElement()
                .satisfies(slice -> assertThat(slice).isCloseTo(600_000 * FIRST_SLICE, within(1e-6)));
    }

    @Test
    void aTrancheBelongsToTheApprovalItNames() {
        // 500,000 of 2014 allocated, third slice in 2016 of what was received in 2014; 300,000 of 2016 expensed
        SourceNode.Mapping years = use(
                "approved",
                SourceNode.sequence(amount("2014-02-01", 500_000), amount("2016-02-01", 300_000)),
                "received",
                SourceNode.sequence(
                        amount("2014-06-01", 100_000),
                        amount("2016-06-01", 300_000, "approved-on", "2016-02-01"),
                        amount("2016-07-01", 400_000, "approved-on", "2014-02-01")));
        double third = 100_000 * 0.15185185185;
        assertThat(slices(grants(years)))
                .singleElement()
                .satisfies(slice -> assertThat(slice).isCloseTo(third + 300_000 + 400_000 * FIRST_SLICE, within(0.01)));
    }

    @Test
    void aTrancheWithoutANameBelongsToTheOnlyApprovalBeforeIt() {
        SourceNode.Mapping open = use(
                "approved",
                SourceNode.sequence(amount("2014-02-01", 500_000), amount("2016-02-01", 300_000)),
                "received",
                SourceNode.sequence(amount("2015-06-01", 100_000), amount("2016-06-01", 1), amount("2016-07-01", 2)));
        assertThat(grants(open).problems())
                .containsExactly("(companies.a.uses.aid.1) was approved in several years, and the amounts received on"
                        + " 2016-06-01 and 2016-07-01 do not say which approval they belong to.");
    }

    @Test
    void aTrancheCannotNameWhatWasNotApproved() {
        SourceNode.Mapping unknown = use(
                "approved",
                amount("2014-02-01", 500_000),
                "received",
                SourceNode.sequence(amount("2016-06-01", 100_000, "approved-on", "2015-02-01")));
        assertThat(grants(unknown).problems())
                .singleElement()
                .asString()
                .contains("was approved on 2015-02-01, which is not among the days under approved");
        SourceNode.Mapping none =
                use("received", SourceNode.sequence(amount("2016-06-01", 1, "approved-on", "2015-02-01")));
        assertThat(grants(none).problems()).singleElement().asString().contains("not among the days under approved");
    }
}
