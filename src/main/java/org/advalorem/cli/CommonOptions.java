package org.advalorem.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.advalorem.facts.Nearest;
import org.advalorem.report.Format;
import org.advalorem.report.OfficeFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that commands share. */
final class CommonOptions {
    /** The label of a file name, which the shell completes. */
    static final String PATH = "PATH";

    static final String OUTPUT = "--output";

    private static final String SET = "--set";
    private static final String FORMAT = "--format";
    private static final String COMPANY = "--company";
    private static final String EXPECT = "--expect";
    private static final String NO_EXPECT = "--no-expect";

    private CommonOptions() {}

    /**
     * Adds the parameters, at least one.
     *
     * @param label how help names them
     */
    static void files(CommandSpec spec, String label, String description) {
        files(spec, label, description, 1);
    }

    /**
     * Adds the parameters.
     *
     * @param least how many there must be: 0 or 1
     */
    static void files(CommandSpec spec, String label, String description, int least) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(label)
                .hideParamSyntax(true)
                .required(least > 0)
                .arity(least + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build());
    }

    /** Adds {@code FILE...}. */
    static void files(CommandSpec spec) {
        files(spec, "FILE...", "Scenario files, each laid over those before it; - is standard input.");
    }

    static List<String> positionals(ParseResult given) {
        return given.matchedPositionalValue(0, List.of());
    }

    static void set(CommandSpec spec) {
        spec.addOption(list(
                SET,
                "ADDRESS=VALUE",
                "Sets a value for this run; repeatable. To list addresses: advalorem addresses FILE."));
    }

    static List<String> set(ParseResult given) {
        return given.matchedOptionValue(SET, List.of());
    }

    /**
     * A command as typed, with its settings as they are shown.
     *
     * @param setting a setting, {@code address=value}, as it is shown
     */
    static List<String> withSettings(List<String> command, UnaryOperator<String> setting) {
        List<String> shown = new ArrayList<>();
        for (String word : command) {
            boolean own = !shown.isEmpty() && shown.get(shown.size() - 1).equals(SET);
            boolean joined = word.startsWith(SET + "=");
            shown.add(
                    own
                            ? setting.apply(word)
                            : joined ? SET + "=" + setting.apply(word.substring(SET.length() + 1)) : word);
        }
        return shown;
    }

    static void company(CommandSpec spec) {
        spec.addOption(list(COMPANY, "COMPANY", "Reports only this company, given by key or by name; repeatable."));
    }

    static List<String> company(ParseResult given) {
        return given.matchedOptionValue(COMPANY, List.of());
    }

    static void expect(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(EXPECT)
                .description("Compares results with what the scenario expects, even with " + SET + ".")
                .build());
        spec.addOption(OptionSpec.builder(NO_EXPECT)
                .description("Does not compare results with what the scenario expects.")
                .build());
    }

    /** Whether to compare results with what the scenario expects: with a changed value, it expects something else. */
    static Expecting expecting(ParseResult given) {
        boolean wanted = given.hasMatchedOption(EXPECT);
        if (given.hasMatchedOption(NO_EXPECT)) {
            if (wanted) {
                throw new UsageException("(" + EXPECT + ") and (" + NO_EXPECT + ") contradict each other.");
            }
            return Expecting.NOTHING;
        }
        return wanted ? Expecting.ALL : Expecting.unlessChanged(set(given));
    }

    static void format(CommandSpec spec) {
        format(spec, " " + OUTPUT + " FILE.parquet writes the csv table as Parquet, FILE.xlsx as a sheet.");
    }

    /**
     * Adds the format of the report.
     *
     * @param more the end of the description
     */
    static void format(CommandSpec spec, String more) {
        format(spec, more, List.of());
    }

    /**
     * The same for a command with formats of its own.
     *
     * @param own their names, which the end of the description explains
     */
    static void format(CommandSpec spec, String more, List<String> own) {
        spec.addOption(OptionSpec.builder(FORMAT)
                .paramLabel("FORMAT")
                .type(String.class)
                .description(String.join(", ", Format.words()) + "; by default the one that " + OUTPUT
                        + " ends in (json, csv or md), else text." + more)
                .completionCandidates(
                        Stream.concat(Format.words().stream(), own.stream()).toList())
                .build());
        CsvOptions.add(spec);
    }

    /** The value of {@code --format} as typed; empty if it is not given. */
    static String formatWord(ParseResult given) {
        return given.matchedOptionValue(FORMAT, "");
    }

    /** The forms of office programs that a command can write: a sheet, and those that it lists as formats of its own. */
    static List<OfficeFile.Form> officeForms(CommandSpec spec) {
        OptionSpec format = spec.findOption(FORMAT);
        Set<String> own = new HashSet<>();
        if (format != null && format.completionCandidates() != null) {
            format.completionCandidates().forEach(own::add);
        }
        return Arrays.stream(OfficeFile.Form.values())
                .filter(form -> form == OfficeFile.Form.XLSX || own.contains(form.word()))
                .toList();
    }

    /** Whether {@code --format} is given. */
    static boolean formatGiven(ParseResult given) {
        return given.hasMatchedOption(FORMAT);
    }

    /** The format of a report: the one asked for, else the one that the name of the output ends in, else text. */
    static Format format(ParseResult given, Output output) {
        if (!formatGiven(given)) {
            return output.file()
                    .flatMap(file -> Format.ofName(file.path().toString()))
                    .orElse(Format.TEXT);
        }
        String word = given.matchedOptionValue(FORMAT, "");
        return Format.of(word)
                .orElseThrow(() -> UsageException.of(
                        "There is no format (" + word + ").",
                        word.equals("parquet") || word.equals("xlsx")
                                ? "Omit " + FORMAT + " and write " + OUTPUT + " FILE." + word + "."
                                : Nearest.advice(word, Format.words())));
    }

    static void output(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-o", OUTPUT)
                .paramLabel(PATH)
                .type(String.class)
                .description("Writes the result to this file, in full or not at all; - is standard output.")
                .build());
    }

    /** The value of {@code --output}; by default {@code -}, standard output. */
    static String outputName(ParseResult given) {
        return given.matchedOptionValue(OUTPUT, "-");
    }

    /** A repeatable option with a value. */
    static OptionSpec list(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }
}
