package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.report.FlipReport;
import org.advalorem.report.chart.FlipChart;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.UncertainModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code flip}: for every input the value at which a verdict turns, and for all together the smallest move. */
final class FlipCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Finds for every input, one at a time, the nearest values at which a de minimis verdict turns,"
                                + " or a test within the calculation such as the 0.5 percent test, and how far away they are."
                                + " Uncertain inputs are tried over their distributions, all others far in both directions.",
                        "",
                        "Then the smallest joint move of the uncertain inputs that turns it: the nearest values to the"
                                + " scenario, measured in standard deviations of each input's distribution.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem flip case.yaml",
                        "  advalorem flip case.yaml --vary 'benchmarks.ingot.world.LME=times normal(1, 0.2)'",
                        "  advalorem flip case.yaml --format csv --output flip.csv");
        CommonOptions.files(spec);
        WhatIfOptions.vary(
                spec,
                "ADDRESS=DISTRIBUTION",
                "Makes a value, a series or a column uncertain, so that it is tried as a whole.");
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "how far each input is from turning the verdict that is nearest to turning");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return WhatIfRun.of(given, session, (asked, problems) -> {
            List<Uncertain> entries = Uncertain.read(asked.loaded().scenario(), WhatIfOptions.vary(given), problems);
            List<Correlated> correlations = Correlated.read(asked.loaded().scenario(), problems);
            Optional<UncertainModel> uncertainty = UncertainModel.of(asked.model(), entries, correlations, problems);
            problems.throwIfAny();
            Flip.Result result = Flip.of(uncertainty.orElseThrow(), asked.progress());
            asked.draw(() -> FlipChart.of(asked.loaded().evaluated(), result));
            return FlipReport.of(asked.loaded().evaluated(), result);
        });
    }
}
