package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.report.NumberText;
import org.advalorem.report.TornadoFinding;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Tornado;

/** The chart of {@code tornado}: the reported rate that moves most. */
public final class SwingsChart {
    /** The most inputs drawn. */
    private static final int MOST = 20;

    private static final Fill LOW = Fill.AMBER;
    private static final Fill HIGH = Fill.BLUE;

    private final EvaluatedScenario scenario;
    private final Tornado.Result result;
    private final TornadoFinding finding;
    private final ResultKey key;
    private final List<Tornado.Bar> bars;

    private SwingsChart(EvaluatedScenario scenario, Tornado.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.finding = TornadoFinding.of(scenario, result);
        this.key = finding.key();
        this.bars = finding.bars();
    }

    /** The chart of the rate that moves most. */
    public static Chart of(EvaluatedScenario scenario, Tornado.Result result) {
        return new SwingsChart(scenario, result).chart();
    }

    private Chart chart() {
        List<Tornado.Bar> drawn = bars.stream().limit(MOST).toList();
        boolean several = drawn.stream().anyMatch(bar -> bar.ends().size() > 2);
        return new RowChart(
                Captions.of(
                        scenario,
                        finding.finding(),
                        bars.size() > MOST
                                ? List.of("the " + MOST + " of " + bars.size() + " inputs that move it most")
                                : List.of(),
                        result.partial(),
                        ""),
                RateAxes.UNROUNDED,
                List.of(
                        new RowChart.Entry(LOW, "input at its low or first value" + several(several, "lowest")),
                        new RowChart.Entry(HIGH, "input at its high or last value" + several(several, "highest"))),
                List.of("lowest", "highest"),
                List.of(new RowChart.Panel(
                        "",
                        drawn.stream().map(this::bar).toList(),
                        RateAxes.thresholds(scenario, finding.company().stream().toList()),
                        List.of(new Mark("baseline", result.baseline().number(key, 0))))),
                false);
    }

    private static String several(boolean several, String which) {
        return several ? "; of more than two, where the rate is " + which : "";
    }

    /** The row of an input; of more than two ends, those with the lowest and highest rate. */
    private RowChart.Row bar(Tornado.Bar bar) {
        List<Tornado.End> ends = bar.ends();
        boolean several = ends.size() > 2;
        List<Tornado.End> two = several
                ? List.of(result.min(bar, key), result.max(bar, key))
                : List.of(ends.get(0), ends.get(ends.size() - 1));
        return row(
                InputNames.of(scenario, bar.address()),
                NumberText.written(two.get(0).value()),
                NumberText.written(two.get(1).value()),
                result.cases().number(key, two.get(0).row()),
                result.cases().number(key, two.get(1).row()));
    }

    /** A row with a bar to either end; of two on one side of the base the nearer is thinner and on top, so that both show. */
    private RowChart.Row row(String label, String low, String high, double lowRate, double highRate) {
        double base = result.baseline().number(key, 0);
        boolean onOneSide = lowRate < base == highRate < base;
        boolean lowOnTop = onOneSide && Math.abs(lowRate - base) < Math.abs(highRate - base);
        double thinner = onOneSide ? RowChart.Bar.THICK / 2 : RowChart.Bar.THICK;
        RowChart.Bar one = new RowChart.Bar(base, lowRate, LOW, lowOnTop ? thinner : RowChart.Bar.THICK);
        RowChart.Bar other = new RowChart.Bar(base, highRate, HIGH, lowOnTop ? RowChart.Bar.THICK : thinner);
        return new RowChart.Row(
                label,
                List.of(new RowChart.Lane(
                        lowOnTop ? List.of(other, one) : List.of(one, other),
                        Optional.empty(),
                        lowRate <= highRate ? low : high,
                        lowRate <= highRate ? high : low,
                        List.of(
                                RowChart.Text.of(NumberText.percent(Math.min(lowRate, highRate))),
                                RowChart.Text.of(NumberText.percent(Math.max(lowRate, highRate)))))));
    }
}
