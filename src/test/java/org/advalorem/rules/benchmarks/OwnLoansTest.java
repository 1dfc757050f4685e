package org.advalorem.rules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm's own commercial loans come before a national average: RULES 2.2, 19 CFR 351.505(a)(2). Period 2015. */
@Shows("2.2")
final class OwnLoansTest {
    private static final double CENT = 0.005;

    private static SourceNode own(
            String loan, String agreed, Object term, Object principal, String rate, Object... more) {
        List<Object> cells = new ArrayList<>(
                List.of("loan", loan, "agreed", agreed, "term", term, "principal", principal, "rate", rate));
        if (!List.of(more).contains("currency")) {
            cells.addAll(List.of("currency", "CNY"));
        }
        cells.addAll(List.of(more));
        return SourceNode.mapping(cells.toArray());
    }

    private static SourceNode.Mapping table() {
        List<SourceNode> base = new ArrayList<>();
        List<SourceNode> bonds = new ArrayList<>();
        for (int year = 2011; year <= 2015; year++) {
            base.add(SourceNode.mapping("currency", "CNY", "year", year, "rate", "9%"));
            base.add(SourceNode.mapping("currency", "USD", "year", year, "rate", "9%"));
            bonds.add(SourceNode.mapping("currency", "CNY", "year", year, "term", 2, "yield", "5%"));
            bonds.add(SourceNode.mapping("currency", "CNY", "year", year, "term", 5, "yield", "5%"));
            bonds.add(SourceNode.mapping("currency", "CNY", "year", year, "term", 10, "yield", "5%"));
        }
        return SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(base.toArray()),
                "bonds",
                SourceNode.sequence(bonds.toArray()));
    }

    private static SourceNode ownLoans(Object otherwise, SourceNode... loans) {
        List<Object> entries =
                new ArrayList<>(List.of("type", "own-loans", "loans", SourceNode.sequence((Object[]) loans)));
        if (!otherwise.equals("")) {
            entries.addAll(List.of("otherwise", otherwise));
        }
        return SourceNode.mapping(entries.toArray());
    }

    /** A million outstanding all 2015, nothing paid: the benefit is the benchmark. */
    private static OneUse government(String drawn, Object term, Object... more) {
        List<Object> cells = new ArrayList<>(
                List.of("loan", "G", "date", drawn, "event", "drawdown", "amount", 1_000_000, "term", term));
        cells.addAll(List.of(more));
        return OneUse.of(
                "loan", "events", SourceNode.sequence(SourceNode.mapping(cells.toArray())), "benchmark", "own");
    }

    private static double percent(OneUse government, SourceNode... loans) {
        return government
                        .benchmarks("own", ownLoans("lending", loans), "lending", table())
                        .benefit()
                / 10_000;
    }

    private static OneUse shortTerm() {
        return government("2015-01-01", 1);
    }

    private static OneUse longTerm() {
        return government("2014-03-01", 5);
    }

    @Test
    void oneLoanGivesItsRate() {
        assertThat(percent(shortTerm(), own("B1", "2015-06-30", "0.5", 7, "6.3%")))
                .isCloseTo(6.3, within(1e-9));
    }

    // (12 * 6.3 + 6 * 6.9) / 18
    @Test
    void severalAreAveragedByPrincipal() {
        SourceNode[] loans = {own("B1", "2015-01-20", 1, 12, "6.3%"), own("B2", "2015-12-31", "0.25", 6, "6.9%")};
        assertThat(percent(shortTerm(), loans)).isCloseTo(6.5, within(1e-9));
        OneUse use = shortTerm().benchmarks("own", ownLoans("", loans));
        assertThat(use.benefit(Map.of("benchmarks.own.loans.2.principal", 12.0)) / 10_000)
                .isCloseTo(6.6, within(1e-9));
        assertThat(use.benefit(Map.of("benchmarks.own.loans.1.rate", 0.03)) / 10_000)
                .isCloseTo((12 * 3 + 6 * 6.9) / 18, within(1e-9));
        assertThat(use.table("Own comparable commercial loans"))
                .containsExactly(
                        "short-term fixed, CNY 2015 | B1 | 2015-01-20 | 12 | 0.063 | 0.065",
                        "short-term fixed, CNY 2015 | B2 | 2015-12-31 | 6 | 0.069 | 0.065");
        assertThat(use.table("Benchmark rates")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-12-31, 1, fixed, CNY, bank, 9",
        "2015-02-01, 1.01, fixed, CNY, bank, 9",
        "2015-02-01, 1, variable, CNY, bank, 9",
        "2015-02-01, 1, fixed, USD, bank, 9",
        "2015-02-01, 1, fixed, CNY, special-purpose bank, 9",
        "2015-02-01, 1, fixed, CNY, government program, 9",
        "2015-02-01, 1, fixed, CNY, government-owned bank, 4",
        "2015-02-01, 1, fixed, CNY, bond market, 4",
        "2015-02-01, 1, fixed, CNY, bank, 4"
    })
    void onlyComparableCommercialLoansOfTheYearCount(
            String agreed, Object term, String kind, String currency, String lender, double rate) {
        SourceNode loan = own("B1", agreed, term, 5, "4%", "currency", currency, "rate-kind", kind, "lender", lender);
        assertThat(percent(shortTerm(), loan)).isCloseTo(rate, within(1e-9));
    }

    @Test
    void governmentOwnedBanksMayBeFoundNotCommercial() {
        SourceNode excluded = SourceNode.mapping(
                "type",
                "own-loans",
                "loans",
                SourceNode.sequence(own("B1", "2015-02-01", 1, 5, "4%", "lender", "government-owned bank")),
                "government-owned-banks",
                "no",
                "otherwise",
                "lending");
        assertThat(shortTerm().benchmarks("own", excluded, "lending", table()).benefit() / 10_000)
                .isCloseTo(9, within(1e-9));
    }

    // terms set in 2014: loans of 2014, else of 2013, else the table
    @ParameterizedTest
    @CsvSource({
        "2014-12-30, 2013-05-05, 4",
        "2015-01-01, 2013-05-05, 5",
        "2015-01-01, 2012-12-31, 9",
        "2013-01-01, 2013-05-05, 4.8"
    })
    void aLongTermLoanTakesThoseOfItsYearElseOfTheYearBefore(String first, String second, double rate) {
        assertThat(percent(longTerm(), own("B1", first, 3, 1, "4%"), own("B2", second, 8, 4, "5%")))
                .isCloseTo(rate, within(1e-9));
    }

    private static SourceNode variable(String loan, Object year, String rate) {
        return own(loan, "2013-04-01", 5, 3, rate, "rate-kind", "variable", "year", year);
    }

    @Test
    void aVariableLoanTakesTheRateOfTheYearCompared() {
        SourceNode[] loans = {variable("B1", 2013, "8%"), variable("B1", 2014, "7%"), variable("B1", 2015, "6%")};
        assertThat(percent(government("2014-01-01", 5, "rate-kind", "variable", "rate", "1%"), loans))
                .isCloseTo(6, within(1e-9));
        // tested in the year in which its terms were set
        assertThat(percent(government("2014-01-01", 5, "rate-kind", "variable", "rate", "7%"), loans))
                .isZero();
        assertThat(percent(government("2014-01-01", 5, "rate-kind", "variable", "rate", "6.99%"), loans))
                .isCloseTo(6, within(1e-9));
        assertThat(government("2014-01-01", 5, "rate-kind", "variable", "rate", "1%")
                        .benchmarks("own", ownLoans("lending", loans[0], loans[1]), "lending", table())
                        .problems())
                .containsExactly("AV403 The variable loan (B1) of (own) has no rate for 2015.");
    }

    @Test
    void withoutAComparableLoanATableIsNeeded() {
        assertThat(longTerm()
                        .benchmarks("own", ownLoans("", own("B1", "2015-01-01", 1, 5, "4%")))
                        .problems())
                .containsExactly("AV403 (own) has no comparable commercial loan: long-term fixed, CNY 2014.");
    }

    @Test
    void whatServesOtherwiseIsATable() {
        assertThat(longTerm().benchmarks("own", ownLoans("own")).problems())
                .containsExactly("AV210 (benchmarks.own) needs a benchmark of type interest-table; (own) is not one.");
    }

    // RULES 2.2: n = 5, if = 6 %, pn = .35, qn = .01 on the table, and not on the firm's own rate
    @Test
    void anUncreditworthyFirmTakesTheTable() {
        SourceNode.Mapping six = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(SourceNode.mapping("currency", "CNY", "year", 2014, "rate", "6%")),
                "up-to",
                "5 years");
        SourceNode own = own("B1", "2014-02-02", 5, 1, "20%");
        OneUse use = OneUse.of(
                "loan",
                "events",
                SourceNode.sequence(SourceNode.mapping(
                        "loan", "G", "date", "2014-03-01", "event", "drawdown", "amount", 1_000_000, "term", 5)),
                "benchmark",
                "own",
                "uncreditworthy",
                SourceNode.mapping("term", 5, "default-investment-grade", "1%", "default-below", "35%"));
        assertThat(use.benchmarks("own", ownLoans("lending", own), "lending", six)
                        .benefit())
                .isCloseTo(153_055.56, within(CENT));
        assertThat(use.benchmarks("own", ownLoans("", own)).problems())
                .containsExactly("AV403 The firm was uncreditworthy in 2014: its own loans in (own) cannot be used.");
    }

    // RULES 3: the firm's long-term fixed-rate loans give the discount rate; first slice of 1,000,000, 10 years, 8 %
    @Test
    void theDiscountRateOfGrants() {
        OneUse grant = OneUse.of(
                        "grant",
                        "received",
                        SourceNode.sequence(SourceNode.mapping("on", "2015-05-05", "amount", "1 million")),
                        "approval-sales",
                        "100 million",
                        "discount-benchmark",
                        "own")
                .benchmarks(
                        "own",
                        ownLoans("lending", own("B1", "2015-01-01", 4, 1, "8%"), own("B2", "2015-01-01", 1, 1, "5%")),
                        "lending",
                        table());
        assertThat(grant.benefit()).isCloseTo(166_666.67, within(CENT));
        assertThat(grant.table("Own comparable commercial loans"))
                .containsExactly("long-term fixed, CNY 2015 | B1 | 2015-01-01 | 1 | 0.08 | 0.08");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "principal; 0; AV401 The loan (B1) has no term or no principal.",
                "term; 0; AV401 The loan (B1) has no term or no principal.",
                "currency; yuan; AV401 (yuan) is not a currency.",
                "year; 2014; AV401 The loan (B1) has a fixed rate and a year other than that of its terms."
            })
    void aBadRowIsTold(String column, String cell, String message) {
        Map<String, Object> cells = new TreeMap<>(Map.of(
                "loan", "B1", "agreed", "2015-01-01", "term", 1, "principal", 5, "rate", "4%", "currency", "CNY"));
        cells.put(column, cell);
        Object[] row = cells.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
        assertThat(shortTerm()
                        .benchmarks("own", ownLoans("", SourceNode.mapping(row)))
                        .problems())
                .containsExactly(message);
    }

    @Test
    void theRowsOfALoanAgree() {
        assertThat(shortTerm()
                        .benchmarks(
                                "own",
                                ownLoans("", own("B1", "2015-01-01", 1, 5, "4%"), own("B1", "2015-02-01", 1, 5, "4%")))
                        .problems())
                .containsExactly("AV401 The agreed of the loan (B1) differs from that on its first row.");
        assertThat(shortTerm()
                        .benchmarks(
                                "own",
                                ownLoans("", own("B1", "2015-01-01", 1, 5, "4%"), own("B1", "2015-01-01", 1, 5, "4%")))
                        .problems())
                .containsExactly("AV401 The loan (B1) appears twice for 2015.");
    }

    /** The columns of a list of loans: the day of the drawdown stands for that of the terms, the due date for the term. */
    @ParameterizedTest
    @CsvSource({"2015-03-01, 2016-03-01, 1, 4", "2015-03-01, 2016-03-02, 3, 4", "2015-03-01, 2016-03-02, 1, 9"})
    void drawnAndDue(String drawn, String due, int termOfGovernment, double percent) {
        SourceNode loan = SourceNode.mapping(
                "loan", "O", "drawn", drawn, "due", due, "principal", 1000, "rate", "4%", "currency", "CNY");
        assertThat(percent(government("2015-01-01", termOfGovernment), loan)).isCloseTo(percent, within(CENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drawn | 2015-03-01 | lender | bank | The loan (O) has neither a term nor a due date.
            term | 1 | due | 2016-03-01 | The loan (O) has neither a day on which terms were set nor one of its drawdown.
            drawn | 2015-03-01 | due | 2015-03-01 | The loan (O) is due on 2015-03-01, not after 2015-03-01, when it was drawn or agreed.
            """)
    void incompleteTerms(String column, String cell, String other, String otherCell, String message) {
        SourceNode loan = SourceNode.mapping(
                "loan", "O", "principal", 1000, "rate", "4%", "currency", "CNY", column, cell, other, otherCell);
        assertThat(shortTerm()
                        .benchmarks("own", ownLoans("lending", loan), "lending", table())
                        .problem()
                        .message())
                .isEqualTo(message);
    }

    private static List<String> warnings(SourceNode uncreditworthy, SourceNode loan) {
        SourceNode loans = SourceNode.sequence(SourceNode.mapping(
                "loan", "G", "date", "2014-06-01", "event", "drawdown", "amount", 1_000_000, "term", 5));
        return OneUse.of("loan", "events", loans, "benchmark", "own", "uncreditworthy", uncreditworthy)
                .benchmarks("own", ownLoans("lending", loan), "lending", table())
                .warnings();
    }

    private static SourceNode uncreditworthy(Object... more) {
        List<Object> entries =
                new ArrayList<>(List.of("term", "5 years", "default-investment-grade", "1%", "default-below", "35%"));
        entries.addAll(List.of(more));
        return SourceNode.mapping(entries.toArray());
    }

    @Shows("20.6")
    @Test
    void aCommercialLoanOfTheYearSpeaksAgainstUncreditworthiness() {
        assertThat(warnings(uncreditworthy(), own("A", "2014-02-01", 3, 100, "6%")))
                .singleElement()
                .asString()
                .contains("in that year took out (A), a long-term commercial loan without a guarantee");
    }

    /** Only firms not owned by the government, and loans that it does not guarantee: the text says no more. */
    @Shows("20.6")
    @Test
    void theLoanOfAGovernmentsFirmOrWithItsGuaranteeSaysNothing() {
        SourceNode loan = own("A", "2014-02-01", 3, 100, "6%");
        assertThat(warnings(uncreditworthy("government-owned", "yes"), loan)).isEmpty();
        assertThat(warnings(uncreditworthy("years", 2013), loan)).isEmpty();
        for (Object[] other : new Object[][] {
            {"guarantee", "government"}, {"lender", "government program"}, {"lender", "special-purpose bank"}
        }) {
            assertThat(warnings(uncreditworthy(), own("A", "2014-02-01", 3, 100, "6%", other)))
                    .isEmpty();
        }
        assertThat(warnings(uncreditworthy(), own("A", "2014-02-01", 1, 100, "6%")))
                .isEmpty();
        assertThat(warnings(uncreditworthy(), own("A", "2013-02-01", 3, 100, "6%")))
                .isEmpty();
        assertThat(warnings(uncreditworthy(), own("A", "2014-02-01", 3, 100, "6%", "guarantee", "private")))
                .hasSize(1);
    }
}
