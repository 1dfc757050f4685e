package org.advalorem.rules.types;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.OneUse;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debt assumed or forgiven: 19 CFR 351.508. */
@Shows({"2.5", "14.25"})
final class DebtForgivenessTest {
    private static final double CENT = 0.005;

    private static SourceNode debt(String date, Object... more) {
        List<Object> cells = new ArrayList<>(List.of("date", date));
        cells.addAll(List.of(more));
        return SourceNode.mapping(cells.toArray());
    }

    private static OneUse forgiven(SourceNode debts, Object... more) {
        List<Object> facts =
                new ArrayList<>(List.of("debts", debts, "discount-rate", "7%", "approval-sales", "100 million"));
        facts.addAll(List.of(more));
        return OneUse.of("debt-forgiveness", facts.toArray()).in(2024);
    }

    private static OneUse sixMillion(Object... more) {
        return forgiven(SourceNode.sequence(debt("2024-03-01", "principal", "6 million")), more);
    }

    // RULES 2.5: 6m at 7 % over 12 years 859,813.08, over 10 years 953,271.03; (y/n + y d) / 1.07 for the others
    @ParameterizedTest
    @CsvSource({
        "1998, 10, 953271.03",
        "2024, 10, 859813.08",
        "2025, 10, 859813.08",
        "1998, 12, 859813.08",
        "2025, 12, 859813.08",
        "2024, 13, 823867.72",
        "1998, 15, 766355.14",
        "2024, 15, 766355.14"
    })
    void twelveYearsOrTheUsefulLifeWhicheverIsLonger(String text, int life, double benefit) {
        OneUse use = sixMillion().under(text).over(life);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes()
                        .contains("Allocated over 12 years or the useful life of " + life
                                + " years, whichever is longer (19 CFR 351.508(c)(1))."))
                .isEqualTo(!text.equals("1998"));
    }

    @ParameterizedTest
    @CsvSource({"2023, 0", "2025, 827102.80", "2035, 500000", "2036, 0"})
    void theTwelfthYearIsTheLast(int year, double benefit) {
        assertThat(sixMillion().in(year).benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void anAllocationPeriodOfItsOwnPrevails() {
        // (1.2m + 0.42m) / 1.07
        assertThat(sixMillion("allocation-period", "5 years").benefit()).isCloseTo(1_514_018.69, within(CENT));
    }

    // 859,813.08 + 953,271.03 over 100m: 0.86 + 0.95
    @ParameterizedTest
    @CsvSource({"1998, 1.90", "2024, 1.81", "2025, 1.81"})
    void besideAGrantOfTheSameAmount(String text, String rate) {
        assertThat(Scenarios.investigation()
                        .proceeding("regulation", text, "period", 2024)
                        .program("g", "type", "grant", "discount-rate", "7%")
                        .program("d", "type", "debt-forgiveness", "discount-rate", "7%")
                        .company(
                                "a",
                                "sales",
                                SourceNode.sequence(sale(2024, "a", "", "domestic", "100 million")),
                                "uses",
                                SourceNode.mapping(
                                        "g",
                                        grant("2024-03-01", "6 million"),
                                        "d",
                                        SourceNode.sequence(SourceNode.mapping(
                                                "debts",
                                                SourceNode.sequence(debt("2024-03-01", "principal", "6 million"))))))
                        .run()
                        .published("a"))
                .isEqualTo(rate);
    }

    @Test
    void principalAndInterestCountTogether() {
        OneUse use = forgiven(SourceNode.sequence(
                debt("2024-03-01", "loan", "L1", "principal", "5 million", "interest", "0.4 million"),
                debt("2024-06-01", "interest", "0.6 million")));
        assertThat(use.benefit()).isCloseTo(859_813.08, within(CENT));
        assertThat(use.table("Debt assumed or forgiven"))
                .containsExactly("2024-03-01 | L1 | 5000000 | 400000 | 5400000", "2024-06-01 |  | 0 | 600000 | 600000");
        assertThat(use.tableAuthority("Debt assumed or forgiven").assumption()).isEmpty();
    }

    @Test
    void aSmallAmountIsExpensed() {
        OneUse use = forgiven(SourceNode.sequence(debt("2024-03-01", "principal", "499999")));
        assertThat(use.benefit()).isEqualTo(499_999);
        assertThat(forgiven(SourceNode.sequence(debt("2024-03-01", "principal", "500000")))
                        .benefit())
                .isCloseTo(71_651.09, within(CENT));
    }

    @Test
    void debtInAnotherCurrencyIsConvertedOnItsDay() {
        OneUse use = forgiven(SourceNode.sequence(debt("2024-03-01", "principal", "1 million", "currency", "EUR")))
                .exchangeRates(SourceNode.mapping("date", "2024-03-01", "from", "EUR", "to", "CNY", "rate", "6"));
        assertThat(use.benefit()).isCloseTo(859_813.08, within(CENT));
        assertThat(use.tableAuthority("Debt assumed or forgiven").assumption()).contains("A37");
    }

    @Test
    void debtGivenUpForSharesIsEquity() {
        assertThat(sixMillion("for-shares", "yes").problems())
                .containsExactly(
                        "AV402 Shares were given for the debt of (companies.acme.uses.program.1): it is an equity"
                                + " infusion (19 CFR 351.508(a)).");
    }

    @Test
    void interestExpectedAtApplicationIsALoan() {
        assertThat(sixMillion("expected", "yes").problem().advice())
                .isEqualTo("Write a program of type: loan, with the interest that the firm itself paid; debt forgiven"
                        + " besides stays here.");
    }

    @Test
    void everyRowWithoutAnAmountIsReported() {
        assertThat(forgiven(SourceNode.sequence(debt("2024-03-01"), debt("2024-04-01")))
                        .problems())
                .containsExactly(
                        "AV401 The debt forgiven on 2024-03-01 has neither principal nor interest.",
                        "AV401 The debt forgiven on 2024-04-01 has neither principal nor interest.");
    }

    private static SourceNode event(String date, String event, Object amount, Object... more) {
        List<Object> cells = new ArrayList<>(List.of("loan", "L1", "date", date, "event", event, "amount", amount));
        cells.addAll(List.of(more));
        return SourceNode.mapping(cells.toArray());
    }

    private static List<String> warnings(String forgivenOn, Object... loan) {
        return Scenarios.investigation()
                .program("d", "type", "debt-forgiveness", "discount-rate", "7%")
                .program("l", "type", "loan", "benchmark-rate", "6%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "a", "", "domestic", "100 million"),
                                sale(2015, "a", "", "domestic", "100 million")),
                        "uses",
                        SourceNode.mapping(
                                "d",
                                SourceNode.sequence(SourceNode.mapping(
                                        "debts",
                                        SourceNode.sequence(debt(forgivenOn, "loan", "L1", "principal", "1 million")))),
                                "l",
                                SourceNode.sequence(SourceNode.mapping(loan))))
                .run()
                .determination()
                .warnings()
                .stream()
                .map(Warnings.Warning::text)
                .filter(message -> message.contains("forgiven"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2016-06-30, 2016-06-30, false",
        "2016-06-30, 2016-03-31, false",
        "2016-06-30, 2016-12-31, true",
        "2015-06-30, 2016-12-31, true",
        "2017-06-30, 2018-12-31, false"
    })
    void aLoanForgivenThatStillBearsInterestIsPointedAt(String forgivenOn, String repaid, boolean warned) {
        SourceNode events = SourceNode.sequence(
                event("2014-01-01", "drawdown", "1 million", "term", "5"), event(repaid, "repayment", "1 million"));
        assertThat(warnings(forgivenOn, "events", events))
                .isEqualTo(
                        warned
                                ? List.of("(companies.a.uses.d.1) counts the loan (L1) as forgiven on " + forgivenOn
                                        + ", and (companies.a.uses.l.1) counts interest on it for later days. Write what"
                                        + " was forgiven as a repayment of that day.")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({"2016-06-30, true", "2016-12-30, true", "2016-12-31, false"})
    void soIsALoanOfAList(String forgivenOn, boolean warned) {
        SourceNode loans = SourceNode.sequence(SourceNode.mapping(
                "loan", "L1", "drawn", "2014-12-31", "due", "2016-12-31", "principal", "1 million", "rate", "2%"));
        assertThat(warnings(forgivenOn, "loans", loans, "repayment", "at maturity", "interest", "quarterly"))
                .hasSize(warned ? 1 : 0);
    }
}
