package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.advalorem.Shows;
import org.advalorem.calculation.Requirement;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.Determination;
import org.advalorem.rules.OneUse;
import org.advalorem.rules.benchmarks.InterestBenchmark;
import org.advalorem.rules.types.RemunerationScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loans beside comparable commercial loans: 19 CFR 351.505. Period 2015, of 365 days. */
@Shows({"2.2", "20.3"})
final class LoanTest {
    private static final double CENT = 0.005;

    private static SourceNode drawdown(String loan, String date, double amount, Object... terms) {
        List<Object> cells =
                new ArrayList<>(List.of("loan", loan, "date", date, "event", "drawdown", "amount", amount));
        cells.addAll(List.of(terms));
        return SourceNode.mapping(cells.toArray());
    }

    private static SourceNode event(String loan, String date, String event, double amount) {
        return SourceNode.mapping("loan", loan, "date", date, "event", event, "amount", amount);
    }

    /** Interest paid on one day and due on another. */
    private static SourceNode interest(String loan, String date, String due, double amount) {
        return SourceNode.mapping("loan", loan, "date", date, "event", "interest", "amount", amount, "due", due);
    }

    /** 2,000,000 for 90 days. */
    private static SourceNode.Sequence flat(double interest) {
        return SourceNode.sequence(
                drawdown("L1", "2015-02-01", 2_000_000, "term", "0.5"),
                event("L1", "2015-05-02", "interest", interest),
                event("L1", "2015-05-02", "repayment", 2_000_000));
    }

    private static OneUse at(String rate, SourceNode... events) {
        return OneUse.of("loan", "events", SourceNode.sequence((Object[]) events), "benchmark-rate", rate);
    }

    private static OneUse against(SourceNode.Mapping table, SourceNode... events) {
        return OneUse.of("loan", "events", SourceNode.sequence((Object[]) events), "benchmark", "lending")
                .benchmark("lending", table);
    }

    private static SourceNode base(String currency, int year, String rate) {
        return SourceNode.mapping("currency", currency, "year", year, "rate", rate);
    }

    private static SourceNode bond(String currency, int year, int term, String yield) {
        return SourceNode.mapping("currency", currency, "year", year, "term", term, "yield", yield);
    }

