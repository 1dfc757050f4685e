package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histograms: round edges, and every number between its own. */
final class BinsTest {
    private static Distributed.Histogram histogram(double[] numbers, double min, double max) {
        Bins bins = Bins.over(min, max);
        for (int from = 0; from < numbers.length; from += 300) {
            bins.add(bins.read(numbers, from, Math.min(numbers.length, from + 300)));
        }
        return bins.histogram();
    }

    /** A fortieth of the range, taken to the next of 1, 2 and 5 times a power of ten. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.05",
        "0.0301, 0.07, 0.001",
        "-3, 5, 0.2",
        "0.1493, 0.1953, 0.002",
        "1e9, 3e9, 5e7",
        "-2, -1, 0.05"
    })
    void edgesAreRound(double min, double max, double width) {
        List<Double> edges = histogram(new double[] {min, max}, min, max).edges();
        assertThat(edges).hasSizeBetween(17, 43);
        assertThat(edges.get(0)).isLessThanOrEqualTo(min).isGreaterThan(min - width * 1.000001);
        assertThat(edges.get(edges.size() - 1)).isGreaterThanOrEqualTo(max - 1e-9 * width);
        for (int i = 1; i < edges.size(); i++) {
            assertThat((edges.get(i) - edges.get(i - 1)) / width).isCloseTo(1.0, within(1e-6));
        }
    }

    @Test
    void everyNumberIsCountedBetweenItsEdges() {
        double[] numbers = new SplittableRandom(3)
                .doubles(10_000)
                .map(u -> 0.15 + 0.04 * u * u)
                .toArray();
        double min = Arrays.stream(numbers).min().orElseThrow();
        double max = Arrays.stream(numbers).max().orElseThrow();
        Distributed.Histogram histogram = histogram(numbers, min, max);
        for (int i = 0; i < histogram.counts().size(); i++) {
            double low = histogram.edges().get(i);
            double high = histogram.edges().get(i + 1);
            boolean last = i == histogram.counts().size() - 1;
            long between = Arrays.stream(numbers)
                    .filter(number -> number >= low && (number < high || last))
                    .count();
            assertThat(histogram.counts().get(i)).isEqualTo(between);
        }
    }

    @Test
    void whatIsNotFiniteIsInNone() {
        double[] numbers = {1.0, Double.NaN, 2.0, Double.POSITIVE_INFINITY};
        assertThat(histogram(numbers, 1.0, 2.0).counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "NaN, NaN", "-1.7e308, 1.7e308", "0, 4.9e-324"})
    void withoutAWidthThereAreNone(double min, double max) {
        Distributed.Histogram histogram = histogram(new double[] {min, max}, min, max);
        assertThat(histogram.edges()).isEmpty();
        assertThat(histogram.counts()).isEmpty();
    }
}
