package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import org.advalorem.report.ExplainedAddress;
import org.advalorem.report.NoNumberException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: how one number is derived. */
final class ExplainCommand implements Command {
    private static final String DEPTH = "--depth";
    private static final int USUAL_DEPTH = 3;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  advalorem explain case.yaml companies.acme.rate",
                        "  advalorem explain case.yaml companies.acme.programs.grants --depth 6",
                        "  advalorem explain case.yaml programs.grants",
                        "  advalorem explain case.yaml benchmarks.ingot.import-duty",
                        "  advalorem explain case.yaml companies.acme.uses.resin.mill.purchases.5",
                        "  advalorem explain case.yaml all-others.rate --format json");
        CommonOptions.files(spec, "FILE... ADDRESS", "Scenario files, then the address of the number to explain.");
        spec.addOption(OptionSpec.builder(DEPTH)
                .paramLabel("N")
                .type(String.class)
                .description("How many levels of operands to follow, or all; by default " + USUAL_DEPTH + ".")
                .build());
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> parameters = CommonOptions.positionals(given);
        if (parameters.size() < 2) {
            throw new UsageException(
                    "ADDRESS is missing: advalorem explain FILE ADDRESS. To list addresses: advalorem addresses FILE.");
        }
        String written = parameters.get(parameters.size() - 1);
        int depth = depth(given.matchedOptionValue(DEPTH, Integer.toString(USUAL_DEPTH)));
        ReportOutput output = ReportOutput.of(given, session);
        Loaded loaded = Loaded.of(
                parameters.subList(0, parameters.size() - 1),
                CommonOptions.set(given),
                List.of(),
                Expecting.NOTHING,
                session);
        try {
            output.write(ExplainedAddress.report(
                    loaded.scenario(),
                    loaded.evaluated(),
                    written,
                    depth,
                    told -> session.console().tell("note: " + told)));
        } catch (NoNumberException e) {
            throw UsageException.of(String.valueOf(e.getMessage()), e.advice());
        }
        return ExitCode.FINE;
    }

    private static int depth(String word) {
        if (word.equals("all")) {
            return Integer.MAX_VALUE;
        }
        try {
            int depth = Integer.parseInt(word);
            if (depth >= 0) {
                return depth;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new UsageException("(" + DEPTH + ") is (" + word + "). Write a whole number, or all.");
    }
}
