package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loans stated by their terms: 19 CFR 351.505. Period 2015, of 365 days; benchmark 5 %. */
@Shows("2.2")
final class LoanListTest {
    private static final double CENT = 0.005;

    private static SourceNode loan(String drawn, String due, Object principal, String rate, Object... more) {
        List<Object> cells =
                new ArrayList<>(List.of("loan", "L", "drawn", drawn, "due", due, "principal", principal, "rate", rate));
        cells.addAll(List.of(more));
        return SourceNode.mapping(cells.toArray());
    }

    private static SourceNode event(String date, String event, double amount) {
        return SourceNode.mapping("loan", "L", "date", date, "event", event, "amount", amount);
    }

    private static OneUse list(SourceNode.Sequence loans, Object... more) {
        List<Object> entries = new ArrayList<>(List.of("loans", loans, "benchmark-rate", "5%"));
        entries.addAll(List.of(more));
        return OneUse.of("loan", entries.toArray());
    }

    private static OneUse use(SourceNode loan, String repayment, String interest, Object... more) {
        List<Object> entries = new ArrayList<>(List.of("repayment", repayment, "interest", interest));
        entries.addAll(List.of(more));
        return list(SourceNode.sequence(loan), entries.toArray());
    }

    /** 12 million at 3 % beside 5 %: 2 % of the balance of each day, over 365. */
    @ParameterizedTest
    @CsvSource({
        // 364 days, paid once
        "2015-01-01, 2015-12-31, at maturity, at maturity, 239342.47",
        // the same days, paid in four
        "2015-01-01, 2015-12-31, at maturity, quarterly, 239342.47",
        // the whole year: due on 31 March, 30 June, 30 September, 31 December since 31 December 2014
        "2014-07-01, 2016-06-30, at maturity, quarterly, 240000.00",
        "2014-07-01, 2016-06-30, at maturity, monthly, 240000.00",
        "2014-07-01, 2016-06-30, at maturity, semiannually, 240000.00",
        // due on 15 May: 365 days since 15 May 2014
        "2013-05-15, 2017-05-15, at maturity, annually, 240000.00",
        // all interest is due in another year
        "2014-07-01, 2016-06-30, at maturity, at maturity, 0.00",
        "2013-01-01, 2014-12-31, at maturity, quarterly, 0.00",
        "2016-01-01, 2016-12-31, at maturity, quarterly, 0.00",
        // 12, 9, 6 and 3 million for 90, 91, 92 and 92 days
        "2014-12-31, 2015-12-31, equal principal, quarterly, 149424.66",
        // 13 parts: from 31 December 2014 on 12/13, 11/13 ... 1/13 of 12 million for 31, 28 ... 31 days
        "2014-12-01, 2015-12-31, equal principal, monthly, 119519.49"
    })
    void benefit(String drawn, String due, String repayment, String interest, double benefit) {
        OneUse use = use(loan(drawn, due, 12_000_000, "3%"), repayment, interest);
        assertThat(use.under("2025").benefit()).isCloseTo(benefit, within(CENT));
    }

    /** A plain loop over months, by doubles: the level payment of the textbook, interest by the day. */
    @Test
    void annuity() {
        double balance = 12_000_000;
        double i = 0.03 / 12;
        double payment = balance * i / (1 - Math.pow(1 + i, -24));
        double benefit = 0;
        LocalDate from = LocalDate.of(2014, 6, 15);
        for (int month = 1; month <= 24; month++) {
            LocalDate to = LocalDate.of(2014, 6, 15).plusMonths(month);
            double interest = balance * 0.03 * ChronoUnit.DAYS.between(from, to) / 365;
            if (to.getYear() == 2015) {
                benefit += balance * 0.05 * ChronoUnit.DAYS.between(from, to) / 365 - interest;
            }
            balance -= payment - interest;
            from = to;
        }
        OneUse use = use(loan("2014-06-15", "2016-06-15", 12_000_000, "3%"), "annuity", "monthly");
        assertThat(use.under("2025").benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.table("Annuities of the loans listed"))
                .containsExactly("L | 12000000 | 24 | 0.0025 | 515774.5438");
        assertThat(balance).as("left by rounding months to twelfths").isBetween(-5_000.0, 5_000.0);
    }

