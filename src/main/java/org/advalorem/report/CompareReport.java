package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Waterfall;
import org.advalorem.whatif.Waterfall.Bar;
import org.advalorem.whatif.Waterfall.Result;
import org.advalorem.whatif.Waterfall.Step;
import org.advalorem.whatif.Waterfall.Together;
import org.advalorem.whatif.Waterfall.Way;

/**
 * The report of {@code compare}: what each change contributes to the difference of two scenarios' rates.
 *
 * <p>JSON is a contract, {@code advalorem-compare/1}, described in {@code docs/json.md}.
 */
public final class CompareReport {
    private static final double HUNDREDTH = 1e-4;

    private final EvaluatedScenario first;
    private final EvaluatedScenario second;
    private final Result result;

    private CompareReport(EvaluatedScenario first, EvaluatedScenario second, Result result) {
        this.first = first;
        this.second = second;
        this.result = result;
    }

    /** The report. */
    public static Report of(EvaluatedScenario first, EvaluatedScenario second, Result result) {
        CompareReport report = new CompareReport(first, second, result);
        return Report.of(report::document, report::comments, report::table, report::json);
    }

    /** Those of the companies reported, and all others. */
    private List<Way> ways() {
        return result.ways().stream()
                .filter(way -> Subject.isReported(way.whom(), first))
                .toList();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.write(first, "Comparison: ", result.partial(), document);
        document.paragraph("Second scenario: " + second.determination().title() + ". " + Header.source(second) + ".");
        ofSecond().forEach(words -> document.add(new Document.Warning(words)));
        document.paragraph("Program: " + Header.version() + ".");
        document.table(summary());
        if (result.changes().isEmpty()) {
            document.paragraph("Nothing differs on which a rate depends.");
        } else {
            document.table(changes());
            document.paragraph(method());
            document.items(notes());
        }
        for (Way way : ways()) {
            if (way.hundredths() != 0 || way.bars().stream().anyMatch(bar -> bar.hundredths() != 0)) {
                document.heading(2, way.name());
                document.table(waterfall(way));
            }
        }
        return document.build();
    }

    private Table summary() {
        Table.Builder table = Table.titled(
                "Rates", "company", "#first", "#second", "#difference", "verdict of the first", "of the second");
        for (Way way : ways()) {
            table.row(
                    Cell.of(way.name()),
                    Cell.of(way.from().published(), Figure.PUBLISHED),
                    Cell.of(way.to().published(), Figure.PUBLISHED),
                    Cell.of(points(way.hundredths())),
                    Cell.of(IssuesReport.verdict(way.from())),
                    Cell.of(IssuesReport.verdict(way.to())));
        }
        if (first.isNegative() || second.isNegative()) {
            table.row(
                    Cell.of("Determination"),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.of(determination(first)),
                    Cell.of(determination(second)));
        }
        return table.note("Differences are in percentage points.").build();
    }

    private static String determination(EvaluatedScenario scenario) {
        return scenario.isNegative() ? "negative" : "affirmative";
    }

    private Table changes() {
        Table.Builder table = Table.titled("Changes", "step", "address", "first", "second");
        for (int i = 0; i < result.steps().size(); i++) {
            for (int change : result.steps().get(i).changes()) {
                Waterfall.Change made = result.changes().get(change);
                table.row(
                        Cell.of(Integer.toString(i + 1)),
                        Cell.of(made.address()),
                        Cell.of(made.from().isEmpty() ? "-" : made.from()),
                        Cell.of(made.to().isEmpty() ? "-" : made.to()));
            }
        }
        return table.build();
    }

