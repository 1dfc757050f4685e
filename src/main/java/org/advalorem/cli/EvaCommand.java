package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Problems;
import org.advalorem.report.AdjustmentReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.chart.AdjustmentChart;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.AdjustmentComparison;
import org.advalorem.whatif.Entries;
import org.advalorem.whatif.Markups;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code eva}: the export value adjustment side by side. */
final class EvaCommand implements Command {
    private static final String MARKUP = "--markup";
    private static final String ENTRIES = "--entries";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Compares the methods of the export value adjustment (none, ratio, denominator, blended), program"
                                + " by program, with rates on facts available adjusted and not; the rate against the"
                                + " affiliate's markup; the markup at which the rate becomes de minimis; the criteria.")
                .footer(
                        "",
                        "With S the sales before the adjustment, T those through the affiliate at transfer price and M the",
                        "same at its own price, a benefit B gives B/S without the adjustment, (B/S)(T/M) by the ratio,",
                        "B/(S - T + M) by the denominator; blended is the one rate that collects B/S on all U.S. entries.",
                        "The ratio takes T and M of the sales to the United States, the denominator method of all; both are",
                        "shown both ways. Sales that fail a criterion, as the ledger says, are listed.",
                        "",
                        "In the scenario, in the company:",
                        "  export-value-adjustment: {through: agent, method: none, markup: 6%%}",
                        "",
                        "--entries is an amount, or a CSV file with a column value and maybe one entry.",
                        "",
                        "Examples:",
                        "  advalorem eva case.yaml",
                        "  advalorem eva case.yaml --entries '12.5 million USD'",
                        "  advalorem eva case.yaml --company acme --entries entries.csv --format csv",
                        "  advalorem eva case.yaml --markup '0%% to 12%% in 25' --format json");
        CommonOptions.files(spec);
        spec.addOption(OptionSpec.builder(MARKUP)
                .paramLabel("RANGE")
                .type(String.class)
                .description(
                        "Markups for the rate against the markup, such as '0%% to 20%% in 21', which is the usual.")
                .build());
        spec.addOption(OptionSpec.builder(ENTRIES)
                .paramLabel("MONEY|CSV")
                .type(String.class)
                .description("Entered value, on which the duty of each method is collected.")
                .build());
        WhatIfOptions.threads(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "the rate against the markup by each method");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        int threads = WhatIfOptions.threads(given);
        String markup = given.matchedOptionValue(MARKUP, "");
        String entered = given.matchedOptionValue(ENTRIES, "");
        Problems problems = new Problems();
        Markups markups =
                given.hasMatchedOption(MARKUP) ? Markups.read(markup, problems).orElse(Markups.USUAL) : Markups.USUAL;
        Optional<Entries> entries =
                given.hasMatchedOption(ENTRIES) ? Entries.read(entered, problems) : Optional.empty();
        problems.throwIfAny();
        return WhatIfRun.of(given, session, (asked, wrong) -> {
            EvaluatedScenario scenario = asked.loaded().evaluated();
            List<String> ids =
                    scenario.companies().stream().map(CompanyResult::id).toList();
            List<AdjustmentComparison.Company> companies =
                    AdjustmentComparison.of(asked.model(), ids, markups, threads, asked.progress(), wrong);
            wrong.throwIfAny();
            asked.draw(() -> AdjustmentChart.of(scenario, companies));
            return AdjustmentReport.of(scenario, companies, entries);
        });
    }
}
