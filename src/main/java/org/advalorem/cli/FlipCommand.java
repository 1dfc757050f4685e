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

/**
 * {@code flip}: the value of each input at which a verdict changes, the choices and programs that decide it, and the smallest joint
 * change.
 */
final class FlipCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Shows, for every input on its own, the nearest values at which a de minimis verdict or a test such as the 0.5 percent test changes, and how far away they are. Uncertain inputs are searched over their distributions, all others over a wide range in both directions.",
                        "",
                        "Then shows which single choice reverses a verdict, such as a method, or whether a program is applied, and, where no single program does, the smallest set of programs that does.",
                        "",
                        "Last, shows the smallest joint move of the uncertain inputs that reverses a verdict: the point closest to the baseline, measured in standard deviations of each input's distribution. Every move says whether it is proven smallest or found by search.")
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
                "Makes a value, a series or a column uncertain, and searches it as a whole; repeatable.");
        WhatIfOptions.threads(spec);
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "how far each input is from reversing the verdict closest to reversal");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        int threads = WhatIfOptions.threads(given);
        return WhatIfRun.of(given, session, (asked, problems) -> {
            List<Uncertain> entries = Uncertain.read(asked.loaded().scenario(), WhatIfOptions.vary(given), problems);
            List<Correlated> correlations = Correlated.read(asked.loaded().scenario(), problems);
            Optional<UncertainModel> uncertainty = UncertainModel.of(asked.model(), entries, correlations, problems);
            problems.throwIfAny();
            Flip.Result result = Flip.of(uncertainty.orElseThrow(), threads, asked.progress());
            asked.draw(() -> FlipChart.of(asked.loaded().evaluated(), result));
            return FlipReport.of(asked.loaded().evaluated(), result);
        });
    }
}
