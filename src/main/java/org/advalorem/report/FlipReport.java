package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.Limit;

/**
 * The report of {@code flip}: the input values at which a verdict or test turns.
 *
 * <p>The JSON format, {@code advalorem-flip/2}, is a contract described in {@code docs/json.md}.
 */
public final class FlipReport {
    private static final String COMPANIES = "companies.";
    private static final String PERCENT = "%";
    private static final double HUNDRED = 100.0;

    private final EvaluatedScenario scenario;
    private final Flip.Result result;

    private FlipReport(EvaluatedScenario scenario, Flip.Result result) {
        this.scenario = scenario.withRun(result.run());
        this.result = result;
    }

    /** The report on the turning points found. */
    public static Report of(EvaluatedScenario scenario, Flip.Result result) {
        FlipReport report = new FlipReport(scenario, result);
        return Report.of("advalorem-flip/2", report.scenario, report::document, report::table);
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(
                scenario,
                "What would reverse a verdict: ",
                FlipFinding.of(scenario, result).finding(),
                document);
        document.paragraph(
                result.run().made() + " inputs, one at a time; " + result.thresholds()
                        + " verdicts and tests watched. Each value below was set in the scenario and confirmed to reverse its test;"
                        + " --set ADDRESS=VALUE repeats that. Quantile: the share of the input's distribution below the value.");
        document.heading(2, "Verdicts");
        if (result.turns().stream().noneMatch(Flip.Turn::verdict)) {
            document.paragraph("No input on its own reverses a verdict within the values tried.");
        }
        tables(result.turns().stream().filter(Flip.Turn::verdict).toList(), document);
        document.heading(2, "Tests within the calculation");
        if (result.turns().stream().allMatch(Flip.Turn::verdict)) {
            document.paragraph("No input on its own reverses a test within the calculation.");
        }
        tables(result.turns().stream().filter(turn -> !turn.verdict()).toList(), document);
        result.joint().ifPresent(joint -> JointMoveReport.write(joint, document));
        return Header.close(
                scenario,
                document.one(ListingType.<Flip.Result>of("watched", "watched", "The verdicts and tests watched.")
                                .number(Figure.COUNT, "tests", Flip.Result::thresholds, "Number of verdicts and tests.")
                                .of(List.of(result)))
                        .data(turns().of(result.turns()))
                        .one(JointMoveReport.type("joint")
                                .of(result.joint().stream().toList())));
    }

    /** Adds a table for each test that turns, nearest first. */
    private static void tables(List<Flip.Turn> turns, Document.Builder document) {
        Map<String, List<Flip.Turn>> byTest = new LinkedHashMap<>();
        for (Flip.Turn turn : turns) {
            byTest.computeIfAbsent(what(turn.about(), turn.truth(), turn.becomes()), test -> new ArrayList<>())
                    .add(turn);
        }
        byTest.forEach((test, same) -> document.view(view(test, same)));
    }

    private static Listing<Flip.Turn> view(String title, List<Flip.Turn> turns) {
        ListingType<Flip.Turn> type = ListingType.<Flip.Turn>of("turns", "turn", "")
                .shown("input", Flip.Turn::address)
                .shownRight("reverses at", Flip.Turn::words)
                .shownRight("distance", turn -> distance(turn.distance(), turn.unit()))
                .shownRight("relative", FlipReport::relative);
        if (turns.stream().anyMatch(turn -> turn.quantile().isPresent())) {
            type.shown(Figure.SHARE, "quantile", turn -> ListingType.orNone(turn.quantile()));
        }
        return type.of(title, turns);
    }

    /** The subject of a test, without the common beginning of its address, and the outcome to which it turns. */
    static String what(String about, String truth, boolean becomes) {
        String of = about.startsWith(COMPANIES) ? about.substring(COMPANIES.length()) : about;
        return (of.isEmpty() ? "" : of + ": ") + truth + ": " + (becomes ? "yes" : "no");
    }

    /** A signed distance in the input's own unit; in percentage points for rates written in percent. */
    static String distance(double distance, String unit) {
        boolean percent = unit.equals(PERCENT);
        String text = Figure.QUANTITY.text(percent ? distance * HUNDRED : distance);
        return (distance > 0.0 ? "+" : "") + text + (percent ? " pp" : unit.isEmpty() ? "" : " " + unit);
    }

    private static String relative(Flip.Turn turn) {
        double relative = turn.relative();
        return Double.isFinite(relative) ? (relative > 0.0 ? "+" : "") + Figure.SHARE.text(relative) : "";
    }

    private static ListingType<Flip.Turn> turns() {
        return ListingType.<Flip.Turn>of("turns", "turn", "Every value at which a verdict or test reverses.")
                .text("address", Flip.Turn::address, "The input's address.")
                .text("value", Flip.Turn::value, "The value, as written after --set.")
                .number(Figure.PLAIN, "number", Flip.Turn::number, "The value as a number.")
                .number(Figure.PLAIN, "baseline", Flip.Turn::base, "The baseline number.")
                .number(Figure.PLAIN, "distance", Flip.Turn::distance, "The number, or its limit, minus the baseline.")
                .text(
                        "limit",
                        turn -> turn.limit().map(Limit::value).orElse(""),
                        "The value just before, if the test reverses only beyond it.")
                .text("unit", Flip.Turn::unit, "The unit; % for a fraction written as a percentage.")
                .number(
                        Figure.SHARE,
                        "quantile",
                        turn -> ListingType.orNone(turn.quantile()),
                        "The share of the input's distribution below the number.")
                .text("about", Flip.Turn::about, "The address that the test concerns.")
                .text("test", Flip.Turn::truth, "The test that reverses.")
                .truth("verdict", Flip.Turn::verdict, "Whether it is a verdict.")
                .truth("becomes", Flip.Turn::becomes, "The answer it reverses to.");
    }

    /** The turns, followed by the numbered inputs of joint moves. */
    private FlatTable table() {
        FlatTable table = FlatTable.of(turns().of(result.turns()));
        return table.and(JointMoveReport.inTable()
                .of(result.joint().map(JointMoveReport::inputs).orElse(List.of())));
    }
}
