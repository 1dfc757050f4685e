package org.advalorem.report.chart;

import java.io.IOException;

/** A chart laid out on a sheet. */
final class Drawing {
    private Drawing() {}

    /**
     * The sheet of a chart.
     *
     * @throws IOException when this Java cannot draw letters
     */
    static Sheet of(Chart chart) throws IOException {
        Lettering lettering = Lettering.load();
        if (chart instanceof HeatMapChart map) {
            return HeatMapPainter.paint(map, lettering);
        }
        Sheet sheet = new Sheet(lettering, Frame.WIDTH);
        if (chart instanceof LinesChart lines) {
            LinesPainter.paint(lines, sheet);
        } else if (chart instanceof TornadoChart tornado) {
            TornadoPainter.paint(tornado, sheet);
        } else if (chart instanceof HistogramChart histogram) {
            HistogramPainter.paint(histogram, sheet);
        } else if (chart instanceof IntervalsChart intervals) {
            IntervalsPainter.paint(intervals, sheet);
        } else if (chart instanceof WaterfallChart waterfall) {
            WaterfallPainter.paint(waterfall, sheet);
        } else if (chart instanceof SpecificationChart specification) {
            SpecificationPainter.paint(specification, sheet);
        } else if (chart instanceof DistancesChart distances) {
            DistancesPainter.paint(distances, sheet);
        } else if (chart instanceof StackChart stack) {
            StackPainter.paint(stack, sheet);
        } else {
            throw new IllegalStateException("There is no painter for " + chart.getClass());
        }
        return sheet;
    }
}
