package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DesignTest {
    private static final long SEED = 20_260_704L;

    static List<Design> designs() {
        return List.of(
                MonteCarlo.of(SEED, addresses(5)),
                LatinHypercube.of(SEED, addresses(5), 5_000),
                Sobol.of(SEED, addresses(5)),
                Sobol.of(SEED, addresses(5)).replicate(3),
                FullFactorial.ofCounts(List.of(10, 2, 25, 1, 10)));
    }

    static List<String> addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "programs.p" + i + ".rate")
                .toList();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void anyRangeGivesTheSameBits(Design design) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int input = 0; input < design.inputs(); input++) {
            double[] whole = new double[5_000];
            design.fill(input, 0, whole.length, whole, 0);
            double[] parts = new double[whole.length];
            for (int from = 0; from < parts.length; ) {
                int n = Math.min(parts.length - from, random.nextInt(1, 700));
                design.fill(input, from, n, parts, from);
                from += n;
            }
            assertThat(parts).as("seed %d", SEED).isEqualTo(whole);
            assertThat(Arrays.stream(whole).allMatch(u -> u >= 0x1p-53 && u <= 1 - 0x1p-53))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void refusesWhatItDoesNotHave(Design design) {
        double[] u = new double[10];
        assertThatThrownBy(() -> design.fill(5, 0, 1, u, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> design.fill(0, 0, 11, u, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> design.fill(0, -1, 1, u, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> design.fill(0, design.size().orElse(1L << 52), 1, u, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        design.fill(0, design.size().orElse(1L << 52) - 10, 10, u, 0);
        design.fill(0, 0, 0, u, 10);
    }

    @Test
    void onlySomeDesignsHaveAnEnd() {
        assertThat(designs().stream().map(design -> design.size().isEmpty()))
                .containsExactly(true, false, true, true, false);
    }

    @Test
    void aNewInputDoesNotReshuffleTheOthers() {
        double[] before = new double[100];
        double[] after = new double[100];
        MonteCarlo.of(SEED, List.of("a", "b")).fill(1, 0, 100, before, 0);
        MonteCarlo.of(SEED, List.of("new", "a", "b")).fill(2, 0, 100, after, 0);
        assertThat(after).isEqualTo(before);
        LatinHypercube.of(SEED, List.of("a", "b"), 100).fill(1, 0, 100, before, 0);
        LatinHypercube.of(SEED, List.of("new", "a", "b"), 100).fill(2, 0, 100, after, 0);
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 64, 1_000, 4_097, 65_536})
    void everyStratumIsHitOnce(long draws) {
        LatinHypercube design = LatinHypercube.of(SEED, addresses(4), draws);
        for (int input = 0; input < 4; input++) {
            double[] u = new double[(int) draws];
            design.fill(input, 0, u.length, u, 0);
            int[] hits = new int[u.length];
            for (double value : u) {
                hits[(int) (value * draws)]++;
            }
            assertThat(Arrays.stream(hits).allMatch(hit -> hit == 1)).isTrue();
        }
    }

    @Test
    void strataOfTheLargestHypercubeAreNotLeft() {
        long draws = 1L << 40;
        LatinHypercube design = LatinHypercube.of(SEED, addresses(1), draws);
        Permutation order =
                new Permutation(draws, StableHash.key(SEED, addresses(1).get(0), Purpose.STRATA));
        double[] u = new double[10_000];
        design.fill(0, draws - u.length, u.length, u, 0);
        for (int i = 0; i < u.length; i++) {
            assertThat((long) (u[i] * draws)).isEqualTo(order.at(draws - u.length + i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void allOrdersOfStrataAreAboutEquallyLikely(int size) {
        int keys = 60_000;
        Map<List<Long>, Integer> counts = new HashMap<>();
        for (int key = 0; key < keys; key++) {
            Permutation order = new Permutation(size, StableHash.mix(SEED + key));
            counts.merge(IntStream.range(0, size).mapToObj(order::at).toList(), 1, Integer::sum);
        }
        int orders = IntStream.rangeClosed(1, size).reduce(1, (a, b) -> a * b);
        assertThat(counts).hasSize(orders);
        double expected = (double) keys / orders;
        assertThat(counts.values())
                .allSatisfy(count -> assertThat(count / expected).isBetween(0.8, 1.2));
    }

    @Test
    void strataOfTwoInputsDoNotGoTogether() {
        for (int draws : new int[] {50, 1_000}) {
            int inputs = 60;
            LatinHypercube design = LatinHypercube.of(SEED, addresses(inputs), draws);
            double[][] u = new double[inputs][draws];
            double squares = 0.0;
            int pairs = 0;
            for (int i = 0; i < inputs; i++) {
                design.fill(i, 0, draws, u[i], 0);
                for (int j = 0; j < i; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < draws; k++) {
                        sum += 12 * (u[i][k] - 0.5) * (u[j][k] - 0.5);
                    }
                    squares += sum * sum / draws;
                    pairs++;
                }
            }
            assertThat(squares / pairs).as("seed %d", SEED).isCloseTo(1.0, within(5 * Math.sqrt(2.0 / pairs)));
        }
    }

    @Test
    void directionNumbersAreThoseOfTheLibrary() {
        int dimensions = 1_000;
        SobolSequenceGenerator reference = new SobolSequenceGenerator(dimensions);
        List<long[]> directions = SobolTable.read(dimensions);
        assertThat(directions).hasSize(dimensions);
        for (int index = 0; index < 300; index++) {
            double[] expected = reference.nextVector();
            int gray = index ^ (index >>> 1);
            for (int d = 0; d < dimensions; d++) {
                long point = 0;
                for (int j = 0; j < 10; j++) {
                    point ^= (gray >>> j & 1) == 1 ? directions.get(d)[j] : 0;
                }
                assertThat((point >>> 12) * 0x1p-52).isEqualTo(expected[d]);
            }
        }
    }

    @Test
    void everyBlockOfSobolPointsIsADigitalNet() {
        // The first two dimensions make (0, m, 2)-nets: each elementary interval of area 2^-m holds one of 2^m points.
        int m = 10;
        int n = 1 << m;
        for (int replicate = 0; replicate < 3; replicate++) {
            Sobol design = Sobol.of(SEED, addresses(2)).replicate(replicate);
            for (long first : new long[] {0, n, 77L * n, (1L << 50) + n}) {
                double[] x = new double[n];
                double[] y = new double[n];
                design.fill(0, first, n, x, 0);
                design.fill(1, first, n, y, 0);
                for (int k = 0; k <= m; k++) {
                    Set<Integer> cells = new HashSet<>();
                    for (int i = 0; i < n; i++) {
                        int column = (int) (x[i] * (1 << k));
                        int row = (int) (y[i] * (1 << (m - k)));
                        cells.add(column << (m - k) | row);
                    }
                    assertThat(cells).hasSize(n);
                }
            }
        }
    }

    @Test
    void everyDimensionOfSobolPointsIsStratified() {
        int n = 1 << 8;
        Sobol design = Sobol.of(SEED, addresses(1_000));
        double[] u = new double[n];
        for (int input = 0; input < 1_000; input++) {
            design.fill(input, 0, n, u, 0);
            assertThat(Arrays.stream(u)
                            .mapToInt(value -> (int) (value * n))
                            .distinct()
                            .count())
                    .isEqualTo(n);
        }
    }

    @Test
    void sobolPointsIntegrateBetterThanIndependentOnes() {
        int n = 1 << 12;
        int inputs = 6;
        double[] monteCarlo = new double[32];
        double[] sobol = new double[32];
        for (int replicate = 0; replicate < 32; replicate++) {
            monteCarlo[replicate] = integral(MonteCarlo.of(SEED + replicate, addresses(inputs)), n);
            sobol[replicate] = integral(Sobol.of(SEED, addresses(inputs)).replicate(replicate), n);
        }
        assertThat(rootMeanSquare(sobol)).isLessThan(rootMeanSquare(monteCarlo) / 30);
        // and without bias: the mean error is small beside the error of a replicate
        double mean = Arrays.stream(sobol).average().orElseThrow();
        assertThat(mean).isCloseTo(0.0, within(4 * rootMeanSquare(sobol) / Math.sqrt(sobol.length)));
    }

    /** The error for the g function of Sobol', whose integral is 1. */
    private static double integral(Design design, int n) {
        double[] product = new double[n];
        Arrays.fill(product, 1.0);
        double[] u = new double[n];
        for (int input = 0; input < design.inputs(); input++) {
            design.fill(input, 0, n, u, 0);
            double a = 2 * input;
            for (int i = 0; i < n; i++) {
                product[i] *= (Math.abs(4 * u[i] - 2) + a) / (1 + a);
            }
        }
        return Arrays.stream(product).average().orElseThrow() - 1.0;
    }

    private static double rootMeanSquare(double[] errors) {
        return Math.sqrt(
                Arrays.stream(errors).map(error -> error * error).average().orElseThrow());
    }

    @Test
    void thereAreNoMoreThanAThousandSobolDimensions() {
        assertThatThrownBy(() -> Sobol.of(SEED, addresses(1_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sobol' points have at most 1000 dimensions; there are 1001 uncertain inputs. Use"
                        + " Monte Carlo draws or a Latin hypercube.");
        assertThatThrownBy(() -> Sobol.of(SEED, addresses(1)).replicate(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The replicate (-1) is negative.");
        assertThatThrownBy(() -> LatinHypercube.of(SEED, addresses(1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A Latin hypercube of 0 draws cannot be made.");
    }

    @Test
    void allCombinationsOfLevelsComeOnce() {
        FullFactorial design =
                FullFactorial.of(List.of(new double[] {1, 2}, new double[] {10, 20, 30}, new double[] {5}));
        assertThat(design.size()).hasValue(6);
        double[] first = new double[6];
        double[] second = new double[6];
        double[] third = new double[6];
        design.fill(0, 0, 6, first, 0);
        design.fill(1, 0, 6, second, 0);
        design.fill(2, 0, 6, third, 0);
        assertThat(first).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(second).containsExactly(10, 20, 30, 10, 20, 30);
        assertThat(third).containsExactly(5, 5, 5, 5, 5, 5);
        double[] counted = new double[4];
        FullFactorial.ofCounts(List.of(4)).fill(0, 0, 4, counted, 0);
        assertThat(counted).containsExactly(0.125, 0.375, 0.625, 0.875);
        assertThatThrownBy(() -> FullFactorial.of(List.of(new double[0])))
                .hasMessage("Input 1 has no levels. Give at least one.");
        assertThatThrownBy(() -> FullFactorial.ofCounts(List.of(100_000, 100_000, 1_000)))
                .hasMessageStartingWith("The levels have more than 1099511627776 combinations.");
    }
}
