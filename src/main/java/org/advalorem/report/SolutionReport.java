package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Solution;

/**
 * The report of {@code solve}.
 *
 * <p>JSON is a contract, {@code advalorem-solve/1}, described in {@code docs/json.md}.
 */
public final class SolutionReport {
    private SolutionReport() {}

    /** The report. */
    public static Report of(EvaluatedScenario scenario, Solution.Result result, Figure figure) {
        return Report.of(
                () -> document(scenario, result, figure),
                () -> Header.comments(scenario),
                () -> flat(result),
                () -> json(scenario, result));
    }

    private static Document document(EvaluatedScenario scenario, Solution.Result result, Figure figure) {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "Break-even: ", document);
        document.paragraph(Header.version() + ".");
        document.paragraph("At which (" + result.range().address() + "), from "
                + result.range().values().get(0) + " to "
                + result.range().values().get(result.range().size() - 1) + question(result, figure) + "? As it is: "
                + figure.text(result.base()) + ".");
        if (result.roots().isEmpty()) {
            document.add(new Document.Warning(none(result, figure)));
        } else {
            boolean stretches =
                    result.roots().stream().anyMatch(root -> root.last().isPresent());
            Table.Builder table = stretches
                    ? Table.titled("", "#from", "#to", "#result", "#just before", "#just after", "")
                    : Table.titled("", "#value", "#result", "#just before", "");
            for (Solution.Root root : result.roots()) {
                List<Cell> row = new ArrayList<>(
                        List.of(Cell.of(root.value()), Cell.of(root.result(), figure), Cell.of(root.before(), figure)));
                if (stretches) {
                    row.add(1, Cell.of(root.last().map(Solution.Last::value).orElse("")));
                    row.add(root.last()
                            .map(last -> Cell.of(last.after(), figure))
                            .orElse(Cell.of("")));
                }
                row.add(Cell.of(root.jumps() ? "jumps: no value gives the goal itself" : ""));
                table.row(row);
            }
            document.table(table.build());
            document.items(checks(scenario, result));
        }
        if (!result.refused().isEmpty()) {
            document.paragraph("Not allowed, so left out: " + result.refused().get(0)
                    + (result.refused().size() > 1
                            ? " and " + (result.refused().size() - 1) + " more of the values tried."
                            : "."));
        }
        return document.build();
    }

    private static String question(Solution.Result result, Figure figure) {
        String goal = figure.text(result.goal());
        return figure == Figure.TRUTH
                ? ", is (" + result.goalAddress() + ") " + goal
                : ", does (" + result.goalAddress() + ") pass " + goal;
    }

    private static String none(Solution.Result result, Figure figure) {
        return "No value in the range does: the result goes from " + figure.text(result.low()) + " at its beginning to "
                + figure.text(result.high()) + " at its end and stays between " + figure.text(result.min()) + " and "
                + figure.text(result.max()) + ". Widen the range, or vary another input.";
    }

    /** How to see it. */
    private static List<String> checks(EvaluatedScenario scenario, Solution.Result result) {
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

    private static Table flat(Solution.Result result) {
        Table.Builder table = Table.titled(
                "", "address", "value", "number", "result", "just-before", "jumps", "to", "to-number", "just-after");
        for (Solution.Root root : result.roots()) {
            table.row(
                    Cell.of(result.range().address().toString()),
                    Cell.of(root.value()),
                    Cell.of(root.number(), Figure.PLAIN),
                    Cell.of(root.result(), Figure.PLAIN),
                    Cell.of(root.before(), Figure.PLAIN),
                    Cell.of(root.jumps() ? 1.0 : 0.0, Figure.TRUTH),
                    Cell.of(root.last().map(Solution.Last::value).orElse("")),
                    number(root.last().map(Solution.Last::number)),
                    number(root.last().map(Solution.Last::after)));
        }
        return table.build();
    }

    private static Cell number(Optional<Double> number) {
        return number.map(of -> Cell.of(of, Figure.PLAIN)).orElse(Cell.of(""));
    }

    private static Optional<BigDecimal> decimal(double number) {
        return Optional.ofNullable(JsonText.number(number));
    }

    private static Json json(EvaluatedScenario scenario, Solution.Result result) {
        Json json = new Json().put("format", "advalorem-solve/1");
        Header.write(scenario, json);
        return json.put("version", Header.version())
                .put("address", result.range().address().toString())
                .put("goalAddress", result.goalAddress())
                .put("goal", result.goal())
                .put("asItIs", result.base())
                .put("atFirst", result.low())
                .put("atLast", result.high())
                .put("least", result.min())
                .put("greatest", result.max())
                .put(
                        "roots",
                        result.roots().stream()
                                .map(root -> new Json()
                                        .put("value", root.value())
                                        .put("number", root.number())
                                        .put("result", root.result())
                                        .put("justBefore", root.before())
                                        .put("jumps", root.jumps())
                                        .put("to", root.last().map(Solution.Last::value))
                                        .put("toNumber", root.last().flatMap(last -> decimal(last.number())))
                                        .put("justAfter", root.last().flatMap(last -> decimal(last.after()))))
                                .toList())
                .put("refused", result.refused());
    }
}
