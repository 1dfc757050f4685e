package org.advalorem.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.advalorem.plot.Chart;
import org.advalorem.plot.ChartFormat;
import org.advalorem.plot.ChartWriter;
import org.advalorem.report.CompareFinding;
import org.advalorem.report.CompareReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.FlipFinding;
import org.advalorem.report.FlipReport;
import org.advalorem.report.Format;
import org.advalorem.report.IssuesFinding;
import org.advalorem.report.IssuesReport;
import org.advalorem.report.PageParts;
import org.advalorem.report.Report;
import org.advalorem.report.SimulationFinding;
import org.advalorem.report.SimulationReport;
import org.advalorem.report.chart.CompareChart;
import org.advalorem.report.chart.FlipChart;
import org.advalorem.report.chart.IssuesChart;
import org.advalorem.report.chart.SimulationChart;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;
import org.advalorem.whatif.Waterfall;

/** The parts of a page that stay as the scenario is written: the reports of analyses, each with its chart. */
public final class StillParts {
    private StillParts() {}

    /** What would turn a verdict. */
    static Still turns(EvaluatedScenario scenario, Flip.Result result) {
        return part(
                "turns",
                "What would turn a verdict",
                FlipFinding.of(scenario, result).finding().headline() + ".",
                FlipChart.of(scenario, result),
                FlipReport.of(scenario, result),
                true);
    }

    /** The contested issues; on a page without a script if the scenario is shown in public. */
    public static Still issues(EvaluatedScenario scenario, IssueTable.Result result) {
        return issues(scenario, result, brief(scenario, result), IssuesReport.of(scenario, result, Optional.empty()));
    }

    /** The contested issues with brackets around what the public version leaves out or has in other words. */
    static Still issues(
            EvaluatedScenario scenario,
            IssueTable.Result result,
            EvaluatedScenario inPublic,
            IssueTable.Result published) {
        return issues(
                scenario,
                result,
                PageParts.bracketed(brief(scenario, result), brief(inPublic, published)),
                IssuesReport.of(scenario, result, Optional.empty())
                        .asTwinOf(IssuesReport.of(inPublic, published, Optional.empty())));
    }

    private static Still issues(EvaluatedScenario scenario, IssueTable.Result result, String brief, Report report) {
        return part(
                "issues",
                "Contested issues",
                brief,
                IssuesChart.of(scenario, result),
                report,
                scenario.publicVersion().isEmpty());
    }

    private static String brief(EvaluatedScenario scenario, IssueTable.Result result) {
        return IssuesFinding.of(scenario, result).spread();
    }

    /** The simulation. */
    static Still simulation(EvaluatedScenario scenario, UncertainModel uncertain, Simulation.Result result) {
        return part(
                "simulation",
                "Simulation",
                SimulationFinding.of(scenario, uncertain, result).spread(),
                SimulationChart.of(scenario, uncertain, result),
                SimulationReport.of(scenario, uncertain, result),
                true);
    }

    /** What accounts for the difference between two scenarios set side by side, on a page without a script. */
    public static Still step(
            int number, String title, EvaluatedScenario first, EvaluatedScenario second, Waterfall.Result result) {
        return part(
                "step" + number,
                title,
                CompareFinding.of(first, result).finding().headline() + ".",
                CompareChart.of(first, second, result),
                CompareReport.of(first, second, result),
                false);
    }

    private static Still part(String id, String title, String brief, Chart chart, Report report, boolean scripted) {
        return new Still(id, title, brief, figure(title, chart, report, scripted) + report.html(3));
    }

    private static String figure(String name, Chart chart, Report report, boolean scripted) {
        try {
            return Still.figure(
                    name,
                    chart.caption().title(),
                    new String(ChartWriter.bytes(chart, ChartFormat.SVG), StandardCharsets.UTF_8),
                    report.text(Format.CSV),
                    scripted);
        } catch (IOException e) {
            throw new UncheckedIOException("The charts cannot be drawn: " + e.getMessage() + ".", e);
        }
    }
}
