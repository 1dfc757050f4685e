package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Direct taxes, deferrals and accelerated depreciation: 19 CFR 351.509. Period 2015. */
@Shows("2.6")
final class TaxTest {
    private static final double CENT = 0.005;

    private static OneUse rateCut(Object income, Object paid) {
        return OneUse.of(
                "direct-tax",
                "filed",
                "2015-05-31",
                "tax-year",
                2014,
                "income",
                income,
                "standard-rate",
                "25%",
                "paid",
                paid);
    }

    // RULES 2.13: income 4,000,000, standard rate 25 %, tax paid 600,000
    @Test
    void taxRateCut() {
        assertThat(rateCut("4 million", "600000").benefit()).isCloseTo(400_000, within(CENT));
    }

    @Test
    void exemptionAsStated() {
        assertThat(OneUse.of("direct-tax", "filed", "2015-05-31", "payable", "1 million", "paid", 0)
                        .benefit())
                .isEqualTo(1_000_000);
    }

    @Test
    void reducedRate() {
        OneUse use = OneUse.of(
                "direct-tax",
                "filed",
                "2015-05-31",
                "income",
                "4 million",
                "standard-rate",
                "25%",
                "reduced-rate",
                "15%");
        assertThat(use.benefit()).isCloseTo(400_000, within(CENT));
    }

    @Test
    void aLossBearsNoTaxEitherWay() {
        OneUse use = OneUse.of(
                "direct-tax",
                "filed",
                "2015-05-31",
                "income",
                "-4 million",
                "standard-rate",
                "25%",
                "reduced-rate",
                "15%");
        assertThat(use.benefit()).isZero();
        assertThat(rateCut("-4 million", 0).benefit()).isZero();
    }

    @Test
    void theDayOfFilingDecidesTheYear() {
        assertThat(rateCut("4 million", "600000").in(2014).benefit()).isZero();
        assertThat(rateCut("4 million", "600000").in(2016).benefit()).isZero();
    }

    @Test
    void aReturnIsNotFiledBeforeItsYear() {
        assertThat(OneUse.of("direct-tax", "filed", "2015-05-31", "tax-year", 2016, "payable", 1, "paid", 0)
                        .problems())
                .containsExactly("AV401 The return for 2016 was filed on 2015-05-31, before that year.");
    }

    @Test
    void taxesAreStatedOrComputedButNotBoth() {
        assertThat(OneUse.of("direct-tax", "filed", "2015-05-31", "payable", 1).problems())
                .containsExactly("AV202 (paid) is missing in (companies.acme.uses.program.1): the tax paid, after"
                        + " exemptions and credits.");
        assertThat(OneUse.of("direct-tax", "filed", "2015-05-31", "payable", 1, "standard-rate", "25%", "paid", 0)
                        .problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) has both (payable) and (standard-rate).");
    }

    private static OneUse deferral(String from, String until, String rate, Object... more) {
        Object[] facts = {"deferred", 500_000, "from", from, "until", until, "benchmark-rate", rate};
        Object[] all = java.util.Arrays.copyOf(facts, facts.length + more.length);
        System.arraycopy(more, 0, all, facts.length, more.length);
        return OneUse.of("tax-deferral", all);
    }

    // RULES 2.13: 500,000 for eight months at 6 %; received on the day the tax is due
    @ParameterizedTest
    @CsvSource({"2014, 0", "2015, 20000", "2016, 0"})
    void shortDeferral(int year, double benefit) {
        assertThat(deferral("2014-07-01", "2015-03-01", "6%").in(year).benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @Test
    void daysBeyondWholeMonthsGoOverTheBasis() {
        assertThat(deferral("2015-01-01", "2015-02-11", "6%", "basis", 360).benefit())
                .isCloseTo(500_000 * 0.06 * (1 / 12.0 + 10 / 360.0), within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"2013, 0", "2014, 30000", "2015, 30000", "2016, 45000", "2017, 0"})
    void longDeferralIsReceivedOnAnniversaries(int year, double benefit) {
        OneUse use = deferral("2013-04-01", "2016-10-01", "6%").in(year);
        // 2014-04-01, 2015-04-01, 2016-04-01 and the half year up to 2016-10-01
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A52)."));
    }

    @Test
    void deferralOfExactlyAYearIsShortTerm() {
        SourceNode lending = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(SourceNode.mapping("currency", "CNY", "year", 2014, "rate", "5%")));
        OneUse use = OneUse.of(
                        "tax-deferral",
                        "tax",
                        "import charges",
                        "deferred",
                        500_000,
                        "from",
                        "2014-04-01",
                        "until",
                        "2015-04-01",
                        "benchmark",
                        "lending")
                .benchmark("lending", lending);
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2014 | short | 0.05");
        assertThat(use.benefit()).isCloseTo(25_000, within(CENT));
    }

    @Test
    void interestChargedIsSubtractedButNotBelowZero() {
        assertThat(deferral("2014-04-01", "2015-04-01", "6%", "interest-charged", "2%")
                        .benefit())
                .isCloseTo(20_000, within(CENT));
        assertThat(deferral("2014-04-01", "2015-04-01", "6%", "interest-charged", "7%")
                        .benefit())
                .isZero();
    }

