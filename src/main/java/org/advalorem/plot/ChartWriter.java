package org.advalorem.plot;

import java.io.IOException;

/** Charts as the bytes of a file. The same chart gives the same bytes every time. */
public final class ChartWriter {
    private ChartWriter() {}

    /**
     * The chart in that format.
     *
     * @throws IOException if the font or a library is missing
     */
    public static byte[] bytes(Chart chart, ChartFormat format) throws IOException {
        Canvas canvas = draw(chart);
        return switch (format) {
            case SVG -> SvgFile.of(canvas, chart.caption());
            case PNG -> PngFile.of(canvas);
            case PDF -> PdfFile.of(canvas, chart.caption());
        };
    }

    static Canvas draw(Chart chart) throws IOException {
        Canvas canvas = new Canvas(FontOutlines.load());
        Painter painter = painter(chart, canvas);
        double top = Frame.head(canvas, chart.caption());
        Frame.foot(canvas, chart.caption(), painter.paint(top));
        return canvas;
    }

    private static Painter painter(Chart chart, Canvas canvas) {
        if (chart instanceof RowChart rows) {
            return new RowChartPainter(rows, canvas);
        } else if (chart instanceof LinesChart lines) {
            return new LinesPainter(lines, canvas);
        } else if (chart instanceof HistogramChart histogram) {
            return new HistogramPainter(histogram, canvas);
        } else if (chart instanceof HeatMapChart map) {
            return new HeatMapPainter(map, canvas);
        } else if (chart instanceof SpecificationChart specification) {
            return new SpecificationPainter(specification, canvas);
        }
        throw new IllegalStateException("There is no painter for " + chart.getClass() + ".");
    }
}
