package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantiles, probabilities and moments against Apache Commons Statistics, from 2^-53 to 1 - 2^-53. */
final class ReferenceQuantilesTest {
    static Stream<Arguments> withReference() {
        return Stream.of(
                Arguments.of(new Uniform(2, 12), UniformContinuousDistribution.of(2, 12)),
                Arguments.of(new Triangular(2, 6, 12), TriangularDistribution.of(2, 6, 12)),
                Arguments.of(new Triangular(0, 0, 1), TriangularDistribution.of(0, 0, 1)),
                Arguments.of(new Triangular(0, 1, 1), TriangularDistribution.of(0, 1, 1)),
                Arguments.of(new Normal(0, 1), NormalDistribution.of(0, 1)),
                Arguments.of(new Normal(1, 0.05), NormalDistribution.of(1, 0.05)),
                Arguments.of(new Lognormal(62, 1.4), LogNormalDistribution.of(Math.log(62), Math.log(1.4))),
                Arguments.of(new Lognormal(1, 20), LogNormalDistribution.of(0, Math.log(20))),
                Arguments.of(TruncatedNormal.of(1, 0.1, 0.9, 1.3), TruncatedNormalDistribution.of(1, 0.1, 0.9, 1.3)),
                Arguments.of(TruncatedNormal.of(5, 2, 1, 12), TruncatedNormalDistribution.of(5, 2, 1, 12)));
    }

    @ParameterizedTest
    @MethodSource("withReference")
    void quantilesAgreeToNineDigits(Distribution distribution, ContinuousDistribution reference) {
        double scale = reference.inverseCumulativeProbability(0.75) - reference.inverseCumulativeProbability(0.25);
        for (double u : Probabilities.all()) {
            double expected = reference.inverseCumulativeProbability(u);
            // the reference loses digits in the upper tail of the truncated normal, and near zero all do
            assertThat(distribution.quantile(u))
                    .as("%s at %s", distribution, u)
                    .isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-16 * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("withReference")
    void momentsAndProbabilitiesAgree(Distribution distribution, ContinuousDistribution reference) {
        assertThat(distribution.mean().getAsDouble())
                .isCloseTo(reference.getMean(), within(1e-11 * Math.abs(reference.getMean())));
        assertThat(distribution.standardDeviation().getAsDouble())
                .isCloseTo(Math.sqrt(reference.getVariance()), within(1e-10 * Math.sqrt(reference.getVariance())));
        for (double u : Probabilities.all()) {
            double x = reference.inverseCumulativeProbability(u);
            assertThat(distribution.cumulativeProbability(x))
                    .isCloseTo(reference.cumulativeProbability(x), within(2e-14));
        }
    }

    @Test
    void theNormalQuantileIsGoodToElevenDigits() {
        NormalDistribution reference = NormalDistribution.of(0, 1);
        for (double u : Probabilities.all()) {
            double expected = reference.inverseCumulativeProbability(u);
            assertThat(StandardNormal.quantile(u)).isCloseTo(expected, within(6e-12 * Math.abs(expected)));
        }
        for (double p = 0x1p-53; p > 1e-300; p *= 0x1p-7) {
            double expected = reference.inverseCumulativeProbability(p);
            assertThat(StandardNormal.quantile(p)).isCloseTo(expected, within(6e-12 * Math.abs(expected)));
        }
    }

    /** Shapes of PERT distributions, and beyond. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(1.0, 5.0),
                Arguments.of(3.0, 3.0),
                Arguments.of(1.4, 4.6),
                Arguments.of(5.0, 1.0),
                Arguments.of(0.5, 0.5),
                Arguments.of(0.1, 0.1),
                Arguments.of(0.1, 30.0),
                Arguments.of(50.0, 70.0),
                Arguments.of(1_000.0, 10.0),
                Arguments.of(10_000.0, 10_000.0));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void betaQuantilesAgreeToNineDigitsFromEitherEnd(double alpha, double beta) {
        Beta distribution = Beta.of(alpha, beta);
        // between -1 and 0 the upper end is where no digits are lost
        Beta fromAbove = Beta.of(alpha, beta, -1, 0);
        BetaDistribution lower = BetaDistribution.of(alpha, beta);
        BetaDistribution upper = BetaDistribution.of(beta, alpha);
        for (double u : Probabilities.all()) {
            if (u <= 0.5) {
                double x = distribution.quantile(u);
                agrees(lower, u, x);
            } else {
                agrees(upper, 1.0 - u, -fromAbove.quantile(u));
            }
        }
        assertThat(distribution.mean().getAsDouble()).isCloseTo(lower.getMean(), within(1e-15));
        assertThat(distribution.standardDeviation().getAsDouble())
                .isCloseTo(Math.sqrt(lower.getVariance()), within(1e-15));
    }

    // The library inverts by a search with a tolerance on x that is useless near zero, so its distribution function is
    // the reference: a relative error e of x changes the probability by e x f(x).
    private static void agrees(BetaDistribution reference, double p, double x) {
        double error = reference.cumulativeProbability(x) - p;
        double steepness = x * Math.exp(reference.logDensity(x));
        assertThat(error / steepness).as("%s at %s", x, p).isCloseTo(0.0, within(1e-9));
    }

    @Test
    void exponentialsAgreeToFifteenDigits() {
        for (double x = -Exponential.LARGEST; x <= Exponential.LARGEST; x += 0.0437) {
            double expected = StrictMath.exp(x);
            assertThat(Exponential.of(x)).isCloseTo(expected, within(1e-15 * expected));
        }
        assertThat(Exponential.of(0.0)).isEqualTo(1.0);
    }

    @Test
    void tabulatedNormalProbabilitiesAgreeToElevenDigits() {
        NormalDistribution reference = NormalDistribution.of(0, 1);
        for (double score = -8.2; score <= 8.2; score += 0.0037) {
            double[] z = {score};
            NormalTable.cumulativeProbabilities(z, 0, 1);
            double expected = reference.cumulativeProbability(score);
            assertThat(z[0]).isCloseTo(expected, within(1e-11 * expected));
        }
        double[] far = {-40, 40};
        NormalTable.cumulativeProbabilities(far, 0, 2);
        assertThat(far).containsExactly(Distribution.LEAST_PROBABILITY, 1.0 - Distribution.LEAST_PROBABILITY);
    }
}
