package org.advalorem.report.chart;

import java.util.List;
import org.advalorem.plot.Chart;
import org.advalorem.plot.SpecificationChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.IssuesFinding;
import org.advalorem.whatif.IssueTable;

/** The chart of {@code issues}: the reported rate that moves most, in every possible combination. */
public final class IssuesChart {
    private final EvaluatedScenario scenario;
    private final IssueTable.Result result;
    private final IssuesFinding finding;

    private IssuesChart(EvaluatedScenario scenario, IssueTable.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.finding = IssuesFinding.of(scenario, result);
    }

    /** The chart of the rate that moves most. */
    public static Chart of(EvaluatedScenario scenario, IssueTable.Result result) {
        return new IssuesChart(scenario, result).chart();
    }

    private Chart chart() {
        return new SpecificationChart(
                Captions.of(scenario, finding.finding(), List.of(), false, ""),
                RateAxes.PUBLISHED,
                result.issues().stream()
                        .map(issue -> new SpecificationChart.Issue(issue.name(), issue.positions()))
                        .toList(),
                finding.outlook().sorted().stream()
                        .map(place -> new SpecificationChart.Specification(
                                finding.rate(place),
                                result.combinations().get(place).positions(),
                                place == result.base()))
                        .toList(),
                RateAxes.thresholds(scenario, finding.company().stream().toList()));
    }
}
