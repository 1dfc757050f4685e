package org.advalorem.report;

import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.whatif.SobolAnalysis;

/**
 * What Sobol' indices show: the input that accounts for most of the variance of the rate that varies most; of another
 * result if no rate varies.
 */
public final class SobolFinding {
    private final EvaluatedScenario scenario;
    private final SobolAnalysis.Indices most;
    private final List<SobolAnalysis.Index> ranking;
    private final String name;
    private final long draws;

    private SobolFinding(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        this.scenario = scenario;
        this.most = Findings.mostOfRates(
                result.results(),
                SobolAnalysis.Indices::key,
                of -> Double.isFinite(of.standardDeviation()) ? of.standardDeviation() : 0.0);
        this.draws = result.draws();
        this.ranking = most.standardDeviation() > 0.0 && !most.isUnseen()
                ? most.ranking().stream()
                        .filter(index -> Double.isFinite(index.total().value()))
                        .toList()
                : List.of();
        this.name = Findings.name(scenario, most.key());
    }

    /** The finding of an analysis. */
    public static SobolFinding of(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        return new SobolFinding(scenario, result);
    }

    /** The inputs of that rate with an index, the largest first; none if the rate does not vary. */
    public List<SobolAnalysis.Index> ranking() {
        return ranking;
    }

    /** The inputs whose exchange changed the rate in some draw. */
    public List<SobolAnalysis.Index> moving() {
        return ranking.stream().filter(index -> index.changes() > 0).toList();
    }

    /** The number of inputs that the calculation leads from, but whose exchange changed the rate in no draw. */
    public long unseen() {
        return most.ranking().stream().filter(SobolAnalysis.Index::isUnseen).count();
    }

    /** The names of the inputs of an index. */
    public static String names(EvaluatedScenario scenario, SobolAnalysis.Index index) {
        return index.inputs().stream()
                .map(input -> InputNames.of(scenario, input))
                .collect(Collectors.joining(" + "));
    }

    /** What the first-order indices add up to; estimates may add up to more than all of the variance. */
    private String individually() {
        double unexplained = most.unexplained().value();
        return unexplained > 0.0 ? NumberText.share(1.0 - unexplained) : "all of it";
    }

    /** What it is about, in a sentence: a rate, or another result. */
    public String word() {
        return OtherResults.word(most.key());
    }

    /** The finding in words. */
    public Finding finding() {
        if (ranking.isEmpty()) {
            return new Finding(
                    name
                            + (most.isUnseen()
                                    ? ": no uncertain input moved the " + word() + " in "
                                            + NumberText.count(draws, "draw")
                                    : ": no uncertain input moves the " + word()),
                    "");
        }
        SobolAnalysis.Index first = ranking.get(0);
        String input = first.inputs().size() == 1
                ? InputNames.after(name, scenario, first.inputs().get(0))
                : names(scenario, first);
        return new Finding(
                name + ": " + input + " alone accounts for "
                        + NumberText.share(first.first().value()) + " of the variance of the " + word()
                        + (moving().size() > 1 ? ", all inputs individually for " + individually() : ""),
                "Sobol\u2019 indices with 95% intervals; standard deviation of the " + word() + " "
                        + Findings.size(most.key(), most.standardDeviation())
                        + (most.hasHeavyTails()
                                ? "; heavy tails (kurtosis " + NumberText.plain((double) Math.round(most.kurtosis()))
                                        + "): intervals may be too narrow"
                                : ""));
    }
}
