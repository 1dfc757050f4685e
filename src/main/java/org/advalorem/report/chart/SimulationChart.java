package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.plot.Chart;
import org.advalorem.plot.HistogramChart;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SimulationReport;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/** The chart of {@code simulate}: the histogram of the reported rate that varies most. */
public final class SimulationChart {
    private static final double LOW = 0.05;
    private static final double MIDDLE = 0.50;
    private static final double HIGH = 0.95;
    /** The most inputs named. */
    private static final int FEW = 3;
    /** Half the width of the one class of a rate that does not vary. */
    private static final double SINGLE = 0.0005;

    private final EvaluatedScenario scenario;
    private final UncertainModel uncertainty;
    private final Simulation.Result result;
    private final Distributed rate;
    private final Optional<CompanyResult> company;

    private SimulationChart(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        this.scenario = scenario;
        this.uncertainty = uncertainty;
        this.result = result;
        List<ResultKey> keys = result.results().stream().map(Distributed::key).toList();
        this.rate = result.result(Findings.most(
                EvaluatedScenario.totals(keys, Measure.RATE_UNROUNDED),
                key -> key.subject().isCompany(),
                key -> result.result(key).standardDeviation()));
        this.company = scenario.company(rate.key().subject());
    }

    /** The chart of the rate that varies most. */
    public static Chart of(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        return new SimulationChart(scenario, uncertainty, result).chart();
    }

    private Chart chart() {
        Distributed.Histogram histogram = rate.histogram();
        boolean varies = !histogram.counts().isEmpty();
        return new HistogramChart(
                Findings.caption(scenario, title(), subtitle(), result.partial(), SimulationReport.run(result)),
                Findings.UNROUNDED,
                NumberText.PERCENT.axis("Share of draws in each bin"),
                varies ? histogram.edges() : List.of(rate.min() - SINGLE, rate.min() + SINGLE),
                varies ? histogram.counts() : List.of(rate.count()),
                varies ? marks() : List.of(new Mark("every draw", rate.min())),
                Findings.thresholds(scenario, company.stream().toList()));
    }

    /** Quantiles, and the scenario's own rate if draws lie on both sides of it. */
    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(List.of(
                new Mark("5th percentile", quantile(LOW)),
                new Mark("median", quantile(MIDDLE)),
                new Mark("95th percentile", quantile(HIGH))));
        if (rate.base() >= rate.min() && rate.base() <= rate.max()) {
            marks.add(new Mark("baseline", rate.base()));
        }
        return marks;
    }

    private double quantile(double share) {
        return rate.quantile(share).value();
    }

    private String title() {
        String name = scenario.name(rate.key());
        String rates = rate.histogram().counts().isEmpty()
                ? Findings.percent(rate.min()) + " in every draw"
                : Findings.percent(quantile(LOW)) + " to " + Findings.percent(quantile(HIGH)) + " in 90% of draws";
        return name + ": " + rates + (company.isPresent() ? "; " + verdict() : "");
    }

    private String verdict() {
        double share = result.result(rate.key().beside(Measure.DE_MINIMIS)).mean();
        return share <= 0
                ? "never de minimis"
                : share >= 1 ? "always de minimis" : "de minimis in " + share(share) + " of them";
    }

    /** The share in words, never rounded to none or all. */
    private static String share(double share) {
        String text = Findings.percent(share);
        return text.equals("0.00%") ? "less than 0.01%" : text.equals("100.00%") ? "more than 99.99%" : text;
    }

    private String subtitle() {
        List<UncertainModel.Input> inputs = uncertainty.inputs();
        String base = Double.isFinite(rate.base()) ? "; baseline: " + Findings.percent(rate.base()) : "";
        List<String> words = new ArrayList<>();
        words.add(Findings.count(result.draws(), "draw"));
        words.add(
                inputs.size() <= FEW
                        ? inputs.stream()
                                .map(input -> Findings.label(scenario, input.address()) + " "
                                        + input.entry().text())
                                .collect(Collectors.joining(", "))
                        : inputs.size() + " uncertain inputs");
        return String.join(" of ", words) + base;
    }
}
