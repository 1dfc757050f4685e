package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Finding;
import org.advalorem.report.NumberText;
import org.advalorem.rules.screens.Comparison;
import org.advalorem.rules.screens.Screen;

/** The chart of {@code screen}: every number as a percentage of the threshold that it is compared with. */
public final class ScreensChart {
    /** The number at the threshold. */
    private static final double AT = 1.0;

    /** The largest percentage drawn; the text beside the bar has the number. */
    private static final double MOST = 3.0;

    private final EvaluatedScenario scenario;

    private ScreensChart(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    /** The chart; a caption alone if the scenario states no screens. */
    public static Chart of(EvaluatedScenario scenario) {
        return new ScreensChart(scenario).chart();
    }

    private Chart chart() {
        List<RowChart.Panel> panels = new ArrayList<>();
        for (Screen screen : scenario.determination().screens()) {
            List<RowChart.Row> rows = screen.comparisons().stream()
                    .filter(this::isDrawn)
                    .map(this::row)
                    .toList();
            if (!rows.isEmpty()) {
                panels.add(new RowChart.Panel(
                        screen.title() + ": " + screen.verdict(scenario.values().holds(screen.met())),
                        rows,
                        List.of(new Mark("threshold", AT)),
                        List.of()));
            }
        }
        return new RowChart(
                Captions.of(scenario, finding(), List.of(cut()), false, ""),
                AxisNumbers.PERCENT.axis("Number, as a percentage of its threshold"),
                List.of(
                        new RowChart.Entry(Fill.BLUE, "comparison holds"),
                        new RowChart.Entry(Fill.AMBER, "comparison does not hold")),
                panels.isEmpty() ? List.of() : List.of("required"),
                panels,
                false);
    }

    /** A word on bars that are cut off, if any are. */
    private String cut() {
        return scenario.determination().screens().stream()
                        .flatMap(screen -> screen.comparisons().stream())
                        .anyMatch(of -> Math.abs(part(of)) > MOST)
                ? "longer bars are cut off at " + NumberText.share(MOST)
                : "";
    }

    private Finding finding() {
        List<Screen> screens = scenario.determination().screens();
        if (screens.isEmpty()) {
            return new Finding("The scenario states no screens", "");
        }
        long met = screens.stream()
                .filter(screen -> scenario.values().holds(screen.met()))
                .count();
        return new Finding(
                met + " of " + NumberText.count(screens.size(), "screen") + (met == 1 ? " holds" : " hold"),
                "What each compares, beside its threshold");
    }

    /** Whether there is a percentage of the threshold. */
    private boolean isDrawn(Comparison of) {
        return Double.isFinite(part(of));
    }

    private double part(Comparison of) {
        double threshold = scenario.values().of(of.bound());
        return threshold == 0.0 ? Double.NaN : scenario.values().of(of.number()) / threshold;
    }

    private RowChart.Row row(Comparison of) {
        double part = part(of);
        boolean met = scenario.values().holds(of.met());
        return RowChart.Row.of(
                of.what(),
                new RowChart.Bar(0, Math.max(-MOST, Math.min(MOST, part)), met ? Fill.BLUE : Fill.AMBER),
                RowChart.Text.of(of.required()));
    }
}
