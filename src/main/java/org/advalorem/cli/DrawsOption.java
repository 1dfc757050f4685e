package org.advalorem.cli;

import java.util.Optional;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.DataFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code --draws-to FILE}: every draw of a simulation as a row of a file. {@code --output FILE} means the same if the name ends in
 * {@code .parquet}, or in {@code .csv} without {@code --format}.
 *
 * @param file where the draws go
 * @param style how CSV is written
 */
record DrawsOption(OutputFile file, CsvStyle style) {
    static final String DRAWS_TO = "--draws-to";

    static final FileKind KIND = new FileKind("draws", DataFormat.endings(), true);

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(DRAWS_TO)
                .paramLabel(CommonOptions.PATH)
                .type(String.class)
                .description("Also writes every draw, as a row, to this file (parquet or csv).")
                .build());
    }

    /** Where draws go, if asked for. A wrong ending or folder is refused here, before anything is calculated. */
    static Optional<DrawsOption> of(ParseResult given, Session session) {
        Optional<String> named = Optional.ofNullable(given.<String>matchedOptionValue(DRAWS_TO, null));
        Optional<String> meant = Optional.of(CommonOptions.outputName(given)).filter(name -> meansDraws(name, given));
        if (named.isPresent() && meant.filter(ReportOutput::isParquet).isPresent()) {
            throw new UsageException("(" + CommonOptions.OUTPUT + " " + meant.get() + ") and (" + DRAWS_TO + " "
                    + named.get() + ") both ask for draws. Omit one of them.");
        }
        if (DrawsFolderOption.isGiven(given)) {
            return Optional.empty();
        }
        return named.or(() -> meant)
                .map(name -> of(name, named.isPresent() ? DRAWS_TO : CommonOptions.OUTPUT, given, session));
    }

    /** Where the report goes: never to the file of the draws. */
    static ReportOutput report(ParseResult given, Optional<DrawsOption> draws, Session session) {
        return given.hasMatchedOption(DRAWS_TO) || draws.isEmpty()
                ? ReportOutput.of(given, session)
                : ReportOutput.standard(given, session);
    }

    private static boolean meansDraws(String name, ParseResult given) {
        return DataFormat.ofName(name)
                .filter(kind -> kind == DataFormat.PARQUET || !CommonOptions.formatGiven(given))
                .isPresent();
    }

    private static DrawsOption of(String name, String option, ParseResult given, Session session) {
        if (name.equals("-")) {
            throw new UsageException("Draws need a file: " + option + "=FILE.parquet or .csv.");
        }
        OutputFile file = OutputFile.of(option, name, KIND, session).checkedOrdinary();
        return new DrawsOption(file, CsvOptions.of(given));
    }

    /** The format that the name asks for. */
    DataFormat format() {
        return DataFormat.ofName(file.path().toString()).orElseThrow();
    }
}
