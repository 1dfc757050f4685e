package org.advalorem.cli;

import java.util.List;
import java.util.Optional;
import org.advalorem.report.DataFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The versions of a result that a command writes: {@code --public} and {@code --twins}. */
enum Version {
    /** The result as it is. */
    COMPLETE(""),
    /** With brackets in place of what is confidential. */
    PUBLIC("-public"),
    /** The result as it is, beside a public version. */
    PROPRIETARY("-proprietary");

    private static final String PUBLIC_OPTION = "--public";
    private static final String PROPRIETARY_OPTION = "--proprietary";
    private static final String TWINS_OPTION = "--twins";
    private static final List<String> OPTIONS = List.of(PUBLIC_OPTION, PROPRIETARY_OPTION, TWINS_OPTION);

    private final String suffix;

    Version(String suffix) {
        this.suffix = suffix;
    }

    /** Adds the options to a command. */
    static void add(CommandSpec spec) {
        add(
                spec,
                PUBLIC_OPTION,
                "Writes the public version: [ ] in place of values that are public: no or proprietary, and of what is computed"
                        + " from them; refused where what is printed would give one away.");
        add(spec, PROPRIETARY_OPTION, "Writes the proprietary version: the same with those values in brackets.");
        add(
                spec,
                TWINS_OPTION,
                "Writes both: " + CommonOptions.OUTPUT
                        + " memo.md becomes memo-public.md and memo-proprietary.md, and so" + " does a chart.");
    }

    private static void add(CommandSpec spec, String option, String description) {
        spec.addOption(OptionSpec.builder(option).description(description).build());
    }

    /** The versions asked for. */
    static List<Version> of(ParseResult given) {
        List<String> options = options(given);
        if (options.isEmpty()) {
            return List.of(COMPLETE);
        }
        if (options.size() > 1) {
            throw new UsageException("(" + String.join(") and (", options) + ") contradict each other.");
        }
        String name = CommonOptions.outputName(given);
        if (DataFormat.ofName(name).equals(Optional.of(DataFormat.PARQUET))) {
            throw new UsageException("A public version is read before it is sent. Write " + CommonOptions.OUTPUT
                    + " FILE.md, .txt, .csv or .json.");
        }
        String option = options.get(0);
        if (!option.equals(TWINS_OPTION)) {
            return List.of(option.equals(PUBLIC_OPTION) ? PUBLIC : PROPRIETARY);
        }
        if (name.equals("-")) {
            throw new UsageException("(" + TWINS_OPTION + ") writes two files. Add " + CommonOptions.OUTPUT + " FILE.");
        }
        return List.of(PUBLIC, PROPRIETARY);
    }

    /** The options given that ask for a version. */
    static List<String> options(ParseResult given) {
        return OPTIONS.stream()
                .filter(option -> given.commandSpec().findOption(option) != null && given.hasMatchedOption(option))
                .toList();
    }

    /** A command as typed, asking for this version alone: the one that makes it again. */
    List<String> command(List<String> typed) {
        String own = this == PUBLIC ? PUBLIC_OPTION : PROPRIETARY_OPTION;
        return typed.stream().map(word -> OPTIONS.contains(word) ? own : word).toList();
    }

    /** The name of a file with that of its twin before the ending; unchanged where there are no twins. */
    static String file(String name, Version version, List<Version> all) {
        if (all.size() == 1) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean ending = dot > Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        return ending ? name.substring(0, dot) + version.suffix + name.substring(dot) : name + version.suffix;
    }
}
