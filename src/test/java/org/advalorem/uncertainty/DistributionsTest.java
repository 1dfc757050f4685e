package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every distribution. */
final class DistributionsTest {
    private static final long SEED = 20_260_702L;

    static List<Distribution> all() {
        return Samples.all();
    }

    static List<Distribution> continuous() {
        return Samples.continuous();
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsBackFromItsText(Distribution distribution) {
        Variation read = Variation.parse(distribution.toString(), name -> new double[] {3, 1, 4, 1, 5, 9, 2, 6});
        assertThat(read.distribution()).isEqualTo(distribution).hasSameHashCodeAs(distribution);
        assertThat(read.effect()).isEqualTo(Variation.Effect.REPLACE);
        assertThat(read).hasToString(distribution.toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void anyPartitionOfABlockGivesTheSameBits(Distribution distribution) {
        double[] u = new double[1_500];
        RandomStream.of(SEED, "partition").uniforms(0, u.length, u, 0);
        double[] whole = new double[u.length];
        distribution.quantiles(u, 0, u.length, whole);
        double[] parts = new double[u.length];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int from = 0; from < u.length; ) {
            int to = Math.min(u.length, from + random.nextInt(1, 130));
            distribution.quantiles(u, from, to, parts);
            from = to;
        }
        assertThat(parts).as("seed %d", SEED).isEqualTo(whole);
        for (int i = 0; i < u.length; i++) {
            assertThat(distribution.quantile(u[i])).isEqualTo(whole[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesTheRestOfTheBlockAlone(Distribution distribution) {
        double[] out = new double[300];
        Arrays.fill(out, -77.0);
        double[] u = new double[300];
        Arrays.fill(u, 0.999);
        distribution.quantiles(u, 100, 200, out);
        assertThat(out[99]).isEqualTo(-77.0);
        assertThat(out[200]).isEqualTo(-77.0);
        assertThat(out[100]).isEqualTo(distribution.quantile(0.999)).isEqualTo(out[199]);
    }

    @ParameterizedTest
    @MethodSource("all")
    void risesWithTheProbability(Distribution distribution) {
        double[] u = Probabilities.all();
        double[] x = new double[u.length];
        distribution.quantiles(u, 0, u.length, x);
        double scale = x[x.length - 1] - x[0];
        for (int i = 1; i < x.length; i++) {
            assertThat(x[i]).isGreaterThanOrEqualTo(x[i - 1] - 1e-13 * scale);
        }
        assertThat(distribution.p10()).isEqualTo(distribution.quantile(0.1));
        assertThat(distribution.p90()).isEqualTo(distribution.quantile(0.9)).isGreaterThan(distribution.p10());
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void distributionFunctionUndoesTheQuantile(Distribution distribution) {
        for (double u = 0.001; u < 1.0; u += 0.001) {
            assertThat(distribution.cumulativeProbability(distribution.quantile(u)))
                    .as("%s at %s", distribution, u)
                    .isCloseTo(u, within(2e-12));
        }
        assertThat(distribution.cumulativeProbability(-1e300)).isCloseTo(0.0, within(1e-300));
        assertThat(distribution.cumulativeProbability(1e300)).isEqualTo(1.0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void meanAndDeviationAreThoseOfTheDraws(Distribution distribution) {
        OptionalDouble mean = distribution.mean();
        OptionalDouble deviation = distribution.standardDeviation();
        assertThat(mean.isPresent()).isEqualTo(!(distribution instanceof Discrete));
        assertThat(deviation.isPresent()).isEqualTo(mean.isPresent());
        if (mean.isEmpty()) {
            return;
        }
        // the middles of a million equal strata
        int n = 1 << 20;
        double[] u = new double[n];
        Arrays.setAll(u, i -> (i + 0.5) / n);
        double[] x = new double[n];
        distribution.quantiles(u, 0, n, x);
        double sum = 0.0;
        for (double value : x) {
            sum += value - mean.getAsDouble();
        }
        double squares = 0.0;
        for (double value : x) {
            squares += (value - mean.getAsDouble()) * (value - mean.getAsDouble());
        }
        double scale = deviation.getAsDouble();
        assertThat(sum / n).isCloseTo(0.0, within(2e-5 * scale));
        assertThat(Math.sqrt(squares / n)).isCloseTo(scale, within(1e-3 * scale));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void drawsPassTheTestOfKolmogorovAndSmirnov(Distribution distribution) {
        int n = 100_000;
        double[] u = new double[n];
        RandomStream.of(SEED, "kolmogorov " + distribution).uniforms(0, n, u, 0);
        double[] x = new double[n];
        distribution.quantiles(u, 0, n, x);
        Arrays.sort(x);
        double distance = 0.0;
        for (int i = 0; i < n; i++) {
            double f = distribution.cumulativeProbability(x[i]);
            distance = Math.max(distance, Math.max(f - (double) i / n, (i + 1.0) / n - f));
        }
        // passed by chance with probability 1 - 2 exp(-2 * 2.3^2), all but 1 in 20,000
        assertThat(distance * Math.sqrt(n)).as("seed %d", SEED).isBetween(0.2, 2.3);
    }

    @Test
    void choicesComeInTheirShares() {
        int n = 200_000;
        double[] u = new double[n];
        RandomStream.of(SEED, "choices").uniforms(0, n, u, 0);
        double[] x = new double[n];
        Discrete discrete = Discrete.of(List.of("denied", "granted", "split"), List.of(0.4, 0.35, 0.25));
        discrete.quantiles(u, 0, n, x);
        double statistic = 0.0;
        for (int choice = 0; choice < 3; choice++) {
            double place = choice;
            double seen = Arrays.stream(x).filter(value -> value == place).count();
            double expected = n * discrete.probabilities().get(choice);
            statistic += (seen - expected) * (seen - expected) / expected;
        }
        // chi-square with 2 degrees of freedom: above 18.4 in 1 of 10,000 seeds
        assertThat(statistic).as("seed %d", SEED).isLessThan(18.4);
        assertThat(discrete.quantile(0.4)).isZero();
        assertThat(discrete.quantile(Math.nextUp(0.4))).isEqualTo(1.0);
        assertThat(discrete.quantile(0.9)).isEqualTo(2.0);
        assertThat(discrete.cumulativeProbability(-0.5)).isZero();
        assertThat(discrete.cumulativeProbability(1.0)).isEqualTo(0.75);
        assertThat(discrete.cumulativeProbability(7.0)).isEqualTo(1.0);
    }

    @Test
    void onAndOff() {
        Bernoulli bernoulli = new Bernoulli(0.6);
        assertThat(bernoulli.quantile(0.4)).isZero();
        assertThat(bernoulli.quantile(Math.nextUp(0.4))).isEqualTo(1.0);
        assertThat(bernoulli.cumulativeProbability(0.0)).isEqualTo(0.4);
        assertThat(bernoulli.cumulativeProbability(1.0)).isEqualTo(1.0);
        double last = 1.0 - Distribution.LEAST_PROBABILITY;
        assertThat(new Bernoulli(0).quantile(last)).isZero();
        assertThat(new Bernoulli(1).quantile(Distribution.LEAST_PROBABILITY)).isEqualTo(1.0);
    }

    @Test
    void aSampleGivesItsOwnValues() {
        Empirical empirical = Empirical.of("x", new double[] {4, 1, 3, 1});
        assertThat(empirical.quantile(0.25)).isEqualTo(1.0);
        assertThat(empirical.quantile(0.5)).isEqualTo(1.0);
        assertThat(empirical.quantile(Math.nextUp(0.5))).isEqualTo(3.0);
        assertThat(empirical.quantile(1.0 - Distribution.LEAST_PROBABILITY)).isEqualTo(4.0);
        assertThat(empirical.cumulativeProbability(0.9)).isZero();
        assertThat(empirical.cumulativeProbability(1.0)).isEqualTo(0.5);
        assertThat(empirical.cumulativeProbability(4.0)).isEqualTo(1.0);
        assertThat(empirical.mean()).hasValue(2.25);
        assertThat(empirical.standardDeviation().getAsDouble()).isCloseTo(Math.sqrt(1.6875), within(1e-15));
    }

    @Test
    void elicitedQuantilesAreMet() {
        for (boolean positive : new boolean[] {false, true}) {
            ElicitedQuantiles elicited = ElicitedQuantiles.of(Samples.quantiles(), positive);
            Samples.quantiles()
                    .forEach((p, value) -> assertThat(elicited.quantile(p)).isCloseTo(value, within(1e-13 * value)));
        }
        assertThat(ElicitedQuantiles.of(Samples.quantiles(), true).quantile(Distribution.LEAST_PROBABILITY))
                .isPositive();
    }

    @Test
    void quantilesOfANormalDistributionGiveIt() {
        Normal normal = new Normal(3, 2);
        Lognormal lognormal = new Lognormal(3, 2);
        var score = new TreeMap<Double, Double>();
        var factor = new TreeMap<Double, Double>();
        for (double p : new double[] {0.025, 0.2, 0.5, 0.6, 0.99}) {
            score.put(p, normal.quantile(p));
            factor.put(p, lognormal.quantile(p));
        }
        for (double u : Probabilities.all()) {
            assertThat(ElicitedQuantiles.of(score, false).quantile(u)).isCloseTo(normal.quantile(u), within(1e-12));
            assertThat(ElicitedQuantiles.of(factor, true).quantile(u))
                    .isCloseTo(lognormal.quantile(u), within(1e-11 * lognormal.quantile(u)));
        }
    }

    @Test
    void ninetyPercentLieInAnInterval() {
        assertThat(Normal.ofInterval(0.05, 0.10).quantile(0.05)).isCloseTo(0.05, within(1e-15));
        assertThat(Normal.ofInterval(0.05, 0.10).quantile(0.95)).isCloseTo(0.10, within(1e-15));
        assertThat(Lognormal.ofInterval(0.05, 0.10).quantile(0.05)).isCloseTo(0.05, within(1e-15));
        assertThat(Lognormal.ofInterval(0.05, 0.10).quantile(0.95)).isCloseTo(0.10, within(1e-15));
    }

    @Test
    void endsAreNotPassed() {
        for (double u : Probabilities.all()) {
            assertThat(new Triangular(-1, 0.3, 0.7).quantile(u)).isBetween(-1.0, 0.7);
            assertThat(new Uniform(0.1, 0.7).quantile(u)).isBetween(0.1, 0.7);
            assertThat(TruncatedNormal.of(0, 1, 0.1, 0.7).quantile(u)).isBetween(0.1, 0.7);
            assertThat(Pert.of(0.1, 0.2, 0.7).quantile(u)).isBetween(0.1, 0.7);
        }
    }

    @Test
    void truncationFarFromTheMeanKeepsItsDigits() {
        // P(Z > z) falls by half in about log(2) / z: the median of what lies beyond 20 deviations
        double median = TruncatedNormal.of(0, 1, 20, 30).quantile(0.5);
        double above = StandardNormal.cumulativeProbability(-median);
        assertThat(above / StandardNormal.cumulativeProbability(-20)).isCloseTo(0.5, within(1e-12));
        assertThat(TruncatedNormal.of(0, 1, -30, -20).quantile(0.5)).isCloseTo(-median, within(1e-12));
        TruncatedNormal narrow = TruncatedNormal.of(0, 1, 1, 1.000001);
        assertThat(narrow.mean().getAsDouble()).isCloseTo(1.0000005, within(1e-12));
        assertThat(narrow.standardDeviation().getAsDouble()).isCloseTo(1e-6 / Math.sqrt(12), within(1e-12));
    }

    @Test
    void parametersAreChecked() {
        refused(
                () -> new Uniform(2, 1),
                "The low end (2) is not below the high end (1). Write uniform(low, high), or a"
                        + " plain number when nothing varies.");
        refused(() -> new Uniform(0, Double.NaN), "The high end (NaN) is not a number.");
        refused(() -> new Uniform(-1e308, 1e308), "The distance between the ends (Infinity) is not a number.");
        refused(
                () -> new Triangular(0.02, 0.15, 0.12),
                "The mode (0.15) is not between the low end (0.02) and the high end (0.12). Write triangular(low, mode,"
                        + " high).");
        refused(
                () -> Pert.of(0, -1, 1),
                "The mode (-1) is not between the low end (0) and the high end (1). Write pert(low, mode, high).");
        refused(() -> new Normal(1, 0), "The standard deviation (0) is not positive. Write a number above zero.");
        refused(
                () -> new Lognormal(-2, 1.5),
                "The median (-2) of a lognormal distribution is not positive. Write lognormal(median,"
                        + " geometric standard deviation), or normal(mean, standard deviation) when values may be"
                        + " negative.");
        refused(
                () -> new Lognormal(2, 0.1),
                "The geometric standard deviation (0.1) is not above 1. Write 1.2 for values mostly within 20% of the"
                        + " median.");
        refused(
                () -> TruncatedNormal.of(0, 1, 40, 50),
                "Almost nothing of normal(0, 1) lies between the ends (40, 50). Check the order of the arguments:"
                        + " truncated normal(mean, standard deviation, low, high).");
        refused(
                () -> Beta.of(0.01, 1),
                "The shape alpha (0.01) is not from 0.1 to 10000. Below that, nearly all values lie at one"
                        + " end: write discrete or bernoulli. Above it, write normal.");
        refused(
                () -> new Bernoulli(60),
                "The probability (60) is not between 0% and 100%. Write one such as 60% or 0.6.");
        refused(
                () -> Discrete.of(List.of("a", "b"), List.of(0.4, 0.57)),
                "The probabilities of (a, b) sum to 97%. They must sum to 100%.");
        refused(() -> Discrete.of(List.of("a", "a"), List.of(0.4, 0.6)), "A choice appears twice in (a, a).");
        refused(
                () -> Discrete.of(List.of("a:b"), List.of(1.0)),
                "The choice (a:b) has no usable name. Write it without colons, commas or brackets.");
        refused(() -> Empirical.of("x.csv", new double[0]), "The sample (x.csv) is empty.");
        refused(
                () -> Empirical.of("x.csv", new double[] {1, Double.NaN}),
                "The value 2 of x.csv (NaN) is not a number.");
        refused(
                () -> ElicitedQuantiles.of(Map.of(0.05, 2.0, 0.5, 1.0), false),
                "The quantile p50 (1) is not above the one before (2). Values must rise with their probability.");
        refused(
                () -> ElicitedQuantiles.of(Map.of(0.05, -2.0, 0.5, 1.0), true),
                "The quantile p5 (-2) is not positive. Leave out (positive) when values may be negative.");
        refused(
                () -> ElicitedQuantiles.of(Map.of(0.5, 1.0), false),
                "There are fewer than two quantiles. Write quantiles(p5: low, p50: middle, p95: high).");
        refused(
                () -> ElicitedQuantiles.of(Map.of(0.0, 1.0, 1.0, 2.0), false),
                " is not from p0.01 to p99.99. For ends that are never exceeded, write uniform, triangular or pert.");
        refused(() -> ElicitedQuantiles.of(Map.of(0.4, 1e-90, 0.6, 1e90), true), "The quantiles spread too widely");
        refused(() -> new Uniform(0, 1).quantile(0.0), "The probability (0.0) is not from 2^-53 to 1 - 2^-53");
        refused(() -> new Uniform(0, 1).quantile(1.0), "The probability (1.0) is not from 2^-53 to 1 - 2^-53");
        double[] same = {0.5};
        refused(
                () -> new Normal(0, 1).quantiles(same, 0, 1, same),
                "Quantiles cannot be written over their probabilities.");
    }

    private static void refused(ThrowingCallable making, String message) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
