package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.calculation.Requirement;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 19 CFR 351.505(a)(3)(iii), seen through the interest on 1,000,000 lent free of interest for a year of 365 days. */
@Shows({"2.2", "14.26"})
final class UncreditworthinessTest {
    private static SourceNode found(Object term, String q, String p, Object... more) {
        Object[] facts = {"term", term, "default-investment-grade", q, "default-below", p};
        Object[] all = java.util.Arrays.copyOf(facts, facts.length + more.length);
        System.arraycopy(more, 0, all, facts.length, more.length);
        return SourceNode.mapping(all);
    }

    private static OneUse loan(Object term, String rate, SourceNode uncreditworthy) {
        SourceNode events = SourceNode.sequence(SourceNode.mapping(
                "loan", "L1", "date", "2014-01-01", "event", "drawdown", "amount", 1_000_000, "term", term));
        return OneUse.of("loan", "events", events, "benchmark-rate", rate, "uncreditworthy", uncreditworthy);
    }

    // RULES 2.2; a loan of 1.2 years is a long-term loan in the bracket of one year
    @ParameterizedTest
    @CsvSource({
        "10, 10 years, 7%, 5%, 40%, 12.031722",
        "5, 5 years, 6%, 1%, 35%, 15.305556",
        "1.2, 1 year, 6%, 0.1%, 10%, 17.660000"
    })
    void benchmark(String loanTerm, String term, String rate, String q, String p, double percent) {
        assertThat(loan(loanTerm, rate, found(term, q, p)).benefit()).isCloseTo(percent * 10_000, within(0.005));
    }

    @Shows("P9")
    @Test
    void risesWithTheDefaultRateAndMeetsTheOrdinaryRateAtEquality() {
        double before = 0;
        for (int p = 1; p <= 60; p++) {
            double interest = loan(10, "7%", found(10, "5%", p + "%")).benefit();
            assertThat(interest).isGreaterThan(before);
            assertThat(interest > 70_000 + 1e-6).isEqualTo(p > 5);
            before = interest;
        }
        assertThat(loan(10, "7%", found(10, "5%", "5%")).benefit()).isCloseTo(70_000, within(1e-6));
        assertThat(loan(10, "7%", found(10, "5%", "5%")).notes())
                .contains("The default rate below investment grade (5%) is not above that of investment grade"
                        + " (5%): the rate does not rise. Check that they are not swapped.");
    }

    @Test
    void shortTermLoansAreNotAffected() {
        assertThat(loan(1, "7%", found(1, "5%", "40%")).in(2014).benefit()).isCloseTo(70_000, within(1e-6));
    }

    @Test
    void onlyTheYearsFoundAreAffected() {
        assertThat(loan(10, "7%", found(10, "5%", "40%", "years", SourceNode.sequence(2013, 2015)))
                        .benefit())
                .isCloseTo(70_000, within(1e-6));
        assertThat(loan(10, "7%", found(10, "5%", "40%", "years", 2014)).benefit())
                .isCloseTo(120_317.22, within(0.005));
    }

    @Test
    void everyTermHasItsOwnDefaultRates() {
        SourceNode both = SourceNode.sequence(found(5, "1%", "35%"), found(10, "5%", "40%"));
        assertThat(loan(10, "7%", both).benefit()).isCloseTo(120_317.22, within(0.005));
        assertThat(loan(8, "7%", both).problems())
                .containsExactly(
                        "AV403 The firm was uncreditworthy in 2014, but there are no default rates for the term of"
                                + " 8 years.");
    }

    @Test
    void aDefaultRateOfAHundredPercentIsRefused() {
        assertThat(loan(10, "7%", found(10, "5%", "100%")).problems())
                .containsExactly(
                        "AV209 (companies.acme.uses.program.1.uncreditworthy.default-below) is 100%; it must be"
                                + " less than 100%.");
    }

    @Test
    void theDiscountRateOfGrants() {
        OneUse grant = OneUse.of(
                "grant",
                "received",
                SourceNode.sequence(SourceNode.mapping("on", "2015-05-05", "amount", "1 million")),
                "approval-sales",
                "100 million",
                "discount-rate",
                "7%",
                "uncreditworthy",
                found(10, "5%", "40%"));
        // A_1 = (y/n + y d) / (1 + d)
        double d = 0.12031722;
        assertThat(grant.benefit()).isCloseTo((100_000 + 1_000_000 * d) / (1 + d), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"default-below, 0.999, true", "default-below, 1, false", "default-investment-grade, 1, false"})
    void aDefaultRateThatIsVariedStaysBelowAHundredPercent(String field, double share, boolean holds) {
        String address = "companies.acme.uses.program.1.uncreditworthy." + field;
        Values values =
                Values.of(loan(10, "7%", found(10, "5%", "40%")).determination().calculation(), Map.of(address, share));
        assertThat(values.failed().stream()
                        .map(Requirement::message)
                        .limit(holds ? 2 : 1)
                        .toList())
                .isEqualTo(holds ? List.of() : List.of("(" + address + ") must be less than 100%."));
    }

    @Test
    void aRateThatRisesIsNotQuestioned() {
        assertThat(loan(10, "7%", found(10, "5%", "5.01%")).notes())
                .noneMatch(note -> note.endsWith("Maybe they are swapped."));
    }
}
