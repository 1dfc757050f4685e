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

/** {@code eva}: the methods of the export value adjustment side by side. */
final class EvaCommand implements Command {
    private static final String MARKUP = "--markup";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Shows none, ratio, denominator and blended side by side, program by program, with rates on facts available adjusted and not; the rate against the affiliate's markup; the markup at which the rate becomes de minimis; and the criteria.")
                .footer(
                        "",
                        "Let S be the sales before the adjustment, T the sales through the affiliate at the transfer price, and",
                        "M the same sales at the affiliate's own price. A benefit B then gives B/S without the adjustment,",
                        "(B/S)(T/M) by the ratio and B/(S - T + M) by the denominator; blended is the single rate that",
                        "collects B/S on all U.S. entries. The ratio uses T and M of sales to the United States, the",
                        "denominator those of all sales; each is shown both ways. Sales that fail a criterion according",
                        "to the ledger are listed.",
                        "",
                        "In the scenario, under the company:",
                        "  export-value-adjustment: {through: agent, method: none, markup: 6%%}",
                        "",
                        EntriesOption.FORM,
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
                .description("Markups at which to compute the rate; by default '0%% to 20%% in 21'.")
                .build());
        EntriesOption.add(spec, "Entered value on which each method's duty is computed.");
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
        Problems problems = new Problems();
        Markups markups =
                given.hasMatchedOption(MARKUP) ? Markups.read(markup, problems).orElse(Markups.USUAL) : Markups.USUAL;
        Optional<Entries> entries = EntriesOption.of(given, problems, session);
        problems.throwIfAny();
        return WhatIfRun.of(given, session, (asked, wrong) -> {
            EvaluatedScenario base = asked.loaded().evaluated();
            List<String> ids = base.companies().stream().map(CompanyResult::id).toList();
            List<AdjustmentComparison.Company> companies =
                    AdjustmentComparison.of(asked.model(), ids, markups, threads, asked.progress(), wrong);
            wrong.throwIfAny();
            EvaluatedScenario scenario = asked.evaluated(companies.stream()
                    .filter(company -> !company.movesWithMarkup())
                    .map(AdjustmentComparison.Company::markupAddress)
                    .toList());
            asked.draw(() -> AdjustmentChart.of(scenario, companies));
            return AdjustmentReport.of(scenario, companies, entries);
        });
    }
}
