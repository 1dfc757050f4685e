package org.advalorem.cli;

import java.io.IOException;
import java.util.OptionalInt;
import org.advalorem.report.ProjectionReport;
import org.advalorem.rules.base.Period;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code project}: what stays countervailable after the period. */
final class ProjectCommand implements Command {
    private static final String YEAR = "--year";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Shows for each later year the rate of what is allocated to it, until the last grant has expired, and"
                                + " the rate if every other program continues as in the period, at the sales of the period.",
                        "Each is a result with an address, such as companies.acme.year.2026.rate-projected.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem project case.yaml",
                        "  advalorem project case.yaml --year 2026",
                        "  advalorem project case.yaml --year 2026 --set programs.grants.applied=no");
        CommonOptions.files(spec);
        spec.addOption(OptionSpec.builder(YEAR)
                .paramLabel("YEAR")
                .type(String.class)
                .description("Shows the programs of this year; by default every year without its programs.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        String written = given.matchedOptionValue(YEAR, "");
        return ReportRun.of(given, session, loaded -> {
            Period period = loaded.evaluated().determination().proceeding().period();
            return ProjectionReport.of(loaded.evaluated(), year(written, period));
        });
    }

    private static OptionalInt year(String written, Period period) {
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!written.matches("[12][0-9]{3}") || Integer.parseInt(written) <= period.latest()) {
            throw new UsageException("(" + written + ") is not a year after the period " + period + ". Write " + YEAR
                    + " " + (period.latest() + 1) + ".");
        }
        return OptionalInt.of(Integer.parseInt(written));
    }
}
