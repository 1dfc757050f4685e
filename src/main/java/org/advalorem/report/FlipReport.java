package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Flip;

/**
 * The report of {@code flip}.
 *
 * <p>JSON is a contract, {@code advalorem-flip/1}, described in {@code docs/json.md}.
 */
public final class FlipReport {
    private static final String COMPANIES = "companies.";

    private FlipReport() {}

    /** The report. */
    public static Report of(EvaluatedScenario scenario, Flip.Result result) {
        return Report.of(
                () -> document(scenario, result),
                () -> Header.comments(scenario),
                () -> flat(result),
                () -> json(scenario, result));
    }

    private static Document document(EvaluatedScenario scenario, Flip.Result result) {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "What would turn a verdict: ", document);
        if (result.partial()) {
            document.add(new Document.Warning("PARTIAL: the run was stopped before its end."));
        }
        document.paragraph(Header.version() + ". " + result.inputs() + " inputs, one at a time; " + result.thresholds()
                + " verdicts and tests watched. Each value below was put into the scenario and seen to turn its test; typed"
                + " behind --set ADDRESS= it does so again. Quantile: the share of the input's distribution below it.");
        document.table(table(
                "Verdicts", result.turns().stream().filter(Flip.Turn::verdict).toList()));
        if (result.turns().stream().noneMatch(Flip.Turn::verdict)) {
            document.paragraph("No input turns a verdict by itself within the values tried.");
        }
        document.table(table(
                "Tests within the calculation",
                result.turns().stream().filter(turn -> !turn.verdict()).toList()));
        return document.build();
    }

    private static Table table(String title, List<Flip.Turn> turns) {
        Table.Builder table = Table.titled(title, "input", "#turns at", "#that is", "#quantile", "what turns");
        for (Flip.Turn turn : turns) {
            table.row(
                    Cell.of(turn.address()),
                    Cell.of(turn.value()),
                    Cell.of(relative(turn)),
                    Cell.of(
                            turn.quantile().isPresent()
                                    ? Figure.SHARE.text(turn.quantile().getAsDouble())
                                    : ""),
                    Cell.of(what(turn)));
        }
        return table.build();
    }

    /** Whose test it is, without the general beginning of its address, and what it becomes. */
    private static String what(Flip.Turn turn) {
        String of = turn.about().startsWith(COMPANIES) ? turn.about().substring(COMPANIES.length()) : turn.about();
        return (of.isEmpty() ? "" : of + ": ") + turn.truth() + ": " + (turn.becomes() ? "yes" : "no");
    }

    private static String relative(Flip.Turn turn) {
        double relative = turn.relative();
        return Double.isFinite(relative) ? (relative > 0.0 ? "+" : "") + Figure.SHARE.text(relative) : "";
    }

    private static Table flat(Flip.Result result) {
        Table.Builder table = Table.titled(
                "", "address", "value", "number", "as-it-is", "quantile", "about", "test", "verdict", "becomes");
        for (Flip.Turn turn : result.turns()) {
            table.row(
                    Cell.of(turn.address()),
                    Cell.of(turn.value()),
                    Cell.of(turn.number(), Figure.PLAIN),
                    Cell.of(turn.base(), Figure.PLAIN),
                    turn.quantile().isPresent() ? Cell.of(turn.quantile().getAsDouble(), Figure.PLAIN) : Cell.empty(),
                    Cell.of(turn.about()),
                    Cell.of(turn.truth()),
                    Cell.of(turn.verdict() ? 1.0 : 0.0, Figure.TRUTH),
                    Cell.of(turn.becomes() ? 1.0 : 0.0, Figure.TRUTH));
        }
        return table.build();
    }

    private static Json json(EvaluatedScenario scenario, Flip.Result result) {
        Json json = new Json().put("format", "advalorem-flip/1");
        Header.write(scenario, json);
        return json.put("version", Header.version())
                .put("partial", result.partial())
                .put("inputs", result.inputs())
                .put("tests", result.thresholds())
                .put("turns", result.turns().stream().map(FlipReport::turn).toList());
    }

    private static Json turn(Flip.Turn turn) {
        return new Json()
                .put("address", turn.address())
                .put("value", turn.value())
                .put("number", turn.number())
                .put("asItIs", turn.base())
                .put(
                        "quantile",
                        turn.quantile().isPresent()
                                ? Optional.ofNullable(
                                        JsonText.number(turn.quantile().getAsDouble()))
                                : Optional.empty())
                .put("about", turn.about())
                .put("test", turn.truth())
                .put("verdict", turn.verdict())
                .put("becomes", turn.becomes());
    }
}