    /** Lending 6 % in 2013, 5 % in 2014, 4 % in 2015; spread of five years over two 1.2, 1.1 and 1.0 points. */
    private static SourceNode.Mapping table() {
        return SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(base("CNY", 2013, "6%"), base("CNY", 2014, "5%"), base("CNY", 2015, "4%")),
                "bonds",
                SourceNode.sequence(
                        bond("CNY", 2013, 2, "4%"),
                        bond("CNY", 2013, 5, "5.2%"),
                        bond("CNY", 2014, 2, "4%"),
                        bond("CNY", 2014, 5, "5.1%"),
                        bond("CNY", 2015, 2, "4%"),
                        bond("CNY", 2015, 5, "5%")));
    }

    // 2,000,000 at a benchmark of 4.35 % and 2.00 % paid for 90 days: RULES 2.2
    @ParameterizedTest
    @CsvSource({"365, 9863.013698630137, 11589.04", "360, 10000, 11750.00"})
    void flatShortTermLoan(String basis, double interest, double benefit) {
        OneUse use = OneUse.of("loan", "events", flat(interest), "benchmark-rate", "4.35%", "basis", basis);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    // RULES 2.13: 5,000,000 outstanding all year at 8 %, 5 % paid
    @Test
    void longTermFixedLoan() {
        OneUse use = at(
                "8%",
                drawdown("L1", "2014-01-01", 5_000_000, "term", 5),
                event("L1", "2014-12-31", "interest", 250_000),
                event("L1", "2015-12-31", "interest", 250_000));
        assertThat(use.benefit()).isCloseTo(150_000, within(CENT));
        assertThat(use.table("Loans"))
                .containsExactly(
                        "L1 | 2019-01-01 | 5000000 | 2014-12-31 | 2015-12-31 | 365 | 0.08 | 400000 | 250000 | 150000");
    }

    // RULES 2.13: contingent-liability interest-free loan, 3,000,000 at 7 %
    @Test
    void interestFreeLoan() {
        assertThat(at("7%", drawdown("L1", "2013-05-05", 3_000_000, "due", "2019-05-05"))
                        .benefit())
                .isCloseTo(210_000, within(CENT));
    }

    @Test
    void aLeapYearHasADayMore() {
        OneUse use = at(
                        "7.3%",
                        drawdown("L1", "2013-05-05", 1_000_000, "due", "2019-05-05", "nonpayment", "contingent"))
                .in(2016);
        assertThat(use.benefit()).isCloseTo(1_000_000 * 0.073 * 366 / 365, within(CENT));
    }

    @Test
    void aLoanAboveItsBenchmarkGivesNothing() {
        assertThat(at(
                                "4%",
                                drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                                event("L1", "2015-12-31", "interest", 50_000))
                        .benefit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"loan, 20000", "none, 10000"})
    void loansOffsetOneAnotherOnlyOnRequest(String zeroing, double benefit) {
        SourceNode events = SourceNode.sequence(
                drawdown("low", "2014-12-31", 1_000_000, "term", 1),
                event("low", "2015-12-31", "interest", 20_000),
                drawdown("high", "2014-12-31", 1_000_000, "term", 1),
                event("high", "2015-12-31", "interest", 50_000));
        OneUse use = OneUse.of("loan", "events", events, "benchmark-rate", "4%", "zeroing", zeroing);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"loan, 5000", "payment, 10000"})
    void paymentsOffsetOneAnotherUnlessZeroed(String zeroing, double benefit) {
        // two halves of 100 days, 20,000 due at the benchmark for each
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                event("L1", "2015-04-11", "interest", 10_000),
                event("L1", "2015-07-20", "interest", 25_000),
                event("L1", "2015-07-20", "repayment", 1_000_000));
        OneUse use = OneUse.of("loan", "events", events, "benchmark-rate", "7.3%", "zeroing", zeroing);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void paymentsAreNotComparedDayByDay() {
        OneUse use = OneUse.of(
                "loan", "events", flat(1), "benchmark-rate", "4%", "zeroing", "payment", "interest-by", "day");
        assertThat(use.problem().advice()).isEqualTo("Write interest-by: payment, or zeroing: loan.");
    }

    @Test
    void interestPaidAfterRepaymentInTheYearBeforeCounts() {
        // repaid in 2014; 100 days of 2014 paid for in 2015
        SourceNode[] events = {
            drawdown("L1", "2014-03-01", 1_000_000, "term", 1),
            event("L1", "2014-09-22", "interest", 30_000),
            event("L1", "2014-12-31", "repayment", 1_000_000),
            event("L1", "2015-01-15", "interest", 5_000)
        };
        OneUse use = at("7.3%", events);
        assertThat(use.benefit()).isCloseTo(20_000 - 5_000, within(CENT));
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A47)."));
        // and those days do not count twice
        assertThat(at("7.3%", events).in(2014).benefit())
                .isCloseTo(1_000_000 * 0.073 * 205 / 365 - 30_000, within(CENT));
    }

    // the examples of RULES 2.2: 6 %; 1,500 for 181 days, 89 of them in 2023; 3,000 for 182 days, above the benchmark
    @ParameterizedTest
    @CsvSource({
        "payment, 2022-10-01, 2023-03-31, 1500, 2022, 0",
        "payment, 2022-10-01, 2023-03-31, 1500, 2023, 1475.34",
        "day, 2022-10-01, 2023-03-31, 1500, 2022, 749.90",
        "day, 2022-10-01, 2023-03-31, 1500, 2023, 725.44",
        "payment, 2023-10-01, 2024-03-31, 3000, 2023, 0",
        "day, 2023-10-01, 2024-03-31, 3000, 2023, 0"
    })
    void aLoanAcrossTheEndOfTheYear(String by, String taken, String repaid, double paid, int year, double benefit) {
        OneUse use = OneUse.of(
                        "loan",
                        "events",
                        SourceNode.sequence(
                                drawdown("L", taken, 100_000, "term", 1),
                                event("L", repaid, "interest", paid),
                                event("L", repaid, "repayment", 100_000)),
                        "benchmark-rate",
                        "6%",
                        "interest-by",
                        by)
                .in(year);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        boolean ran = taken.startsWith(Integer.toString(year));
        assertThat(use.notes().stream().anyMatch(note -> note.startsWith("No interest was due in " + year)))
                .isEqualTo(by.equals("payment") && ran);
    }

    // 7.3 %: 200 a day; 100 days to 2014-12-31, paid 2015-01-05
    @ParameterizedTest
    @CsvSource({"2014, 5000", "2015, 0"})
    void interestCountsWhenItIsDue(int year, double benefit) {
        OneUse use = at(
                        "7.3%",
                        drawdown("L1", "2014-09-22", 1_000_000, "term", 1),
                        interest("L1", "2015-01-05", "2014-12-31", 15_000),
                        event("L1", "2014-12-31", "repayment", 1_000_000))
                .in(year);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void twoPaymentsOfOneDueDateCoverTheSameDays() {
        OneUse use = at(
                "7.3%",
                drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                interest("L1", "2015-04-11", "2015-04-11", 8_000),
                interest("L1", "2015-05-11", "2015-04-11", 2_000),
                event("L1", "2015-04-11", "repayment", 1_000_000));
        assertThat(use.benefit()).isCloseTo(20_000 - 10_000, within(CENT));
        assertThat(use.determination().warnings()).isEmpty();
    }

    @Test
    void interestDueAndNotPaidIsAPaymentOfZero() {
        OneUse use = at(
                "7.3%",
                drawdown("L1", "2014-12-31", 1_000_000, "term", 5),
                event("L1", "2015-12-31", "interest", 0),
                event("L1", "2016-12-31", "interest", 150_000));
        assertThat(use.benefit()).isCloseTo(73_000, within(CENT));
        assertThat(use.in(2016).benefit()).isZero();
    }

    // 200 a day: 366 days from 2014-12-31 to the end of 2015; then the days of 2016; then to the repayment
    @ParameterizedTest
    @CsvSource({"2014, 3000", "2015, 73200", "2016, 73200", "2017, 18000", "2018, 0"})
    void aFirmThatStopsPayingInterestGoesOnBenefiting(int year, double benefit) {
        OneUse use = at(
                        "7.3%",
                        drawdown("L1", "2014-01-01", 1_000_000, "term", 5),
                        event("L1", "2014-12-31", "interest", 69_800),
                        event("L1", "2017-04-01", "repayment", 1_000_000))
                .in(year);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes().stream().anyMatch(note -> note.endsWith("(assumption A63).")))
                .isEqualTo(year >= 2015 && year <= 2017);
    }

    // 200 a day, by the calendar: 92 days of 2014, 90 of 2015
    @ParameterizedTest
    @CsvSource({"payment, 2014, 18400", "payment, 2015, 18000", "day, 2014, 18400", "day, 2015, 18000"})
    void anInterestFreeLoanHasTheDaysOfTheCalendar(String by, int year, double benefit) {
        OneUse use = OneUse.of(
                        "loan",
                        "events",
                        SourceNode.sequence(
                                drawdown("L1", "2014-10-01", 1_000_000, "term", 1),
                                event("L1", "2015-04-01", "repayment", 1_000_000)),
                        "benchmark-rate",
                        "7.3%",
                        "interest-by",
                        by)
                .in(year);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes().stream().anyMatch(note -> note.endsWith("(assumption A62).")))
                .isEqualTo(by.equals("payment"));
    }

    // 1,000,000 for 100 days of 2014 and 200,000 for 100 days of 2015: five sixths of the payment belong to 2014
    @ParameterizedTest
    @CsvSource({"2014, 20000, 10000", "2015, 4000, 2000"})
    void byDayAPaymentIsDividedByBalance(int year, double benchmark, double paid) {
        OneUse use = OneUse.of(
                        "loan",
                        "events",
                        SourceNode.sequence(
                                drawdown("L1", "2014-09-23", 1_000_000, "term", 1),
                                event("L1", "2015-01-01", "repayment", 800_000),
                                event("L1", "2015-04-11", "repayment", 200_000),
                                event("L1", "2015-04-11", "interest", 12_000)),
                        "benchmark-rate",
                        "7.3%",
                        "interest-by",
                        "day")
                .in(year);
        assertThat(use.benefit()).isCloseTo(benchmark - paid, within(CENT));
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A64)."));
    }

    @Test
    void byDayWhatIsPaidForNoBalanceCountsWhenDue() {
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2014-09-22", 1_000_000, "term", 1),
                event("L1", "2014-12-31", "interest", 5_000),
                event("L1", "2014-12-31", "repayment", 1_000_000),
                event("L1", "2015-01-20", "interest", 400),
                drawdown("L2", "2015-01-01", 1_000_000, "term", 1));
        OneUse use =
                OneUse.of("loan", "events", events, "benchmark-rate", "7.3%", "interest-by", "day", "zeroing", "none");
        assertThat(use.benefit()).isCloseTo(73_000 - 400, within(CENT));
        assertThat(use.determination().warnings())
                .extracting(Warnings.Warning::text)
                .containsExactly("The interest paid on 2015-01-20 on the loan (L1) pays for days without a balance,"
                        + " 2014-12-31 to 2015-01-20.");
    }

    @Test
    void interestInAdvanceIsWarnedOf() {
        OneUse use = at(
                "7.3%",
                drawdown("L1", "2015-01-01", 1_000_000, "term", 1), event("L1", "2015-01-01", "interest", 5_000));
        assertThat(use.determination().warnings())
                .extracting(Warnings.Warning::text)
                .singleElement()
                .asString()
                .startsWith("The interest paid on 2015-01-01 on the loan (L1) covers no day:");
    }

    @ParameterizedTest
    @CsvSource({"2014-11-30, false", "2014-11-29, true", "2013-12-31, true"})
    void aPaymentForMoreThanAYearIsWarnedOf(String taken, boolean warned) {
        OneUse use = at(
                "7.3%",
                drawdown("L1", taken, 1_000_000, "term", 5),
                event("L1", "2015-12-30", "interest", 5_000),
                event("L1", "2018-12-30", "interest", 5_000));
        assertThat(use.determination().warnings().stream()
                        .anyMatch(warning -> warning.text().contains("over all days since " + taken)))
                .isEqualTo(warned);
    }

    @ParameterizedTest
    @CsvSource({
        "interest, 2014-12-31, 'The interest paid on 2015-07-01 on the loan (L1) was due on 2014-12-31,"
                + " before the loan was taken out: 2015-01-01.'",
        "repayment, 2015-06-30, The repayment of 2015-07-01 on the loan (L1) has a due date: 2015-06-30.",
        "fee, 2015-06-30, The fee of 2015-07-01 on the loan (L1) has a due date: 2015-06-30."
    })
    void aDueDateOutOfPlaceIsRefused(String event, String due, String message) {
        SourceNode row =
                SourceNode.mapping("loan", "L1", "date", "2015-07-01", "event", event, "amount", 100, "due", due);
        assertThat(at("5%", drawdown("L1", "2015-01-01", 1_000, "term", 1), row).problems())
                .containsExactly("AV401 " + message);
    }

    @Test
    void dueDatesGoOn() {
        assertThat(at(
                                "5%",
                                drawdown("L1", "2015-01-01", 1_000, "term", 1),
                                interest("L1", "2015-06-30", "2015-06-30", 10),
                                interest("L1", "2015-09-30", "2015-03-31", 10))
                        .problems())
                .containsExactly("AV401 The interest paid on 2015-09-30 on the loan (L1) was due on 2015-03-31,"
                        + " before the previous payment was due: 2015-06-30.");
    }

    @Test
    void theLoansOwnDueDateOnEveryRowIsNotThatOfItsInterest() {
        SourceNode first = drawdown("L1", "2014-12-31", 1_000, "due", "2019-12-31");
        assertThat(at(
                                "5%",
                                first,
                                interest("L1", "2015-06-30", "2019-12-31", 10),
                                interest("L1", "2015-12-31", "2019-12-31", 10))
                        .problems())
                .containsExactly("AV401 The interest paid on 2015-06-30 on the loan (L1) has the due date of the loan"
                        + " itself: 2019-12-31.");
        // interest on the last day, paid a day early in the year before
        OneUse atMaturity = at(
                "7.3%",
                drawdown("L1", "2015-09-24", 1_000_000, "due", "2016-01-02"),
                interest("L1", "2015-12-31", "2016-01-02", 5_000),
                event("L1", "2016-01-02", "repayment", 1_000_000));
        assertThat(atMaturity.benefit()).isZero();
        assertThat(atMaturity.in(2016).benefit()).isCloseTo(15_000, within(CENT));
    }

    // 40 % without a limit for ten years: 10,000 free of interest
    @ParameterizedTest
    @CsvSource({"1998, 0", "2024, 0", "2025, 4000"})
    void theLimitOfALongTermLoanIsGoneIn2025(String text, double benefit) {
        OneUse use = at("40%", drawdown("L1", "2001-01-01", 10_000, "term", 20, "nonpayment", "contingent"))
                .under(text);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes().stream().anyMatch(note -> note.endsWith("(assumption A65).")))
                .isEqualTo(text.equals("2025"));
        assertThat(use.table("Benefits limited to the principal").isEmpty()).isEqualTo(text.equals("2025"));
    }

    @ParameterizedTest
    @CsvSource({"2024, true", "2025, false"})
    void theTestOfVariableLoansIsReadIn2025(String text, boolean assumed) {
        OneUse use = against(
                        table(),
                        drawdown("L1", "2013-02-01", 1_000_000, "term", 5, "rate-kind", "variable", "rate", "5%"))
                .under(text);
        assertThat(use.tableAuthority("Variable-rate loans in the year in which terms were set")
                        .assumption()
                        .isPresent())
                .isEqualTo(assumed);
    }

    @Test
    void aLoanRepaidOnTheFirstDayOfTheYearCountsOnce() {
        SourceNode[] events = {
            drawdown("L1", "2014-07-01", 1_000_000, "term", 1),
            event("L1", "2015-01-01", "interest", 10_000),
            event("L1", "2015-01-01", "repayment", 1_000_000)
        };
        assertThat(at("7.3%", events).in(2014).benefit()).isZero();
        assertThat(at("7.3%", events).benefit()).isCloseTo(1_000_000 * 0.073 * 184 / 365 - 10_000, within(CENT));
    }

    @Test
    void feesCountAsInterest() {
        OneUse use = at(
                "5%",
                drawdown("L1", "2014-12-31", 1_000_000, "term", 1),
                event("L1", "2015-01-01", "fee", 4_000),
                event("L1", "2015-12-31", "interest", 30_000));
        assertThat(use.benefit()).isCloseTo(16_000, within(CENT));
    }

    @Test
    void loansOutsideThePeriodGiveNothing() {
        OneUse use = at(
                "5%",
                drawdown("before", "2013-01-01", 1_000_000, "term", 1),
                event("before", "2013-12-31", "interest", 1_000),
                event("before", "2013-12-31", "repayment", 1_000_000),
                drawdown("after", "2016-01-01", 1_000_000, "term", 1),
                event("after", "2016-12-31", "interest", 1_000));
        assertThat(use.benefit()).isZero();
        assertThat(use.notes()).contains("Loans neither outstanding nor paid on in 2015: 2.");
    }

    @Test
    void partialRepaymentsAndFurtherDrawdownsChangeTheBalance() {
        OneUse use = at(
                "3.65%",
                drawdown("L1", "2014-12-01", 600_000, "term", 2),
                drawdown("L1", "2015-04-11", 400_000),
                event("L1", "2015-07-20", "repayment", 500_000));
        // 600,000 for 100 days, 1,000,000 for 100, 500,000 for 165
        assertThat(use.benefit()).isCloseTo((60e6 + 100e6 + 82.5e6) * 0.0001, within(CENT));
    }

    @Test
    void aShortTermLoanTakesTheYearInWhichItWasTakenOut() {
        OneUse use = against(
                table(),
                drawdown("L1", "2014-07-01", 1_000_000, "term", 1),
                event("L1", "2015-07-01", "repayment", 1_000_000));
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2014 | short | 0.05");
        assertThat(use.benefit()).isCloseTo(1_000_000 * 0.05 * 181 / 365, within(CENT));
    }

    @Test
    void aLongTermFixedLoanTakesTheYearInWhichTermsWereSet() {
        OneUse use = against(table(), drawdown("L1", "2014-02-01", 1_000_000, "agreed", "2013-11-30", "term", 5));
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2013 | 5 years | 0.072");
        assertThat(use.benefit()).isCloseTo(72_000, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"2015-01-01, 2016-01-01, short", "2015-01-01, 2016-01-02, 1 year", "2015-01-01, 2017-06-01, 2 years"})
    void aLoanOfMoreThanAYearIsLongTerm(String taken, String due, String term) {
        assertThat(against(table(), drawdown("L1", taken, 1, "due", due)).table("Benchmark rates"))
                .containsExactly("CNY | 2015 | " + term + " | 0.04");
    }

    @ParameterizedTest
    @CsvSource({"4.49, 4", "4.5, 5", "5.4, 5", "0.3, 1"})
    void termsAreRoundedToWholeYears(double years, int whole) {
        assertThat(InterestBenchmark.wholeYears(years)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"7.19%, 50000", "7.2%, 0", "7.21%, 0"})
    void aVariableLoanIsTestedInItsOriginationYear(String origin, double benefit) {
        // benchmark 7.2 % when terms were set, 5 % in the period
        OneUse use = against(
                table(), drawdown("L1", "2013-02-01", 1_000_000, "term", 5, "rate-kind", "variable", "rate", origin));
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void aVariableLoanNeedsItsOriginalRate() {
        assertThat(against(table(), drawdown("L1", "2013-02-01", 1_000_000, "term", 5, "rate-kind", "variable"))
                        .problems())
                .containsExactly("AV401 The long-term loan (L1) has a variable rate, but no rate at its origination.");
    }

    @Test
    void aForeignLoanTakesItsOwnRowAndIsConvertedOnTheDayOfPayment() {
        SourceNode.Mapping dollars =
                SourceNode.mapping("type", "interest-table", "base", SourceNode.sequence(base("USD", 2014, "3%")));
        SourceNode[] events = {
            drawdown("L1", "2014-10-01", 1_000_000, "term", 1, "currency", "USD"),
            event("L1", "2015-10-01", "interest", 10_000)
        };
        OneUse use = against(dollars, events)
                .exchangeRates(
                        SourceNode.mapping("month", "2015-09", "from", "USD", "to", "CNY", "rate", "6.4"),
                        SourceNode.mapping("month", "2015-10", "from", "USD", "to", "CNY", "rate", "6.5"));
        assertThat(use.benefit()).isCloseTo(20_000 * 6.5, within(CENT));
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A54)."));
        assertThat(against(dollars, events).problem().message())
                .contains("needs a rate that (exchange-rates) does not state: between USD and CNY for 2015-10-01");
    }

    @Test
    void aForeignLoanWithoutPaymentsIsConvertedAtItsLastDay() {
        SourceNode.Mapping dollars =
                SourceNode.mapping("type", "interest-table", "base", SourceNode.sequence(base("USD", 2015, "3%")));
        OneUse use = against(dollars, drawdown("L1", "2015-01-01", 1_000_000, "term", 1, "currency", "USD"))
                .exchangeRates(SourceNode.mapping("date", "2015-12-31", "from", "USD", "to", "CNY", "rate", "6.5"));
        assertThat(use.benefit()).isCloseTo(30_000 * 6.5, within(CENT));
    }

    @Test
    void aCurrencyIsACode() {
        assertThat(at("3%", drawdown("L1", "2015-01-01", 1, "term", 1, "currency", "dollars"))
                        .problems())
                .containsExactly("AV401 (dollars) is not a currency.");
    }

    @Test
    void aMissingYearOfTheTableIsAnError() {
        assertThat(against(table(), drawdown("L1", "2013-02-01", 1, "agreed", "2012-11-30", "term", 5))
                        .problems())
                .containsExactly("AV403 The benchmark (lending) has no rate for CNY 2012.");
    }

    @Test
    void aMissingTermOfTheTableIsAnError() {
        assertThat(against(table(), drawdown("L1", "2013-02-01", 1, "term", 7)).problems())
                .containsExactly("AV403 The benchmark (lending) has no yield for CNY 2013, 7 years.");
    }

    @Test
    void aTableWithoutBondsServesShortTermsOnly() {
        SourceNode.Mapping noBonds =
                SourceNode.mapping("type", "interest-table", "base", SourceNode.sequence(base("CNY", 2015, "3%")));
        assertThat(against(noBonds, drawdown("L1", "2015-02-01", 1, "term", 3)).problems())
                .containsExactly(
                        "AV403 The benchmark (lending) covers terms up to 2 years; a term of 3 years is needed.");
    }

    @Test
    void aTableThatCannotBeReadIsToldOnce() {
        assertThat(against(SourceNode.mapping("type", "interest"), drawdown("L1", "2015-02-01", 1, "term", 1))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("AV208 (benchmarks.lending.type) is (interest)");
    }

    @Test
    void aRowThatStandsTwiceIsAnError() {
        SourceNode.Mapping twice = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(base("CNY", 2015, "3%"), base("CNY", 2015, "4%")));
        assertThat(against(twice, drawdown("L1", "2015-02-01", 1, "term", 1)).problems())
                .containsExactly("AV303 The rate for CNY 2015 appears twice.");
    }

    @Test
    void aRepaymentAboveTheBalanceIsAnErrorAtTheRow() {
        assertThat(at(
                                "5%",
                                drawdown("L1", "2015-01-01", 100, "term", 1),
                                event("L1", "2015-02-01", "repayment", 60),
                                event("L1", "2015-03-01", "repayment", 41))
                        .problems())
                .containsExactly("AV401 The repayment of 41.0 exceeds the balance of the loan (L1): 40.0.");
    }

    @Test
    void anUnknownEventIsAnError() {
        assertThat(at("5%", drawdown("L1", "2015-01-01", 100, "term", 1), event("L1", "2015-02-01", "payment", 60))
                        .problems())
                .containsExactly("AV303 (event) is (payment); expected one of: drawdown, repayment, interest, fee.");
    }

    @Test
    void everyUnusableLoanIsTold() {
        assertThat(at(
                                "5%",
                                event("L1", "2015-02-01", "interest", 60),
                                drawdown("L2", "2015-01-01", 1),
                                drawdown("L3", "2015-01-01", 1, "due", "2015-01-01"),
                                drawdown("L4", "2015-01-01", 1, "term", 2, "due", "2016-01-01"),
                                drawdown("L5", "2015-01-01", 1, "term", 2),
                                drawdown("L5", "2015-01-02", 1, "term", 3))
                        .problems())
                .containsExactlyInAnyOrder(
                        "AV401 The loan (L1) has no drawdown.",
                        "AV401 The loan (L2) has neither a term nor a due date.",
                        "AV401 The loan (L3) is due on 2015-01-01, not after its drawdown on 2015-01-01.",
                        "AV401 The loan (L4) has a term of 2.0 years, but is due on 2016-01-01.",
                        "AV401 The term of the loan (L5) differs from that on its first drawdown.");
    }

    @Test
    void exactlyOneBenchmarkIsNeeded() {
        SourceNode events = SourceNode.sequence(drawdown("L1", "2015-01-01", 1, "term", 1));
        assertThat(OneUse.of("loan", "events", events).problems())
                .containsExactly("AV202 (benchmark) is missing in (companies.acme.uses.program.1): the rate of a"
                        + " comparable commercial loan.");
        assertThat(OneUse.of("loan", "events", events, "benchmark", "lending", "benchmark-rate", "4%")
                        .benchmark("lending", table())
                        .problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) has both a benchmark and a benchmark-rate.");
    }

    @Test
    void amountsAreInputsThatVary() {
        OneUse use = at("8%", drawdown("L1", "2015-01-01", 5_000_000, "term", 1));
        assertThat(use.benefit(Map.of("companies.acme.uses.program.1.events.1.amount", 10_000_000.0)))
                .isCloseTo(2 * use.benefit(), within(CENT));
        assertThat(use.benefit(Map.of("companies.acme.uses.program.1.benchmark-rate", 0.04)))
                .isCloseTo(use.benefit() / 2, within(CENT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomLoans(long seed) {
        SourceNode.Sequence events = randomEvents(new Random(seed));
        double zeroed = random(events, "loan").benefit();
        double netted = random(events, "none").benefit();
        double byPayment = random(events, "payment").benefit();
        double paymentsNetted = OneUse.of(
                        "loan", "events", events, "benchmark-rate", "6%", "zeroing", "loan", "interest-by", "payment")
                .benefit();
        assertThat(zeroed).as("seed %d", seed).isGreaterThanOrEqualTo(netted);
        assertThat(byPayment).as("seed %d", seed).isGreaterThanOrEqualTo(paymentsNetted);
        Map<String, Double> doubled = new HashMap<>();
        random(events, "loan").determination().calculation().inputs().forEach((address, term) -> {
            if (address.endsWith(".amount")) {
                doubled.put(address, 2 * term.decimal().doubleValue());
            }
        });
        assertThat(random(events, "loan").benefit(doubled)).as("seed %d", seed).isEqualTo(2 * zeroed);
        assertThat(netted).as("seed %d", seed).isCloseTo(paymentByPayment(events), within(CENT));
        assertThat(OneUse.of("loan", "events", events, "benchmark-rate", "6%", "zeroing", "none", "interest-by", "day")
                        .benefit())
                .as("seed %d by day", seed)
                .isCloseTo(dayByDay(events), within(CENT));
    }

    private static OneUse random(SourceNode events, String zeroing) {
        return OneUse.of("loan", "events", events, "benchmark-rate", "6%", "zeroing", zeroing);
    }

    private static SourceNode.Sequence randomEvents(Random random) {
        List<Object> events = new ArrayList<>();
        for (int loan = 0; loan < 6; loan++) {
            String name = "L" + loan;
            LocalDate day = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(700));
            double balance = 1000 * (1 + random.nextInt(5000));
            events.add(drawdown(name, day.toString(), balance, "term", 3));
            while (balance > 0 && day.isBefore(LocalDate.of(2016, 6, 1))) {
                int days = 1 + random.nextInt(200);
                day = day.plusDays(days);
                events.add(event(name, day.toString(), "interest", Math.rint(balance * 0.0002 * days)));
                double repaid = random.nextInt(3) == 0 ? balance : Math.rint(balance / 3);
                events.add(event(name, day.toString(), "repayment", repaid));
                balance -= repaid;
            }
        }
        return SourceNode.sequence(events.toArray());
    }

    /** The netted benefit of 2015 by day: each day has its benchmark interest less its share of the payment that covers it. */
    private static double dayByDay(SourceNode.Sequence events) {
        return Math.max(0, walk(events, (day, payment) -> day));
    }

    /** The netted benefit of 2015 by payment: each day counts in the year of the payment that covers it. */
    private static double paymentByPayment(SourceNode.Sequence events) {
        return Math.max(0, walk(events, (day, payment) -> payment));
    }

    /** Walks over all days of all loans, which pay interest until they are repaid or the file ends. */
    private static double walk(SourceNode.Sequence events, BinaryOperator<LocalDate> counted) {
        Map<String, List<Map<String, SourceNode>>> loans = new TreeMap<>();
        for (SourceNode item : events.items()) {
            Map<String, SourceNode> cells = ((SourceNode.Mapping) item).entries();
            loans.computeIfAbsent(text(cells, "loan"), absent -> new ArrayList<>())
                    .add(cells);
        }
        double sum = 0;
        for (List<Map<String, SourceNode>> loan : loans.values()) {
            double balance = Double.parseDouble(text(loan.get(0), "amount"));
            LocalDate from = LocalDate.parse(text(loan.get(0), "date"));
            // interest and repayment alternate on the same day
            for (int i = 1; i < loan.size(); i += 2) {
                LocalDate payment = LocalDate.parse(text(loan.get(i), "date"));
                double paidADay =
                        Double.parseDouble(text(loan.get(i), "amount")) / from.until(payment, ChronoUnit.DAYS);
                for (LocalDate day = from; day.isBefore(payment); day = day.plusDays(1)) {
                    boolean counts = counted.apply(day, payment).getYear() == 2015;
                    sum += counts ? balance * 0.06 / 365 - paidADay : 0;
                }
                balance -= Double.parseDouble(text(loan.get(i + 1), "amount"));
                from = payment;
            }
        }
        return sum;
    }

    private static String text(Map<String, SourceNode> cells, String key) {
        return ((SourceNode.Scalar) cells.get(key)).text();
    }

    // RULES 2.2: the rate serves terms up to two years as it is
    @ParameterizedTest
    @CsvSource({"2, 40000", "5, 50000"})
    void theLendingRateServesTwoYearsWithoutBonds(int term, double benefit) {
        SourceNode loan = drawdown("L1", "2015-01-01", 1_000_000, "term", term);
        assertThat(against(table(), loan).benefit()).isCloseTo(benefit, within(CENT));
        SourceNode.Mapping withoutBonds =
                SourceNode.mapping("type", "interest-table", "base", SourceNode.sequence(base("CNY", 2015, "4%")));
        if (term == 2) {
            assertThat(against(withoutBonds, loan).benefit()).isCloseTo(benefit, within(CENT));
        } else {
            assertThat(against(withoutBonds, loan).problem().message())
                    .contains("covers terms up to 2 years; a term of 5 years is needed");
        }
    }

    @Test
    void rowsMayStandInAnyOrderAndMoneyComesInBeforeItGoesOut() {
        // 1,000,000 for 100 days; on 11 April 700,000 more and 1,200,000 back: 500,000 for 265 days
        SourceNode[] events = {
            event("L1", "2015-04-11", "repayment", 1_200_000),
            drawdown("L1", "2015-04-11", 700_000),
            drawdown("L1", "2015-01-01", 1_000_000, "term", 1)
        };
        assertThat(at("3.65%", events).benefit()).isCloseTo((100e6 + 132.5e6) * 0.0001, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-12-31, fee, false",
        "2015-01-01, fee, true",
        "2015-12-31, fee, true",
        "2016-01-01, fee, false",
        "2015-06-30, interest, false"
    })
    void feesOfThePeriodAreNamed(String day, String what, boolean named) {
        OneUse use = at("5%", drawdown("L1", "2014-06-01", 1_000_000, "term", 3), event("L1", day, what, 100));
        assertThat(use.notes().stream().anyMatch(note -> note.endsWith("(assumption A49).")))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"2, 60, true", "2, 100, true", "2, 100.01, false", "1, 59.99, false", "1, 60, true"})
    void aBalanceThatIsVariedStaysAboveZero(int row, double amount, boolean holds) {
        Determination determination = at(
                        "5%",
                        drawdown("L1", "2015-01-01", 100, "term", 1),
                        event("L1", "2015-02-01", "repayment", 60),
                        event("L1", "2015-02-02", "interest", 1_000),
                        drawdown("L1", "2015-03-01", 100))
                .determination();
        Values values = Values.of(
                determination.calculation(), Map.of("companies.acme.uses.program.1.events." + row + ".amount", amount));
        assertThat(values.failed().stream().map(Requirement::message).toList())
                .isEqualTo(
                        holds ? List.of() : List.of("The repayments of the loan (L1) must not exceed what was drawn."));
    }

    @Test
    void withoutPaymentsDaysGoByTheCalendar() {
        OneUse use = OneUse.of(
                "loan",
                "events",
                SourceNode.sequence(drawdown("L1", "2015-01-01", 1_000_000, "term", 2)),
                "benchmark-rate",
                "7.3%",
                "zeroing",
                "payment");
        assertThat(use.benefit()).isCloseTo(73_000, within(CENT));
    }

    @Test
    void aLoanRepaidInALaterYearIsCountedToTheEndOfThePeriod() {
        // by day 10,000 for 200 days of 2015, and of 30,000 for 346 days the 165 of 2015
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2015-01-01", 1_000_000, "term", 2),
                event("L1", "2015-07-20", "interest", 10_000),
                event("L1", "2016-06-30", "interest", 30_000),
                event("L1", "2016-06-30", "repayment", 1_000_000));
        OneUse byDay = OneUse.of("loan", "events", events, "benchmark-rate", "7.3%", "interest-by", "day");
        assertThat(byDay.benefit()).isCloseTo(73_000 - 10_000 - 30_000 * 165.0 / 346, within(CENT));
        assertThat(byPayment(events, "loan").benefit()).isCloseTo(40_000 - 10_000, within(CENT));
    }

    // 20,000 due at the benchmark for each hundred days
    @ParameterizedTest
    @CsvSource({"payment, 30000", "loan, 30000"})
    void daysThatNoPaymentCoversAreDueWithTheLastRepayment(String zeroing, double benefit) {
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                event("L1", "2015-04-11", "interest", 10_000),
                event("L1", "2015-07-20", "repayment", 1_000_000));
        assertThat(byPayment(events, zeroing).benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void interestAfterTheLastRepaymentCoversTheDaysBeforeIt() {
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                event("L1", "2015-04-11", "interest", 10_000),
                event("L1", "2015-07-20", "repayment", 1_000_000),
                event("L1", "2015-08-01", "interest", 15_000));
        assertThat(byPayment(events, "payment").benefit()).isCloseTo(10_000 + 5_000, within(CENT));
    }

    @Test
    void aFeeAfterTheLastPaymentGoesWithIt() {
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                event("L1", "2015-04-11", "interest", 10_000),
                event("L1", "2015-07-20", "interest", 10_000),
                event("L1", "2015-07-20", "repayment", 1_000_000),
                event("L1", "2015-08-01", "fee", 3_000));
        assertThat(byPayment(events, "payment").benefit()).isCloseTo(10_000 + 7_000, within(CENT));
    }

    private static OneUse byPayment(SourceNode events, String zeroing) {
        return OneUse.of(
                "loan", "events", events, "benchmark-rate", "7.3%", "zeroing", zeroing, "interest-by", "payment");
    }

    @Test
    void aRepaymentWithinThreeYearsIsAPayment() {
        assertThat(at(
                                "5%",
                                drawdown("L1", "2011-01-01", 1_000_000, "term", 10),
                                event("L1", "2014-06-01", "repayment", 1))
                        .notes())
                .noneMatch(note -> note.contains("assumption A53"));
    }

    // half a year is six months; 0.3 of a year are 110 days
    @ParameterizedTest
    @CsvSource({"0.5, 2015-08-01", "0.3, 2015-05-22", "1.25, 2016-05-01"})
    void aTermInYearsGivesTheDueDate(String term, String due) {
        OneUse use = at(
                "7.3%",
                drawdown("L1", "2015-02-01", 1_000_000, "term", term),
                event("L1", "2015-05-12", "repayment", 1_000_000));
        assertThat(use.table("Loans"))
                .containsExactly(
                        "L1 | " + due + " | 1000000 | 2015-02-01 | 2015-05-12 | 100 | 0.073 | 20000 | 0 | 20000");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 2020-01-01, true",
        "5, 2020-06-30, true",
        "5, 2020-07-02, false",
        "5, 2019-06-01, false",
        "1, 2016-01-01, true",
        "1, 2016-01-02, false",
        "1.1, 2016-01-01, false"
    })
    void aTermAndADueDateMustMeanTheSameBenchmark(String term, String due, boolean agree) {
        OneUse use = at("5%", drawdown("L1", "2015-01-01", 1_000_000, "term", term, "due", due));
        if (agree) {
            assertThat(use.benefit()).isCloseTo(50_000, within(CENT));
        } else {
            assertThat(use.problems())
                    .containsExactly("AV401 The loan (L1) has a term of " + Double.parseDouble(term)
                            + " years, but is due on " + due + ".");
        }
    }

    @Test
    void offsettingLoansComeToNoLessThanNothing() {
        OneUse use = OneUse.of(
                "loan",
                "events",
                SourceNode.sequence(
                        drawdown("L1", "2015-01-01", 1_000_000, "term", 1),
                        event("L1", "2015-12-31", "interest", 50_000)),
                "benchmark-rate",
                "4%",
                "zeroing",
                "none");
        assertThat(use.benefit()).isZero();
        assertThat(use.notes()).noneMatch(note -> note.contains("assumption A11"));
    }

    @Test
    void anOrdinaryLoanHasNoRemarksButThatOfZeroing() {
        OneUse use = at("4%", drawdown("L1", "2015-01-01", 1_000_000, "term", 1));
        assertThat(use.notes())
                .containsExactly(
                        "A loan with no stated interest payment is compared over its calendar days in the year (assumption"
                                + " A62).",
                        "A loan above its benchmark gives no benefit and does not offset other loans (assumption A11).");
        assertThat(use.tableAuthority("Loans").assumption()).contains("A12");
    }

    @Test
    void whatTheBenchmarkRestsOnIsNamed() {
        SourceNode shortTerm = drawdown("L1", "2015-01-01", 1_000_000, "term", 1);
        SourceNode longTerm = drawdown("L2", "2015-01-01", 1_000_000, "term", 5);
        assertThat(at("4%", shortTerm).tableAuthority("Benchmark rates")).hasToString("19 CFR 351.505(a)");
        assertThat(against(table(), shortTerm).tableAuthority("Benchmark rates").assumption())
                .contains("A15");
        assertThat(against(table(), shortTerm, longTerm)
                        .tableAuthority("Benchmark rates")
                        .assumption())
                .contains("A46");
    }

    @ParameterizedTest
    @CsvSource({"loan, 7.19%, 0", "payment, 7.2%, 1"})
    void theTestOfAVariableLoanIsShownOnce(String zeroing, String origin, int noBenefit) {
        SourceNode events = SourceNode.sequence(
                drawdown("L1", "2013-02-01", 1_000_000, "term", 5, "rate-kind", "variable", "rate", origin),
                event("L1", "2015-02-01", "interest", 10_000),
                event("L1", "2015-08-01", "interest", 10_000));
        OneUse use = OneUse.of("loan", "events", events, "benchmark", "lending", "zeroing", zeroing)
                .benchmark("lending", table());
        assertThat(use.table("Variable-rate loans in the year in which terms were set"))
                .containsExactly("L1 | 2013 | " + (noBenefit == 1 ? "0.072" : "0.0719") + " | 0.072 | " + noBenefit);
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A48)."));
    }

    @ParameterizedTest
    @CsvSource({"USD, 130000", "'', 130000", "EUR, -1"})
    void aUnitOfTheAmountsIsTheCurrencyOfTheLoan(String currency, double benefit) {
        RemunerationScenario scenario = new RemunerationScenario("loan")
                .use("events", SourceNode.mapping("file", "events.csv", "units", SourceNode.mapping("amount", "USD")))
                .use("benchmark-rate", "2%")
                .file(
                        "events.csv",
                        "loan,date,event,amount,term,currency",
                        List.of("L1,2015-12-31,drawdown,1000000,3," + currency))
                .root(
                        "exchange-rates",
                        SourceNode.sequence(
                                SourceNode.mapping("month", "2016-12", "from", "USD", "to", "CNY", "rate", "6.5")));
        if (benefit > 0) {
            // 2016 has 366 days
            assertThat(scenario.result().benefit()).isCloseTo(benefit * 366 / 365, within(CENT));
        } else {
            assertThat(scenario.problems())
                    .containsExactly("AV401 The amounts of (events.csv) are in USD, but the loan is in EUR."
                            + " Write the currency of each loan in the column currency.");
        }
    }

    // 3 % by the table, 2 % as stated
    @ParameterizedTest
    @CsvSource({
        "benchmark, benchmark-rate, 20000",
        "benchmark-rate, benchmark, 30000",
        "benchmark, benchmark, 30000",
        "benchmark-rate, benchmark-rate, 20000"
    })
    void aUseOverridesTheBenchmarkOfItsProgram(String ofProgram, String ofUse, double benefit) {
        Map<String, String> stated = Map.of("benchmark", "lending", "benchmark-rate", "2%");
        RemunerationScenario scenario = new RemunerationScenario("loan")
                .root(
                        "benchmarks",
                        SourceNode.mapping(
                                "lending",
                                SourceNode.mapping(
                                        "type",
                                        "interest-table",
                                        "base",
                                        SourceNode.sequence(base("CNY", 2016, "3%")))))
                .program(ofProgram, stated.get(ofProgram))
                .use(ofUse, stated.get(ofUse))
                .use("basis", "366")
                .use("events", SourceNode.sequence(drawdown("L1", "2016-01-01", 1_000_000, "term", 1)));
        assertThat(scenario.result().benefit()).isCloseTo(benefit, within(CENT));
    }
}
