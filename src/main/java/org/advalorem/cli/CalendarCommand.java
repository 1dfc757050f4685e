package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.report.CalendarFile;
import org.advalorem.report.CalendarReport;
import org.advalorem.report.Format;
import org.advalorem.rules.base.Jurisdiction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code calendar}: every date of an investigation. */
final class CalendarCommand implements Command {
    private static final String ICS = "ics";
    private static final FileKind KIND = new FileKind("a calendar", List.of(CalendarFile.ENDING), false);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Derives from the dates known, under calendar in the scenario, all that follow from them, each with"
                                + " its paragraph: the day counted, the day with tolling, the business day to which it moves"
                                + " and why. A published date takes the place of the one derived, and what follows counts"
                                + " from it.",
                        "The ics format holds whole days; a new export updates the events of an earlier one.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem calendar case.yaml",
                        "  advalorem calendar case.yaml --set calendar.preliminary-extended=yes",
                        "  advalorem calendar case.yaml --set calendar.final=2025-09-29",
                        "  advalorem calendar case.yaml --output case.ics");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        CommonOptions.format(
                spec,
                " ics, or " + CommonOptions.OUTPUT + " FILE.ics, writes a calendar for other programs; "
                        + CommonOptions.OUTPUT + " FILE.parquet the csv table as Parquet.",
                List.of(ICS));
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        if (!isCalendarFile(given)) {
            return ReportRun.of(given, session, loaded -> {
                check(loaded);
                return CalendarReport.of(loaded.evaluated());
            });
        }
        CsvOptions.of(given, Format.TEXT);
        Output output = Output.of(given, KIND, session);
        Loaded loaded = Loaded.of(
                CommonOptions.positionals(given),
                CommonOptions.set(given),
                List.of(),
                CommonOptions.expecting(given),
                session);
        check(loaded);
        output.write(CalendarFile.of(loaded.evaluated()));
        return ReportRun.expectations(loaded, session.console());
    }

    private static boolean isCalendarFile(ParseResult given) {
        return CommonOptions.formatGiven(given)
                ? CommonOptions.formatWord(given).equals(ICS)
                : CommonOptions.outputName(given).toLowerCase(Locale.ROOT).endsWith(CalendarFile.ENDING);
    }

    /** Refuses a scenario of which no date is known. */
    private static void check(Loaded loaded) {
        if (!loaded.evaluated().determination().calendar().isEmpty()) {
            return;
        }
        Jurisdiction law = loaded.evaluated().determination().proceeding().jurisdiction();
        Problems problems = new Problems();
        problems.add(
                Problem.Code.AV401,
                Origin.of(loaded.scenario().name(), 0, 0, ""),
                law.isAmerican()
                        ? "No date of the investigation is known."
                        : "The dates are those of 19 CFR part 351, which the law of " + law.inWords()
                                + " does not have.",
                law.isAmerican() ? "Write calendar: {filed: 2024-12-18}, or any later date that is known." : "");
        problems.throwIfAny();
    }
}
