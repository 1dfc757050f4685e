package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moments, quantiles and histograms of one pass against sorting, whichever reader reads a chunk. */
final class ResultTallyTest {
    private static final int COUNT = 200_000;
    private static final int CHUNK = 1000;
    private static final List<Double> SHARES = Simulation.SHARES;

    /** A tally of numbers whose chunks are read by the reader of up to so many chunks ago. */
    private static ResultTally tally(double[] numbers, int room, boolean inRandomOrder, int ago) {
        ResultTally tally = new ResultTally(1, SHARES, room, inRandomOrder, List.of());
        SplittableRandom random = new SplittableRandom(1);
        List<ResultTally.Reader> readers = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += CHUNK) {
            double[] chunk = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + CHUNK));
            readers.add(tally.reader());
            ResultTally.Reader reader = readers.get(readers.size() - 1 - random.nextInt(Math.min(ago, readers.size())));
            tally.add(reader.read(chunk, new int[] {chunk.length}, false), new int[1]);
        }
        return tally;
    }

    private static List<Long> wanted(long count) {
        List<Long> wanted = new ArrayList<>();
        for (double share : SHARES) {
            wanted.add(Confidence.rank(share, count));
            Confidence.lowerRank(share, count).ifPresent(wanted::add);
            Confidence.upperRank(share, count).ifPresent(wanted::add);
        }
        return wanted;
    }

    private static void check(ResultTally tally, double[] numbers, List<Long> ranks) {
        double[] sorted =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        assertThat(tally.moments().count()).isEqualTo(sorted.length);
        assertThat(tally.moments().notFinite()).isEqualTo(numbers.length - sorted.length);
        assertBits(tally.moments().min(), sorted[0]);
        assertBits(tally.moments().max(), sorted[sorted.length - 1]);
        RankSearch search = tally.search(ranks);
        while (search.isOpen()) {
            search.add(search.read(numbers, numbers.length));
            search.endPass();
        }
        for (long rank : ranks) {
            assertBits(search.number(rank).orElseThrow(), sorted[(int) rank]);
        }
        checkHistogram(tally.histogram(), sorted);
    }

    /** Every number lies between the edges of its bin; the last bin has its upper edge. */
    private static void checkHistogram(Distributed.Histogram histogram, double[] sorted) {
        if (histogram.counts().isEmpty()) {
            assertThat(sorted[sorted.length - 1] - sorted[0]).isIn(0.0, Double.POSITIVE_INFINITY);
            return;
        }
        int at = 0;
        for (int i = 0; i < histogram.counts().size(); i++) {
            double high = histogram.edges().get(i + 1);
            boolean last = i == histogram.counts().size() - 1;
            int from = at;
            while (at < sorted.length && (last ? sorted[at] <= high : sorted[at] < high)) {
                assertThat(sorted[at]).isGreaterThanOrEqualTo(histogram.edges().get(i));
                at++;
            }
            assertThat(histogram.counts().get(i)).as("bin %d", i).isEqualTo(at - from);
        }
        assertThat(at).isEqualTo(sorted.length);
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsThatOfTheSortedNumbers(Samples samples) {
        double[] numbers = samples.numbers(COUNT);
        for (int room : new int[] {500, 20_000, 1 << 20}) {
            for (int ago : new int[] {1, 20}) {
                ResultTally tally = tally(numbers, room, true, ago);
                check(tally, numbers, wanted(tally.moments().count()));
            }
        }
        ResultTally tally = tally(numbers, 20_000, false, 20);
        check(
                tally,
                numbers,
                List.of(0L, 7L, tally.moments().count() / 2, tally.moments().count() - 1));
    }

    /** A quarter of the room is free after the first narrowing, and in random order no rank is missed. */
    @ParameterizedTest
    @EnumSource(
            names = {"ASCENDING"},
            mode = EnumSource.Mode.EXCLUDE)
    void oneReadingIsEnoughInRandomOrder(Samples samples) {
        double[] numbers = samples.numbers(COUNT);
        ResultTally tally = tally(numbers, 40_000, true, 5);
        assertThat(tally.search(wanted(tally.moments().count())).isOpen()).isFalse();
    }

    @Test
    void whatIsMissedTakesAnotherPass() {
        double[] numbers = Samples.ASCENDING.numbers(COUNT);
        ResultTally tally = tally(numbers, 40_000, true, 5);
        assertThat(tally.search(wanted(COUNT)).isOpen()).isTrue();
        // until then it is interpolated in a cell of less than a hundredth of the range
        for (long rank : wanted(COUNT)) {
            assertThat(tally.interpolated(rank)).isBetween(numbers[(int) rank] - 2, numbers[(int) rank] + 2);
        }
    }

    @Test
    void anyOrderOfChunksGivesTheSame() {
        double[] numbers = Samples.PUBLISHED_RATES.numbers(COUNT);
        double[] turned = IntStream.range(0, COUNT)
                .mapToDouble(i -> numbers[COUNT - 1 - i])
                .toArray();
        ResultTally one = tally(numbers, 20_000, true, 1);
        ResultTally other = tally(turned, 20_000, true, 9);
        assertThat(other.histogram()).isEqualTo(one.histogram());
        assertThat(found(other)).isEqualTo(found(one));
    }

    private static List<Double> found(ResultTally tally) {
        RankSearch search = tally.search(wanted(COUNT));
        return wanted(COUNT).stream()
                .map(rank -> search.number(rank).orElseThrow())
                .toList();
    }

    @Test
    void numbersKeptDoNotGrowWithTheirCount() {
        NearQuantiles near = new NearQuantiles(SHARES, 80_000, true);
        SplittableRandom random = new SplittableRandom(2);
        int most = 0;
        for (int chunk = 0; chunk < 500; chunk++) {
            double[] numbers = random.doubles(4096).toArray();
            near.add(near.brackets().count(numbers, numbers.length));
            if (near.isFull()) {
                near.narrow();
            }
            most = Math.max(most, near.numbers().held());
        }
        assertThat(most).isBetween(60_000, 84_096);
        assertThat(near.known(List.of(1_024_000L))).hasSize(1);
        assertThat(near.brackets().size()).isEqualTo(SHARES.size());
    }

    /** Numbers outside all cells are slow to count. */
    @Test
    void cellsFollowTheRange() {
        double[] numbers = Samples.ASCENDING.numbers(COUNT);
        ResultTally.Reader half =
                tally(Arrays.copyOf(numbers, COUNT / 2), 20_000, false, 1).reader();
        ResultTally whole = tally(numbers, 20_000, false, 1);
        assertThat(outside(half, numbers)).isGreaterThan(COUNT / 4);
        assertThat(outside(whole.reader(), numbers)).isLessThan(COUNT / 100);
    }

    private static int outside(ResultTally.Reader reader, double[] numbers) {
        return reader.window().orElseThrow().count(numbers, numbers.length).outside().length;
    }

    /** With few values, the brackets of neighbouring quantiles have ends in common. */
    @ParameterizedTest
    @EnumSource
    void bracketsAreDisjoint(Samples samples) {
        NearQuantiles near = new NearQuantiles(SHARES, 40_000, true);
        double[] numbers =
                Arrays.stream(samples.numbers(COUNT)).filter(Double::isFinite).toArray();
        near.add(near.brackets().count(numbers, numbers.length));
        near.narrow();
        for (int i = 1; i < near.brackets().size(); i++) {
            assertThat(near.brackets().low(i)).isGreaterThan(near.brackets().high(i - 1));
        }
    }

    @Test
    void withoutRoomNothingIsKept() {
        NearQuantiles near = new NearQuantiles(SHARES, 100, true);
        near.add(near.brackets().count(Samples.RATES.numbers(4096), 4096));
        near.narrow();
        assertThat(near.numbers().held()).isZero();
        assertThat(near.numbers().count()).isEqualTo(4096);
        assertThat(near.known(List.of(2000L))).isEqualTo(Map.of());
    }

    private static void assertBits(double actual, double expected) {
        assertThat(Double.doubleToRawLongBits(actual))
                .as("%s, not %s", actual, expected)
                .isEqualTo(Double.doubleToRawLongBits(expected));
    }
}
