package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.ResultAddresses;
import org.advalorem.report.Subject;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.Tornado;

/** The chart of {@code tornado}: the reported rate that moves most. */
public final class SwingsChart {
    /** The most inputs drawn. */
    private static final int MOST = 20;

    /** The most inputs named that do not move the rate. */
    private static final int FEW = 2;

    private static final double YES = 0.5;
    private static final Fill LOW = Fill.AMBER;
    private static final Fill HIGH = Fill.BLUE;

    private final EvaluatedScenario scenario;
    private final Tornado.Result result;
    private final int place;
    private final int verdict;
    private final String name;
    private final Optional<CompanyResult> company;
    private final List<Tornado.Bar> bars;
    private final List<Tornado.Bar> still;

    private SwingsChart(EvaluatedScenario scenario, Tornado.Result result) {
        this.scenario = scenario;
        this.result = result;
        String address = Findings.most(
                ResultAddresses.totals(result.addresses(), ResultAddresses.UNROUNDED),
                of -> Subject.company(of, scenario).isPresent(),
                of -> swing(result, result.addresses().indexOf(of)));
        this.place = result.addresses().indexOf(address);
        this.verdict = result.addresses().indexOf(ResultAddresses.beside(address, ResultAddresses.VERDICT));
        this.name = Subject.name(address, scenario);
        this.company = Subject.company(address, scenario);
        List<Tornado.Bar> moving = result.ordered(place).stream()
                .filter(bar -> bar.swing(place) > 0)
                .toList();
        this.bars = moving.isEmpty() ? result.ordered(place) : moving;
        this.still = result.bars().stream().filter(bar -> !bars.contains(bar)).toList();
    }

    private static double swing(Tornado.Result result, int place) {
        return result.bars().stream().mapToDouble(bar -> bar.swing(place)).max().orElse(0);
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
                        List.of(new Mark("base", result.base().get(place))))),
                false);
    }

    private static String several(boolean several, String which) {
        return several ? "; of more than two, where the rate is " + which : "";
    }

    /** The row of an input; of more than two ends, those with the lowest and highest rate. */
    private RowChart.Row bar(Tornado.Bar bar) {
        List<Tornado.End> ends = bar.ends();
        boolean several = ends.size() > 2;
        List<Tornado.End> two =
                several ? List.of(bar.min(place), bar.max(place)) : List.of(ends.get(0), ends.get(ends.size() - 1));
        return row(
                Findings.label(scenario, bar.address()),
                NumberText.written(two.get(0).value()),
                NumberText.written(two.get(1).value()),
                two.get(0).results().get(place),
                two.get(1).results().get(place));
    }

    /** A row with a bar to either end; of two on one side of the base the nearer is thinner and on top, so that both show. */
    private RowChart.Row row(String label, String low, String high, double lowRate, double highRate) {
        double base = result.base().get(place);
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
        if (first.swing(place) <= 0) {
            return name + ": none of the inputs moves "
                    + Findings.percent(result.base().get(place));
        }
        return name + ": " + Findings.labelAfter(name, scenario, first.address()) + " moves the rate most, from "
                + Findings.percent(first.min(place).results().get(place)) + " to "
                + Findings.percent(first.max(place).results().get(place)) + verdicts();
    }

    private String verdicts() {
        if (verdict < 0) {
            return "";
        }
        boolean base = result.base().get(verdict) > YES;
        long changes = bars.stream()
                .filter(bar -> bar.ends().stream().anyMatch(end -> end.results().get(verdict) > YES != base))
                .count();
        return "; "
                + (changes == 0
                        ? "none alone " + (base ? "lifts it above de minimis" : "makes it de minimis")
                        : changes + " of " + Findings.count(result.bars().size(), "input") + " can alone "
                                + (base ? "lift it above de minimis" : "make it de minimis"));
    }

    private String subtitle() {
        boolean quantiles = bars.stream().anyMatch(bar -> bar.source().startsWith("p10"));
        return "One input at a time, everything else as it is"
                + (quantiles ? "; uncertain inputs between their 10 and 90 percent quantiles" : "")
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
