package org.advalorem.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.advalorem.report.DataFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code --draws-to FILE}: every draw of a simulation as a row of a file. {@code --output FILE} means the same if the name ends in
 * {@code .parquet}, or in {@code .csv} without {@code --format}.
 *
 * @param file where the draws go
 */
record DrawsOption(Path file, DataFormat kind) {
    private static final String DRAWS_TO = "--draws-to";
    private static final String OUTPUT = "--output";

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(DRAWS_TO)
                .paramLabel(CommonOptions.PATH)
                .type(String.class)
                .description("Also writes every draw, as a row, to this file (parquet or csv).")
                .build());
    }

    /** Where draws go, if asked for. A wrong ending or folder is refused here, before anything is calculated. */
    static Optional<DrawsOption> of(ParseResult given) {
        Optional<String> named = Optional.ofNullable(given.<String>matchedOptionValue(DRAWS_TO, null));
        Optional<String> meant = Optional.of(CommonOptions.outputName(given)).filter(name -> meansDraws(name, given));
        if (named.isPresent() && meant.filter(Output::isParquet).isPresent()) {
            throw new UsageException("(" + OUTPUT + " " + meant.get() + ") and (" + DRAWS_TO + " " + named.get()
                    + ") both ask for draws. Omit one of them.");
        }
        return named.or(() -> meant).map(name -> of(name, named.isPresent() ? DRAWS_TO : OUTPUT));
    }

    /** Where the report goes: never to the file of the draws. */
    static Output report(ParseResult given, Optional<DrawsOption> draws) {
        Output output =
                given.hasMatchedOption(DRAWS_TO) || draws.isEmpty() ? CommonOptions.output(given) : Output.to("-");
        if (draws.isPresent() && output.file().equals(draws.map(DrawsOption::file))) {
            throw new UsageException(OUTPUT + " and " + DRAWS_TO + " name the same file ("
                    + draws.get().file() + ").");
        }
        return output;
    }

    private static boolean meansDraws(String name, ParseResult given) {
        return DataFormat.ofName(name)
                .filter(kind -> kind == DataFormat.PARQUET || !CommonOptions.formatGiven(given))
                .isPresent();
    }

    private static DrawsOption of(String name, String option) {
        Path file = Output.to(name)
                .file()
                .orElseThrow(() -> new UsageException("Draws need a file: " + option + "=FILE.parquet or .csv."));
        DataFormat kind = DataFormat.ofName(name)
                .orElseThrow(() -> new UsageException(
                        "(" + name + ") is not a name for draws. Use one that ends in .parquet or .csv."));
        Output.checkOrdinary(file);
        return new DrawsOption(file, kind);
    }
}
