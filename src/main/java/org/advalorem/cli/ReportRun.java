package org.advalorem.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.advalorem.bracketing.PublicVersion;
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
        List<Version> versions = Version.of(given);
        Map<Version, ReportOutput> outputs = new EnumMap<>(Version.class);
        Map<Version, Optional<ChartOption>> charts = new EnumMap<>(Version.class);
        for (Version version : versions) {
            outputs.put(version, ReportOutput.of(given, session, version, versions));
            charts.put(version, ChartOption.of(given, session, version, versions));
        }
        Loaded loaded = Loaded.of(
                CommonOptions.positionals(given),
                CommonOptions.set(given),
                CommonOptions.company(given),
                CommonOptions.expecting(given),
                session);
        Optional<Report> twin = Optional.empty();
        for (Version version : Version.made(versions)) {
            ReportOutput output = outputs.getOrDefault(version, ReportOutput.standard(given, session));
            Optional<ChartOption> chart = charts.getOrDefault(version, Optional.empty());
            Loaded shown = (output.isForPrograms() ? loaded.withHash() : loaded).as(version, Stream::of);
            Optional<PublicVersion> inPublic = shown.evaluated().publicVersion();
            Report made = report.write(
                    shown, chart.map(of -> inPublic.map(of::inPublic).orElse(of)));
            if (versions.contains(version)) {
                output.write(twin.map(made::asTwinOf).orElse(made));
            }
            twin = Optional.of(made);
        }
        return expectations(loaded, session.console());
    }

    /** Tells of the expectations that were not met, and returns the exit code. */
    static int expectations(Loaded loaded, Console console) {
        String failures = ExpectationText.failures(loaded.outcomes());
        console.tellAll(failures);
        return failures.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
    }
}
