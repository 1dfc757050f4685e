package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Indices and intervals for functions whose indices are known on paper. */
final class SobolIndicesTest {
    private static final int DRAWS = 4096;
    /** Smaller indices need not be covered. */
    private static final double LEAST = 0.01;

    static Stream<KnownFunction> functions() {
        return Stream.of(KnownFunction.ishigami(), KnownFunction.g(), KnownFunction.linear(3, 2, 1, 0.5));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void manyDrawsGiveTheIndicesOnPaper(KnownFunction function) {
        SobolIndices indices = function.estimate(5, 1 << 18, 0);
        for (int i = 0; i < function.inputs(); i++) {
            SobolIndices.Effect effect = indices.effects().get(i);
            assertThat(effect.first().value()).isCloseTo(function.first().get(i), within(0.006));
            assertThat(effect.total().value()).isCloseTo(function.total().get(i), within(0.006));
        }
        double explained = function.first().stream().mapToDouble(index -> index).sum();
        assertThat(indices.unexplained().value()).isCloseTo(1 - explained, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void someSeedsAreCovered(KnownFunction function) {
        // of 300 seeds, four standard deviations of the share on both sides
        covered(function, 300, 0, 0.90, 0.995);
    }

    @Tag("coverage")
    @ParameterizedTest
    @MethodSource("functions")
    void twoThousandSeedsAreCovered(KnownFunction function) {
        covered(function, 2_000, 0, 0.925, 0.975);
    }

    @Tag("coverage")
    @ParameterizedTest
    @MethodSource("functions")
    void theBootstrapCoversAsWell(KnownFunction function) {
        covered(function, 500, 400, 0.91, 0.98);
    }

    private static void covered(KnownFunction function, int seeds, int resamples, double min, double most) {
        int inputs = function.inputs();
        int[] first = new int[inputs];
        int[] total = new int[inputs];
        for (int seed = 1; seed <= seeds; seed++) {
            List<SobolIndices.Effect> effects =
                    function.estimate(seed, DRAWS, resamples).effects();
            for (int i = 0; i < inputs; i++) {
                first[i] += holds(effects.get(i).first(), function.first().get(i));
                total[i] += holds(effects.get(i).total(), function.total().get(i));
            }
        }
        for (int i = 0; i < inputs; i++) {
            if (function.first().get(i) > LEAST) {
                assertThat((double) first[i] / seeds)
                        .as("%s, first-order index %d", function, i)
                        .isBetween(min, most);
            }
            if (function.total().get(i) > LEAST) {
                assertThat((double) total[i] / seeds)
                        .as("%s, total index %d", function, i)
                        .isBetween(min, most);
            }
        }
    }

    private static int holds(Estimate estimate, double index) {
        return estimate.low() <= index && index <= estimate.high() ? 1 : 0;
    }

    @Test
    void theControlVariateShortensIntervalsOfSmallIndices() {
        // without it the interval of an index near zero is 2 * 1.97 / sqrt(4096) long, whatever the input does
        SobolIndices.Effect smallest =
                KnownFunction.g().estimate(1, DRAWS, 0).effects().get(7);
        assertThat(smallest.first().high() - smallest.first().low()).isLessThan(0.05 * 2 * 1.97 / 64);
    }

    @Test
    void anInputThatDoesNothingHasIndicesOfExactlyZero() {
        SobolIndices.Effect idle =
                KnownFunction.linear(1, 0, 2).estimate(3, DRAWS, 0).effects().get(1);
        assertThat(idle.total()).isEqualTo(Estimate.exact(0.0));
        assertThat(idle.first().value()).isCloseTo(0.0, within(1e-4));
    }

    @Test
    void anInputThatDoesEverythingHasIndicesOfOne() {
        SobolIndices.Effect only =
                KnownFunction.linear(4).estimate(3, DRAWS, 0).effects().get(0);
        assertThat(only.first().value()).isCloseTo(1.0, within(1e-3));
        assertThat(only.total().value()).isCloseTo(1.0, within(0.05));
    }

    @Test
    void theBootstrapIsTheSameEveryTimeAndAnotherWithAnotherSeed() {
        KnownFunction function = KnownFunction.ishigami();
        assertThat(function.estimate(9, DRAWS, 200).effects())
                .isEqualTo(function.estimate(9, DRAWS, 200).effects());
        Estimate bootstrap = function.estimate(9, DRAWS, 200).effects().get(0).first();
        Estimate asymptotic = function.estimate(9, DRAWS, 0).effects().get(0).first();
        assertThat(bootstrap.value()).isEqualTo(asymptotic.value());
        assertThat(bootstrap).isNotEqualTo(asymptotic);
        assertThat(bootstrap.high() - bootstrap.low())
                .isCloseTo(asymptotic.high() - asymptotic.low(), within(0.25 * (asymptotic.high() - asymptotic.low())));
    }
}
