package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Tornado;

/** The chart of {@code tornado}: the rate that moves most among those reported. */
public final class SwingsChart {
    /** So many inputs are drawn. */
    private static final int MOST = 20;

    /** So many inputs that do not move the rate are named. */
    private static final int FEW = 2;

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
                of -> of.subject().level() == Subject.Level.COMPANY,
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

    /** The chart. */
    public static Chart of(EvaluatedScenario scenario, Tornado.Result result) {
        return new SwingsChart(scenario, result).chart();
    }

    private Chart chart() {
        return new TornadoChart(
                Findings.caption(scenario, title(), subtitle(), result.partial(), ""),
                Findings.UNROUNDED,
                result.baseline().number(key, 0),
                bars.stream().limit(MOST).map(this::bar).toList(),
                Findings.thresholds(scenario, company.stream().toList()));
    }

    /** Of more than two ends those where the rate is least and greatest. */
    private TornadoChart.Bar bar(Tornado.Bar bar) {
        List<Tornado.End> ends = bar.ends();
        boolean several = ends.size() > 2;
        List<Tornado.End> two = several
                ? List.of(result.min(bar, key), result.max(bar, key))
                : List.of(ends.get(0), ends.get(ends.size() - 1));
        return new TornadoChart.Bar(
                Findings.label(scenario, bar.address()),
                NumberText.written(two.get(0).value()),
                NumberText.written(two.get(1).value()),
                result.cases().number(key, two.get(0).row()),
                result.cases().number(key, two.get(1).row()),
                several);
    }

    private String title() {
        Tornado.Bar first = bars.get(0);
        if (result.swing(first, key) <= 0) {
            return name + ": none of the inputs moves "
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
