package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lines over a numeric range: a sweep, or the rate against the markup by method.
 *
 * @param thresholds values of {@code y} drawn across
 * @param base where the scenario itself stands
 * @param answers values of {@code x} that were looked for
 */
public record LinesChart(
        Caption caption,
        Axis x,
        Axis y,
        List<Series> series,
        List<Mark> thresholds,
        Optional<Point> base,
        List<Mark> answers)
        implements Chart {
    /** Copies the lists. */
    public LinesChart {
        series = Checks.some(List.copyOf(series), "lines");
        thresholds = List.copyOf(thresholds);
        answers = List.copyOf(answers);
    }

    /** Lines that answer no question. */
    public LinesChart(
            Caption caption, Axis x, Axis y, List<Series> series, List<Mark> thresholds, Optional<Point> base) {
        this(caption, x, y, series, thresholds, base, List.of());
    }

    /**
     * One line.
     *
     * @param points from left to right; a {@code y} that is not a number leaves a gap
     */
    public record Series(String name, List<Point> points) {
        /** Copies the list. */
        public Series {
            points = Checks.some(List.copyOf(points), "points");
        }

        /** A line through the points of two columns. */
        public static Series of(String name, double[] x, double[] y) {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " values of x and " + y.length + " of y");
            }
            return new Series(
                    name,
                    IntStream.range(0, x.length)
                            .mapToObj(i -> new Point(x[i], y[i]))
                            .toList());
        }
    }

    /** A point; {@code x} must be a number. */
    public record Point(double x, double y) {
        /** Checks. */
        public Point {
            Checks.finite(x, "x");
        }
    }
}
