package org.advalorem.plot;

import java.util.List;
import java.util.Optional;

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
    /**
     * The chart, checked.
     *
     * @throws IllegalArgumentException if there are no lines
     */
    public LinesChart {
        series = PlotChecks.some(series, "lines");
        thresholds = List.copyOf(thresholds);
        answers = List.copyOf(answers);
    }

    /**
     * One line.
     *
     * @param points from left to right; a {@code y} that is not finite leaves a gap
     */
    public record Series(String name, List<Point> points) {
        /**
         * The line, checked.
         *
         * @throws IllegalArgumentException if there are no points
         */
        public Series {
            points = PlotChecks.some(points, "points");
        }
    }

    /** A point of a line. */
    public record Point(double x, double y) {
        /**
         * The point, checked.
         *
         * @throws IllegalArgumentException if {@code x} is not finite
         */
        public Point {
            PlotChecks.finite(x, "x");
        }
    }
}
