package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.bracketing.Disclosed;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.IssuesReport;
import org.advalorem.report.chart.IssuesChart;
import org.advalorem.whatif.Entries;
import org.advalorem.whatif.IssueTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code issues}: every combination of contested positions. */
final class IssuesCommand implements Command {
    private static final String ISSUE = "--issue";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "The positions are those that the scenario lists under issues. Shows the rates, each side's best case, and what each position is worth on its own, whatever the order in which the issues are decided (Shapley value).")
                .footer(
                        "",
                        "In the scenario, each issue has two or more positions, each with the values it would set:",
                        "  issues:",
                        "    adjustment:",
                        "      denied:  {companies.acme.export-value-adjustment.method: none}",
                        "      granted: {companies.acme.export-value-adjustment.method: ratio}",
                        "",
                        "The base is the position that leaves the scenario unchanged; it need not come first. A combination",
                        "that cannot be calculated is listed with the reason. There may be at most " + IssueTable.MOST,
                        "combinations; select issues with " + ISSUE + ".",
                        "",
                        EntriesOption.FORM,
                        "",
                        "Examples:",
                        "  advalorem issues case.yaml",
                        "  advalorem issues case.yaml --issue adjustment --issue buyers-credit",
                        "  advalorem issues case.yaml --entries '12.5 million USD'",
                        "  advalorem issues case.yaml --company acme --format csv --output combinations.csv");
        CommonOptions.files(spec);
        spec.addOption(
                CommonOptions.list(ISSUE, "NAME", "Varies only this issue; repeatable. The others stay as written."));
        EntriesOption.add(
                spec, "Entered value on which duty is computed; ranks the issues by what they are worth in it.");
        WhatIfOptions.threads(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        Version.add(spec);
        ChartOption.add(spec, "the rate under every combination, lowest first (specification curve),");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> issues = given.matchedOptionValue(ISSUE, List.of());
        int threads = WhatIfOptions.threads(given);
        Optional<Entries> entries = EntriesOption.of(given, session);
        return WhatIfRun.of(given, session, (asked, problems) -> {
            Optional<IssueTable.Result> found = IssueTable.of(
                    asked.model(), issues, asked.isPublic(), threads, asked.workers(), asked.progress(), problems);
            problems.throwIfAny();
            IssueTable.Result result = found.orElseThrow();
            EvaluatedScenario shown = asked.shown(() -> IssueTable.models(asked.model(), result)
                    .map(model -> Disclosed.of(model.determination(), model.values())));
            asked.draw(shown, () -> IssuesChart.of(shown, result));
            return IssuesReport.of(shown, result, entries);
        });
    }
}
