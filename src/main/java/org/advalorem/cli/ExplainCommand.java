package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.ShortAddress;
import org.advalorem.report.AddressesReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.ExplainReport;
import org.advalorem.report.Report;
import org.advalorem.scenario.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: how one number is derived. */
final class ExplainCommand implements Command {
    private static final String DEPTH = "--depth";
    private static final int USUAL_DEPTH = 3;
    private static final int MOST_NAMED = 8;

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
        EvaluatedScenario scenario = loaded.evaluated();
        String address = meant(named(written, loaded.scenario()), scenario, session.console());
        Map<String, Term> terms = ExplainReport.terms(scenario, address);
        Optional<Report> report = terms.isEmpty()
                ? ExplainReport.transaction(scenario, address, depth)
                : Optional.of(ExplainReport.of(scenario, terms, depth));
        output.write(report.orElseThrow(() -> unknown(scenario, address)));
        return ExitCode.FINE;
    }

    /** The address as reports write it, with the items of lists by name. */
    private static String named(String written, Scenario scenario) {
        try {
            return scenario.named(Address.parse(written)).toString();
        } catch (IllegalArgumentException e) {
            throw UsageException.of(String.valueOf(e.getMessage()), "To list addresses: advalorem addresses FILE.");
        }
    }

    /** The address itself if something is there, else that for which it is short. */
    private static String meant(String written, EvaluatedScenario scenario, Console console) {
        List<String> all = AddressesReport.all(scenario);
        AddressPattern below = AddressPattern.of(written);
        if (all.stream().anyMatch(below::matches)
                || !ExplainReport.terms(scenario, written).isEmpty()
                || scenario.determination().register().find(written).isPresent()) {
            return written;
        }
        List<Address> meant = ShortAddress.meant(
                Address.parse(written), all.stream().map(Address::parse).toList());
        if (meant.size() > 1) {
            throw new UsageException("(" + written + ") is short for " + meant.size() + " values: "
                    + meant.stream().limit(MOST_NAMED).map(Address::toString).collect(Collectors.joining(", "))
                    + (meant.size() > MOST_NAMED ? ", ..." : "") + ". Name one of them.");
        }
        meant.forEach(address -> console.tell("note: (" + written + ") is (" + address + ")"));
        return meant.isEmpty() ? written : meant.get(0).toString();
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

    private static UsageException unknown(EvaluatedScenario scenario, String address) {
        Optional<FactRegister.Fact> choice = scenario.determination().register().find(address);
        if (choice.isPresent()) {
            return new UsageException("(" + address + ") is a choice, not a number: "
                    + choice.get().text() + ". Explain a result that depends on it, such as a company's rate.");
        }
        List<String> all = AddressesReport.all(scenario);
        AddressPattern below = AddressPattern.of(address);
        List<String> inside = all.stream().filter(below::matches).toList();
        if (!inside.isEmpty()) {
            return new UsageException("(" + address + ") holds several values: "
                    + String.join(", ", inside.subList(0, Math.min(MOST_NAMED, inside.size())))
                    + (inside.size() > MOST_NAMED ? ", ..." : "") + ". Name one of them.");
        }
        return UsageException.of(
                "There is no number (" + address + ").",
                Nearest.to(address, all)
                        .map(near -> "Did you mean (" + near + ")?")
                        .orElse("To list addresses: advalorem addresses FILE."));
    }
}
