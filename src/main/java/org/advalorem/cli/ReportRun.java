package org.advalorem.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.advalorem.report.ExpectationText;
import org.advalorem.report.Format;
import picocli.CommandLine.ParseResult;

/** The run of a command that reads a scenario and writes a report. */
final class ReportRun {
    private ReportRun() {}

    /** Reads, writes, and compares with what the scenario expects. */
    static int of(ParseResult given, Session session, BiFunction<Loaded, Format, String> report) throws IOException {
        return of(given, session, report, Optional.empty(), (loaded, chart) -> {});
    }

    /** The same, and draws the chart when one is asked for. */
    static int of(
            ParseResult given,
            Session session,
            BiFunction<Loaded, Format, String> report,
            Optional<ChartOption> chart,
            ChartOption.Drawing drawing)
            throws IOException {
        Format format = CommonOptions.format(given);
        Output output = CommonOptions.output(given);
        if (chart.isPresent() && output.file().equals(Optional.of(chart.get().file()))) {
            throw new UsageException(
                    "--output and --chart name the same file (" + chart.get().file() + ").");
        }
        Loaded loaded = Loaded.of(
                CommonOptions.positionals(given),
                CommonOptions.set(given),
                CommonOptions.company(given),
                CommonOptions.expecting(given),
                session);
        if (chart.isPresent()) {
            drawing.draw(loaded.withHash(), chart.get());
        }
        output.write(report.apply(format == Format.JSON ? loaded.withHash() : loaded, format), session.console());
        return expectations(loaded, session.console());
    }

    /** Tells of expectations that failed. */
    static int expectations(Loaded loaded, Console console) {
        String failures = ExpectationText.failures(loaded.outcomes());
        console.tellAll(failures);
        return failures.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
    }
}
