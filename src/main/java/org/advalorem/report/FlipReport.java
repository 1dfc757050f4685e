package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String PERCENT = "%";
    private static final double HUNDRED = 100.0;

    private FlipReport() {}

    /** The report. */
    public static Report of(EvaluatedScenario scenario, Flip.Result result) {
        return Report.of(
                () -> document(scenario, result),
                () -> Header.comments(scenario, result.partial()),
                () -> flat(result),
                () -> json(scenario, result));
    }

    private static Document document(EvaluatedScenario scenario, Flip.Result result) {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "What would turn a verdict: ", result.partial(), document);
        document.paragraph(Header.version() + ". " + result.inputs() + " inputs, one at a time; " + result.thresholds()
                + " verdicts and tests watched. Each value below was put into the scenario and seen to turn its test; typed"
                + " behind --set ADDRESS= it does so again. Quantile: the share of the input's distribution below it.");
        document.heading(2, "Verdicts");
        if (result.turns().stream().noneMatch(Flip.Turn::verdict)) {
            document.paragraph("No input turns a verdict by itself within the values tried.");
        }
        tables(result.turns().stream().filter(Flip.Turn::verdict).toList(), document);
        document.heading(2, "Tests within the calculation");
        if (result.turns().stream().allMatch(Flip.Turn::verdict)) {
            document.paragraph("No input turns a test within the calculation by itself.");
        }
        tables(result.turns().stream().filter(turn -> !turn.verdict()).toList(), document);
        result.joint().ifPresent(joint -> JointMoveReport.write(joint, document));
        return document.build();
    }

    /** A table for each test that turns, in the order of the nearest. */
    private static void tables(List<Flip.Turn> turns, Document.Builder document) {
        Map<String, List<Flip.Turn>> byTest = new LinkedHashMap<>();
        for (Flip.Turn turn : turns) {
            byTest.computeIfAbsent(what(turn.about(), turn.truth(), turn.becomes()), test -> new ArrayList<>())
                    .add(turn);
        }
        byTest.forEach((test, same) -> document.table(table(test, same)));
    }

    private static Table table(String title, List<Flip.Turn> turns) {
        List<String> columns = new ArrayList<>(List.of("input", "#turns at", "#away by", "#that is"));
        boolean anyQuantile = turns.stream().anyMatch(turn -> turn.quantile().isPresent());
        if (anyQuantile) {
            columns.add("#quantile");
        }
        Table.Builder table = Table.titled(title, columns.toArray(String[]::new));
        for (Flip.Turn turn : turns) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(turn.address()),
                    Cell.of(turn.value()),
                    Cell.of(distance(turn.distance(), turn.unit())),
                    Cell.of(relative(turn))));
            if (anyQuantile) {
                cells.add(Cell.of(
                        turn.quantile().isPresent()
                                ? Figure.SHARE.text(turn.quantile().getAsDouble())
                                : ""));
            }
            table.row(cells);
        }
        return table.build();
    }

    /** Whose test it is, without the general beginning of its address, and what it becomes. */
    static String what(String about, String truth, boolean becomes) {
        String of = about.startsWith(COMPANIES) ? about.substring(COMPANIES.length()) : about;
        return (of.isEmpty() ? "" : of + ": ") + truth + ": " + (becomes ? "yes" : "no");
    }

    /** A distance with its sign in the input's own unit; that of rates written in percent in percentage points. */
    static String distance(double distance, String unit) {
        boolean percent = unit.equals(PERCENT);
        String text = Figure.QUANTITY.text(percent ? distance * HUNDRED : distance);
        return (distance > 0.0 ? "+" : "") + text + (percent ? " pp" : unit.isEmpty() ? "" : " " + unit);
    }

    private static String relative(Flip.Turn turn) {
        double relative = turn.relative();
        return Double.isFinite(relative) ? (relative > 0.0 ? "+" : "") + Figure.SHARE.text(relative) : "";
    }

    private static Table flat(Flip.Result result) {
        Table.Builder table = Table.titled(
                "",
                "address",
                "value",
                "number",
                "as-it-is",
                "distance",
                "unit",
                "quantile",
                "about",
                "test",
                "verdict",
                "becomes",
                "joint-move",
                "joint-distance");
        for (Flip.Turn turn : result.turns()) {
            table.row(
                    Cell.of(turn.address()),
                    Cell.of(turn.value()),
                    Cell.of(turn.number(), Figure.PLAIN),
                    Cell.of(turn.base(), Figure.PLAIN),
                    Cell.of(turn.distance(), Figure.PLAIN),
                    Cell.of(turn.unit()),
                    turn.quantile().isPresent() ? Cell.of(turn.quantile().getAsDouble(), Figure.PLAIN) : Cell.empty(),
                    Cell.of(turn.about()),
                    Cell.of(turn.truth()),
                    Cell.of(turn.verdict() ? 1.0 : 0.0, Figure.TRUTH),
                    Cell.of(turn.becomes() ? 1.0 : 0.0, Figure.TRUTH),
                    Cell.empty(),
                    Cell.empty());
        }
        result.joint().ifPresent(joint -> JointMoveReport.rows(joint, table));
        return table.build();
    }

    private static Json json(EvaluatedScenario scenario, Flip.Result result) {
        Json json = new Json().put("format", "advalorem-flip/1");
        Header.write(scenario, json);
        return json.put("version", Header.version())
                .put("partial", result.partial())
                .put("inputs", result.inputs())
                .put("tests", result.thresholds())
                .put("turns", result.turns().stream().map(FlipReport::turn).toList())
                .put("joint", result.joint().map(JointMoveReport::json));
    }

    private static Json turn(Flip.Turn turn) {
        return new Json()
                .put("address", turn.address())
                .put("value", turn.value())
                .put("number", turn.number())
                .put("asItIs", turn.base())
                .put("distance", turn.distance())
                .put("unit", turn.unit())
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
