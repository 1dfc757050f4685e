package org.advalorem.report;

import org.advalorem.whatif.Sweep;

/** What a grid found: the lowest and highest of the rate that moves most. */
public final class GridFinding {
    private final EvaluatedScenario scenario;
    private final Sweep.Result result;
    private final SweptRate most;

    private GridFinding(EvaluatedScenario scenario, Sweep.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.most = Findings.most(
                SweptRate.of(scenario, result), rate -> rate.company().isPresent(), SweptRate::swing);
    }

    /** The finding of a grid. */
    public static GridFinding of(EvaluatedScenario scenario, Sweep.Result result) {
        return new GridFinding(scenario, result);
    }

    /** The rate that moves most, a company's if one moves. */
    public SweptRate most() {
        return most;
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(
                headline(),
                "All combinations of "
                        + NumberText.count(result.ranges().get(0).size(), "value") + " by "
                        + result.ranges().get(1).size() + "; baseline: " + NumberText.percent(most.base()));
    }

    private String headline() {
        if (most.min() < 0) {
            return most.name() + ": no rate was computed";
        }
        String rates = most.swing() > 0
                ? at(Math.min(most.min(), most.max())) + ", " + at(Math.max(most.min(), most.max()))
                : NumberText.percent(most.published().get(most.min())) + " in every case";
        return most.name() + ": " + rates
                + (most.company().isPresent() ? "; " + Findings.verdicts(most.below(), most.cases(), "cases") : "");
    }

    private String at(int of) {
        return NumberText.percent(most.published().get(of)) + " with "
                + Findings.setting(scenario, result.ranges(), result.values(of));
    }
}
