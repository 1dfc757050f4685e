package org.advalorem.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.report.ExpectationText;
import org.advalorem.report.Format;
import org.advalorem.report.Report;
import picocli.CommandLine.ParseResult;

/** The run of a command that reads a scenario and writes a report. */
final class ReportRun {
    private ReportRun() {}

    /** A report that draws a chart too. */
    @FunctionalInterface
    interface Charted {
        /** The report, after the chart has been handed to {@link ChartOption#write} if there is to be one. */
        Report write(Loaded loaded, Optional<ChartOption> chart) throws IOException;
    }

    /** Reads, writes, and compares with what the scenario expects. */
    static int of(ParseResult given, Session session, Function<Loaded, Report> report) throws IOException {
        return of(given, session, (loaded, chart) -> report.apply(loaded));
    }

    /** The same, and draws the chart when one is asked for. */
    static int of(ParseResult given, Session session, Charted report) throws IOException {
        Output output = CommonOptions.output(given);
        Format format = CommonOptions.format(given, output);
        Optional<ChartOption> chart = ChartOption.of(given, output);
        Loaded loaded = Loaded.of(
                CommonOptions.positionals(given),
                CommonOptions.set(given),
                CommonOptions.company(given),
                CommonOptions.expecting(given),
                session);
        boolean digest = format == Format.JSON || output.isParquet();
        output.write(report.write(digest ? loaded.withHash() : loaded, chart), format, session.console());
        return expectations(loaded, session.console());
    }

    /** Tells of expectations that failed. */
    static int expectations(Loaded loaded, Console console) {
        String failures = ExpectationText.failures(loaded.outcomes());
        console.tellAll(failures);
        return failures.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
    }
}
