package org.advalorem.report.chart;

import java.io.IOException;

/** Charts as the bytes of a file. The same chart gives the same bytes every time. */
public final class ChartWriter {
    private ChartWriter() {}

    /**
     * The chart in that format.
     *
     * @throws IOException when this Java cannot draw letters, or a library is missing
     */
    public static byte[] bytes(Chart chart, ChartFormat format) throws IOException {
        Sheet sheet = Drawing.of(chart);
        return switch (format) {
            case SVG -> SvgFile.of(sheet, chart.caption());
            case PNG -> PngFile.of(sheet);
            case PDF -> PdfFile.of(sheet, chart.caption());
        };
    }
}
