package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under the text of 2024 a loan unpaid for three years is normally a grant: RULES 2.2 and 19. Period 2015. */
final class UnpaidLoansTest {
    private static final double CENT = 0.005;

    private static Given event(String loan, String date, String event, Object amount, Object... terms) {
        List<Object> cells = new ArrayList<>(List.of("loan", loan, "date", date, "event", event, "amount", amount));
        cells.addAll(List.of(terms));
        return Given.mapping(cells.toArray());
    }

    private static Given drawn(String date, Object... terms) {
        List<Object> all = new ArrayList<>(List.of("term", 10));
        all.addAll(List.of(terms));
        return event("L1", date, "drawdown", 1_000_000, all.toArray());
    }

    private static OneUse loans(Given... events) {
        return OneUse.of(
                "loan",
                "events",
                Given.sequence((Object[]) events),
                "benchmark-rate",
                "5%",
                "discount-rate",
                "8%",
                "approval-sales",
                "100 million");
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
        assertThat(use.table("Loans unpaid for three years: grants"))
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
    @CsvSource({"interest, 47000", "fee, 47000", "repayment, 49850"})
    void anyPaymentKeepsItALoan(String payment, double benefit) {
        // 3,000 repaid on the first day lowers the balance of the year
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
                        .anyMatch(note -> note.startsWith("Nothing has been paid for three years on L1")))
                .isEqualTo(!nonpayment.equals("grant"));
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
        assertThat(use.notes()).contains("Loans neither running nor paid for in 2015: 1.");
    }

    @Test
    void oneInForeignCurrencyIsConvertedOnTheDayOfTheGrant() {
        OneUse use = loans(event("L1", "2012-06-01", "drawdown", 100_000, "term", 10, "currency", "USD"))
                .exchangeRates(Given.mapping("date", "2015-06-01", "from", "USD", "to", "CNY", "rate", "6.2"));
        // 620,000 is above 0.5 percent of 100 million
        assertThat(use.benefit()).isCloseTo(0.62 * 166_666.67, within(CENT));
    }

    @Test
    void whatIsSubtractedCannotBeToldApart() {
        OneUse use = OneUse.of(
                "loan",
                "events",
                Given.sequence(drawn("2012-06-01")),
                "benchmark-rate",
                "5%",
                "discount-rate",
                "8%",
                "less",
                Given.mapping("fees", 100));
        assertThat(use.problems())
                .containsExactly("AV401 (less) of (companies.acme.uses.program.1) is subtracted from a benefit of the"
                        + " period, but some of its loans are grants.");
    }
}
