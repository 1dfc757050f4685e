package org.advalorem.report.chart;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.plot.Chart;
import org.advalorem.plot.SpecificationChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.IssueTable;

/** The chart of {@code issues}: the reported rate that moves most, in every possible combination. */
public final class IssuesChart {
    private final EvaluatedScenario scenario;
    private final IssueTable.Result result;
    private final IssueTable.Outlook outlook;
    private final Optional<CompanyResult> company;

    private IssuesChart(EvaluatedScenario scenario, IssueTable.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.outlook = Findings.most(
                result.outlooks().stream()
                        .filter(of -> Findings.isDrawn(scenario, of.subject()))
                        .toList(),
                of -> of.subject().isCompany(),
                of -> result.rate(of.highest(), of.subject()).published()
                        - result.rate(of.lowest(), of.subject()).published());
        this.company = scenario.company(outlook.subject());
    }

    /** The chart of the rate that moves most. */
    public static Chart of(EvaluatedScenario scenario, IssueTable.Result result) {
        return new IssuesChart(scenario, result).chart();
    }

    private Chart chart() {
        return new SpecificationChart(
                Findings.caption(scenario, title(), subtitle(), false, ""),
                Findings.PUBLISHED,
                result.issues().stream()
                        .map(issue -> new SpecificationChart.Issue(issue.name(), issue.positions()))
                        .toList(),
                outlook.sorted().stream()
                        .map(place -> new SpecificationChart.Specification(
                                rate(place), result.combinations().get(place).positions(), place == result.base()))
                        .toList(),
                Findings.thresholds(scenario, company.stream().toList()));
    }

    private double rate(int combination) {
        return result.rate(combination, outlook.subject()).published();
    }

    private String title() {
        long below = outlook.sorted().stream()
                .filter(place ->
                        result.rate(place, outlook.subject()).deMinimis().orElse(false))
                .count();
        double low = rate(outlook.lowest());
        double high = rate(outlook.highest());
        return scenario.name(outlook.subject()) + ": "
                + (low == high
                        ? Findings.percent(low) + " in every combination"
                        : "from " + Findings.percent(low) + " to " + Findings.percent(high) + ", depending on "
                                + Findings.count(result.issues().size(), "contested issue"))
                + (company.isPresent()
                        ? "; " + Findings.verdicts(below, outlook.sorted().size(), "combinations")
                        : "");
    }

    /** The position that is worth most on its own. */
    private String subtitle() {
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
                                    + Findings.points(value(worth.worth()))
                                    + " percentage points on average over all orders of decision";
                        })
                        .orElse("No position changes the rate")
                + (impossible == 0
                        ? ""
                        : "; " + Findings.count(impossible, "combination") + " impossible and not drawn");
    }

    private static double value(OptionalDouble worth) {
        return worth.orElse(0);
    }
}
