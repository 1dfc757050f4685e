package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.advalorem.whatif.JointMove;

/** The section of the {@code flip} report on the smallest joint moves. */
final class JointMoveReport {
    private static final int PLACES = 2;

    private JointMoveReport() {}

    static void write(EvaluatedScenario scenario, JointMove.Result result, Document.Builder document) {
        document.heading(2, "Smallest joint moves");
        if (result.moves().isEmpty()) {
            document.paragraph((result.inputs() == 0
                            ? "None of the uncertain inputs can move, so there is no joint move."
                            : "No joint move of the uncertain inputs was found that reverses a verdict or a test within "
                                    + Sensitive.number(JointMove.FARTHEST, 0) + " standard deviations.")
                    + held(result));
            return;
        }
        document.paragraph(explanation(result) + held(result));
        for (JointMove.Move move : result.moves()) {
            document.view(view(scenario, move));
        }
    }

    private static String explanation(JointMove.Result result) {
        return "The smallest move of the uncertain inputs together, from the baseline, that reverses the test; all values of a"
                + " table, given together with --set, reverse it. The distance is in standard deviations: each input is placed by"
                + " its quantile on a standard normal scale, and the distance is the root of the sum of squares, so that 1 is one"
                + " input moved by one standard deviation. A move is proven smallest only if a single input can move and the bounds"
                + " of the calculation show that no smaller move of it reverses the test, up to one part in a thousand; of"
                + " several inputs it is the smallest that a search found. The share of draws beyond is a first-order"
                + " approximation, as if the boundary were flat; to count draws: advalorem simulate."
                + (result.correlated()
                        ? " Inputs are correlated: moves along the correlation count for less than moves against it."
                        : "");
    }

    private static String held(JointMove.Result result) {
        return result.held().stream().collect(Collectors.groupingBy(JointMove.Held::reason)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " Not moved, because it " + entry.getKey() + ": "
                        + entry.getValue().stream().map(JointMove.Held::address).collect(Collectors.joining(", "))
                        + ".")
                .collect(Collectors.joining());
    }

    private static Listing<JointMove.Part> view(EvaluatedScenario scenario, JointMove.Move move) {
        return ListingType.<JointMove.Part>of("inputs", "input", "")
                .shown("input", part -> InputNames.of(scenario, part.address()))
                .shownRight("moves to", JointMove.Part::value)
                .shownRight("distance", part -> FlipReport.distance(part.distance(), part.unit()))
                .shown(Figure.SHARE, "quantile", JointMove.Part::quantile)
                .shownRight(
                        "standard deviations",
                        part -> (part.scores() > 0.0 ? "+" : "") + Sensitive.number(part.scores(), PLACES))
                .of(
                        FlipReport.what(scenario, move.about(), move.truth(), move.verdict(), move.becomes())
                                + " at a distance of "
                                + Sensitive.number(move.distance(), PLACES),
                        move.parts())
                .note((move.proven() ? "Proven smallest." : "Found; a smaller move may exist.")
                        + (move.share().isPresent()
                                ? " Share of draws beyond, to first order: "
                                        + Figure.RATE.text(move.share().getAsDouble()) + "."
                                : ""));
    }

    static ListingType<JointMove.Result> type(String name) {
        ListingType<JointMove.Held> held = ListingType.<JointMove.Held>of(
                        "held", "input", "Uncertain inputs that stay at their baseline.")
                .text("address", JointMove.Held::address, "The input's address.")
                .text("reason", JointMove.Held::reason, "Why it stays there.");
        ListingType<JointMove.Part> inputs =
                inputs(ListingType.of("inputs", "input", "What each input moves to."), part -> part);
        ListingType<JointMove.Move> moves = ListingType.<JointMove.Move>of(
                        "moves", "move", "The smallest joint move that reverses each verdict or test.")
                .text("about", JointMove.Move::about, "The address that the test concerns.")
                .text("test", JointMove.Move::truth, "The test that reverses.")
                .truth("verdict", JointMove.Move::verdict, "Whether it is a verdict.")
                .truth("becomes", JointMove.Move::becomes, "The answer it reverses to.")
                .text(
                        "basis",
                        move -> FlipReport.basis(move.proven()),
                        "proven if no smaller move reverses it, up to one part in a thousand; else found.")
                .number(
                        Figure.PLAIN,
                        "distance",
                        JointMove.Move::distance,
                        "The length of the move, in standard deviations.")
                .number(
                        Figure.SHARE,
                        "first-order-share",
                        move -> ListingType.orNone(move.share()),
                        "The share of draws beyond, to first order.")
                .with(inputs, JointMove.Move::parts);
        return ListingType.<JointMove.Result>of(name, "joint", "The smallest joint moves of the uncertain inputs.")
                .number(Figure.COUNT, "inputs", JointMove.Result::inputs, "Number of inputs that can move.")
                .truth("correlated", JointMove.Result::correlated, "Whether any of them are correlated.")
                .with(held, JointMove.Result::held)
                .with(moves, JointMove.Result::moves);
    }

    /** An input of the move with the given number. */
    record Input(int number, JointMove.Move move, JointMove.Part part) {}

    /** One row per input of a move; moves are numbered. */
    static List<Input> inputs(JointMove.Result result) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < result.moves().size(); i++) {
            JointMove.Move move = result.moves().get(i);
            for (JointMove.Part part : move.parts()) {
                inputs.add(new Input(i + 1, move, part));
            }
        }
        return inputs;
    }

    static ListingType<Input> inTable() {
        return inputs(ListingType.<Input>of("moves", "move", "The inputs of each joint move."), Input::part)
                .text("about", input -> input.move().about(), "The address that the test concerns.")
                .text("test", input -> input.move().truth(), "The test that reverses.")
                .truth("verdict", input -> input.move().verdict(), "Whether it is a verdict.")
                .truth("becomes", input -> input.move().becomes(), "The answer it reverses to.")
                .text("basis", input -> FlipReport.basis(input.move().proven()), "proven or found, as of the move.")
                .number(Figure.COUNT, "joint-move", Input::number, "The number of the move.")
                .number(
                        Figure.PLAIN,
                        "joint-distance",
                        input -> input.move().distance(),
                        "The length of the move, in standard deviations.");
    }

    private static <R> ListingType<R> inputs(ListingType<R> type, Function<R, JointMove.Part> part) {
        return type.text("address", row -> part.apply(row).address(), "The input's address.")
                .text("value", row -> part.apply(row).value(), "The value, as written after --set.")
                .number(Figure.PLAIN, "number", row -> part.apply(row).number(), "The value as a number.")
                .number(Figure.PLAIN, "baseline", row -> part.apply(row).base(), "The baseline number.")
                .number(Figure.PLAIN, "distance", row -> part.apply(row).distance(), "The number minus the baseline.")
                .text("unit", row -> part.apply(row).unit(), "The unit; % for a fraction written as a percentage.")
                .number(
                        Figure.SHARE,
                        "quantile",
                        row -> part.apply(row).quantile(),
                        "The share of the input's distribution below the number.")
                .number(
                        Figure.PLAIN,
                        "standard-deviations",
                        row -> part.apply(row).scores(),
                        "How far it moves, on a standard normal scale.");
    }
}
