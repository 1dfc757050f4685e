package org.advalorem.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Charts as the bytes of a file. The same chart gives the same bytes every time. */
public final class ChartWriter {
    private ChartWriter() {}

    /**
     * The chart in that format, with empty boxes for characters that its font lacks.
     *
     * @throws IOException if the font or a library is missing
     */
    public static byte[] bytes(Chart chart, ChartFormat format) throws IOException {
        return bytes(chart, format, Optional.empty(), missing -> {});
    }

    /**
     * The chart in that format.
     *
     * @param further a font for the characters that the font of the program lacks
     * @param missing given the texts with characters that neither font has, which are drawn as empty boxes
     * @throws IOException if the font or a library is missing, or an outline of the further font cannot be read
     */
    public static byte[] bytes(
            Chart chart, ChartFormat format, Optional<ChartFont> further, Consumer<List<String>> missing)
            throws IOException {
        try {
            Canvas canvas = draw(chart, further);
            List<String> incomplete = canvas.labels().stream()
                    .filter(label -> !canvas.fonts().isComplete(label.text(), label.style()))
                    .map(Canvas.Label::text)
                    .distinct()
                    .toList();
            byte[] bytes = switch (format) {
                case SVG -> SvgFile.of(canvas, chart.caption());
                case PNG -> PngFile.of(canvas);
                case PDF -> PdfFile.of(canvas, chart.caption());
            };
            missing.accept(incomplete);
            return bytes;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Every text that the chart shows, one below another.
     *
     * @throws IOException if the font is missing
     */
    public static String texts(Chart chart) throws IOException {
        StringBuilder texts = new StringBuilder(chart.caption().title());
        draw(chart).labels().forEach(label -> texts.append('\n').append(label.text()));
        return texts.toString();
    }

    static Canvas draw(Chart chart) throws IOException {
        return draw(chart, Optional.empty());
    }

    private static Canvas draw(Chart chart, Optional<ChartFont> further) throws IOException {
        Canvas canvas = new Canvas(FontOutlines.load(further));
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
