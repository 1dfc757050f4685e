package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Waterfall;
import org.advalorem.whatif.Waterfall.Bar;
import org.advalorem.whatif.Waterfall.Result;
import org.advalorem.whatif.Waterfall.Step;
import org.advalorem.whatif.Waterfall.Together;
import org.advalorem.whatif.Waterfall.Way;

/**
 * The report of {@code compare}: the contribution of each change to the difference between two scenarios' rates.
 *
 * <p>The JSON format, {@code advalorem-compare/2}, is a contract described in {@code docs/json.md}.
 */
public final class CompareReport {
    private final EvaluatedScenario first;
    private final EvaluatedScenario second;
    private final Result result;
    private final CompareFinding finding;

    private CompareReport(EvaluatedScenario first, EvaluatedScenario second, Result result) {
        this.first = first.withRun(result.run());
        this.second = second;
        this.result = result;
        this.finding = CompareFinding.of(this.first, result);
    }

    /** The report on a comparison of two scenarios. */
    public static Report of(EvaluatedScenario first, EvaluatedScenario second, Result result) {
        CompareReport report = new CompareReport(first, second, result);
        return Report.of("advalorem-compare/2", report.first, report::document, () -> FlatTable.of(report.bars()))
                .withComments(report::comments);
    }

    /** The paths of the rates reported: those of the selected companies and of all others. */
    private List<Way> ways() {
        return result.ways().stream()
                .filter(way -> first.isReported(way.subject()))
                .toList();
    }

    /** The name of a subject of either scenario. */
    private String name(Subject subject) {
        return (first.company(subject).isPresent() || subject.company().isEmpty() ? first : second).name(subject);
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(first, "Comparison: ", finding.finding(), document);
        document.paragraph("Second scenario: " + second.determination().title() + ". " + second.source() + ".");
        ofSecond().forEach(document::warning);
        document.view(summary());
        if (result.changes().isEmpty()) {
            document.paragraph("No difference between the scenarios affects a rate.");
        } else {
            document.view(made());
            document.paragraph(method());
            document.items(notes());
        }
        for (Way way : ways()) {
            if (way.hundredths() != 0 || way.bars().stream().anyMatch(bar -> bar.hundredths() != 0)) {
                document.heading(2, name(way.subject()));
                document.view(waterfall(way));
            }
        }
        return Header.close(
                first,
                document.one(Header.type("second").of(List.of(second)))
                        .data(changes())
                        .data(ListingType.ofWords("aside", "address", "Differences that no rate depends on.")
                                .of(result.aside()))
                        .data(steps())
                        .one(ListingType.<Result>of("method", "method", "How the contributions were computed.")
                                .number(
                                        Figure.COUNT,
                                        "orders",
                                        of -> of.orders().isPresent()
                                                ? of.orders().getAsInt()
                                                : Double.NaN,
                                        "Number of random orders averaged; none if all orders were.")
                                .of(List.of(result)))
                        .data(wayListing())
                        .data(ListingType.ofWords(
                                        "onlyInOne", "name", "Those that have a rate in only one of the scenarios.")
                                .of(result.onlyInOne().stream().map(this::name).toList())));
    }

    /** A row of the summary. */
    private record Line(String name, Optional<Way> way, String before, String after) {
        double number(ToDoubleFunction<Way> of) {
            return way.map(of::applyAsDouble).orElse(Double.NaN);
        }
    }

    private Listing<Line> summary() {
        List<Line> lines = new ArrayList<>();
        for (Way way : ways()) {
            lines.add(new Line(
                    name(way.subject()), Optional.of(way), Verdict.words(way.from()), Verdict.words(way.to())));
        }
        if (first.isNegative() || second.isNegative()) {
            lines.add(new Line("Determination", Optional.empty(), determination(first), determination(second)));
        }
        return ListingType.<Line>of("rates", "rate", "")
                .shown("company", Line::name)
                .shown(
                        Figure.PUBLISHED,
                        "first",
                        line -> line.number(way -> way.from().published()))
                .shown(
                        Figure.PUBLISHED,
                        "second",
                        line -> line.number(way -> way.to().published()))
                .shownRight(
                        "difference",
                        line -> line.way().map(way -> points(way.change())).orElse(""))
                .shown("first verdict", Line::before)
                .shown("second verdict", Line::after)
                .of("Rates", lines)
                .note("Differences are in percentage points.");
    }

