package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.advalorem.plot.Chart;
import org.advalorem.plot.ChartFormat;
import org.advalorem.plot.ChartWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code --chart FILE}: the result as a chart, beside the report. No chart class is loaded unless the option is given.
 *
 * @param file where the chart goes
 */
record ChartOption(Path file, ChartFormat format) {
    private static final String CHART = "--chart";

    /**
     * Adds the option to a command.
     *
     * @param shows what the chart shows, such as {@code the programs of each rate}
     */
    static void add(CommandSpec spec, String shows) {
        spec.addOption(OptionSpec.builder(CHART)
                .paramLabel("FILE")
                .type(String.class)
                .description("Also draws " + shows + " to this file (svg, png or pdf).")
                .build());
    }

    /** The option as given. A wrong ending or folder is refused here, before anything is calculated. */
    private static Optional<ChartOption> of(ParseResult given) {
        return Optional.ofNullable(given.<String>matchedOptionValue(CHART, null))
                .map(ChartOption::of);
    }

    private static ChartOption of(String name) {
        Path file = Output.to(name)
                .file()
                .orElseThrow(() -> new UsageException("A chart needs a file: --chart=FILE.svg, .png or .pdf."));
        ChartFormat format = ChartFormat.ofName(name)
                .orElseThrow(() -> new UsageException("(" + name + ") is not a name for a chart. Use one that ends in ."
                        + String.join(", .", ChartFormat.endings()) + "."));
        Output.check(file);
        return new ChartOption(file, format);
    }

    /** Whether a chart is asked for. */
    static boolean isGiven(ParseResult given) {
        return given.hasMatchedOption(CHART);
    }

    /** The option as given, refused also if the report goes to the same file. */
    static Optional<ChartOption> of(ParseResult given, Output output) {
        Optional<ChartOption> chart = of(given);
        if (chart.isPresent() && output.file().equals(Optional.of(chart.get().file()))) {
            throw new UsageException(
                    "--output and --chart name the same file (" + chart.get().file() + ").");
        }
        return chart;
    }

    /** Draws the chart and writes the file, in full or not at all. */
    void write(Chart chart) throws IOException {
        byte[] bytes;
        try {
            bytes = ChartWriter.bytes(chart, format);
        } catch (IOException e) {
            throw new UsageException("The chart cannot be drawn: " + e.getMessage() + ".");
        }
        Output.write(bytes, file);
    }
}
