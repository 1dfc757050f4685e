package org.advalorem.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Sweep;

/**
 * The rate of a company or of all others through the cases of a sweep.
 *
 * @param company none for all others
 * @param base published, as the scenario is
 * @param published not a number where the case was not reached or has no such rate
 * @param deMinimis 1 where it is, 0 where it is not; not a number where there is no verdict
 */
record SweptRate(
        String name,
        Optional<CompanyResult> company,
        double base,
        double unroundedBase,
        List<Double> published,
        List<Double> unrounded,
        List<Double> deMinimis) {
    private static final double YES = 0.5;

    /** Those of the companies reported, then all others. */
    static List<SweptRate> of(EvaluatedScenario scenario, Sweep.Result result) {
        return EvaluatedScenario.totals(result.cases().keys(), Measure.RATE).stream()
                .map(key -> {
                    ResultKey unrounded = key.beside(Measure.RATE_UNROUNDED);
                    return new SweptRate(
                            scenario.name(key),
                            scenario.company(key.subject()),
                            result.baseline().number(key, 0),
                            result.baseline().number(unrounded, 0),
                            column(result, key),
                            column(result, unrounded),
                            column(result, key.beside(Measure.DE_MINIMIS)));
                })
                .toList();
    }

    private static List<Double> column(Sweep.Result result, ResultKey key) {
        return Arrays.stream(result.cases().column(key)).boxed().toList();
    }

    /** How far the published rate moves. */
    double swing() {
        return min() < 0 ? 0 : published.get(max()) - published.get(min());
    }

    /** The case of the least published rate; -1 when there is none. */
    int min() {
        return finite().boxed()
                .reduce((one, other) -> published.get(other) < published.get(one) ? other : one)
                .orElse(-1);
    }

    /** The case of the greatest published rate; -1 when there is none. */
    int max() {
        return finite().boxed()
                .reduce((one, other) -> published.get(other) > published.get(one) ? other : one)
                .orElse(-1);
    }

    private IntStream finite() {
        return IntStream.range(0, published.size()).filter(i -> Double.isFinite(published.get(i)));
    }

    /** How many cases have a rate. */
    long cases() {
        return finite().count();
    }

    /** Whether the company is de minimis in that case. */
    boolean deMinimis(int of) {
        return deMinimis.get(of) > YES;
    }

    /** In how many cases the company is de minimis. */
    long below() {
        return IntStream.range(0, deMinimis.size()).filter(this::deMinimis).count();
    }

    /** Whether a published rate stands on another side of the threshold than the unrounded one, which decides. */
    boolean roundsOver(EvaluatedScenario scenario) {
        return company.filter(of -> {
                    double threshold = scenario.values().of(of.threshold());
                    return finite().anyMatch(i -> deMinimis(i)
                            != (of.inclusive() ? published.get(i) <= threshold : published.get(i) < threshold));
                })
                .isPresent();
    }
}
