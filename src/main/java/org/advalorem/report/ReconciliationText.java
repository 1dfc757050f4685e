package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.attribution.Reconciliation;

/**
 * The way from the income statement to the denominators: a table for each company and year, a listing for programs, and
 * what does not tie.
 */
public final class ReconciliationText {
    private ReconciliationText() {}

    /** Notes each ledger that does not tie to its income statement within the tolerance. */
    public static void check(EvaluatedScenario scenario, Problems problems) {
        for (Reconciliation one : untied(scenario)) {
            Term unexplained = one.unexplained();
            problems.add(
                    Problem.Code.AV404,
                    one.origin(),
                    untied(one, scenario),
                    "Write in accounts what explains it: accounts: {NAME: "
                            + Figure.PLAIN.text(-scenario.value(unexplained)) + " " + unexplained.unit()
                            + "}; memo shows the table.");
        }
    }

    /** The warnings of ledgers that do not tie. */
    static List<Warnings.Warning> warnings(EvaluatedScenario scenario) {
        return untied(scenario).stream()
                .map(one -> new Warnings.Warning(one.address(), untied(one, scenario), Optional.of(one.origin())))
                .toList();
    }

    private static List<Reconciliation> untied(EvaluatedScenario scenario) {
        return of(scenario).stream()
                .filter(one -> !scenario.values().holds(one.ties()))
                .toList();
    }

    private static String untied(Reconciliation one, EvaluatedScenario scenario) {
        return "The sales ledger of " + one.name() + " does not tie to (" + one.address() + "): revenue and accounts "
                + amount(one.expected(), scenario) + ", ledger less returns " + amount(one.ledger(), scenario) + "; "
                + difference(one, scenario) + ".";
    }

    /** The difference with its share and the tolerance. */
    private static String difference(Reconciliation one, EvaluatedScenario scenario) {
        return "unexplained " + amount(one.unexplained(), scenario) + ", "
                + Figure.SHORT_RATE.text(scenario.value(one.share())) + " of revenue, "
                + (scenario.values().holds(one.ties()) ? "within" : "beyond") + " the tolerance of "
                + Figure.EXACT_RATE.text(scenario.value(one.tolerance()));
    }

    private static String amount(Term amount, EvaluatedScenario scenario) {
        return Figure.withUnit(scenario.value(amount), amount.unit());
    }

    /** The reconciliations of the companies reported. */
    static List<Reconciliation> of(EvaluatedScenario scenario) {
        return scenario.determination().reconciliations().stream()
                .filter(one -> scenario.companies().stream()
                        .anyMatch(company -> company.id().equals(one.company())))
                .toList();
    }

    /** The table of each company and year, with the difference below it. */
    static List<Listing<Reconciliation.Line>> tables(EvaluatedScenario scenario) {
        return of(scenario).stream()
                .map(one -> lines(scenario)
                        .of(
                                "Reconciliation of " + one.name() + ", " + one.year() + ", in "
                                        + one.unexplained().unit(),
                                one.lines())
                        .note(upper(difference(one, scenario)) + "."))
                .toList();
    }

    private static String upper(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** The reconciliations as programs read them. */
    static Listing<Reconciliation> listing(EvaluatedScenario scenario) {
        return ListingType.<Reconciliation>of(
                        "reconciliations",
                        "reconciliation",
                        "Income statements tied to sales ledgers and denominators.")
                .text("company", Reconciliation::company, "The company's id.")
                .text("year", Reconciliation::year, "The year.")
                .text("address", one -> one.address().toString(), "The address of the statement.")
                .text("unit", one -> one.unexplained().unit().toString(), "The currency of the amounts.")
                .number(
                        Figure.PLAIN,
                        "unexplained",
                        one -> scenario.value(one.unexplained()),
                        "Revenue and accounts less the ledger, gross less returns.")
                .number(Figure.PLAIN, "share", one -> scenario.value(one.share()), "Its share of the revenue.")
                .number(
                        Figure.PLAIN,
                        "tolerance",
                        one -> scenario.value(one.tolerance()),
                        "The share that is accepted.")
                .truth("ties", one -> scenario.values().holds(one.ties()), "Whether the share is within the tolerance.")
                .with(lines(scenario), Reconciliation::lines)
                .of(of(scenario));
    }

    private static ListingType<Reconciliation.Line> lines(EvaluatedScenario scenario) {
        return ListingType.<Reconciliation.Line>of(
                        "lines", "line", "The amounts from revenue to denominators, in order.")
                .text("line", "line", Reconciliation.Line::label, "What the amount is.")
                .number(Figure.MONEY, "amount", "amount", line -> scenario.value(line.amount()), "The amount.");
    }
}
