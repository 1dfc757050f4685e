package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.facts.Column;
import org.advalorem.facts.TableOptions;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.Format;
import org.advalorem.report.InspectReport;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.InspectedFile;
import org.advalorem.tables.CellRange;
import org.advalorem.tables.ColumnProfile;
import org.advalorem.tables.Dialect;
import org.advalorem.tables.PlainCsv;
import org.advalorem.tables.TableException;
import org.advalorem.tables.TextEncoding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code inspect}: how a data file is read. */
final class InspectCommand implements Command {
    private static final String AS_CSV = "--as-csv";
    private static final String SHEET = "--sheet";
    private static final String RANGE = "--range";
    private static final String DELIMITER = "--delimiter";
    private static final String ENCODING = "--encoding";
    private static final FileKind CSV = new FileKind("plain CSV", List.of(".csv"), false);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Names encoding, separators, headings and what stands above and below the table; for each column"
                                + " its kind, and the row that shows how its dates or numbers are written; and the mapping"
                                + " to write in a scenario. Fails if a column can be read in two ways.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem inspect purchases.csv",
                        "  advalorem inspect sales.xlsx --sheet POI --range A5:K900",
                        "  advalorem inspect export.txt --as-csv > clean.csv");
        CommonOptions.files(spec, "FILE", "A text file of cells, or a workbook (.xlsx).");
        spec.addOption(OptionSpec.builder(AS_CSV)
                .description("Prints the table as plain CSV in UTF-8, every cell as it is written.")
                .build());
        spec.addOption(text(SHEET, "NAME", "The sheet of a workbook."));
        spec.addOption(text(RANGE, "CELLS", "The part to look at: A5:K900, or the lines 5:900."));
        spec.addOption(text(DELIMITER, "WORD", "The cell separator: comma, semicolon, tab, bar or space."));
        spec.addOption(text(ENCODING, "NAME", "The encoding: " + String.join(", ", TextEncoding.words()) + "."));
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> names = CommonOptions.positionals(given);
        if (names.size() > 1) {
            throw new UsageException("inspect takes one file. Look at (" + names.get(1) + ") in a run of its own.");
        }
        boolean csv = given.hasMatchedOption(AS_CSV);
        Output table = csv ? Output.of(given, CSV, session) : Output.standard(session);
        if (csv && CommonOptions.formatGiven(given) && CommonOptions.format(given, table) != Format.CSV) {
            throw new UsageException("(" + AS_CSV + ") writes csv. Omit it for another --format.");
        }
        Optional<ReportOutput> output = csv ? Optional.empty() : Optional.of(ReportOutput.of(given, session));
        Path file = PathArgument.ofFile(names.get(0));
        session.files().read().add(file, "the data file (" + names.get(0) + ")");
        try {
            InspectedFile inspected = InspectedFile.read(file, options(given));
            session.files().check();
            return output.isPresent()
                    ? report(inspected, output.get(), session)
                    : asCsv(inspected, table, CsvOptions.of(given), session);
        } catch (TableException e) {
            String place = names.get(0) + (e.line() > 0 ? ":" + e.line() : "");
            throw UsageException.of(place + ": " + e.getMessage(), e.advice());
        }
    }

    private static int report(InspectedFile file, ReportOutput output, Session session) throws IOException {
        Map<String, List<Column>> tables = new ScenarioFields(session.programs()).tables();
        output.write(InspectReport.of(file, tables));
        for (ColumnProfile column : file.ambiguous()) {
            session.console()
                    .tell("error: (" + column.heading() + ") can be read in two ways: (" + column.first() + ") is "
                            + column.reading() + " or " + column.other() + ".");
        }
        return file.ambiguous().isEmpty() ? ExitCode.FINE : ExitCode.BAD_USAGE_OR_SCENARIO;
    }

    private static int asCsv(InspectedFile file, Output output, CsvStyle style, Session session) throws IOException {
        StringBuilder csv = new StringBuilder(style.mark() ? "\uFEFF" : "");
        PlainCsv.write(
                file.layout(), file.dialect(), csv, note -> session.console().tell("note: " + note + "."));
        output.write(csv.toString());
        if (file.layout().secondTable() >= 0) {
            session.console()
                    .tell("note: a second table begins on " + file.counted() + " "
                            + file.layout().grid().line(file.layout().secondTable()) + "; " + RANGE + " chooses it.");
        }
        return ExitCode.FINE;
    }

    private static TableOptions options(ParseResult given) {
        return new TableOptions(
                value(given, DELIMITER, Dialect::delimiter),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                value(given, ENCODING, TextEncoding::of),
                Optional.ofNullable(given.matchedOptionValue(SHEET, (String) null)),
                value(given, RANGE, CellRange::of),
                TableOptions.Totals.KEEP,
                Map.of(),
                Map.of());
    }

    private static <T> Optional<T> value(ParseResult given, String option, Function<String, Optional<T>> reader) {
        String text = given.matchedOptionValue(option, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            throw new UsageException(
                    "(" + text + ") is not a value of " + option + ". advalorem inspect --help lists them.");
        }
        return value;
    }
}
