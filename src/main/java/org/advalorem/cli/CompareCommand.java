package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.advalorem.facts.Problems;
import org.advalorem.report.CompareReport;
import org.advalorem.report.DisclosureReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Report;
import org.advalorem.report.chart.CompareChart;
import org.advalorem.whatif.AllegedError;
import org.advalorem.whatif.DisclosureCheck;
import org.advalorem.whatif.SingleEdit;
import org.advalorem.whatif.Waterfall;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code compare}: two scenarios, or a scenario with disclosed figures. */
final class CompareCommand implements Command {
    private static final String WITH = "--with";
    private static final String OVERLAY = "--overlay";
    private static final String CHANGE = "--change";
    private static final String TO = "--to";
    private static final String NO_FIND = "--no-find";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "The result does not depend on the order in which the changes are made (Shapley value). With --to, compares the scenario with disclosed figures instead, names the first step that differs, and finds the single edit that gives them.")
                .footer(
                        "",
                        "The second scenario is another file (" + WITH + "), the first with files laid over it ("
                                + OVERLAY + "), or",
                        "the first with single values changed (" + CHANGE + "); " + OVERLAY + " and " + CHANGE
                                + " also apply on top of " + WITH + ".",
                        "Changes that are valid only together are one step. More than " + Waterfall.MOST_EXACT
                                + " steps are combined by",
                        "program and section; if there are still more, " + Waterfall.ORDERS
                                + " random orders are averaged (--seed).",
                        "",
                        "A disclosure is a CSV file with the columns address and value. An address is that of a result, a",
                        "company, a program or an input, or a step of the memorandum: its sections and label joined by",
                        "' / ', or its label alone. Values are compared to the decimals disclosed.",
                        "  address,value",
                        "  companies.acme.programs.grants,1.25%%",
                        "  companies.acme.rate,17.14%%",
                        "Where a figure differs, every input, method and rule is changed alone, as a slip would change it: a unit,",
                        "a period, VAT, an exchange rate turned round, another denominator, a program left out or counted twice,",
                        "another month's value, a digit. The edits that give all figures are listed, most plausible first, with",
                        "the --set that makes each; then whether it is an error to allege, and until when (19 CFR 351.224).",
                        "",
                        "Examples:",
                        "  advalorem compare ours.yaml --with theirs.yaml",
                        "  advalorem compare case.yaml --overlay petitioner.yaml --company acme",
                        "  advalorem compare case.yaml --change programs.grants.applied=no"
                                + " --change benchmarks.ingot.vat=13%%",
                        "  advalorem compare case.yaml --to published.csv");
        CommonOptions.files(spec);
        spec.addOption(CommonOptions.list(
                WITH, "FILE", "The second scenario; repeatable: each is laid over those before it."));
        spec.addOption(CommonOptions.list(
                OVERLAY, "FILE", "A file laid over the first scenario to make the second; repeatable."));
        spec.addOption(CommonOptions.list(
                CHANGE,
                "ADDRESS=VALUE",
                "Sets a value in the second scenario only; --set sets it in both. Repeatable."));
        spec.addOption(OptionSpec.builder(TO)
                .paramLabel("CSV")
                .type(String.class)
                .description("Compares with the disclosed figures in this file.")
                .build());
        spec.addOption(OptionSpec.builder(NO_FIND)
                .type(boolean.class)
                .description("With " + TO + ": does not search for the single edit.")
                .build());
        WhatIfOptions.seed(spec);
        WhatIfOptions.threads(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "what each change contributes (a waterfall)");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        boolean scenarios =
                given.hasMatchedOption(WITH) || given.hasMatchedOption(OVERLAY) || given.hasMatchedOption(CHANGE);
        if (scenarios == given.hasMatchedOption(TO)) {
            throw new UsageException(
                    scenarios
                            ? "(" + TO
                                    + ") compares with a disclosure, not with a second scenario. Run compare once for each."
                            : "There is nothing to compare with. Write " + WITH + " FILE, " + OVERLAY + " FILE, "
                                    + CHANGE + " ADDRESS=VALUE or " + TO + " CSV.");
        }
        if (scenarios && given.hasMatchedOption(NO_FIND)) {
            throw new UsageException("(" + NO_FIND + ") goes with " + TO + " CSV. Omit it.");
        }
        if (!scenarios && ChartOption.isGiven(given)) {
            throw new UsageException(
                    "--chart draws the difference between two scenarios, and (" + TO + ") has none. Omit --chart.");
        }
        Optional<Path> disclosure =
                Optional.<String>ofNullable(given.matchedOptionValue(TO, null)).map(PathArgument::of);
        disclosure.ifPresent(file -> session.files().read().add(file, "the disclosure (" + file + ")"));
        for (String option : List.of(WITH, OVERLAY)) {
            List<String> files = given.matchedOptionValue(option, List.of());
            files.forEach(
                    file -> session.files().read().add(PathArgument.of(file), "the scenario file (" + file + ")"));
        }
        int threads = WhatIfOptions.threads(given);
        long seed = WhatIfOptions.seed(given);
        return WhatIfRun.of(
                given,
                session,
                (asked, problems) -> scenarios
                        ? waterfall(given, session, asked, seed, threads)
                        : disclosure(
                                disclosure.orElseThrow(),
                                asked,
                                problems,
                                session,
                                given.hasMatchedOption(NO_FIND) ? OptionalInt.empty() : OptionalInt.of(threads)));
    }

    private static Report waterfall(ParseResult given, Session session, WhatIfRun.Asked asked, long seed, int threads)
            throws IOException {
        List<String> files = new ArrayList<>(given.matchedOptionValue(WITH, CommonOptions.positionals(given)));
        files.addAll(given.matchedOptionValue(OVERLAY, List.of()));
        List<String> sets = new ArrayList<>(CommonOptions.set(given));
        sets.addAll(given.matchedOptionValue(CHANGE, List.of()));
        Loaded second =
                Loaded.of(files, sets, List.of(), Expecting.NOTHING, session).withHash();
        Waterfall.Result result =
                Waterfall.of(asked.model(), Models.of(second, session), seed, threads, asked.progress());
        EvaluatedScenario named = second.evaluated().named(String.join(" ", files));
        asked.draw(() -> CompareChart.of(asked.loaded().evaluated(), named, result));
        return CompareReport.of(asked.loaded().evaluated(), named, result);
    }

    /**
     * The comparison with a disclosure.
     *
     * @param threads with which the single edit is searched for; empty if it is not
     */
    private static Report disclosure(
            Path file, WhatIfRun.Asked asked, Problems problems, Session session, OptionalInt threads) {
        Optional<DisclosureCheck.Result> read = DisclosureCheck.of(
                asked.model(),
                file,
                problems,
                decided -> session.console().tell("note: " + file + ": " + decided + "."));
        problems.throwIfAny();
        DisclosureCheck.Result result = read.orElseThrow();
        return DisclosureReport.of(
                asked.loaded().evaluated(),
                result,
                threads.isPresent()
                        ? SingleEdit.of(asked.model(), result, threads.getAsInt(), asked.progress())
                        : Optional.empty(),
                AllegedError.of(asked.model(), result));
    }
}