    private static String determination(EvaluatedScenario scenario) {
        return Verdict.ofDetermination(scenario.isNegative());
    }

    /** A change, and the step in which it was made. */
    private record Made(int step, Waterfall.Change change) {}

    private Listing<Made> made() {
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            for (int change : result.steps().get(i).changes()) {
                all.add(new Made(i + 1, result.changes().get(change)));
            }
        }
        return ListingType.<Made>of("changes", "change", "")
                .shown("step", made -> Integer.toString(made.step()))
                .shown("change", made -> InputNames.of(first, made.change().address()))
                .shown("address", made -> made.change().address())
                .shown("first", made -> orNone(made.change().from()))
                .shown("second", made -> orNone(made.change().to()))
                .of("Changes", all);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private String method() {
        return "A step's contribution is the mean change it makes in the published rate over "
                + (result.orders().isPresent()
                        ? result.orders().getAsInt() + " random orders of the steps (seed " + result.seed()
                                + "), because there are more than " + Waterfall.MOST_EXACT
                        : "all orders in which the steps can be made (Shapley value)")
                + "; as printed, in percentage points, the contributions add up exactly to the difference. First: the change if"
                + " the step is made before all others. Last: the change if it is made after them.";
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            Step step = result.steps().get(i);
            switch (step.together()) {
                case VALID_ONLY_TOGETHER ->
                    notes.add("Step " + (i + 1) + " makes " + step.changes().size()
                            + " changes together: they are valid only together.");
                case SAME_SECTION ->
                    notes.add("Step " + (i + 1) + " makes the " + step.changes().size() + " changes of (" + step.name()
                            + ") together, because there are too many to separate.");
                case ALONE -> {
                    // A change taken alone needs no note.
                }
            }
        }
        if (!result.aside().isEmpty()) {
            notes.add("No rate depends on: " + String.join(", ", result.aside()) + ".");
        }
        if (!result.onlyInOne().isEmpty()) {
            notes.add("Only one of the scenarios has a rate for: "
                    + result.onlyInOne().stream().map(this::name).collect(Collectors.joining(", ")) + ".");
        }
        return notes;
    }

    /** A contribution, or the total difference, which has no step. */
    private record Contribution(Optional<Bar> bar, String name, String points) {}

    private Listing<Contribution> waterfall(Way way) {
        List<Contribution> rows = new ArrayList<>();
        way.bars().stream()
                .sorted(Comparator.comparingDouble((Bar bar) -> -Math.abs(bar.effect()))
                        .thenComparingInt(Bar::step))
                .forEach(bar -> rows.add(new Contribution(
                        Optional.of(bar), name(result.steps().get(bar.step())), points(bar.change()))));
        rows.add(new Contribution(Optional.empty(), "Difference", points(way.change())));
        return ListingType.<Contribution>of("bars", "bar", "")
                .shown(
                        "step",
                        row -> row.bar()
                                .map(bar -> Integer.toString(bar.step() + 1))
                                .orElse(""))
                .shown("change", Contribution::name)
                .shownRight("contribution", Contribution::points)
                .shownRight(
                        "first",
                        row -> row.bar().map(bar -> Points.text(bar.alone(), 2)).orElse(""))
                .shownRight("last", row -> row.bar().map(CompareReport::last).orElse(""))
                .of(
                        "From " + Figure.PUBLISHED.text(way.from().published()) + " to "
                                + Figure.PUBLISHED.text(way.to().published()),
                        rows);
    }

    private static String last(Bar bar) {
        return bar.last().isPresent() ? Points.text(bar.last().getAsDouble(), 2) : Figure.NONE;
    }

    private String name(Step step) {
        String label = finding.label(step);
        return step.together() == Together.SAME_SECTION
                ? label + " (" + step.changes().size() + " changes)"
                : label;
    }

    private static String points(double change) {
        return Points.text(change, 2);
    }

    /** The flags raised by the second scenario but not by the first. */
    private List<String> ofSecond() {
        List<String> said = Header.flags(first);
        return Header.flags(second).stream()
                .filter(words -> !said.contains(words))
                .map(words -> "Second scenario: " + words)
                .toList();
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>();
        comments.add("Second scenario: " + second.determination().title());
        comments.add(second.source());
        comments.addAll(ofSecond());
        result.orders().ifPresent(orders -> comments.add(orders + " random orders, seed " + result.seed()));
        return comments;
    }

    private Listing<Waterfall.Change> changes() {
        return ListingType.<Waterfall.Change>of("changes", "change", "Every change that a rate depends on.")
                .text("address", Waterfall.Change::address, "What changes.")
                .text("from", Waterfall.Change::from, "The value in the first scenario; none if there is none.")
                .text("to", Waterfall.Change::to, "The value in the second.")
                .of(result.changes());
    }

    private Listing<Step> steps() {
        return ListingType.<Step>of("steps", "step", "The steps, each of one or more changes made together.")
                .text("name", Step::name, "The address of the change; if there are several, what they have in common.")
                .text("together", step -> words(step.together()), "Why its changes are one step.")
                .with(
                        ListingType.ofNumbers("changes", "change", "The index of each of its changes, from 0."),
                        Step::changes)
                .of(result.steps());
    }

    private static String words(Together together) {
        return switch (together) {
            case ALONE -> "alone";
            case VALID_ONLY_TOGETHER -> "valid only together";
            case SAME_SECTION -> "same section";
        };
    }

    /** Adds the columns for a step's contribution. */
    private static <R> ListingType<R> contribution(ListingType<R> type, Function<R, Bar> bar) {
        return type.number(
                        Figure.POINTS,
                        "contribution",
                        row -> bar.apply(row).effect(),
                        "The mean change it makes in the published rate.")
                .number(
                        Figure.PUBLISHED,
                        "contribution-published",
                        row -> bar.apply(row).change(),
                        "The contribution as printed; these add up exactly to the difference.")
                .number(Figure.POINTS, "first", row -> bar.apply(row).alone(), "The change if the step is made first.")
                .number(
                        Figure.POINTS,
                        "last",
                        row -> ListingType.orNone(bar.apply(row).last()),
                        "The change if the step is made last.");
    }

    /** One step on the path of one rate. */
    private record WayBar(Way way, Bar bar) {}

    private Listing<WayBar> bars() {
        ListingType<WayBar> type = ListingType.<WayBar>of("bars", "bar", "What each step contributes to each rate.")
                .text("of", row -> row.way().subject().address().toString(), "Whose rate it is.")
                .number(Figure.COUNT, "step", row -> row.bar().step() + 1.0, "The number of the step, from 1.")
                .text("change", row -> result.steps().get(row.bar().step()).name(), "What it changes.");
        return contribution(type, WayBar::bar)
                .number(
                        Figure.RATE,
                        "from",
                        row -> row.way().from().published(),
                        "The published rate of the first scenario.")
                .number(Figure.RATE, "to", row -> row.way().to().published(), "The published rate of the second.")
                .of(ways().stream()
                        .flatMap(way -> way.bars().stream().map(bar -> new WayBar(way, bar)))
                        .toList());
    }

    private Listing<Way> wayListing() {
        ListingType<Bar> bars = ListingType.<Bar>of("bars", "bar", "What each step contributes.")
                .number(Figure.COUNT, "step", Bar::step, "The index of the step, from 0.");
        return ListingType.<Way>of("ways", "way", "How each rate gets from the first scenario to the second.")
                .text("of", way -> way.subject().address().toString(), "Whose rate it is.")
                .text("name", way -> name(way.subject()), "Its name.")
                .number(
                        Figure.PUBLISHED,
                        "difference-published",
                        way -> way.change(),
                        "The difference of the published rates.")
                .withOne(
                        RateListings.rate(
                                ListingType.of("from", "rate", "The rate of the first scenario."), Optional::of),
                        way -> Optional.of(way.from()))
                .withOne(
                        RateListings.rate(
                                ListingType.of("to", "rate", "The rate of the second scenario."), Optional::of),
                        way -> Optional.of(way.to()))
                .with(contribution(bars, bar -> bar), Way::bars)
                .of(ways());
    }
}
