package org.advalorem.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.JointMove;

/** The part of the report of {@code flip} that tells the smallest joint moves. */
final class JointMoveReport {
    private static final int PLACES = 2;

    private JointMoveReport() {}

    static void write(JointMove.Result result, Document.Builder document) {
        document.heading(2, "Smallest joint moves");
        if (result.moves().isEmpty()) {
            document.paragraph((result.inputs() == 0
                            ? "None of the uncertain inputs can move, so there is no joint move."
                            : "No joint move of the uncertain inputs was found that turns a verdict or a test within "
                                    + Sensitive.number(JointMove.FARTHEST, 0) + " standard deviations.")
                    + held(result));
            return;
        }
        document.paragraph(explanation(result) + held(result));
        for (JointMove.Move move : result.moves()) {
            document.table(table(move));
        }
    }

    private static String explanation(JointMove.Result result) {
        return "The uncertain inputs moved together, from the scenario as it is, by as little as turns the test; all values"
                + " of a table typed behind --set together turn it. The distance is in standard deviations: each input is"
                + " measured by its quantile on the scale of a standard normal, and the moves are added as the sides of a"
                + " right angle are (root of the sum of squares), so that 1 is one input moved by one standard deviation."
                + " It is the smallest that was found. The share of draws beyond is to a first order, as if the border were"
                + " flat; to count draws: advalorem simulate."
                + (result.correlated()
                        ? " Inputs are correlated: moves that go together count for less than moves against each other."
                        : "");
    }

    private static String held(JointMove.Result result) {
        return result.held().stream().collect(Collectors.groupingBy(JointMove.Held::reason)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " Stays as it is, because it " + entry.getKey() + ": "
                        + entry.getValue().stream().map(JointMove.Held::address).collect(Collectors.joining(", "))
                        + ".")
                .collect(Collectors.joining());
    }

    private static Table table(JointMove.Move move) {
        Table.Builder table = Table.titled(
                FlipReport.what(move.about(), move.truth(), move.becomes()) + " at a distance of "
                        + Sensitive.number(move.distance(), PLACES),
                "input",
                "#moves to",
                "#away by",
                "#quantile",
                "#standard deviations");
        for (JointMove.Part part : move.parts()) {
            table.row(
                    Cell.of(part.address()),
                    Cell.of(part.value()),
                    Cell.of(FlipReport.distance(part.distance(), part.unit())),
                    Cell.of(Figure.SHARE.text(part.quantile())),
                    Cell.of((part.scores() > 0.0 ? "+" : "") + Sensitive.number(part.scores(), PLACES)));
        }
        return table.note(
                        move.share().isPresent()
                                ? "Share of draws beyond, to a first order: "
                                        + Figure.RATE.text(move.share().getAsDouble()) + "."
                                : "")
                .build();
    }

    /** One row an input of a move, in the columns of the single turns; moves are numbered. */
    static void rows(JointMove.Result result, Table.Builder table) {
        for (int i = 0; i < result.moves().size(); i++) {
            JointMove.Move move = result.moves().get(i);
            for (JointMove.Part part : move.parts()) {
                table.row(
                        Cell.of(part.address()),
                        Cell.of(part.value()),
                        Cell.of(part.number(), Figure.PLAIN),
                        Cell.of(part.base(), Figure.PLAIN),
                        Cell.of(part.distance(), Figure.PLAIN),
                        Cell.of(part.unit()),
                        Cell.of(part.quantile(), Figure.PLAIN),
                        Cell.of(move.about()),
                        Cell.of(move.truth()),
                        Cell.of(move.verdict() ? 1.0 : 0.0, Figure.TRUTH),
                        Cell.of(move.becomes() ? 1.0 : 0.0, Figure.TRUTH),
                        Cell.of(Integer.toString(i + 1)),
                        Cell.of(move.distance(), Figure.PLAIN));
            }
        }
    }

    static Json json(JointMove.Result result) {
        return new Json()
                .put("inputs", result.inputs())
                .put("correlated", result.correlated())
                .put(
                        "held",
                        result.held().stream()
                                .map(held -> new Json()
                                        .put("address", held.address())
                                        .put("reason", held.reason()))
                                .toList())
                .put("moves", result.moves().stream().map(JointMoveReport::json).toList());
    }

    private static Json json(JointMove.Move move) {
        return new Json()
                .put("about", move.about())
                .put("test", move.truth())
                .put("verdict", move.verdict())
                .put("becomes", move.becomes())
                .put("distance", move.distance())
                .put(
                        "firstOrderShare",
                        move.share().isPresent()
                                ? Optional.ofNullable(
                                        JsonText.number(move.share().getAsDouble()))
                                : Optional.empty())
                .put("inputs", move.parts().stream().map(JointMoveReport::json).toList());
    }

    private static Json json(JointMove.Part part) {
        return new Json()
                .put("address", part.address())
                .put("value", part.value())
                .put("number", part.number())
                .put("asItIs", part.base())
                .put("distance", part.distance())
                .put("unit", part.unit())
                .put("quantile", part.quantile())
                .put("standardDeviations", part.scores());
    }
}