    private String method() {
        return "A step's contribution is its mean change of the published rate over "
                + (result.orders().isPresent()
                        ? result.orders().getAsInt() + " random orders of the steps (seed " + result.seed()
                                + "), as they are more than " + Waterfall.MOST_EXACT
                        : "all orders in which the steps can be made (Shapley value)")
                + "; as printed, in percentage points, the contributions add up exactly to the difference. First: when it is"
                + " made before all others. Last: when it is made after them.";
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            Step step = result.steps().get(i);
            switch (step.together()) {
                case VALID_ONLY_TOGETHER ->
                    notes.add("Step " + (i + 1) + " takes " + step.changes().size()
                            + " changes together: they are valid only together.");
                case SAME_SECTION ->
                    notes.add("Step " + (i + 1) + " takes the " + step.changes().size() + " changes of (" + step.name()
                            + ") together, as there are too many to take apart.");
                case ALONE -> {
                    // nothing to say
                }
            }
        }
        if (!result.aside().isEmpty()) {
            notes.add("No rate depends on: " + String.join(", ", result.aside()) + ".");
        }
        if (!result.onlyInOne().isEmpty()) {
            notes.add("Only one of the scenarios has a rate for: " + String.join(", ", result.onlyInOne()) + ".");
        }
        return notes;
    }

    private Table waterfall(Way way) {
        Table.Builder table = Table.titled(
                "From " + Figure.PUBLISHED.text(way.from().published()) + " to "
                        + Figure.PUBLISHED.text(way.to().published()),
                "step",
                "change",
                "#contribution",
                "#first",
                "#last");
        List<Bar> sorted = way.bars().stream()
                .sorted(Comparator.comparingDouble((Bar bar) -> -Math.abs(bar.effect()))
                        .thenComparingInt(Bar::step))
                .toList();
        for (Bar bar : sorted) {
            table.row(
                    Cell.of(Integer.toString(bar.step() + 1)),
                    Cell.of(name(result.steps().get(bar.step()))),
                    Cell.of(points(bar.hundredths())),
                    Cell.of(Points.text(bar.alone(), 2)),
                    Cell.of(bar.last().isPresent() ? Points.text(bar.last().getAsDouble(), 2) : Figure.NONE));
        }
        table.row(Cell.empty(), Cell.of("Difference"), Cell.of(points(way.hundredths())), Cell.empty(), Cell.empty());
        return table.build();
    }

    private static String name(Step step) {
        return step.together() == Together.SAME_SECTION
                ? step.name() + " (" + step.changes().size() + " changes)"
                : step.name();
    }

    private static String points(int hundredths) {
        return Points.text(hundredths * HUNDREDTH, 2);
    }

    /** What must not be overlooked in the second scenario and is not said of the first. */
    private List<String> ofSecond() {
        List<String> said = Header.flags(first);
        return Header.flags(second).stream()
                .filter(words -> !said.contains(words))
                .map(words -> "Second scenario: " + words)
                .toList();
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>(Header.comments(first, result.partial()));
        comments.add("Second scenario: " + second.determination().title());
        comments.add(Header.source(second));
        comments.addAll(ofSecond());
        comments.add("Program: " + Header.version());
        result.orders().ifPresent(orders -> comments.add(orders + " random orders, seed " + result.seed()));
        return comments;
    }

    private Table table() {
        Table.Builder table = Table.titled(
                "", "of", "step", "change", "contribution-points", "contribution", "first", "last", "from", "to");
        for (Way way : ways()) {
            for (Bar bar : way.bars()) {
                table.row(
                        Cell.of(way.whom()),
                        Cell.of(bar.step() + 1, Figure.PLAIN),
                        Cell.of(result.steps().get(bar.step()).name()),
                        Cell.of(bar.hundredths() * HUNDREDTH, Figure.PUBLISHED),
                        Cell.of(bar.effect(), Figure.PLAIN),
                        Cell.of(bar.alone(), Figure.PLAIN),
                        bar.last().isPresent() ? Cell.of(bar.last().getAsDouble(), Figure.PLAIN) : Cell.empty(),
                        Cell.of(way.from().published(), Figure.PLAIN),
                        Cell.of(way.to().published(), Figure.PLAIN));
            }
        }
        return table.build();
    }

    private Json json() {
        Json json = new Json().put("format", "advalorem-compare/1").put("version", Header.version());
        Header.write(first, json);
        Json other = new Json();
        Header.write(second, other);
        return json.put("second", other)
                .put(
                        "changes",
                        result.changes().stream()
                                .map(change -> new Json()
                                        .put("address", change.address())
                                        .put("from", change.from())
                                        .put("to", change.to()))
                                .toList())
                .put("aside", result.aside())
                .put(
                        "steps",
                        result.steps().stream()
                                .map(step -> new Json()
                                        .put("name", step.name())
                                        .put("changes", step.changes())
                                        .put("together", words(step.together())))
                                .toList())
                .put(
                        "orders",
                        result.orders().isPresent()
                                ? Optional.of(result.orders().getAsInt())
                                : Optional.empty())
                .put("partial", result.partial())
                .put("seed", result.orders().isPresent() ? Optional.of(Long.toString(result.seed())) : Optional.empty())
                .put("ways", ways().stream().map(CompareReport::json).toList())
                .put("onlyInOne", result.onlyInOne());
    }

    private static String words(Together together) {
        return switch (together) {
            case ALONE -> "alone";
            case VALID_ONLY_TOGETHER -> "valid only together";
            case SAME_SECTION -> "same section";
        };
    }

    private static Json json(Way way) {
        return new Json()
                .put("of", way.whom())
                .put("name", way.name())
                .put("from", IssuesReport.json(way.whom(), way.from()))
                .put("to", IssuesReport.json(way.whom(), way.to()))
                .percent("differencePublished", way.hundredths() * HUNDREDTH)
                .put(
                        "bars",
                        way.bars().stream()
                                .map(bar -> new Json()
                                        .put("step", bar.step())
                                        .percent("contributionPublished", bar.hundredths() * HUNDREDTH)
                                        .put("contribution", bar.effect())
                                        .put("first", bar.alone())
                                        .put("last", IssuesReport.number(bar.last())))
                                .toList());
    }
}
