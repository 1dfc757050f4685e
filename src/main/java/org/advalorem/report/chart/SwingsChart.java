package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Tornado;

/** The chart of {@code tornado}: the reported rate that moves most. */
public final class SwingsChart {
    /** The most inputs drawn. */
    private static final int MOST = 20;

    /** The most inputs named that do not move the rate. */
    private static final int FEW = 2;

    private static final Fill LOW = Fill.AMBER;
    private static final Fill HIGH = Fill.BLUE;

    private final EvaluatedScenario scenario;
    private final Tornado.Result result;
    private final ResultKey key;
    private final String name;
    private final Optional<CompanyResult> company;
    private final List<Tornado.Bar> bars;
    private final List<Tornado.Bar> still;

    private SwingsChart(EvaluatedScenario scenario, Tornado.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.key = Findings.most(
                EvaluatedScenario.totals(result.cases().keys(), Measure.RATE_UNROUNDED),
                of -> of.subject().isCompany(),
                of -> swing(result, of));
        this.name = scenario.name(key);
        this.company = scenario.company(key.subject());
        List<Tornado.Bar> moving = result.ordered(key).stream()
                .filter(bar -> result.swing(bar, key) > 0)
                .toList();
        this.bars = moving.isEmpty() ? result.ordered(key) : moving;
        this.still = result.bars().stream().filter(bar -> !bars.contains(bar)).toList();
    }

    private static double swing(Tornado.Result result, ResultKey key) {
        return result.bars().stream()
                .mapToDouble(bar -> result.swing(bar, key))
                .max()
                .orElse(0);
    }

    /** The chart of the rate that moves most. */
    public static Chart of(EvaluatedScenario scenario, Tornado.Result result) {
        return new SwingsChart(scenario, result).chart();
    }

    private Chart chart() {
        List<Tornado.Bar> drawn = bars.stream().limit(MOST).toList();
        boolean several = drawn.stream().anyMatch(bar -> bar.ends().size() > 2);
        return new RowChart(
                Findings.caption(scenario, title(), subtitle(), result.partial(), ""),
                Findings.UNROUNDED,
                List.of(
                        new RowChart.Entry(LOW, "input at its low or first value" + several(several, "lowest")),
                        new RowChart.Entry(HIGH, "input at its high or last value" + several(several, "highest"))),
                List.of("lowest", "highest"),
                List.of(new RowChart.Panel(
                        "",
                        drawn.stream().map(this::bar).toList(),
                        Findings.thresholds(scenario, company.stream().toList()),
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
                Findings.label(scenario, bar.address()),
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
                                RowChart.Text.of(Findings.percent(Math.min(lowRate, highRate))),
                                RowChart.Text.of(Findings.percent(Math.max(lowRate, highRate)))))));
    }

    private String title() {
        Tornado.Bar first = bars.get(0);
        if (result.swing(first, key) <= 0) {
            return name + ": no input moves it from "
                    + Findings.percent(result.baseline().number(key, 0));
        }
        return name + ": " + Findings.labelAfter(name, scenario, first.address()) + " moves the rate most, from "
                + Findings.percent(
                        result.cases().number(key, result.min(first, key).row())) + " to "
                + Findings.percent(
                        result.cases().number(key, result.max(first, key).row())) + verdicts();
    }

    private String verdicts() {
        ResultKey verdict = key.beside(Measure.DE_MINIMIS);
        if (!result.baseline().has(verdict)) {
            return "";
        }
        boolean base = result.baseline().holds(verdict, 0);
        long changes = bars.stream()
                .filter(bar ->
                        bar.ends().stream().anyMatch(end -> result.cases().holds(verdict, end.row()) != base))
                .count();
        return "; "
                + (changes == 0
                        ? "none alone " + (base ? "lifts it above de minimis" : "makes it de minimis")
                        : changes + " of " + Findings.count(result.bars().size(), "input") + " can alone "
                                + (base ? "lift it above de minimis" : "make it de minimis"));
    }

    private String subtitle() {
        boolean quantiles = bars.stream().anyMatch(Tornado.Bar::quantiles);
        return "One input at a time, everything else at its baseline"
                + (quantiles ? "; uncertain inputs between their 10th and 90th percentiles" : "")
                + (bars.size() > MOST ? "; the " + MOST + " of " + bars.size() + " inputs that move it most" : "")
                + (still.isEmpty()
                        ? ""
                        : "; does not move it: "
                                + still.stream()
                                        .limit(FEW)
                                        .map(bar -> Findings.label(scenario, bar.address()))
                                        .collect(Collectors.joining(", "))
                                + (still.size() > FEW ? " and " + (still.size() - FEW) + " others" : ""));
    }
}
