package org.advalorem.report;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.IssueTable;

/** What contested issues mean: the range of the reported rate that moves most, and the position that is worth most. */
public final class IssuesFinding {
    private final EvaluatedScenario scenario;
    private final IssueTable.Result result;
    private final IssueTable.Outlook outlook;
    private final Optional<CompanyResult> company;

    private IssuesFinding(EvaluatedScenario scenario, IssueTable.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.outlook = Findings.most(
                result.outlooks().stream()
                        .filter(of -> Findings.isReported(scenario, of.subject()))
                        .toList(),
                of -> of.subject().isCompany(),
                of -> result.rate(of.highest(), of.subject()).published()
                        - result.rate(of.lowest(), of.subject()).published());
        this.company = scenario.company(outlook.subject());
    }

    /** The finding on all combinations. */
    public static IssuesFinding of(EvaluatedScenario scenario, IssueTable.Result result) {
        return new IssuesFinding(scenario, result);
    }

    /** The outlook that it is about. */
    public IssueTable.Outlook outlook() {
        return outlook;
    }

    /** The company whose rate it is; empty for all others. */
    public Optional<CompanyResult> company() {
        return company;
    }

    /** The published rate in a combination. */
    public double rate(int combination) {
        return result.rate(combination, outlook.subject()).published();
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    /** In one sentence: the range of every reported rate that the issues move, and how often it is de minimis. */
    public String spread() {
        String all = result.outlooks().stream()
                .filter(of -> Findings.isReported(scenario, of.subject()))
                .filter(of -> low(of) != high(of))
                .map(of -> scenario.name(of.subject()) + " " + range(of) + verdicts(of, ", "))
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? headline() + "." : "Depending on " + issues() + ": " + all + ".";
    }

    private String headline() {
        return scenario.name(outlook.subject()) + ": "
                + (low(outlook) == high(outlook)
                        ? NumberText.percent(low(outlook)) + " in every combination"
                        : range(outlook) + ", depending on " + issues())
                + verdicts(outlook, "; ");
    }

    private double low(IssueTable.Outlook of) {
        return result.rate(of.lowest(), of.subject()).published();
    }

    private double high(IssueTable.Outlook of) {
        return result.rate(of.highest(), of.subject()).published();
    }

    private String range(IssueTable.Outlook of) {
        return "from " + NumberText.percent(low(of)) + " to " + NumberText.percent(high(of));
    }

    private String issues() {
        return NumberText.count(result.issues().size(), "contested issue");
    }

    /** How often a company's rate is de minimis; nothing for all others. */
    private String verdicts(IssueTable.Outlook of, String before) {
        long below = of.sorted().stream()
                .filter(place -> result.rate(place, of.subject()).deMinimis().orElse(false))
                .count();
        return scenario.company(of.subject()).isPresent()
                ? before + Findings.verdicts(below, of.sorted().size(), "combinations")
                : "";
    }

    /** The position that is worth most on its own. */
    private String context() {
        int impossible = result.impossible().size();
        return outlook.worths().stream()
                        .filter(worth -> worth.worth().isPresent())
                        .max(Comparator.comparingDouble(worth -> Math.abs(value(worth.worth()))))
                        .filter(worth -> value(worth.worth()) != 0)
                        .map(worth -> {
                            IssueTable.Contested issue = result.issues().get(worth.issue());
                            return "Worth most: " + issue.name() + ", "
                                    + issue.positions().get(worth.position()) + " instead of "
                                    + issue.positions().get(issue.base()) + ", "
                                    + NumberText.points(value(worth.worth()))
                                    + " percentage points on average over all orders of decision";
                        })
                        .orElse("No position changes the rate")
                + (impossible == 0 ? "" : "; " + NumberText.count(impossible, "combination") + " impossible");
    }

    private static double value(OptionalDouble worth) {
        return worth.orElse(0);
    }
}