    @Test
    void anAnnuityWithoutInterestIsRepaidInEqualParts() {
        assertThat(use(loan("2014-12-31", "2015-12-31", 12_000_000, "0%"), "annuity", "quarterly")
                        .benefit())
                .isCloseTo(373_561.64, within(CENT));
    }

    /** Events written out by hand give the same as the terms that they follow from. */
    @Test
    void theScheduleIsThatOfItsEvents() {
        SourceNode.Sequence events = SourceNode.sequence(
                SourceNode.mapping(
                        "loan", "L", "date", "2014-11-15", "event", "drawdown", "amount", 900_000, "due", "2015-06-30"),
                event("2014-12-31", "interest", 900_000 * 0.04 * 46 / 365),
                event("2014-12-31", "repayment", 300_000),
                event("2015-03-31", "interest", 600_000 * 0.04 * 90 / 365),
                event("2015-03-31", "repayment", 300_000),
                event("2015-06-30", "interest", 300_000 * 0.04 * 91 / 365),
                event("2015-06-30", "repayment", 300_000));
        SourceNode loan = loan("2014-11-15", "2015-06-30", 900_000, "4%");
        for (String by : List.of("payment", "day")) {
            double benefit = OneUse.of("loan", "events", events, "benchmark-rate", "5%", "interest-by", by)
                    .benefit();
            assertThat(use(loan, "equal principal", "quarterly", "interest-by", by)
                            .benefit())
                    .isCloseTo(benefit, within(CENT));
        }
        assertThat(use(loan, "equal principal", "quarterly").table("Drawdowns and payments under those terms"))
                .containsExactly(
                        "L | 2014-11-15 | 900000 |  |  | 900000",
                        "L | 2014-12-31 |  | 300000 | 4536.986301 | 600000",
                        "L | 2015-03-31 |  | 300000 | 5917.808219 | 300000",
                        "L | 2015-06-30 |  | 300000 | 2991.780822 | 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"at maturity", "equal principal", "annuity"})
    void aLoanAtItsBenchmarkGivesNothing(String repayment) {
        for (String text : List.of("2024", "2025")) {
            assertThat(use(loan("2013-02-28", "2019-08-31", 12_345_678.9, "5%"), repayment, "quarterly")
                            .under(text)
                            .benefit())
                    .isCloseTo(0, within(1e-6));
        }
    }

    /** Principal and rate move the result as if they had been written. */
    @ParameterizedTest
    @ValueSource(strings = {"at maturity", "equal principal", "annuity"})
    void followsItsInputs(String repayment) {
        String address = "companies.acme.uses.program.1.loans.1.";
        OneUse use = use(loan("2013-11-30", "2018-11-30", 10_000_000, "3%"), repayment, "semiannually");
        double at4 = use(loan("2013-11-30", "2018-11-30", 10_000_000, "4%"), repayment, "semiannually")
                .benefit();
        assertThat(use.benefit(Map.of(address + "rate", 0.04))).isCloseTo(at4, within(1e-6));
        assertThat(use.benefit(Map.of(address + "principal", 20_000_000.0))).isCloseTo(2 * use.benefit(), within(1e-6));
        assertThat(at4).isPositive().isLessThan(use.benefit());
    }

    @Test
    void statedInterestTakesThePlaceOfAllOfIt() {
        OneUse use = use(
                loan("2014-12-31", "2015-12-31", 12_000_000, "3%"),
                "at maturity",
                "quarterly",
                "events",
                SourceNode.sequence(
                        event("2015-06-30", "interest", 100_000), event("2015-12-31", "interest", 100_000)));
        assertThat(use.benefit()).isCloseTo(12_000_000 * 0.05 - 200_000, within(CENT));
        assertThat(use.table("Terms of the loans listed"))
                .containsExactly("L |  | 2014-12-31 | 2015-12-31 | 12000000 | 0.03 | at maturity | as stated");
    }

    /** Repaid in June instead of at maturity: interest is due for the days until then. */
    @Test
    void statedRepaymentsTakeThePlaceOfAllOfThem() {
        OneUse use = use(
                loan("2014-12-31", "2016-12-31", 12_000_000, "3%"),
                "equal principal",
                "quarterly",
                "events",
                SourceNode.sequence(event("2015-05-30", "repayment", 12_000_000)));
        assertThat(use.benefit()).isCloseTo(12_000_000 * 0.02 * 150 / 365, within(CENT));
    }

    @Test
    void statedDrawdownsTakeThePlaceOfTheOne() {
        SourceNode loan = loan("2014-12-31", "2015-12-31", 12_000_000, "3%");
        SourceNode drawn = SourceNode.sequence(
                event("2015-01-30", "drawdown", 4_000_000), event("2015-07-01", "drawdown", 2_000_000));
        assertThat(use(loan, "at maturity", "quarterly", "events", drawn).benefit())
                .isCloseTo((4_000_000 * 335.0 + 2_000_000 * 183.0) * 0.02 / 365, within(CENT));
        assertThat(use(loan, "equal principal", "quarterly", "events", drawn)
                        .problem()
                        .message())
                .isEqualTo("The loan (L) was drawn in parts and is repaid by equal principal: its terms do not say how"
                        + " much is repaid when.");
    }

    @Test
    void aFeeIsAdded() {
        OneUse use = use(
                loan("2014-12-31", "2015-12-31", 12_000_000, "3%"),
                "at maturity",
                "quarterly",
                "events",
                SourceNode.sequence(event("2015-01-05", "fee", 40_000)));
        assertThat(use.benefit()).isCloseTo(200_000, within(CENT));
    }

    @Test
    void rowsComeBeforeWhatIsStatedForTheList() {
        SourceNode first = loan("2014-12-31", "2015-12-31", 12_000_000, "3%");
        SourceNode second = SourceNode.mapping(
                "loan",
                "M",
                "drawn",
                "2014-12-31",
                "term",
                1,
                "principal",
                12_000_000,
                "rate",
                "3%",
                "repayment",
                "equal principal",
                "installments",
                "quarterly",
                "lender",
                "Bank of Ruritania");
        OneUse use = list(SourceNode.sequence(first, second), "repayment", "at maturity", "interest", "at maturity");
        assertThat(use.benefit()).isCloseTo(240_000 + 149_424.66, within(CENT));
        assertThat(use.table("Terms of the loans listed"))
                .containsExactly(
                        "L |  | 2014-12-31 | 2015-12-31 | 12000000 | 0.03 | at maturity | at maturity",
                        "M | Bank of Ruritania | 2014-12-31 | 2015-12-31 | 12000000 | 0.03 | equal principal, quarterly"
                                + " | at maturity");
    }

    /** Nothing is due for six years: under the text of 2025 in keeping with the contract, under that of 2024 a grant. */
    @Test
    void aLoanOnWhichNothingIsDueYet() {
        OneUse use = use(
                loan("2011-05-01", "2017-05-01", 12_000_000, "3%"),
                "at maturity",
                "at maturity",
                "discount-rate",
                "5%",
                "approval-sales",
                "100 million");
        assertThat(use.under("2025").benefit()).isZero();
        assertThat(use.under("2024").benefit()).isPositive();
    }

    @Test
    void aVariableLoanNeedsItsInterest() {
        SourceNode loan = loan("2013-12-31", "2016-12-31", 12_000_000, "3%", "rate-kind", "variable");
        assertThat(use(loan, "at maturity", "quarterly").problem().message())
                .isEqualTo(
                        "The loan (L) has a variable rate: what interest was paid does not follow from the rate at its"
                                + " origination.");
        OneUse stated = use(
                loan,
                "at maturity",
                "quarterly",
                "events",
                SourceNode.sequence(event("2014-12-31", "interest", 1), event("2015-12-31", "interest", 400_000)));
        assertThat(stated.benefit()).isCloseTo(200_000, within(CENT));
    }

    @Test
    void whatIsMissingIsSaidOnceForTheList() {
        Object[] loans = new Object[6];
        Arrays.setAll(
                loans,
                i -> SourceNode.mapping(
                        "loan", "L" + i, "drawn", "2015-01-01", "due", "2015-12-31", "principal", 1000, "rate", "3%"));
        assertThat(list(SourceNode.sequence(loans)).problems())
                .containsExactlyInAnyOrder(
                        "AV202 (repayment) is missing for the loans (L0, L1, L2) and 3 more of"
                                + " (companies.acme.uses.program.1.loans), and no events state it.",
                        "AV202 (interest) is missing for the loans (L0, L1, L2) and 3 more of"
                                + " (companies.acme.uses.program.1.loans), and no events state it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            annuity | at maturity | monthly | The loan (L) is an annuity with installments monthly, but interest due at maturity.
            equal principal | at maturity | | The loan (L) is repaid in parts, but nothing says how often.
            """)
    void termsThatDoNotFit(String repayment, String interest, String installments, String message) {
        SourceNode loan = loan("2015-01-01", "2015-12-31", 1000, "3%");
        assertThat((installments == null
                                ? use(loan, repayment, interest)
                                : use(loan, repayment, interest, "installments", installments))
                        .problem()
                        .message())
                .isEqualTo(message);
    }

    @Test
    void otherProblems() {
        assertThat(use(loan("2015-12-31", "2015-12-31", 1000, "3%"), "at maturity", "monthly")
                        .problem()
                        .message())
                .isEqualTo("The loan (L) is due on 2015-12-31, not after its drawdown on 2015-12-31.");
        SourceNode loan = loan("2015-01-01", "2015-12-31", 1000, "3%");
        assertThat(list(SourceNode.sequence(loan, loan), "repayment", "at maturity", "interest", "monthly")
                        .problem()
                        .message())
                .isEqualTo("The loan (L) appears twice in (companies.acme.uses.program.1.loans).");
        SourceNode other = SourceNode.mapping(
                "loan", "L", "date", "2015-01-01", "event", "drawdown", "amount", 1000, "due", "2016-12-31");
        assertThat(use(loan, "at maturity", "monthly", "events", SourceNode.sequence(other))
                        .problem()
                        .message())
                .isEqualTo("The due of the loan (L) differs from that in the list of loans.");
        assertThat(OneUse.of("loan", "benchmark-rate", "5%").problem().message())
                .isEqualTo(
                        "(loans) is missing in (companies.acme.uses.program.1): the loans, or what happened on each.");
    }

    /** No cell and no field of a list is read and then forgotten. */
    @Test
    void everyTermMatters() {
        SourceNode.Mapping terms = (SourceNode.Mapping) loan(
                "2014-02-01",
                "2016-08-31",
                1000,
                "3%",
                "currency",
                "CNY",
                "agreed",
                "2013-02-01",
                "repayment",
                "equal principal",
                "interest",
                "quarterly",
                "installments",
                "semiannually");
        double benefit = varied(terms);
        Map<String, String> others = Map.of(
                "drawn", "2014-03-01",
                "due", "2016-10-31",
                "principal", "1100",
                "rate", "3.1%",
                "agreed", "2014-02-01",
                "repayment", "at maturity",
                "interest", "monthly",
                "installments", "annually");
        others.forEach((column, text) -> {
            List<Object> cells = new ArrayList<>();
            terms.entries()
                    .forEach((name, cell) ->
                            cells.addAll(List.of(name, name.equals(column) ? SourceNode.scalar(text) : cell)));
            assertThat(varied(SourceNode.mapping(cells.toArray()))).as(column).isNotEqualTo(benefit);
        });
    }

    private static double varied(SourceNode loan) {
        SourceNode.Sequence base = SourceNode.sequence(
                SourceNode.mapping("currency", "CNY", "year", 2013, "rate", "5%"),
                SourceNode.mapping("currency", "CNY", "year", 2014, "rate", "6%"));
        SourceNode.Sequence bonds = SourceNode.sequence(
                SourceNode.mapping("currency", "CNY", "year", 2013, "term", 2, "yield", "1%"),
                SourceNode.mapping("currency", "CNY", "year", 2013, "term", 3, "yield", "1.2%"),
                SourceNode.mapping("currency", "CNY", "year", 2014, "term", 2, "yield", "1%"),
                SourceNode.mapping("currency", "CNY", "year", 2014, "term", 3, "yield", "1.2%"));
        return OneUse.of("loan", "loans", SourceNode.sequence(loan), "benchmark", "lending")
                .benchmark("lending", SourceNode.mapping("type", "interest-table", "base", base, "bonds", bonds))
                .under("2025")
                .benefit();
    }
}
