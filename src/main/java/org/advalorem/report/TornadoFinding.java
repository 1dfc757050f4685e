package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Tornado;

/** What a tornado found: the input that moves the reported rate that moves most. */
public final class TornadoFinding {
    /** The most inputs named that do not move the rate. */
    private static final int FEW = 2;

    private final EvaluatedScenario scenario;
    private final Tornado.Result result;
    private final ResultKey key;
    private final String name;
    private final List<Tornado.Bar> bars;
    private final List<Tornado.Bar> still;

    private TornadoFinding(EvaluatedScenario scenario, Tornado.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.key = Findings.most(
                EvaluatedScenario.totals(result.cases().keys(), Measure.RATE_UNROUNDED),
                of -> of.subject().isCompany(),
                of -> swing(result, of));
        this.name = scenario.name(key);
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

    /** The finding of a tornado. */
    public static TornadoFinding of(EvaluatedScenario scenario, Tornado.Result result) {
        return new TornadoFinding(scenario, result);
    }

    /** The rate that it is about. */
    public ResultKey key() {
        return key;
    }

    /** The company whose rate it is; empty for all others. */
    public Optional<CompanyResult> company() {
        return scenario.company(key.subject());
    }

    /** The inputs that move it, most first; all of them if none does. */
    public List<Tornado.Bar> bars() {
        return bars;
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    private String headline() {
        if (bars.isEmpty() || result.swing(bars.get(0), key) <= 0) {
            return name + ": no input moves it from "
                    + NumberText.percent(result.baseline().number(key, 0));
        }
        Tornado.Bar first = bars.get(0);
        return name + ": " + InputNames.after(name, scenario, first.address()) + " moves the rate most, from "
                + NumberText.percent(
                        result.cases().number(key, result.min(first, key).row())) + " to "
                + NumberText.percent(
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
                        : changes + " of " + NumberText.count(result.bars().size(), "input") + " can alone "
                                + (base ? "lift it above de minimis" : "make it de minimis"));
    }

    private String context() {
        boolean quantiles = bars.stream().anyMatch(Tornado.Bar::quantiles);
        return "One input at a time, everything else at its baseline"
                + (quantiles ? "; uncertain inputs between their 10th and 90th percentiles" : "")
                + (still.isEmpty()
                        ? ""
                        : "; does not move it: "
                                + still.stream()
                                        .limit(FEW)
                                        .map(bar -> InputNames.of(scenario, bar.address()))
                                        .collect(Collectors.joining(", "))
                                + (still.size() > FEW ? " and " + (still.size() - FEW) + " others" : ""));
    }
}
