package org.advalorem.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.advalorem.report.ExpectationText;
import org.advalorem.report.Report;
import picocli.CommandLine.ParseResult;

/** The run of a command that reads a scenario and writes a report. */
final class ReportRun {
    private ReportRun() {}

    /** A report that can also draw a chart. */
    @FunctionalInterface
    interface Charted {
        /** Writes the chart, if one is asked for, and returns the report. */
        Report write(Loaded loaded, Optional<ChartOption> chart) throws IOException;
    }

    /** Reads the scenario, writes the report, and compares with what the scenario expects. */
    static int of(ParseResult given, Session session, Function<Loaded, Report> report) throws IOException {
        return of(given, session, (loaded, chart) -> report.apply(loaded));
    }

    /** The same, with a chart if one is asked for; in the versions asked for. */
    static int of(ParseResult given, Session session, Charted report) throws IOException {
        Versions versions = Versions.of(given, session);
        Loaded loaded = Loaded.of(
                CommonOptions.positionals(given),
                CommonOptions.set(given),
                CommonOptions.company(given),
                CommonOptions.expecting(given),
                session);
        Loaded hashed = versions.isForPrograms() ? loaded.withHash() : loaded;
        versions.write(
                (version, chart) -> {
                    Loaded shown = hashed.as(version, Stream::of);
                    return Optional.of(report.write(shown, chart.map(of -> of.showing(shown.evaluated()))));
                },
                () -> false);
        return expectations(loaded, session.console());
    }

    /** Tells of the expectations that were not met, and returns the exit code. */
    static int expectations(Loaded loaded, Console console) {
        String failures = ExpectationText.failures(loaded.outcomes(), loaded.evaluated());
        console.tellAll(failures);
        return failures.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
    }
}