    @Test
    void aDeferralEndsAfterItBegins() {
        assertThat(deferral("2015-04-01", "2015-04-01", "6%").problems())
                .containsExactly("AV401 The tax is deferred from 2015-04-01 until 2015-04-01, which is not later.");
    }

    private static OneUse depreciation(SourceNode rows, Object... more) {
        Object[] facts = {"filed", "2015-05-31", "depreciation", rows, "tax-rate", "25%"};
        Object[] all = java.util.Arrays.copyOf(facts, facts.length + more.length);
        System.arraycopy(more, 0, all, facts.length, more.length);
        return OneUse.of("accelerated-depreciation", all);
    }

    private static SourceNode row(Object accelerated, Object normal) {
        return SourceNode.mapping("accelerated", accelerated, "normal", normal);
    }

    // RULES 2.13: 900,000 instead of 500,000 at 25 %
    @Test
    void acceleratedDepreciation() {
        assertThat(depreciation(SourceNode.sequence(row(900_000, 500_000))).benefit())
                .isCloseTo(100_000, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"ignored, 100000", "netted, 75000"})
    void reversalsOffsetOnlyOnRequest(String reversals, double benefit) {
        SourceNode rows = SourceNode.sequence(row(900_000, 500_000), row(200_000, 300_000));
        assertThat(depreciation(rows, "reversals", reversals).benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void aReversalAloneIsNoBenefit() {
        assertThat(depreciation(SourceNode.sequence(row(200_000, 300_000)), "reversals", "netted")
                        .benefit())
                .isZero();
    }

    // the return shows the income after the accelerated depreciation
    @ParameterizedTest
    @CsvSource({"1000000, 100000", "0, 100000", "-100000, 75000", "-400000, 0", "-500000, 0"})
    void aLossTakesNoBenefitFromDepreciation(String income, double benefit) {
        assertThat(depreciation(SourceNode.sequence(row(900_000, 500_000)), "income", income)
                        .benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @Test
    void aReturnMayBeFiledInItsOwnYear() {
        assertThat(OneUse.of("direct-tax", "filed", "2015-12-31", "tax-year", 2015, "payable", 5, "paid", 1)
                        .benefit())
                .isEqualTo(4);
    }

    @Test
    void theReturnThatDepreciatesIsNotFiledBeforeItsYearEither() {
        assertThat(depreciation(SourceNode.sequence(row(900_000, 500_000)), "tax-year", 2016)
                        .problems())
                .containsExactly("AV401 The return for 2016 was filed on 2015-05-31, before that year.");
    }

    @Test
    void depreciationIsShownAssetByAsset() {
        SourceNode rows = SourceNode.sequence(
                SourceNode.mapping("asset", "mill", "accelerated", 900_000, "normal", 500_000), row(200_000, 300_000));
        assertThat(depreciation(rows).table("Depreciation"))
                .containsExactly("mill | 900000 | 500000 | 400000", "2 | 200000 | 300000 | 0");
        assertThat(depreciation(rows, "reversals", "netted").table("Depreciation"))
                .containsExactly("mill | 900000 | 500000 | 400000", "2 | 200000 | 300000 | -100000");
    }

    @Test
    void interestOnADeferralIsShownAnniversaryByAnniversary() {
        OneUse use = deferral("2013-04-01", "2015-10-01", "6%");
        assertThat(use.table("Interest on the deferred tax"))
                .containsExactly(
                        "2013-04-01 | 2014-04-01 | 30000 | 30000",
                        "2014-04-01 | 2015-04-01 | 30000 | 30000",
                        "2015-04-01 | 2015-10-01 | 30000 | 15000");
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A51)."));
        assertThat(deferral("2013-04-01", "2015-04-01", "6%").notes())
                .noneMatch(note -> note.endsWith("(assumption A52)."));
    }

    @ParameterizedTest
    @CsvSource({"direct, 19 CFR 351.509(b)(2), A17", "import charges, 19 CFR 351.510(b)(2), "})
    void theSectionFollowsTheTax(String tax, String section, String assumption) {
        var authority =
                deferral("2014-07-01", "2015-03-01", "6%", "tax", tax).tableAuthority("Interest on the deferred tax");
        assertThat(authority.citation()).isEqualTo(section);
        assertThat(authority.assumption()).isEqualTo(java.util.Optional.ofNullable(assumption));
    }

    @Test
    void aLongDeferralTakesTheRateOfItsTerm() {
        SourceNode lending = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(SourceNode.mapping("currency", "CNY", "year", 2013, "rate", "6%")),
                "bonds",
                SourceNode.sequence(
                        SourceNode.mapping("currency", "CNY", "year", 2013, "term", 2, "yield", "4%"),
                        SourceNode.mapping("currency", "CNY", "year", 2013, "term", 5, "yield", "5.2%")));
        OneUse use = OneUse.of(
                        "tax-deferral",
                        "deferred",
                        500_000,
                        "from",
                        "2013-04-01",
                        "until",
                        "2018-04-01",
                        "benchmark",
                        "lending")
                .benchmark("lending", lending);
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2013 | 5 years | 0.072");
        assertThat(use.benefit()).isCloseTo(36_000, within(CENT));
    }
}
