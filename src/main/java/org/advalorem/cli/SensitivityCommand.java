package org.advalorem.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problems;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Format;
import org.advalorem.report.SensitivityReport;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.CorrelatedInputsException;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Screening;
import org.advalorem.whatif.Sensitivity;
import org.advalorem.whatif.Uncertainty;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code sensitivity}: which uncertain inputs the rates depend on. */
final class SensitivityCommand implements Command {
    private static final String VARY = "--vary";
    private static final String METHOD = "--method";
    private static final String DRAWS = "--draws";
    private static final String SEED = "--seed";
    private static final String THREADS = "--threads";
    private static final String BOOTSTRAP = "--bootstrap";
    private static final String TOGETHER = "--correlated-together";

    private static final String SOBOL = "sobol";
    private static final String MORRIS = "morris";

    private static final long USUAL_DRAWS = 1 << 14;
    private static final long USUAL_TRAJECTORIES = 256;
    private static final long MOST_TRAJECTORIES = 100_000;
    private static final long MOST_DRAWS = 1L << 40;
    private static final int MOST_NAMED = 8;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Tells which uncertain inputs the rates depend on: Sobol' indices with intervals, or a screening.",
                        "",
                        "What is uncertain stands in the scenario under (uncertain), or behind --vary:",
                        "  uncertain:",
                        "    companies.acme.export-value-adjustment.markup: triangular(2%%, 6%%, 12%%)",
                        "    benchmarks.ingot.world.LME: times normal(1, 0.05)",
                        "",
                        "--method sobol divides the variance of each rate among the inputs. First: the share that would go"
                                + " if the input were known. Total: that and what it does together with others."
                                + " Inputs must be independent.",
                        "--method morris moves one input after another from random places and gives the effects in"
                                + " percentage points. Cheap: use it first when there are many inputs.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem sensitivity case.yaml",
                        "  advalorem sensitivity case.yaml --company acme --draws 65536",
                        "  advalorem sensitivity case.yaml --method morris",
                        "  advalorem sensitivity case.yaml --vary 'benchmarks.ingot.import-duty=uniform(3%%, 9%%)'",
                        "  advalorem sensitivity case.yaml --bootstrap 1000 --format csv --output indices.csv");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        spec.addOption(OptionSpec.builder(VARY)
                .paramLabel("ADDRESS=DISTRIBUTION")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Makes a value uncertain, or changes its distribution; may be given several times.")
                .build());
        spec.addOption(word(METHOD, "METHOD", SOBOL + " or " + MORRIS + "; " + SOBOL + " when left out."));
        spec.addOption(word(
                DRAWS,
                "N",
                "Draws of each sample, in steps of " + Sensitivity.DRAWS_AT_ONCE + ", " + USUAL_DRAWS
                        + " when left out; with " + MORRIS + " trajectories, "
                        + USUAL_TRAJECTORIES + " when left out."));
        spec.addOption(word(SEED, "N", "Another seed gives other draws; 1 when left out."));
        spec.addOption(
                word(THREADS, "N", "Threads; as many as there are processors when left out. Results are the same."));
        spec.addOption(
                word(BOOTSTRAP, "N", "Makes intervals from so many resamples, not from the asymptotic variance."));
        spec.addOption(OptionSpec.builder(TOGETHER)
                .description("Counts correlated inputs as one, so that indices exist.")
                .build());
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        CommonOptions.noExpect(spec);
        return spec;
    }

    private static OptionSpec word(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        Format format = CommonOptions.format(given);
        Output output = CommonOptions.output(given);
        boolean morris = morris(given.matchedOptionValue(METHOD, SOBOL));
        long draws = whole(given, DRAWS, morris ? USUAL_TRAJECTORIES : USUAL_DRAWS, 1, MOST_DRAWS);
        long seed = whole(given, SEED, 1, Long.MIN_VALUE, Long.MAX_VALUE);
        int threads = (int) whole(given, THREADS, Runtime.getRuntime().availableProcessors(), 1, 1024);
        int resamples = (int) whole(given, BOOTSTRAP, 0, 100, 1_000_000);
        if (morris && (given.hasMatchedOption(BOOTSTRAP) || given.hasMatchedOption(TOGETHER))) {
            throw new UsageException("(" + (given.hasMatchedOption(BOOTSTRAP) ? BOOTSTRAP : TOGETHER) + ") is of "
                    + METHOD + " " + SOBOL + ". Leave it out, or choose that method.");
        }
        check(morris, draws);
        Loaded loaded = Loaded.of(
                        CommonOptions.positionals(given),
                        CommonOptions.set(given),
                        CommonOptions.company(given),
                        session)
                .withHash();
        List<String> vary = given.matchedOptionValue(VARY, List.of());
        SensitivityReport.Made made = new SensitivityReport.Made(Main.version(), vary);
        Uncertainty uncertainty = uncertainty(loaded, vary, session);
        List<String> addresses =
                addresses(loaded.evaluated(), !CommonOptions.company(given).isEmpty());
        String report;
        try {
            report = morris
                    ? SensitivityReport.of(
                            loaded.evaluated(),
                            made,
                            Screening.run(
                                    uncertainty,
                                    addresses,
                                    new Screening.Settings(seed, (int) draws, threads),
                                    Progress.NONE),
                            format)
                    : SensitivityReport.of(
                            loaded.evaluated(),
                            made,
                            Sensitivity.run(
                                    uncertainty,
                                    addresses,
                                    new Sensitivity.Settings(
                                            seed, draws, threads, resamples, given.hasMatchedOption(TOGETHER)),
                                    Progress.NONE),
                            format);
        } catch (CorrelatedInputsException e) {
            throw correlated(e);
        } catch (BrokenConditionException e) {
            throw broken(e);
        }
        output.write(report, session.console());
        return CommonOptions.noExpect(given) ? ExitCode.FINE : ReportRun.expectations(loaded, session.console());
    }

    private static boolean morris(String word) {
        List<String> known = List.of(SOBOL, MORRIS);
        if (!known.contains(word)) {
            throw UsageException.of("There is no method (" + word + ").", Nearest.advice(word, known));
        }
        return word.equals(MORRIS);
    }

    private static long whole(ParseResult given, String name, long usual, long least, long most) {
        if (!given.hasMatchedOption(name)) {
            return usual;
        }
        String word = given.matchedOptionValue(name, "");
        try {
            long number = Long.parseLong(word.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new UsageException("(" + name + ") is (" + word + "); expected a whole number"
                + (least == Long.MIN_VALUE ? "." : " from " + least + " to " + most + "."));
    }

    private static void check(boolean morris, long draws) {
        if (morris && (draws < 2 || draws > MOST_TRAJECTORIES)) {
            throw new UsageException(
                    "(" + DRAWS + ") is (" + draws + "); expected 2 to " + MOST_TRAJECTORIES + " trajectories.");
        }
    }

    private static Uncertainty uncertainty(Loaded loaded, List<String> vary, Session session) {
        Problems problems = new Problems();
        List<Uncertain> entries = Uncertain.read(loaded.scenario(), vary, problems);
        List<Correlated> correlations = Correlated.read(loaded.scenario(), problems);
        problems.throwIfAny();
        if (entries.isEmpty()) {
            throw new UsageException(
                    "Nothing is uncertain in (" + loaded.scenario().name()
                            + "). Add uncertain: {ADDRESS: DISTRIBUTION} to it, or " + VARY + " ADDRESS=DISTRIBUTION.");
        }
        Model model = new Model(
                loaded.scenario(),
                session.programs(),
                loaded.evaluated().determination(),
                loaded.evaluated().values());
        var uncertainty = Uncertainty.of(model, entries, correlations, problems);
        problems.throwIfAny();
        Uncertainty found = uncertainty.orElseThrow();
        found.unused()
                .forEach(address ->
                        session.console().tell("note: nothing depends on (" + address + "); its indices are zero"));
        return found;
    }

    private static List<String> addresses(EvaluatedScenario scenario, boolean some) {
        List<String> addresses = new ArrayList<>();
        scenario.companies().forEach(company -> addresses.add("companies." + company.id() + ".rate-unrounded"));
        if (!some && scenario.determination().allOthers().isPresent()) {
            addresses.add("all-others.rate-unrounded");
        }
        return addresses;
    }

    private static UsageException correlated(CorrelatedInputsException e) {
        return new UsageException(e.getMessage()
                + " First-order indices divide the variance among independent inputs; of correlated ones they say nothing."
                + " Use " + TOGETHER + " to count these inputs as one, " + METHOD + " " + MORRIS
                + " to see the effect of each by itself, or take correlations out of the scenario.");
    }

    private static UsageException broken(BrokenConditionException e) {
        var first = e.broken().get(0);
        List<Map.Entry<String, Double>> inputs = List.copyOf(e.inputs().entrySet());
        String values = inputs.stream()
                .limit(MOST_NAMED)
                .map(input -> input.getKey() + " = " + input.getValue())
                .collect(Collectors.joining(", "));
        return new UsageException(
                "Draw " + first.firstDraw() + " breaks a condition: " + first.message() + " The inputs: "
                        + values + (inputs.size() > MOST_NAMED ? ", ..." : "")
                        + ". Narrow their distributions so that no draw can.");
    }
}
