package org.advalorem.cli;

import java.io.IOException;
import java.util.stream.Stream;
import org.advalorem.report.ExhibitsReport;
import org.advalorem.report.MemoReport;
import org.advalorem.report.OfficeFile;
import org.advalorem.report.workbook.MemoFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code memo}: the calculation memorandum. */
final class MemoCommand implements Command {
    private static final String RECORDS = "--records";
    private static final String STEPS = "--steps";
    private static final String EXHIBITS = "--exhibits";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "It has the worksheets with their formulas, the lines between them, the authority for each, the assumptions, and the inputs with a stated status.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem memo case.yaml",
                        "  advalorem memo case.yaml --format markdown --output memo.md",
                        "  advalorem memo case.yaml --format xlsx --output memo.xlsx   live formulas",
                        "  advalorem memo case.yaml --company acme --records",
                        "  advalorem memo case.yaml --steps                    every number derived step by step",
                        "  advalorem memo case.yaml --records --format csv     the transactions alone",
                        "  advalorem memo case.yaml --exhibits                 figures by exhibit of the record");
        CommonOptions.files(spec);
        spec.addOption(OptionSpec.builder(STEPS)
                .description("Writes every step with its formula in words and in numbers, and every input.")
                .build());
        spec.addOption(OptionSpec.builder(RECORDS)
                .description(
                        "Also writes every transaction that was compared: date, supplier, quantity, price, benchmark,"
                                + " difference, benefit.")
                .build());
        spec.addOption(OptionSpec.builder(EXHIBITS)
                .description(
                        "Writes the index of exhibits instead: every figure by exhibit and page, every benchmark with the"
                                + " terms of its comparison, and every figure without an exhibit.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(
                spec,
                " xlsx, or " + CommonOptions.OUTPUT
                        + " FILE.xlsx, writes the calculation as a workbook of live formulas;"
                        + " docx its worksheets in Word.",
                Stream.of(OfficeFile.Form.values()).map(OfficeFile.Form::word).toList());
        CommonOptions.output(spec);
        Version.add(spec);
        CommonOptions.expect(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        boolean records = given.hasMatchedOption(RECORDS);
        boolean steps = given.hasMatchedOption(STEPS);
        boolean exhibits = given.hasMatchedOption(EXHIBITS);
        if (exhibits && (records || steps)) {
            throw UsageException.of(
                    EXHIBITS + " writes an index instead of the memorandum.",
                    "Leave out " + (steps ? STEPS : RECORDS) + ", or run the command twice.");
        }
        return ReportRun.of(
                given,
                session,
                loaded -> exhibits
                        ? ExhibitsReport.of(loaded.withHash().evaluated())
                        : MemoReport.of(loaded.withHash().evaluated(), steps, records)
                                .in(MemoFile.of(loaded.withHash().evaluated(), steps, records)));
    }
}
