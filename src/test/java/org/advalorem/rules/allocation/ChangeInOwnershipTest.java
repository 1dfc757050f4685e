package org.advalorem.rules.allocation;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.advalorem.rules.Scenarios.Outcome;
import org.advalorem.rules.base.LeftOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change in ownership and what was received before it: 19 CFR 351.526. Period 2016, 10 years. */
@Shows("20.25")
final class ChangeInOwnershipTest {
    private static final double CENT = 0.005;
    private static final String EXTINGUISHED = "Extinguished by the change in ownership of ";

    private static SourceNode change(String on, String armsLength, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("on", on, "arms-length", armsLength));
        facts.addAll(List.of(more));
        return SourceNode.mapping(facts.toArray());
    }

    private static Scenarios sold(SourceNode change, SourceNode uses) {
        return Scenarios.investigation()
                .program("g", "type", "grant", "discount-rate", "8%", "approval-sales", "10 million USD")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2016, "a", "", "domestic", "100 million")),
                        "change-in-ownership",
                        change,
                        "uses",
                        SourceNode.mapping("g", uses));
    }

    // RULES 3: 1m over 10 years at 8 %, the slice of the third year 151,851.85
    @ParameterizedTest
    @CsvSource({
        "2014-05-01, 151851.85",
        "2014-05-02, 0",
        "2016-12-31, 0",
        "2013-01-01, 151851.85",
    })
    void aSaleAtArmsLengthExtinguishesWhatWasReceivedBefore(String day, double benefit) {
        Outcome outcome =
                sold(change(day, "yes"), grant("2014-05-01", "1 million")).run();
        assertThat(outcome.slice("a", "g")).isCloseTo(benefit, within(CENT));
    }

    @Test
    void whatIsExtinguishedIsSaidWithItsSum() {
        Outcome outcome = sold(change("2015-03-01", "yes"), grant("2014-05-01", "1 million"))
                .run();
        assertThat(outcome.authority(EXTINGUISHED + "2015-03-01").citation()).isEqualTo("19 CFR 351.526");
        LeftOut left = outcome.determination().leftOut().get(0);
        assertThat(left.reason()).isEqualTo(LeftOut.Reason.EXTINGUISHED);
        assertThat(left.count()).isEqualTo(1);
        assertThat(outcome.values().of(left.sum().orElseThrow())).isEqualTo(1_000_000);
        assertThat(left.why())
                .isEqualTo("received before the change in ownership of 2015-03-01, which extinguished it");
    }

    // fair market value is presumed of a private seller, found of the government
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "yes, no, -, yes, no, 0",
                "no, no, -, yes, no, 151851.85",
                "yes, no, no, yes, no, 151851.85",
                "yes, no, yes, yes, no, 0",
                "yes, yes, yes, yes, no, 0",
                "yes, yes, no, yes, no, 151851.85",
                "no, yes, yes, yes, no, 151851.85",
                "yes, no, -, no, no, 151851.85",
                "yes, no, -, yes, yes, 151851.85"
            })
    void otherwiseNothing(
            String armsLength, String privatization, String value, String complete, String distorted, double benefit) {
        List<Object> more = new ArrayList<>(
                List.of("privatization", privatization, "complete", complete, "market-distorted", distorted));
        if (value != null) {
            more.addAll(List.of("fair-market-value", value));
        }
        Outcome outcome = sold(change("2015-03-01", armsLength, more.toArray()), grant("2014-05-01", "1 million"))
                .run();
        assertThat(outcome.slice("a", "g")).isCloseTo(benefit, within(CENT));
        assertThat(outcome.notes().stream().filter(note -> note.contains("extinguishes nothing: ")))
                .hasSize(benefit == 0 ? 0 : 1);
        assertThat(outcome.determination().leftOut()).hasSize(benefit == 0 ? 1 : 0);
    }

    @Test
    void aPrivatizationNeedsTheFindingOnFairMarketValue() {
        assertThat(sold(change("2015-03-01", "yes", "privatization", "yes"), grant("2014-05-01", "1 million"))
                        .problems())
                .containsExactly("(fair-market-value) is missing in (companies.a.change-in-ownership): a privatization"
                        + " extinguishes benefits only if it is found to be for fair market value.");
    }

    @ParameterizedTest
    @CsvSource({"1998, A117", "2024, A117", "2025, "})
    void underEveryText(String text, String assumption) {
        Outcome outcome = sold(change("2015-03-01", "yes"), grant("2014-05-01", "1 million"))
                .proceeding("regulation", text)
                .run();
        assertThat(outcome.slice("a", "g")).isZero();
        assertThat(outcome.authority(EXTINGUISHED + "2015-03-01").assumption())
                .isEqualTo(Optional.ofNullable(assumption));
    }

    // 0.2m + 0.2m of one year are above 0.5 percent of 60m, 0.2m alone are below; the slice of the second, 3rd year
    @Test
    void whatIsExtinguishedStillCountsInTheHalfPercentTest() {
        SourceNode received = SourceNode.sequence(
                SourceNode.mapping("on", "2014-02-01", "amount", "0.2 million"),
                SourceNode.mapping("on", "2014-11-01", "amount", "0.2 million"));
        Outcome outcome = sold(
                        change("2014-05-01", "yes"),
                        SourceNode.sequence(SourceNode.mapping("received", received, "approval-sales", "60 million")))
                .run();
        assertThat(outcome.slice("a", "g")).isCloseTo(30_370.37, within(CENT));
    }

    @Test
    void eachAmountIsExtinguishedOnceByTheLatestOfSeveralSales() {
        SourceNode changes = SourceNode.sequence(change("2013-01-01", "yes"), change("2015-03-01", "yes"));
        SourceNode received = SourceNode.sequence(
                SourceNode.mapping("on", "2012-02-01", "amount", "1 million"),
                SourceNode.mapping("on", "2014-11-01", "amount", "1 million"));
        Outcome outcome = sold(changes, SourceNode.sequence(SourceNode.mapping("received", received)))
                .run();
        assertThat(outcome.slice("a", "g")).isZero();
        assertThat(outcome.determination().leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.count()).isEqualTo(2));
    }

    @Test
    void recurringBenefitsAreNotTouched() {
        Outcome outcome = sold(change("2016-12-01", "yes"), grant("2016-05-01", "1 million", "recurrence", "recurring"))
                .run();
        assertThat(outcome.slice("a", "g")).isEqualTo(1_000_000);
    }

    @Test
    void itIsTheMemberSoldThatLosesItsBenefits() {
        Scenarios scenario = Scenarios.investigation()
                .program("g", "type", "grant", "discount-rate", "8%", "approval-sales", "10 million USD")
                .company(
                        "a",
                        "members",
                        SourceNode.mapping(
                                "mill",
                                SourceNode.mapping(
                                        "role", "producer", "change-in-ownership", change("2015-03-01", "yes")),
                                "works",
                                SourceNode.mapping("role", "producer")),
                        "sales",
                        SourceNode.sequence(sale(2016, "mill", "", "domestic", "100 million")),
                        "uses",
                        SourceNode.mapping(
                                "g",
                                SourceNode.sequence(
                                        SourceNode.mapping("to", "mill", "received", received()),
                                        SourceNode.mapping("to", "works", "received", received()))));
        Outcome outcome = scenario.run();
        assertThat(outcome.values().of(outcome.use("a", "g", 0).slice().orElseThrow()))
                .isZero();
        assertThat(outcome.values().of(outcome.use("a", "g", 1).slice().orElseThrow()))
                .isCloseTo(151_851.85, within(CENT));
    }

    private static SourceNode received() {
        return SourceNode.sequence(SourceNode.mapping("on", "2014-05-01", "amount", "1 million"));
    }

    @Test
    void aGroupSaysWhichMemberWasSold() {
        assertThat(Scenarios.investigation()
                        .company(
                                "a",
                                "members",
                                SourceNode.mapping("mill", SourceNode.mapping("role", "producer")),
                                "change-in-ownership",
                                change("2015-03-01", "yes"))
                        .problems())
                .containsExactly(
                        "(change-in-ownership) is stated at (a), which lists its members: it does not say which of"
                                + " them was sold.");
    }
}
