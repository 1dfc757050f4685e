package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;

/** From the income statement to the ledger and the denominators. */
final class ReconciliationTest {
    private static final SourceNode MEMBERS = SourceNode.mapping(
            "a", SourceNode.mapping("role", "producer"), "b", SourceNode.mapping("role", "producer"));

    private static final SourceNode LEDGER = SourceNode.sequence(
            sale(2016, "a", "", "domestic", "50000", "returns", "400"),
            sale(2016, "a", "", "France", "6000", "terms", "CIF", "freight", "300"),
            sale(2016, "b", "", "USA", "4000", "returns", "100"),
            sale(2016, "a", "b", "Freedonia", "2000"),
            sale(2015, "a", "", "domestic", "900"));

    private static Scenarios group(SourceNode reconciliation) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        MEMBERS,
                        "sales",
                        LEDGER,
                        "reconciliation",
                        reconciliation,
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "1000", "to", "a")));
    }

    private static SourceNode of2016(Object... facts) {
        return SourceNode.mapping("2016", SourceNode.mapping(facts));
    }

    private static List<String> lines(Scenarios.Outcome outcome, int place) {
        List<String> lines = new ArrayList<>();
        for (Reconciliation.Line line :
                outcome.determination().reconciliations().get(place).lines()) {
            lines.add(line.label() + " " + Math.round(outcome.values().of(line.amount())));
        }
        return lines;
    }

    private static boolean ties(Scenarios.Outcome outcome) {
        return outcome.values()
                .holds(outcome.determination().reconciliations().get(0).ties());
    }

    @Test
    void theWayFromRevenueToTheDenominators() {
        var outcome = group(of2016(
                        "revenue",
                        "63000",
                        "accounts",
                        SourceNode.mapping("other income", "-2000", "eliminated", "540"),
                        "tolerance",
                        "0.1%"))
                .run();
        // 63000 - 2000 + 540 = 61540; 50000 + 2000 + 6000 + 4000 - 500 = 61500; 61500 - 300 - 2000 = 59200
        assertThat(lines(outcome, 0))
                .containsExactly(
                        "revenue of the income statement 63000",
                        "account other income -2000",
                        "account eliminated 540",
                        "revenue and accounts 61540",
                        "ledger, gross, home market 52000",
                        "ledger, gross, United States 4000",
                        "ledger, gross, other exports 6000",
                        "less returns 500",
                        "ledger, gross less returns 61500",
                        "unexplained difference 40",
                        "less freight to f.o.b. 300",
                        "less sales between members, f.o.b. 2000",
                        "sales to others, f.o.b. 59200",
                        "denominator: all sales of a and b, 2016 59200");
        assertThat(ties(outcome)).isTrue();
        assertThat(outcome.denominator("g", "aid")).isEqualTo(59200.0);
    }

    @Test
    void aDifferenceEitherWayIsMeasuredAgainstTheTolerance() {
        // 0.1 percent of 61561 is 61.561; of 61562, 61.562
        assertThat(ties(group(of2016("revenue", "61561")).run())).isTrue();
        assertThat(ties(group(of2016("revenue", "61562")).run())).isFalse();
        // 61500 - 61438 = 62 of 61438
        assertThat(ties(group(of2016("revenue", "61438")).run())).isFalse();
        assertThat(ties(group(of2016("revenue", "61438", "tolerance", "0.2%")).run()))
                .isTrue();
        assertThat(ties(group(of2016("revenue", "61500", "tolerance", "0")).run()))
                .isTrue();
    }

    @Test
    void everyYearIsTiedAndNoSaleIsCountedForIt() {
        var outcome = group(SourceNode.mapping(
                        "2015", SourceNode.mapping("revenue", "1000"), "2016", SourceNode.mapping("revenue", "61500")))
                .run();
        assertThat(outcome.determination().reconciliations())
                .extracting(Reconciliation::year)
                .containsExactly("2015", "2016");
        assertThat(lines(outcome, 0)).contains("unexplained difference 100", "sales to others, f.o.b. 900");
        assertThat(lines(outcome, 0)).noneMatch(line -> line.startsWith("denominator"));
        assertThat(outcome.determination().leftOut())
                .anyMatch(leftOut -> leftOut.why().equals("of years that no denominator needs"));
    }

    @Test
    void anAccountAndTheLedgerMoveTheDifference() {
        var outcome = group(of2016("revenue", "63000", "accounts", SourceNode.mapping("income", "-1500")))
                .run();
        Reconciliation one = outcome.determination().reconciliations().get(0);
        Values account = Values.of(
                outcome.determination().calculation(),
                Map.of("companies.g.reconciliation.2016.accounts.income", -1400.0));
        assertThat(account.of(one.unexplained())).isEqualTo(100.0);
        Values ledger = Values.of(outcome.determination().calculation(), Map.of("companies.g.sales.1.gross", 60000.0));
        assertThat(ledger.of(one.unexplained())).isEqualTo(-10000.0);
        assertThat(ledger.of(one.share())).isCloseTo(-10.0 / 63.0, within(1e-15));
    }

    @Test
    void revenueInAnotherCurrencyIsConverted() {
        assertThat(group(of2016("revenue", "63000 CNY")).problems())
                .singleElement()
                .asString()
                .contains("CNY");
    }

    @Test
    void aMonthOfCreditNotesAloneInAMarketIsNoError() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "a", "", "domestic", "1000"), sale(2016, "a", "", "France", "-10")),
                        "reconciliation",
                        of2016("revenue", "990"),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "10")))
                .run();
        assertThat(outcome.failed()).isEmpty();
        assertThat(lines(outcome, 0)).contains("ledger, gross, other exports -10", "unexplained difference 0");
    }

    @Test
    void aStatedDenominatorStandsBesideTheLedger() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2016, "a", "", "domestic", "1000")),
                        "reconciliation",
                        of2016("revenue", "1000"),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "10", "over", "1100")))
                .run();
        assertThat(lines(outcome, 0)).contains("sales to others, f.o.b. 1000", "denominator: sales as stated 1100");
    }

    @Test
    void withoutALedgerThereIsNothingToTieTo() {
        assertThat(Scenarios.investigation()
                        .program("aid", "type", "grant", "recurrence", "recurring")
                        .company(
                                "a",
                                "reconciliation",
                                of2016("revenue", "1000"),
                                "uses",
                                SourceNode.mapping("aid", grant("2016-05-01", "10", "over", "1000")))
                        .problems())
                .containsExactly("(companies.a.reconciliation) has nothing to tie to: (a) has no sales ledger.");
    }

    @Test
    void badStatementsAreProblems() {
        assertThat(group(SourceNode.mapping(
                                "2014", SourceNode.mapping("revenue", "1"), "2013", SourceNode.mapping("revenue", "1")))
                        .problems())
                .hasSize(2)
                .allMatch(message -> message.contains("has no sales of 201"));
        assertThat(group(of2016("revenue", "1", "tolerance", "0.1")).problems())
                .containsExactly("(companies.g.reconciliation.2016.tolerance) is a rate without a percent sign: 0.1.");
        assertThat(group(of2016("revenue", "1", "tolerance", "-1%")).problems())
                .singleElement()
                .asString()
                .contains("tolerance) is -1%; it must be");
        assertThat(group(of2016("revenue", "0")).problems())
                .singleElement()
                .asString()
                .contains("revenue) is 0; it must be");
        assertThat(group(of2016("accounts", SourceNode.mapping("x", "1"))).problems())
                .singleElement()
                .asString()
                .startsWith("(revenue) is missing in (companies.g.reconciliation.2016)");
        assertThat(group(SourceNode.mapping("16", SourceNode.mapping("revenue", "1")))
                        .problems())
                .singleElement()
                .asString()
                .contains("16");
        assertThat(group(SourceNode.scalar("1.2 billion")).problems())
                .singleElement()
                .asString()
                .contains("a mapping");
    }
}
