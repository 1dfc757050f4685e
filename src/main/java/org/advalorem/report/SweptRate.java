package org.advalorem.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Sweep;

/**
 * The rate of a company or of all others through the cases of a sweep.
 *
 * @param company empty for all others
 * @param base the published rate of the scenario itself
 * @param published the rate of each case; not a number if the case was not reached or has no such rate
 * @param deMinimis the verdict of each case as 1 or 0; not a number if there is none
 */
public record SweptRate(
        String name,
        Optional<CompanyResult> company,
        double base,
        double unroundedBase,
        List<Double> published,
        List<Double> unrounded,
        List<Double> deMinimis) {
    private static final double YES = 0.5;

    /** The rates of the companies reported, then that of all others. */
    public static List<SweptRate> of(EvaluatedScenario scenario, Sweep.Result result) {
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

    /** The distance that the published rate moves. */
    public double swing() {
        return min() < 0 ? 0 : published.get(max()) - published.get(min());
    }

    /** The case of the lowest published rate; -1 if there is none. */
    public int min() {
        return finite().boxed()
                .reduce((one, other) -> published.get(other) < published.get(one) ? other : one)
                .orElse(-1);
    }

    /** The case of the highest published rate; -1 if there is none. */
    public int max() {
        return finite().boxed()
                .reduce((one, other) -> published.get(other) > published.get(one) ? other : one)
                .orElse(-1);
    }

    private IntStream finite() {
        return IntStream.range(0, published.size()).filter(i -> Double.isFinite(published.get(i)));
    }

    /** The number of cases with a rate. */
    public long cases() {
        return finite().count();
    }

    /** Whether the company is de minimis in that case. */
    public boolean deMinimis(int of) {
        return deMinimis.get(of) > YES;
    }

    /** The number of cases in which the company is de minimis. */
    public long below() {
        return IntStream.range(0, deMinimis.size()).filter(this::deMinimis).count();
    }

    /** Whether rounding carries a published rate across the threshold; the unrounded rate decides. */
    public boolean roundsOver(EvaluatedScenario scenario) {
        return company.filter(of -> {
                    double threshold = scenario.values().of(of.threshold());
                    return finite().anyMatch(i -> deMinimis(i)
                            != (of.inclusive() ? published.get(i) <= threshold : published.get(i) < threshold));
                })
                .isPresent();
    }
}
