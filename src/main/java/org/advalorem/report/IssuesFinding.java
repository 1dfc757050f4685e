package org.advalorem.report;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
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

    private String headline() {
        long below = outlook.sorted().stream()
                .filter(place ->
                        result.rate(place, outlook.subject()).deMinimis().orElse(false))
                .count();
        double low = rate(outlook.lowest());
        double high = rate(outlook.highest());
        return scenario.name(outlook.subject()) + ": "
                + (low == high
                        ? NumberText.percent(low) + " in every combination"
                        : "from " + NumberText.percent(low) + " to " + NumberText.percent(high) + ", depending on "
                                + NumberText.count(result.issues().size(), "contested issue"))
                + (company.isPresent()
                        ? "; " + Findings.verdicts(below, outlook.sorted().size(), "combinations")
                        : "");
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
