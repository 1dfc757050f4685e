package org.advalorem.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Spider;

/** What a spider found: the input along which the reported rate that moves most moves most, and where its verdict turns. */
public final class SpiderFinding {
    private final EvaluatedScenario scenario;
    private final Spider.Result result;
    private final ResultKey key;
    private final List<Spider.Leg> legs;
    private final String name;

    private SpiderFinding(EvaluatedScenario scenario, Spider.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.key = Findings.most(
                EvaluatedScenario.totals(result.cases().keys(), Measure.RATE_UNROUNDED),
                of -> of.subject().isCompany(),
                of -> result.legs().stream()
                        .mapToDouble(leg -> result.swing(leg, of))
                        .max()
                        .orElse(0));
        this.legs = result.legs().stream()
                .filter(leg -> result.swing(leg, key) > 0)
                .sorted(Comparator.comparingDouble(leg -> -result.swing(leg, key)))
                .toList();
        this.name = scenario.name(key);
    }

    /** The finding of a spider. */
    public static SpiderFinding of(EvaluatedScenario scenario, Spider.Result result) {
        return new SpiderFinding(scenario, result);
    }

    /** The unrounded rate that it is about. */
    public ResultKey key() {
        return key;
    }

    /** The company whose rate it is; empty for all others. */
    public Optional<CompanyResult> company() {
        return scenario.company(key.subject());
    }

    /** The inputs along which it moves, most first. */
    public List<Spider.Leg> legs() {
        return legs;
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    private String headline() {
        if (legs.isEmpty()) {
            return name + ": no input moves it from "
                    + NumberText.percent(result.baseline().number(published(), 0));
        }
        Spider.Leg first = legs.get(0);
        var rates = first.steps().stream()
                .mapToDouble(step -> result.cases().number(published(), step.row()))
                .filter(Double::isFinite)
                .summaryStatistics();
        return name + ": " + InputNames.after(name, scenario, first.address()) + " moves the rate most, from "
                + NumberText.percent(rates.getMin()) + " to " + NumberText.percent(rates.getMax()) + verdict();
    }

    private ResultKey published() {
        return key.beside(Measure.RATE);
    }

    private String verdict() {
        ResultKey verdict = key.beside(Measure.DE_MINIMIS);
        if (!result.baseline().has(verdict)) {
            return "";
        }
        return result.turns().stream()
                .filter(turn -> turn.verdict().equals(verdict))
                .findFirst()
                .map(turn -> "; becomes " + Verdict.words(turn.becomes()) + " with "
                        + InputNames.after(name, scenario, turn.address()) + " " + NumberText.written(turn.words()))
                .orElseGet(() -> "; " + steps(verdict));
    }

    private String steps(ResultKey verdict) {
        int all = result.legs().stream().mapToInt(leg -> leg.steps().size()).sum();
        long below = IntStream.range(0, all)
                .filter(row -> result.cases().holds(verdict, row))
                .count();
        return Findings.verdicts(below, all, "steps");
    }

    private String context() {
        List<String> still = result.legs().stream()
                .filter(leg -> !legs.contains(leg))
                .map(leg -> InputNames.of(scenario, leg.address()))
                .toList();
        return "One input at a time, everything else at its baseline"
                + (still.isEmpty() ? "" : "; does not move it: " + String.join(", ", still))
                + (result.leftOut().isEmpty()
                        ? ""
                        : "; left out, because a choice has no order: "
                                + result.leftOut().stream()
                                        .map(address -> InputNames.of(scenario, address))
                                        .collect(Collectors.joining(", ")));
    }
}
