package org.advalorem.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.facts.AddressPattern;
import org.advalorem.report.CorrectionsReport;
import org.advalorem.report.Report;
import org.advalorem.report.SampleReport;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.VerificationSample;
import org.advalorem.whatif.Waterfall;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify-sample}: the transactions to trace at a verification, and what its corrections change. */
final class VerifySampleCommand implements Command {
    private static final String LARGEST = "--largest";
    private static final String RANDOM = "--random";
    private static final String ONLY = "--only";
    private static final String CORRECTIONS = "--corrections";
    private static final int USUAL = 5;
    private static final int MOST = 1_000_000;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "From each table of sales, purchases, loans and other amounts come the largest rows, some at random,"
                                + " and one in every month of the period, as a checklist to print. The same seed draws the same"
                                + " rows on any machine.",
                        "With --corrections, shows instead what each correction found or presented at the verification"
                                + " changes, alone and with the others, and whether it reverses a verdict.")
                .footer(
                        "",
                        "An overlay corrects single cells of a data file by the rows that the checklist numbers:",
                        "  set:",
                        "    companies.acme.sales.corrected.17.gross: 118200",
                        "    companies.acme.uses.loans.1.events.corrected.4.amount: 250000",
                        "",
                        "Examples:",
                        "  advalorem verify-sample case.yaml",
                        "  advalorem verify-sample case.yaml --seed 20260504 --largest 10 --random 15",
                        "  advalorem verify-sample case.yaml --only 'companies.acme.uses.*.purchases' --output purchases.csv",
                        "  advalorem verify-sample case.yaml --corrections minor-corrections.yaml");
        CommonOptions.files(spec);
        spec.addOption(number(LARGEST, "How many of the largest rows of each table to take"));
        spec.addOption(number(RANDOM, "How many of its other rows to take at random"));
        spec.addOption(CommonOptions.list(
                ONLY, "PATTERN", "Draws only from tables at this address; * matches any characters. Repeatable."));
        spec.addOption(CommonOptions.list(
                CORRECTIONS, "FILE", "An overlay of corrections, each of whose effects is shown; repeatable."));
        WhatIfOptions.seed(spec);
        WhatIfOptions.threads(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    private static OptionSpec number(String name, String what) {
        return OptionSpec.builder(name)
                .paramLabel("N")
                .type(String.class)
                .description(what + ", by default " + USUAL + ".")
                .build();
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> corrections = given.matchedOptionValue(CORRECTIONS, List.of());
        for (String option : List.of(LARGEST, RANDOM, ONLY)) {
            if (!corrections.isEmpty() && given.hasMatchedOption(option)) {
                throw new UsageException("(" + CORRECTIONS + ") draws no sample, and (" + option
                        + ") is about one. Run verify-sample once for each.");
            }
        }
        int largest = count(LARGEST, given);
        int random = count(RANDOM, given);
        long seed = WhatIfOptions.seed(given);
        int threads = WhatIfOptions.threads(given);
        corrections.forEach(
                file -> session.files().read().add(PathArgument.of(file), "the corrections (" + file + ")"));
        return WhatIfRun.of(
                given,
                session,
                (asked, problems) -> corrections.isEmpty()
                        ? sample(asked, given, largest, random, seed)
                        : corrections(asked, given, corrections, session, seed, threads));
    }

    private static int count(String option, ParseResult given) {
        return given.hasMatchedOption(option)
                ? (int) WhatIfOptions.whole(option, given.matchedOptionValue(option, ""), 0, MOST)
                : USUAL;
    }

    private static Report sample(WhatIfRun.Asked asked, ParseResult given, int largest, int random, long seed) {
        List<AddressPattern> only = given.<List<String>>matchedOptionValue(ONLY, List.of()).stream()
                .map(AddressPattern::of)
                .toList();
        Set<String> companies = asked.loaded().evaluated().companies().stream()
                .map(CompanyResult::id)
                .collect(Collectors.toSet());
        VerificationSample all = VerificationSample.of(asked.model(), largest, random, seed)
                .only(table -> table.company().isEmpty() || companies.contains(table.company()));
        if (all.tables().isEmpty()) {
            throw new UsageException("The scenario states no sales, purchases, loans or other amounts to trace.");
        }
        VerificationSample wanted = all.only(
                table -> only.isEmpty() || only.stream().anyMatch(pattern -> pattern.matches(table.address())));
        if (wanted.tables().isEmpty()) {
            throw UsageException.of(
                    "No table is at (" + String.join(") or (", given.<List<String>>matchedOptionValue(ONLY, List.of()))
                            + ").",
                    "The tables are: "
                            + all.tables().stream()
                                    .map(drawn -> drawn.table().address())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return SampleReport.of(asked.loaded().evaluated(), wanted);
    }

    private static Report corrections(
            WhatIfRun.Asked asked,
            ParseResult given,
            List<String> corrections,
            Session session,
            long seed,
            int threads) {
        List<String> files = new ArrayList<>(CommonOptions.positionals(given));
        files.addAll(corrections);
        Loaded second = Loaded.of(files, CommonOptions.set(given), List.of(), Expecting.NOTHING, session)
                .withHash();
        Waterfall.Result result =
                Waterfall.of(asked.model(), Models.of(second, session), seed, threads, asked.progress());
        return CorrectionsReport.of(
                asked.loaded().evaluated(), second.evaluated().named(String.join(" ", files)), result);
    }
}
