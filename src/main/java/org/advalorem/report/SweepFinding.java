package org.advalorem.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/** What a sweep found: the lowest and highest of the rate that moves most, and where its verdict turns. */
public final class SweepFinding {
    private final EvaluatedScenario scenario;
    private final Sweep.Result result;
    private final ValueRange range;
    private final List<SweptRate> moving;
    private final List<SweptRate> still;
    private final SweptRate most;

    private SweepFinding(EvaluatedScenario scenario, Sweep.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.range = result.ranges().get(0);
        List<SweptRate> rates = SweptRate.of(scenario, result);
        this.most = Findings.most(rates, rate -> rate.company().isPresent(), SweptRate::swing);
        List<SweptRate> found = rates.stream().filter(rate -> rate.swing() > 0).toList();
        this.moving = found.isEmpty() ? rates : found;
        this.still = rates.stream().filter(rate -> !moving.contains(rate)).toList();
    }

    /** The finding of a sweep. */
    public static SweepFinding of(EvaluatedScenario scenario, Sweep.Result result) {
        return new SweepFinding(scenario, result);
    }

    /** The rates that move; all of them if none does. */
    public List<SweptRate> moving() {
        return moving;
    }

    /** The rate that moves most, a company's if one moves. */
    public SweptRate most() {
        return most;
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    private String headline() {
        if (most.min() < 0) {
            return most.name() + ": no rate was computed";
        }
        String rates = most.swing() > 0
                ? at(Math.min(most.min(), most.max())) + ", " + at(Math.max(most.min(), most.max()))
                : NumberText.percent(most.published().get(most.min())) + " at every value";
        return most.name() + ": " + rates + (most.company().isPresent() ? "; " + verdict() : "");
    }

    private String at(int of) {
        return NumberText.percent(most.published().get(of)) + " with "
                + Findings.setting(scenario, result.ranges(), result.values(of));
    }

    /** The place where the verdict changes, if it does so once; else how often it holds. */
    private String verdict() {
        List<Integer> changes = IntStream.range(1, result.cases().cases())
                .filter(i -> Double.isFinite(most.deMinimis().get(i)))
                .filter(i -> most.deMinimis(i) != most.deMinimis(i - 1))
                .boxed()
                .toList();
        return changes.size() == 1 && !range.numbers().isEmpty()
                ? "becomes " + Verdict.words(most.deMinimis(changes.get(0))) + " between "
                        + Findings.written(result, changes.get(0) - 1) + " and "
                        + Findings.written(result, changes.get(0))
                : Findings.verdicts(most.below(), most.cases(), "cases");
    }

    private String context() {
        String what = NumberText.count(range.size(), "value") + " of "
                + InputNames.of(scenario, range.address().toString())
                + (result.ranges().size() > 1 ? " and, with it, " + with() : "");
        return what
                + (still.isEmpty()
                        ? ""
                        : "; does not move: "
                                + still.stream()
                                        .map(rate -> rate.name() + " " + NumberText.percent(rate.base()))
                                        .collect(Collectors.joining(", ")));
    }

    /** The inputs that move with the first, in words. */
    public String with() {
        return result.ranges().stream()
                .skip(1)
                .map(of -> InputNames.of(scenario, of.address().toString()))
                .collect(Collectors.joining(", "));
    }
}
