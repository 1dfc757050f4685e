package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of given ranks against sorting. */
final class QuantileRefinementTest {
    private static final int COUNT = 5_000;
    private static final int CHUNK = 700;

    private static Arguments of(String name, IntToDoubleFunction number) {
        return Arguments.of(name, IntStream.range(0, COUNT).mapToDouble(number).toArray());
    }

    static Stream<Arguments> samples() {
        SplittableRandom random = new SplittableRandom(5);
        double[] odd = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0, -1.0};
        return Stream.of(
                of("rates", i -> 0.17 + 0.006 * random.nextDouble()),
                of("negative and positive", i -> random.nextDouble() - 0.5),
                of("negative", i -> -1.0 - random.nextDouble()),
                of("ties", i -> random.nextInt(4) / 3.0),
                of("all the same", i -> 0.1714),
                of("odd", i -> odd[random.nextInt(odd.length)]),
                of("neighbours", i -> Double.longBitsToDouble(Double.doubleToLongBits(0.17) + random.nextInt(100_000))),
                of(
                        "clusters far apart",
                        i -> (random.nextBoolean() ? 1e-200 : 1e200) * (1 + 1e-9 * random.nextDouble())),
                of("any size", i -> random.nextDouble() * StrictMath.pow(10.0, random.nextInt(-300, 300))),
                of(
                        "with some that are none",
                        i -> i % 7 == 0
                                ? Double.NaN
                                : i % 11 == 0
                                        ? Double.POSITIVE_INFINITY
                                        : i % 13 == 0 ? Double.NEGATIVE_INFINITY : random.nextDouble()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyRankIsThatOfTheSortedNumbers(String name, double[] numbers) {
        double[] sorted =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        List<Long> ranks = LongStream.range(0, sorted.length)
                .filter(i -> i % 37 == 0 || i > sorted.length - 3)
                .boxed()
                .toList();
        for (int room : new int[] {0, 1, 50, 100_000}) {
            QuantileRefinement found = new QuantileRefinement(tally(numbers), ranks, room);
            int passes = 0;
            while (found.open()) {
                pass(found, numbers);
                passes++;
            }
            assertThat(passes).as(name).isBetween(1, 5);
            for (long rank : ranks) {
                assertThat(Double.doubleToRawLongBits(found.number(rank)))
                        .as("%s, rank %d, room %d", name, rank, room)
                        .isEqualTo(Double.doubleToRawLongBits(sorted[(int) rank]));
            }
        }
    }

    private static QuantileBuckets tally(double[] numbers) {
        QuantileBuckets tally = new QuantileBuckets();
        for (int from = 0; from < numbers.length; from += CHUNK) {
            tally.add(QuantileBuckets.count(numbers, from, Math.min(numbers.length, from + CHUNK)));
        }
        return tally;
    }

    private static void pass(QuantileRefinement ranks, double[] numbers) {
        List<List<QuantileRefinement.Part>> parts = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += CHUNK) {
            parts.add(ranks.read(numbers, from, Math.min(numbers.length, from + CHUNK)));
        }
        parts.forEach(ranks::add);
        ranks.endPass();
    }

    /** 40 open digits, 12 of which each pass without room decides. */
    @Test
    void withoutRoomEveryPassDecidesTwelveDigits() {
        double[] numbers = {0.3, 0.2, 0.1};
        QuantileRefinement ranks = new QuantileRefinement(tally(numbers), List.of(1L), 0);
        int passes = 0;
        while (ranks.open()) {
            pass(ranks, numbers);
            passes++;
        }
        assertThat(passes).isEqualTo(4);
        assertThat(ranks.number(1)).isEqualTo(0.2);
        assertThatThrownBy(() -> ranks.number(0)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void cellsHoldEveryNumberNearTheirMiddle(String name, double[] numbers) {
        double[] sorted =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        QuantileBuckets tally = tally(numbers);
        for (int rank = 0; rank < sorted.length; rank += 31) {
            QuantileBuckets.Found found = tally.find(rank);
            assertThat(found.cell()).as(name).isEqualTo(QuantileBuckets.cell(sorted[rank]));
            assertThat((long) rank).isBetween(found.below(), found.below() + found.count() - 1);
            if (Math.abs(sorted[rank]) >= Double.MIN_NORMAL && Math.abs(sorted[rank]) < Double.MAX_VALUE) {
                assertThat(QuantileBuckets.middle(found.cell()) / sorted[rank]).isBetween(1 - 2e-4, 1 + 2e-4);
            }
        }
        long[] counted = {0};
        tally.forEach((middle, count) -> counted[0] += count);
        assertThat(counted[0]).isEqualTo(sorted.length);
        assertThatThrownBy(() -> tally.find(sorted.length)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysStandInTheOrderOfTheirNumbers() {
        double[] ordered = {
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            -1.0,
            -Double.MIN_VALUE,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            Math.nextDown(1.0),
            1.0,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY
        };
        for (int i = 0; i < ordered.length; i++) {
            assertThat(Double.doubleToRawLongBits(OrderedKey.number(OrderedKey.of(ordered[i]))))
                    .isEqualTo(Double.doubleToRawLongBits(ordered[i]));
            if (i > 0) {
                assertThat(OrderedKey.of(ordered[i])).isGreaterThan(OrderedKey.of(ordered[i - 1]));
            }
        }
    }
}
