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

    static final String TWINS = "--twins";

    private static final String PUBLIC_OPTION = "--public";

    private final String suffix;

    Version(String suffix) {
        this.suffix = suffix;
    }

    /** Adds the options to a command. */
    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(PUBLIC_OPTION)
                .description(
                        "Writes the public version: [ ] in place of values that are public: no or proprietary, and of"
                                + " what is computed from them; refused where what is printed would give one away.")
                .build());
        spec.addOption(OptionSpec.builder(TWINS)
                .description("Writes both versions: " + CommonOptions.OUTPUT + " memo.md becomes memo-public.md and"
                        + " memo-proprietary.md, and so does a chart.")
                .build());
    }

    /** The versions asked for, the public one first: if it is refused, neither is written. */
    static List<Version> of(ParseResult given) {
        boolean isPublic =
                given.commandSpec().findOption(PUBLIC_OPTION) != null && given.hasMatchedOption(PUBLIC_OPTION);
        boolean twins = given.commandSpec().findOption(TWINS) != null && given.hasMatchedOption(TWINS);
        if (!isPublic && !twins) {
            return List.of(COMPLETE);
        }
        String name = CommonOptions.outputName(given);
        if (DataFormat.ofName(name).equals(Optional.of(DataFormat.PARQUET))) {
            throw new UsageException("A public version is read before it is sent. Write " + CommonOptions.OUTPUT
                    + " FILE.md, .txt, .csv or .json.");
        }
        if (!twins) {
            return List.of(PUBLIC);
        }
        if (isPublic) {
            throw new UsageException("(" + PUBLIC_OPTION + ") and (" + TWINS + ") contradict each other.");
        }
        if (name.equals("-")) {
            throw new UsageException("(" + TWINS + ") writes two files. Add " + CommonOptions.OUTPUT + " FILE.");
        }
        return List.of(PUBLIC, PROPRIETARY);
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
