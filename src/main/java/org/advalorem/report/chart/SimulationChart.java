package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.plot.Chart;
import org.advalorem.plot.HistogramChart;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SimulationFinding;
import org.advalorem.report.SimulationReport;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/** The chart of {@code simulate}: the histogram of the reported rate that varies most. */
public final class SimulationChart {
    private static final double MIDDLE = 0.50;
    /** Half the width of the one class of a rate that does not vary. */
    private static final double SINGLE = 0.0005;

    private final EvaluatedScenario scenario;
    private final Simulation.Result result;
    private final SimulationFinding finding;
    private final Distributed rate;

    private SimulationChart(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.finding = SimulationFinding.of(scenario, uncertainty, result);
        this.rate = finding.rate();
    }

    /** The chart of the rate that varies most. */
    public static Chart of(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        return new SimulationChart(scenario, uncertainty, result).chart();
    }

    private Chart chart() {
        Distributed.Histogram histogram = rate.histogram();
        boolean varies = !histogram.counts().isEmpty();
        return new HistogramChart(
                Captions.of(scenario, finding.finding(), List.of(), result.partial(), SimulationReport.run(result)),
                RateAxes.UNROUNDED,
                AxisNumbers.PERCENT.axis("Share of draws in each bin"),
                varies ? histogram.edges() : List.of(rate.min() - SINGLE, rate.min() + SINGLE),
                varies ? histogram.counts() : List.of(rate.count()),
                varies ? marks() : List.of(new Mark("every draw", rate.min())),
                RateAxes.thresholds(scenario, finding.company().stream().toList()));
    }

    /** Quantiles, and the scenario's own rate if draws lie on both sides of it. */
    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(List.of(
                new Mark("5th percentile", quantile(SimulationFinding.LOW)),
                new Mark("median", quantile(MIDDLE)),
                new Mark("95th percentile", quantile(SimulationFinding.HIGH))));
        if (rate.base() >= rate.min() && rate.base() <= rate.max()) {
            marks.add(new Mark("baseline", rate.base()));
        }
        return marks;
    }

    private double quantile(double share) {
        return rate.quantile(share).value();
    }
}
