package org.advalorem.report;

import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.rules.Measure;
import org.advalorem.whatif.Solution;

/** What a search found: the values of an input at which a result reaches its goal. */
public final class SolutionFinding {
    /** The most values named. */
    private static final int FEW = 3;

    private final EvaluatedScenario scenario;
    private final Solution.Result result;
    private final boolean verdict;
    private final String name;

    private SolutionFinding(EvaluatedScenario scenario, Solution.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.verdict = result.goal().key().measure().isTruth();
        String subject = scenario.name(result.goal().key());
        this.name = isAmount() ? subject + ", " + result.goal().key().measure().word() : subject;
    }

    /** The finding of a search. */
    public static SolutionFinding of(EvaluatedScenario scenario, Solution.Result result) {
        return new SolutionFinding(scenario, result);
    }

    /** Whether the goal is money, or money per unit of a quantity, and not a rate. */
    public boolean isAmount() {
        return switch (result.goal().key().measure().quality()) {
            case MONEY, PRICE -> true;
            default -> false;
        };
    }

    /** The unit of the result. */
    public String unit() {
        return scenario.determination()
                .results()
                .find(result.goal().key())
                .map(term -> term.unit().toString())
                .orElse("");
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    private String text(double value) {
        return isAmount() ? NumberText.plain(value) + " " + unit() : NumberText.percent(value);
    }

    private String goal() {
        return result.goal().relation().words() + text(result.goal().value());
    }

    private String headline() {
        List<Solution.Root> roots = result.roots();
        boolean negative = result.goal().key().measure() == Measure.NEGATIVE;
        String goal = negative ? "the determination" : verdict ? "the verdict of " + name : name;
        if (roots.isEmpty()) {
            return verdict
                    ? "No value in the range reverses " + goal
                    : "No value in the range brings " + goal + " to " + goal()
                            + ": it stays between " + text(result.min()) + " and "
                            + text(result.max());
        }
        String values = Findings.setting(
                scenario,
                List.of(result.range()),
                List.of(roots.stream().limit(FEW).map(this::written).collect(Collectors.joining(", "))
                        + (roots.size() > FEW ? " and " + (roots.size() - FEW) + " more" : "")));
        if (verdict) {
            return name + ": "
                    + Verdict.words(result.goal().key(), result.goal().value() > 0) + " at " + values;
        }
        boolean jumps = roots.stream().anyMatch(Solution.Root::jumps);
        return name + (jumps ? ": passes " : ": ") + goal() + " at " + values;
    }

    private String written(Solution.Root root) {
        String value = NumberText.written(root.words());
        return root.last()
                .map(last -> NumberText.written(last.words()))
                .filter(last -> !last.equals(value))
                .map(last -> value + " to " + last)
                .orElse(value);
    }

    private String context() {
        List<String> values = result.range().values();
        return "From " + NumberText.written(values.get(0)) + " to " + NumberText.written(values.get(values.size() - 1))
                + ", everything else at its baseline"
                + (result.refused().isEmpty()
                        ? ""
                        : "; " + NumberText.count(result.refused().size(), "value") + " tried but not allowed");
    }
}
