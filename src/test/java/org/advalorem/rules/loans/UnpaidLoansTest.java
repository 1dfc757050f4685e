package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under the texts of 2024 and 2025 a loan unpaid for three years is normally a grant: 19 CFR 351.505(d). Period 2015. */
@Shows({"20.4", "20.5"})
final class UnpaidLoansTest {
    private static final double CENT = 0.005;

    private static SourceNode event(String loan, String date, String event, Object amount, Object... terms) {
        List<Object> cells = new ArrayList<>(List.of("loan", loan, "date", date, "event", event, "amount", amount));
        cells.addAll(List.of(terms));
        return SourceNode.mapping(cells.toArray());
    }

    private static SourceNode drawn(String date, Object... terms) {
        List<Object> all = new ArrayList<>(List.of("term", 10));
        all.addAll(List.of(terms));
        return event("L1", date, "drawdown", 1_000_000, all.toArray());
    }

    private static OneUse loans(SourceNode... events) {
        return OneUse.of(
                "loan",
                "events",
                SourceNode.sequence((Object[]) events),
                "benchmark-rate",
                "5%",
                "discount-rate",
                "8%",
                "approval-sales",
                "100 million");
    }

    // RULES 20, row 4: three years or more
    @ParameterizedTest
    @CsvSource({"2021-12-31, 166666.67", "2022-01-01, 50136.99"})
    void threeYearsToTheDay(String drawn, double benefit) {
        OneUse use = loans(drawn(drawn)).under("2025").in(2024);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.table("Loans unpaid for three years, treated as grants"))
                .isEqualTo(benefit > 100_000 ? List.of("L1 | 2021-12-31 | 2024-12-31 | 1000000 | 1000000") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"2024, 166666.67, false", "2025, 50000, true"})
    void itsOwnContractKeepsItALoanSince2025(String text, double benefit, boolean noted) {
        OneUse use = loans(drawn("2012-06-01", "nonpayment", "contract")).under(text);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes().stream()
                        .anyMatch(note -> note.startsWith("Unpaid for three years but still a loan: L1.")))
                .isEqualTo(noted);
    }

    // the schedule of RULES 3 for 1,000,000 over 10 years at 8 %; before, 5 % interest; a leap year in 2012
    @ParameterizedTest
    @CsvSource({"2013, 50000", "2014, 50000", "2015, 166666.67", "2016, 159259.26", "2024, 100000", "2025, 0"})
    void itIsAGrantFromTheYearInWhichThreeYearsEnd(int year, double benefit) {
        assertThat(loans(drawn("2012-06-01")).in(year).benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void theTableShowsDayAndAmount() {
        OneUse use = loans(
                drawn("2011-02-01"),
                event("L1", "2012-03-01", "repayment", 400_000),
                event("L1", "2015-08-01", "drawdown", 50_000),
                event("L1", "2016-08-01", "drawdown", 70_000));
        assertThat(use.table("Loans unpaid for three years, treated as grants"))
                .containsExactly(
                        "L1 | 2012-03-01 | 2015-03-01 | 600000 | 600000",
                        "L1 | 2012-03-01 | 2015-08-01 | 50000 | 50000");
        assertThat(use.table("Loans")).isEmpty();
        // 650,000 received in 2015 over 10 years at 8 %
        assertThat(use.benefit()).isCloseTo(0.65 * 166_666.67, within(CENT));
    }

    @Test
    void aSmallOneIsExpensed() {
        OneUse use = loans(event("L1", "2012-06-01", "drawdown", 499_999, "term", 10));
        assertThat(use.benefit()).isCloseTo(499_999, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"2013-01-01, 50000", "2012-12-31, 166666.67"})
    void threeYearsMustHaveEndedInThePeriod(String drawn, double benefit) {
        assertThat(loans(drawn(drawn)).benefit()).isCloseTo(benefit, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"interest, 226452.05", "fee, 47000", "repayment, 49850"})
    void anyPaymentKeepsItALoan(String payment, double benefit) {
        // interest covers the 1,675 days since the drawdown; 3,000 repaid on the first day lowers the balance of the
        // year
        OneUse use = loans(drawn("2010-06-01"), event("L1", "2015-01-01", payment, 3_000));
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void aPaymentOfNothingIsNone() {
        OneUse use = loans(drawn("2012-06-01"), event("L1", "2015-01-01", "interest", 0));
        assertThat(use.benefit()).isCloseTo(166_666.67, within(CENT));
    }

    @Test
    void theTextOf1998HasNoSuchRule() {
        assertThat(loans(drawn("2012-06-01")).under("1998").benefit()).isCloseTo(50_000, within(CENT));
        assertThat(loans(drawn("2012-06-01")).under("2025").benefit()).isCloseTo(166_666.67, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"commercial terms, 50000", "contingent, 50000", "grant, 166666.67"})
    void aFindingMayKeepItALoan(String nonpayment, double benefit) {
        OneUse use = loans(drawn("2012-06-01", "nonpayment", nonpayment));
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes().stream()
                        .anyMatch(note -> note.startsWith("Unpaid for three years but still a loan: L1.")))
                .isEqualTo(!nonpayment.equals("grant"));
    }

    // drawn before the period; not viable in any text, met and not collected in that of 2025
    @ParameterizedTest
    @CsvSource({
        "1998, not-viable-since, 2015-03-01, 166666.67",
        "2025, not-viable-since, 2015-03-01, 166666.67",
        "2025, not-viable-since, 2014-12-31, 159259.26",
        "2025, not-viable-since, 2016-01-01, 50000",
        "1998, met-since, 2015-03-01, 50000",
        "2024, met-since, 2015-03-01, 50000",
        "2025, met-since, 2015-03-01, 166666.67"
    })
    void aContingentLoanMayBecomeAGrant(String text, String column, String day, double benefit) {
        OneUse use = loans(drawn("2014-06-01", "nonpayment", "contingent", column, day))
                .under(text);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.table("Contingent loans treated as grants"))
                .isEqualTo(
                        benefit > 100_000 ? List.of("L1 | 2014-06-01 | " + day + " | 1000000 | 1000000") : List.of());
        if (benefit > 100_000) {
            assertThat(use.tableAuthority("Contingent loans treated as grants").assumption())
                    .isEqualTo(text.equals("2025") ? Optional.empty() : Optional.of("A66"));
        }
    }

    @Test
    void theEarlierOfTheTwoDaysCounts() {
        OneUse use = loans(drawn(
                        "2014-06-01",
                        "nonpayment",
                        "contingent",
                        "not-viable-since",
                        "2015-08-01",
                        "met-since",
                        "2015-02-01"))
                .under("2025");
        assertThat(use.table("Contingent loans treated as grants"))
                .containsExactly("L1 | 2014-06-01 | 2015-02-01 | 1000000 | 1000000");
        assertThat(use.under("2024").table("Contingent loans treated as grants"))
                .containsExactly("L1 | 2014-06-01 | 2015-08-01 | 1000000 | 1000000");
    }

    @Test
    void aRepaidContingentLoanIsNoGrant() {
        OneUse use = loans(
                drawn("2014-06-01", "nonpayment", "contingent", "not-viable-since", "2015-03-01"),
                event("L1", "2015-03-01", "repayment", 1_000_000));
        assertThat(use.benefit()).isCloseTo(50_000 * 59 / 365.0, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({
        "grant, 2015-03-01, 'AV401 The loan (L1) has a day in the column not-viable-since, but is not contingent.'",
        "contingent, 2014-05-31, 'AV401 The loan (L1) was taken out on 2014-06-01, after the day in its"
                + " column not-viable-since: 2014-05-31.'"
    })
    void theDayOfAContingencyIsOfAContingentLoan(String nonpayment, String day, String problem) {
        assertThat(loans(drawn("2014-06-01", "nonpayment", nonpayment, "not-viable-since", day))
                        .problems())
                .containsExactly(problem);
    }

    @Test
    void otherLoansAreComparedBesideIt() {
        OneUse use = loans(drawn("2012-06-01"), event("L2", "2015-01-01", "drawdown", 1_000_000, "term", 1));
        assertThat(use.benefit()).isCloseTo(50_000 + 166_666.67, within(CENT));
        assertThat(use.benefit(Map.of("companies.acme.uses.program.1.events.1.amount", 2_000_000.0)))
                .isCloseTo(50_000 + 2 * 166_666.67, within(0.01));
    }

    @Test
    void aLoanRepaidInTimeIsNone() {
        OneUse use = loans(drawn("2010-06-01"), event("L1", "2011-06-01", "repayment", 1_000_000));
        assertThat(use.benefit()).isZero();
        assertThat(use.notes()).contains("Loans neither outstanding nor paid on in 2015: 1.");
    }

    @Test
    void oneInForeignCurrencyIsConvertedOnTheDayOfTheGrant() {
        OneUse use = loans(event("L1", "2012-06-01", "drawdown", 100_000, "term", 10, "currency", "USD"))
                .exchangeRates(SourceNode.mapping("date", "2015-06-01", "from", "USD", "to", "CNY", "rate", "6.2"));
        // 620,000 is above 0.5 percent of 100 million
        assertThat(use.benefit()).isCloseTo(0.62 * 166_666.67, within(CENT));
    }

    @Test
    void whatIsSubtractedCannotBeToldApart() {
        OneUse use = OneUse.of(
                "loan",
                "events",
                SourceNode.sequence(drawn("2012-06-01")),
                "benchmark-rate",
                "5%",
                "discount-rate",
                "8%",
                "less",
                SourceNode.mapping("fees", 100));
        assertThat(use.problems())
                .containsExactly("AV401 (less) of (companies.acme.uses.program.1) is subtracted from a benefit of the"
                        + " period, but some of its loans are grants.");
    }
}
