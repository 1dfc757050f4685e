package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Problems;
import org.advalorem.report.CompareReport;
import org.advalorem.report.DisclosureReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Format;
import org.advalorem.report.chart.CompareChart;
import org.advalorem.whatif.DisclosureCheck;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Waterfall;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code compare}: two scenarios, or a scenario and disclosed figures. */
final class CompareCommand implements Command {
    private static final String WITH = "--with";
    private static final String OVERLAY = "--overlay";
    private static final String CHANGE = "--change";
    private static final String TO = "--to";
    private static final String SEED = "--seed";
    private static final String USUAL_SEED = "1";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Compares two scenarios: how much each change contributes to the difference of the rates, whatever"
                                + " the order in which the changes are made (Shapley value). Or compares a scenario with"
                                + " figures that were disclosed, and names the first step that differs.")
                .footer(
                        "",
                        "The second scenario is another file (" + WITH + "), the first with something laid over it ("
                                + OVERLAY + "), or",
                        "the first with single values changed (" + CHANGE + "); " + OVERLAY + " and " + CHANGE
                                + " also come on top of " + WITH + ".",
                        "Changes that are valid only together are one step. More than " + Waterfall.MOST_EXACT
                                + " steps are taken together by",
                        "program and section; if they are still more, " + Waterfall.ORDERS
                                + " random orders stand for all (" + SEED + ").",
                        "",
                        "A disclosure is a CSV file with the columns address and value. An address is that of a result, a",
                        "company, a program or an input, or a step of the memorandum: its sections and label joined by",
                        "' / ', or its label alone. Values are compared to the decimals printed.",
                        "  address,value",
                        "  companies.acme.programs.grants,1.25%%",
                        "  companies.acme.rate,17.14%%",
                        "",
                        "Examples:",
                        "  advalorem compare ours.yaml --with theirs.yaml",
                        "  advalorem compare case.yaml --overlay petitioner.yaml --company acme",
                        "  advalorem compare case.yaml --change programs.grants.applied=no"
                                + " --change benchmarks.ingot.vat=13%%",
                        "  advalorem compare case.yaml --to published.csv");
        CommonOptions.files(spec);
        list(spec, WITH, "FILE", "The second scenario; several are laid over each other from left to right.");
        list(spec, OVERLAY, "FILE", "Laid over the first scenario, it makes the second.");
        list(spec, CHANGE, "ADDRESS=VALUE", "Sets a value in the second scenario only; --set sets it in both.");
        spec.addOption(OptionSpec.builder(TO)
                .paramLabel("CSV")
                .type(String.class)
                .description("Compares with the figures in this file.")
                .build());
        spec.addOption(OptionSpec.builder(SEED)
                .paramLabel("N")
                .type(String.class)
                .description("Chooses the random orders, where there are too many changes for all orders; " + USUAL_SEED
                        + " when left out.")
                .build());
        Threads.option(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "what each change contributes (waterfall)");
        CommonOptions.expect(spec);
        return spec;
    }

    private static void list(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build());
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        boolean scenarios =
                given.hasMatchedOption(WITH) || given.hasMatchedOption(OVERLAY) || given.hasMatchedOption(CHANGE);
        if (scenarios == given.hasMatchedOption(TO)) {
            throw new UsageException(
                    scenarios
                            ? "(" + TO + ") compares with a disclosure, not with a second scenario. Run compare twice."
                            : "There is nothing to compare with. Write " + WITH + " FILE, " + OVERLAY + " FILE, "
                                    + CHANGE + " ADDRESS=VALUE or " + TO + " CSV.");
        }
        if (!scenarios && ChartOption.isGiven(given)) {
            throw new UsageException("A chart shows what makes the difference between two scenarios; (" + TO
                    + ") has none. Leave --chart out.");
        }
        int threads = Threads.of(given);
        long seed = seed(given);
        return ReportRun.of(
                given,
                session,
                (loaded, format, chart) -> scenarios
                        ? waterfall(given, session, loaded, format, chart, seed, threads)
                        : disclosure(path(given.matchedOptionValue(TO, "")), session, loaded, format));
    }

    private static String waterfall(
            ParseResult given,
            Session session,
            Loaded loaded,
            Format format,
            Optional<ChartOption> chart,
            long seed,
            int threads)
            throws IOException {
        List<String> files = new ArrayList<>(given.matchedOptionValue(WITH, CommonOptions.positionals(given)));
        files.addAll(given.matchedOptionValue(OVERLAY, List.of()));
        List<String> sets = new ArrayList<>(CommonOptions.set(given));
        sets.addAll(given.matchedOptionValue(CHANGE, List.of()));
        Loaded second = Loaded.of(files, sets, List.of(), Expecting.NOTHING, session);
        Waterfall.Result result =
                Waterfall.of(Models.of(loaded, session), Models.of(second, session), seed, threads, Progress.NONE);
        EvaluatedScenario other = second.withHash().evaluated();
        EvaluatedScenario named = new EvaluatedScenario(
                String.join(" ", files),
                other.settings(),
                other.hash(),
                other.determination(),
                other.values(),
                other.companies());
        if (chart.isPresent()) {
            chart.get().write(CompareChart.of(loaded.withHash().evaluated(), named, result));
        }
        return CompareReport.of(loaded.withHash().evaluated(), named, result, format);
    }

    private static String disclosure(Path file, Session session, Loaded loaded, Format format) {
        Problems problems = new Problems();
        DisclosureCheck.Result result = DisclosureCheck.of(Models.of(loaded, session), file, problems)
                .orElseThrow(() -> Models.failed(problems));
        return DisclosureReport.of(loaded.withHash().evaluated(), result, format);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("(" + name + ") is not a path.");
        }
    }

    private static long seed(ParseResult given) {
        String word = given.matchedOptionValue(SEED, USUAL_SEED);
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new UsageException("(" + SEED + ") is (" + word + "); expected a whole number.");
        }
    }
}
