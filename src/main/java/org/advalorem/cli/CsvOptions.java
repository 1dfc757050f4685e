package org.advalorem.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.DataFormat;
import org.advalorem.report.Format;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --bom} and {@code --no-comments}: how CSV is written. */
final class CsvOptions {
    private static final String BOM = "--bom";
    private static final String NO_COMMENTS = "--no-comments";

    private CsvOptions() {}

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(BOM)
                .description("Begins csv with a byte order mark, from which Excel knows that it is UTF-8.")
                .build());
        spec.addOption(OptionSpec.builder(NO_COMMENTS)
                .description("Omits the comment lines above the heading of csv, for programs that do not skip them.")
                .build());
    }

    /**
     * How CSV is written; refused if the options are given and no CSV is.
     *
     * @param format that of the report
     */
    static CsvStyle of(ParseResult given, Format format) {
        boolean mark = given.hasMatchedOption(BOM);
        boolean noComments = given.hasMatchedOption(NO_COMMENTS);
        if ((mark || noComments) && format != Format.CSV && !isNamed(given)) {
            throw new UsageException("(" + (mark ? BOM : NO_COMMENTS)
                    + ") is for csv, and none is written. Add --format csv, or omit the option.");
        }
        return new CsvStyle(mark, !noComments);
    }

    /** Whether a file to write is a CSV file. */
    private static boolean isNamed(ParseResult given) {
        return Stream.of(CommonOptions.outputName(given), given.matchedOptionValue(DrawsOption.DRAWS_TO, ""))
                .anyMatch(name -> DataFormat.ofName(name).equals(Optional.of(DataFormat.CSV)));
    }
}
