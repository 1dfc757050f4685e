package org.advalorem.interactive;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Palette;
import org.advalorem.plot.SpecificationChart;
import org.advalorem.plot.SpecificationChart.Specification;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Values under every combination, in ascending order. Which positions each takes is for the print chart and the tables. */
final class RedrawnSpecifications {
    private static final Axis RANK = new Axis("Combinations of positions, in ascending order", new Rank());

    private RedrawnSpecifications() {}

    /** Whole numbers. */
    private record Rank() implements Axis.Numbers {
        @Override
        public String value(double value) {
            return Long.toString(Math.round(value));
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    static XYChart of(SpecificationChart specifications) {
        XYChart chart = Redrawn.axes(specifications.caption(), RANK, specifications.values());
        List<Specification> ascending = specifications.specifications().stream()
                .sorted(Comparator.comparingDouble(Specification::value))
                .toList();
        points(chart, "combination", ascending, specification -> !specification.base(), 0);
        points(chart, "baseline", ascending, Specification::base, 1);
        Redrawn.across(
                chart,
                specifications.values(),
                specifications.thresholds(),
                IntStream.rangeClosed(1, ascending.size()).asDoubleStream().toArray());
        return chart;
    }

    private static void points(
            XYChart chart, String name, List<Specification> ascending, Predicate<Specification> which, int color) {
        int[] places = IntStream.range(0, ascending.size())
                .filter(i -> which.test(ascending.get(i)))
                .toArray();
        if (places.length == 0) {
            return;
        }
        XYSeries points = Redrawn.line(
                chart,
                name,
                IntStream.of(places).mapToDouble(i -> i + 1.0).toArray(),
                IntStream.of(places).mapToDouble(i -> ascending.get(i).value()).toArray(),
                Palette.series(color),
                Palette.THIN);
        points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        points.setMarker(color == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
        points.setMarkerColor(Palette.series(color));
    }
}
