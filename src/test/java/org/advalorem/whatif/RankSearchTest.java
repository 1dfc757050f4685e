package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of given ranks against sorting. */
final class RankSearchTest {
    private static final int COUNT = 5_000;
    private static final int CHUNK = 700;

    private static double[] sorted(double[] numbers) {
        return Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    }

    private static List<Long> ranks(int count) {
        return LongStream.range(0, count)
                .filter(i -> i % 37 == 0 || i > count - 3)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyRankIsThatOfTheSortedNumbers(Samples samples) {
        double[] numbers = samples.numbers(COUNT);
        double[] sorted = sorted(numbers);
        for (int room : new int[] {0, 1, 50, 100_000}) {
            RankSearch found = new RankSearch(Map.of(), halves(sorted, ranks(sorted.length)), room);
            int passes = 0;
            while (found.isOpen()) {
                pass(found, numbers);
                passes++;
            }
            assertThat(passes).isBetween(0, 6);
            for (long rank : ranks(sorted.length)) {
                assertBits(found.number(rank).orElseThrow(), sorted[(int) rank]);
            }
            assertThat(found.number(1)).isEmpty();
        }
    }

    /** Two intervals, with a gap between them if numbers differ. */
    private static Map<RankSearch.Interval, SortedSet<Long>> halves(double[] sorted, List<Long> ranks) {
        int half = sorted.length / 2;
        while (half < sorted.length && half > 0 && sorted[half - 1] == sorted[half]) {
            half++;
        }
        Map<RankSearch.Interval, SortedSet<Long>> halves = new HashMap<>();
        for (int[] part : new int[][] {{0, half}, {half, sorted.length}}) {
            TreeSet<Long> here = new TreeSet<>(ranks);
            here.removeIf(rank -> rank < part[0] || rank >= part[1]);
            if (!here.isEmpty()) {
                halves.put(
                        new RankSearch.Interval(
                                OrderedKey.of(sorted[part[0]]),
                                OrderedKey.of(sorted[part[1] - 1]),
                                part[0],
                                (long) part[1] - part[0]),
                        here);
            }
        }
        return halves;
    }

    @ParameterizedTest
    @EnumSource
    void numbersInMemoryNeedNoRoom(Samples samples) {
        for (int count : new int[] {1, 2, 100, 20_000}) {
            double[] numbers = sorted(samples.numbers(count + 1));
            if (numbers.length == 0) {
                continue;
            }
            double[] shuffled = shuffled(numbers);
            Map<Long, Double> found = RankSearch.among(shuffled, shuffled.length, ranks(numbers.length));
            for (long rank : ranks(numbers.length)) {
                assertBits(found.getOrDefault(rank, Double.NaN), numbers[(int) rank]);
            }
        }
    }

    private static double[] shuffled(double[] numbers) {
        List<Double> list = new ArrayList<>(Arrays.stream(numbers).boxed().toList());
        Collections.shuffle(list, new Random(3));
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void pass(RankSearch ranks, double[] numbers) {
        List<List<RankSearch.Part>> parts = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += CHUNK) {
            double[] chunk = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + CHUNK));
            parts.add(ranks.read(chunk, chunk.length));
        }
        parts.forEach(ranks::add);
        ranks.endPass();
    }

    /** 64 open digits, 12 of which each pass without room decides. */
    @Test
    void withoutRoomEveryPassDecidesTwelveDigits() {
        double[] numbers = {0.3, -0.2, 0.1};
        RankSearch search = new RankSearch(
                Map.of(),
                Map.of(new RankSearch.Interval(Long.MIN_VALUE, Long.MAX_VALUE, 0, 3), new TreeSet<>(List.of(1L))),
                0);
        int passes = 0;
        while (search.isOpen()) {
            pass(search, numbers);
            passes++;
        }
        assertThat(passes).isEqualTo(6);
        assertThat(search.number(1)).hasValue(0.1);
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
            assertBits(OrderedKey.number(OrderedKey.of(ordered[i])), ordered[i]);
            if (i > 0) {
                assertThat(OrderedKey.of(ordered[i])).isGreaterThan(OrderedKey.of(ordered[i - 1]));
            }
        }
    }

    private static void assertBits(double actual, double expected) {
        assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(expected));
    }
}
