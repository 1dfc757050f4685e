package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.RowChart;
import org.advalorem.report.CompareFinding;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.NumberText;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.Waterfall;

/** The chart of {@code compare}: the contribution of each change to the reported rate that changes most. */
public final class CompareChart {
    /** The longest value that is shown with its step. */
    private static final int SHORT = 24;

    private static final Fill UP = Fill.AMBER;
    private static final Fill DOWN = Fill.SKY;

    private final EvaluatedScenario first;
    private final EvaluatedScenario second;
    private final Waterfall.Result result;
    private final CompareFinding finding;
    private final Waterfall.Way way;
    private final List<Waterfall.Bar> bars;

    private CompareChart(EvaluatedScenario first, EvaluatedScenario second, Waterfall.Result result) {
        this.first = first;
        this.second = second;
        this.result = result;
        this.finding = CompareFinding.of(first, result);
        this.way = finding.way();
        this.bars = finding.bars();
    }

    /** The chart of two scenarios and the way from the first to the second. */
    public static Chart of(EvaluatedScenario first, EvaluatedScenario second, Waterfall.Result result) {
        return new CompareChart(first, second, result).chart();
    }

    private Chart chart() {
        Optional<CompanyResult> company = first.company(way.subject());
        List<String> names = names();
        List<RowChart.Row> rows = new ArrayList<>();
        rows.add(total(names.get(0), way.from().published()));
        double level = way.from().published();
        for (Waterfall.Bar bar : bars) {
            if (bar.hundredths() != 0) {
                double change = bar.change();
                rows.add(step(name(bar), level, change));
                level += change;
            }
        }
        rows.add(total(names.get(1), way.to().published()));
        return new RowChart(
                Captions.of(
                        first,
                        finding.finding(),
                        List.of(),
                        result.partial(),
                        "Second " + lower(second.source()) + "."),
                RateAxes.PUBLISHED,
                List.of(
                        new RowChart.Entry(UP, "raises the rate"),
                        new RowChart.Entry(DOWN, "lowers the rate"),
                        new RowChart.Entry(Fill.SLATE, "rate")),
                List.of("points"),
                List.of(new RowChart.Panel(
                        "", rows, RateAxes.thresholds(first, company.stream().toList()), List.of())),
                true);
    }

    private static RowChart.Row total(String label, double rate) {
        RowChart.Text text = new RowChart.Text(NumberText.percent(rate), true);
        return RowChart.Row.of(label, new RowChart.Bar(0, rate, Fill.SLATE), text);
    }

    private static RowChart.Row step(String label, double from, double change) {
        RowChart.Bar bar = new RowChart.Bar(from, from + change, change < 0 ? DOWN : UP);
        return RowChart.Row.of(label, bar, RowChart.Text.of(NumberText.points(change)));
    }

    /** Names of the two scenarios: their titles, else their files, else what was done. */
    private List<String> names() {
        String title = first.determination().title();
        String other = second.determination().title();
        if (!title.equals(other)) {
            return List.of(title, other);
        }
        if (second.file().startsWith(first.file() + " ")) {
            return List.of(file(first.file()), "with " + file(second.file()));
        }
        return second.file().equals(first.file())
                ? List.of("The scenario", "with the changes")
                : List.of(file(first.file()), file(second.file()));
    }

    private static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String lower(String source) {
        return Character.toLowerCase(source.charAt(0)) + source.substring(1);
    }

    private String name(Waterfall.Bar bar) {
        Waterfall.Step step = result.steps().get(bar.step());
        if (step.together() == Waterfall.Together.SAME_SECTION) {
            return finding.label(step) + " (" + NumberText.count(step.changes().size(), "change") + ")";
        }
        if (step.changes().size() > 1) {
            return finding.label(step);
        }
        Waterfall.Change change = result.changes().get(step.changes().get(0));
        return change.from().length() > SHORT || change.to().length() > SHORT
                ? finding.label(step)
                : finding.label(step) + ": " + words(change);
    }

    private static String words(Waterfall.Change change) {
        String from = NumberText.written(change.from());
        String to = NumberText.written(change.to());
        return from.isEmpty() ? "set to " + to : to.isEmpty() ? "taken out" : from + " \u2192 " + to;
    }
}
