package org.advalorem.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.advalorem.plot.Chart;
import org.advalorem.plot.ChartFont;
import org.advalorem.plot.ChartFormat;
import org.advalorem.plot.ChartWriter;
import org.advalorem.scenario.FilesRead;

/**
 * The chart of an analysis, for print or for whoever draws it otherwise. The same chart gives the same bytes every time.
 *
 * <pre>{@code
 * scenario.tornado().drawing().write(Path.of("tornado.pdf"));
 * }</pre>
 */
public final class Drawing {
    private final Lazy<Chart> chart;
    private final Optional<ChartFont> font;
    private final FilesRead read;

    Drawing(Lazy<Chart> chart, FilesRead read) {
        this(chart, Optional.empty(), read);
    }

    private Drawing(Lazy<Chart> chart, Optional<ChartFont> font, FilesRead read) {
        this.chart = chart;
        this.font = font;
        this.read = read;
    }

    /** The chart as plain data: one of the records of {@code org.advalorem.plot}. */
    public Chart chart() {
        return chart.get();
    }

    /**
     * The same drawing with characters that its font lacks, such as Chinese ones, from another font. Without one they are
     * empty boxes.
     *
     * @param file TrueType or OpenType
     * @throws ScenarioException if the file is no such font
     * @throws IOException if the file cannot be read
     */
    public Drawing withFont(Path file) throws IOException {
        try {
            return new Drawing(chart, Optional.of(ChartFont.read(file)), read);
        } catch (IllegalArgumentException e) {
            throw ScenarioException.of(
                    "(" + file + ") is not a font that can be read.",
                    "Name a TrueType or OpenType font: a file that ends in .ttf, .otf or .ttc.");
        }
    }

    /** SVG, in UTF-8 when written to a file. */
    public String svg() {
        return new String(bytes(ChartFormat.SVG), StandardCharsets.UTF_8);
    }

    /** PNG. */
    public byte[] png() {
        return bytes(ChartFormat.PNG);
    }

    /** PDF, on a page of its own size. */
    public byte[] pdf() {
        return bytes(ChartFormat.PDF);
    }

    private byte[] bytes(ChartFormat format) {
        try {
            return ChartWriter.bytes(chart.get(), format, font, missing -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the drawing to a file that ends in {@code .svg}, {@code .png} or {@code .pdf}, whole or not at all.
     *
     * @throws ScenarioException if the ending is another, or the file is one that the scenario was read from
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        ChartFormat format = ChartFormat.ofName(file.toString())
                .orElseThrow(() -> ScenarioException.of(
                        "(" + file + ") is not a name for a chart.", "Use one that ends in .svg, .png or .pdf."));
        byte[] bytes = bytes(format);
        WholeFile.write(file, read, channel -> {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        });
    }

    /** The title of the chart, which is its finding. */
    @Override
    public String toString() {
        return chart.get().caption().title();
    }
}
