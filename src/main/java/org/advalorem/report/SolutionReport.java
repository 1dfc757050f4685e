package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.advalorem.whatif.Limit;
import org.advalorem.whatif.Solution;

/**
 * The report of {@code solve}: the input values that yield the requested result.
 *
 * <p>The JSON format, {@code advalorem-solve/2}, is a contract described in {@code docs/json.md}.
 */
public final class SolutionReport {
    private final EvaluatedScenario scenario;
    private final Solution.Result result;
    private final Figure figure;

    private SolutionReport(EvaluatedScenario scenario, Solution.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.figure = Figure.of(result.goal().key().measure().quality());
    }

    /** The report on the solutions found. */
    public static Report of(EvaluatedScenario scenario, Solution.Result result) {
        SolutionReport report = new SolutionReport(scenario, result);
        return Report.of("advalorem-solve/2", scenario, report::document, () -> FlatTable.of(report.roots()));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(
                scenario, "Break-even: ", SolutionFinding.of(scenario, result).finding(), document);
        document.paragraph("At which value of "
                + InputNames.withAddress(scenario, result.range().address().toString()) + ", from "
                + result.range().values().get(0) + " to "
                + result.range().values().get(result.range().size() - 1) + question() + "? Baseline: "
                + figure.text(result.base()) + ".");
        if (result.roots().isEmpty()) {
            document.warning(none());
        } else {
            document.view(table());
            document.items(checks());
        }
        if (!result.refused().isEmpty()) {
            document.paragraph(
                    "Left out, because not allowed: " + result.refused().get(0)
                            + (result.refused().size() > 1
                                    ? " and " + (result.refused().size() - 1) + " more of the values tried."
                                    : "."));
        }
        return Header.close(scenario, document.one(asked().of(List.of(result))).data(roots()));
    }

    private Listing<Solution.Root> table() {
        boolean stretches = result.roots().stream().anyMatch(root -> root.last().isPresent());
        ListingType<Solution.Root> type = ListingType.<Solution.Root>of("roots", "root", "")
                .shownRight(stretches ? "from" : "value", Solution.Root::words);
        if (stretches) {
            type.shownRight("to", root -> root.last().map(Solution.Last::words).orElse(""));
        }
        type.shown(figure, "result", Solution.Root::result).shown(figure, "just before", Solution.Root::before);
        if (stretches) {
            type.shown(figure, "just after", root -> last(root, Solution.Last::after));
        }
        return type.shown("", root -> root.jumps() ? "jumps: no value gives exactly the goal" : "")
                .of(result.roots());
    }

    private static double last(Solution.Root root, ToDoubleFunction<Solution.Last> number) {
        return root.last().map(number::applyAsDouble).orElse(Double.NaN);
    }

    private String question() {
        String goal = figure.text(result.goal().value());
        if (!result.goal().isOneValue()) {
            return ", is (" + result.goal().key() + ") "
                    + result.goal().relation().words() + goal;
        }
        return figure == Figure.TRUTH
                ? ", is (" + result.goal().key() + ") " + goal
                : ", does (" + result.goal().key() + ") pass " + goal;
    }

    private String none() {
        return "No value in the range does: the result is " + figure.text(result.low()) + " at its beginning, "
                + figure.text(result.high()) + " at its end and always between " + figure.text(result.min()) + " and "
                + figure.text(result.max()) + ". Widen the range, or vary another input.";
    }

    /** The commands that verify each solution. */
    private List<String> checks() {
        List<String> lines = new ArrayList<>();
        for (Solution.Root root : result.roots()) {
            Stream.concat(Stream.of(root.value()), root.last().map(Solution.Last::value).stream())
                    .distinct()
                    .map(value -> "Check: advalorem rate " + scenario.file() + " --set '"
                            + result.range().address() + "=" + value + "'")
                    .forEach(lines::add);
        }
        return lines;
    }

    private ListingType<Solution.Result> asked() {
        return ListingType.<Solution.Result>of("question", "question", "The question asked.")
                .text("address", of -> of.range().address().toString(), "The input that varies.")
                .text("goal-address", of -> of.goal().key().toString(), "The address of the result.")
                .text(
                        "relation",
                        of -> of.goal().relation().sign(),
                        "How the result is to relate to the goal: =, <, <=, > or >=.")
                .number(Figure.PLAIN, "goal", of -> of.goal().value(), "The goal; 1 for yes, 0 for no.")
                .number(Figure.PLAIN, "baseline", Solution.Result::base, "The baseline result.")
                .number(Figure.PLAIN, "at-first", Solution.Result::low, "The result at the first value of the range.")
                .number(Figure.PLAIN, "at-last", Solution.Result::high, "The result at its last value.")
                .number(Figure.PLAIN, "min", Solution.Result::min, "The lowest result in the range.")
                .number(Figure.PLAIN, "max", Solution.Result::max, "The highest result in the range.")
                .with(
                        ListingType.ofWords("refused", "value", "Values at which the result cannot be calculated."),
                        Solution.Result::refused);
    }

    private Listing<Solution.Root> roots() {
        return ListingType.<Solution.Root>of("roots", "root", "Every value at which the result passes the goal.")
                .text("address", root -> result.range().address().toString(), "The input that varies.")
                .text("value", Solution.Root::value, "The value, as written after --set.")
                .number(Figure.PLAIN, "number", Solution.Root::number, "The value as a number.")
                .number(Figure.PLAIN, "result", Solution.Root::result, "The result there.")
                .number(Figure.PLAIN, "just-before", Solution.Root::before, "The result just before.")
                .truth(
                        "jumps",
                        Solution.Root::jumps,
                        "Whether the result jumps, so that no value gives exactly the goal.")
                .text(
                        "limit",
                        root -> root.limit().map(Limit::value).orElse(""),
                        "The value just before, if the solution lies beyond it and it is not one itself.")
                .text(
                        "to",
                        root -> root.last().map(Solution.Last::value).orElse(""),
                        "The last value of an interval in which the result is the goal.")
                .number(
                        Figure.PLAIN,
                        "to-number",
                        root -> last(root, Solution.Last::number),
                        "That last value as a number.")
                .number(
                        Figure.PLAIN,
                        "just-after",
                        root -> last(root, Solution.Last::after),
                        "The result just after it.")
                .text(
                        "to-limit",
                        root -> root.last()
                                .flatMap(Solution.Last::limit)
                                .map(Limit::value)
                                .orElse(""),
                        "The value just after, if the stretch ends before it.")
                .of(result.roots());
    }
}
