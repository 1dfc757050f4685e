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
        CsvStyle style = of(given);
        if (!style.equals(CsvStyle.USUAL) && format != Format.CSV && !drawsAreCsv(given)) {
            throw new UsageException("(" + (given.hasMatchedOption(BOM) ? BOM : NO_COMMENTS)
                    + ") is for csv, and none is written. Add --format csv, or omit the option.");
        }
        return style;
    }

    /** How CSV is written, where some is. */
    static CsvStyle of(ParseResult given) {
        return new CsvStyle(given.hasMatchedOption(BOM), !given.hasMatchedOption(NO_COMMENTS));
    }

    /** Whether draws go to a CSV file, besides the report or, by the name of the output, in its place. */
    private static boolean drawsAreCsv(ParseResult given) {
        String output = CommonOptions.formatGiven(given) ? "" : CommonOptions.outputName(given);
        return Stream.of(output, given.matchedOptionValue(DrawsOption.DRAWS_TO, ""))
                .anyMatch(name -> DataFormat.ofName(name).equals(Optional.of(DataFormat.CSV)));
    }
}
