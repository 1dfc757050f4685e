package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histograms from a decimal grid: round edges, whatever was known of the range at first. */
final class DecimalGridTest {
    private static Distributed.Histogram histogram(double min, double max, double... numbers) {
        DecimalGrid grid = DecimalGrid.over(min, max);
        grid.add(numbers, numbers.length);
        return grid.histogram(min, max);
    }

    /** A fortieth of the range, taken to the next of 1, 2 and 5 times a power of ten. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.05",
        "0.0301, 0.07, 0.001",
        "-3, 5, 0.2",
        "0.1493, 0.1953, 0.002",
        "1e9, 3e9, 5e7",
        "-2, -1, 0.05",
        "1e-12, 3e-12, 5e-14",
        "0, 1e-280, 5e-282"
    })
    void edgesAreRound(double min, double max, double width) {
        List<Double> edges = histogram(min, max, min, max).edges();
        assertThat(edges).hasSizeBetween(17, 43);
        assertThat(edges.get(0)).isLessThanOrEqualTo(min).isGreaterThan(min - width * 1.000001);
        assertThat(edges.get(edges.size() - 1)).isGreaterThanOrEqualTo(max);
        for (int i = 1; i < edges.size(); i++) {
            assertThat((edges.get(i) - edges.get(i - 1)) / width).isCloseTo(1.0, within(1e-6));
        }
    }

    /** 0.035 and not 35 times 0.001, which is another double; a number on an edge belongs above it. */
    @Test
    void edgesAreTheNearestDoubles() {
        double[] numbers =
                IntStream.rangeClosed(30, 70).mapToDouble(i -> i / 1000.0).toArray();
        Distributed.Histogram histogram = histogram(0.03, 0.07, numbers);
        assertThat(histogram.edges()).contains(0.035, 0.041, 0.057, 0.07).hasSize(41);
        assertThat(histogram.counts()).startsWith(1L, 1L, 1L).endsWith(1L, 1L, 2L);
    }

    /** The grid starts at a thousandth of the range, which becomes a million times as large. */
    @Test
    void aGridThatGrewGivesTheSameHistogram() {
        double[] numbers = new SplittableRandom(3)
                .doubles(20_000)
                .map(u -> 0.01 * Math.rint(100 * (u - 0.5) / (1e-6 + Math.abs(u - 0.3))))
                .toArray();
        double min = IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .min()
                .orElseThrow();
        double max = IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .max()
                .orElseThrow();
        DecimalGrid grown = DecimalGrid.over(-0.5, 0.5);
        GridWindow early = grown.window();
        for (int from = 0; from < numbers.length; from += 100) {
            double[] chunk = Arrays.copyOfRange(numbers, from, from + 100);
            grown.add((from % 300 == 0 ? early : grown.window()).count(chunk, chunk.length));
        }
        assertThat(grown.histogram(min, max)).isEqualTo(histogram(min, max, numbers));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1.7e308, 1.7e308", "-0.0, 0.0"})
    void withoutAWidthThereAreNone(double min, double max) {
        Distributed.Histogram histogram = histogram(min, max, min, max);
        assertThat(histogram.edges()).isEmpty();
        assertThat(histogram.counts()).isEmpty();
    }

    /** Bins are at least so wide that their edges differ. */
    @ParameterizedTest
    @CsvSource({"0, 4.9e-324, 1", "1e9, 1000000000.0000001, 1", "3e12, 3000000000001, 10"})
    void aRangeNearTheRoundingOfItsNumbersHasFewBins(double min, double max, int most) {
        Distributed.Histogram histogram = histogram(min, max, min, max);
        assertThat(histogram.counts()).hasSizeBetween(1, Math.max(1, most));
        assertThat(histogram.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
        assertThat(histogram.edges()).doesNotHaveDuplicates();
    }
}
