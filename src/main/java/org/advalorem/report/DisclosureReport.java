package org.advalorem.report;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Unit;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.DisclosureCheck;

/**
 * The report of {@code compare --to}: figures somebody disclosed beside ours, and the first step that differs.
 *
 * <p>JSON is a contract, {@code advalorem-disclosure/1}, described in {@code docs/json.md}.
 */
public final class DisclosureReport {
    private final EvaluatedScenario scenario;
    private final DisclosureCheck.Result result;

    private DisclosureReport(EvaluatedScenario scenario, DisclosureCheck.Result result) {
        this.scenario = scenario;
        this.result = result;
    }

    /** The report. */
    public static Report of(EvaluatedScenario scenario, DisclosureCheck.Result result) {
        DisclosureReport report = new DisclosureReport(scenario, result);
        return Report.of(report::document, report::comments, report::table, report::json);
    }

    private List<DisclosureCheck.Figure> calculated() {
        return result.figures().stream()
                .sorted(Comparator.comparingInt(DisclosureCheck.Figure::order))
                .toList();
    }

    private Optional<DisclosureCheck.Figure> first() {
        return result.first().isPresent()
                ? Optional.of(result.figures().get(result.first().getAsInt()))
                : Optional.empty();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "Comparison with a disclosure: ", document);
        document.paragraph("Program: " + Header.version() + ". Disclosure: " + result.file() + ".");
        long matching = result.figures().stream()
                .filter(DisclosureCheck.Figure::matches)
                .count();
        document.paragraph(matching + " of " + result.figures().size() + " figures match to the decimals printed. "
                + first().map(figure -> "The first that differs, in the order of calculation, is (" + figure.address()
                                + "): theirs " + figure.printed() + ", ours " + ours(figure) + ".")
                        .orElse("None differs."));
        Table.Builder table = Table.titled(
                "Figures in the order of calculation",
                "figure",
                "#theirs",
                "#ours",
                "#ours in full",
                "#difference",
                "");
        for (DisclosureCheck.Figure figure : calculated()) {
            boolean isFirst = first().filter(figure::equals).isPresent();
            table.row(
                    Cell.of(figure.address()),
                    Cell.of(figure.printed()),
                    Cell.of(ours(figure)),
                    Cell.of(full(figure)),
                    Cell.of(figure.matches() ? "" : difference(figure)),
                    Cell.of(figure.matches() ? "matches" : isFirst ? "differs first" : "differs"));
        }
        return document.table(table.build()).build();
    }

    private static String ours(DisclosureCheck.Figure figure) {
        if (figure.unit().equals(Unit.TRUTH) || !Double.isFinite(figure.ours())) {
            return Figure.TRUTH.text(figure.ours());
        }
        boolean percent = figure.printed().contains("%") || figure.printed().contains("percent");
        return LegalDecimals.decimal(figure.ours())
                        .movePointRight(percent ? 2 : 0)
                        .setScale(figure.places(), RoundingMode.HALF_UP)
                        .toPlainString()
                + (percent ? "%" : "");
    }

    private static String full(DisclosureCheck.Figure figure) {
        if (figure.unit().equals(Unit.TRUTH)) {
            return Figure.TRUTH.text(figure.ours());
        }
        return figure.unit().isFraction()
                ? Figure.EXACT_RATE.text(figure.ours())
                : Figure.PLAIN.text(figure.ours()) + " " + figure.unit();
    }

    private static String difference(DisclosureCheck.Figure figure) {
        if (figure.unit().equals(Unit.TRUTH)) {
            return "";
        }
        return figure.unit().isFraction()
                ? Points.text(figure.difference().doubleValue()) + " points"
                : Figure.PLAIN.text(figure.difference().doubleValue());
    }

    private List<String> comments() {
        List<String> comments = Header.commentsWithProgram(scenario);
        comments.add("Disclosure: " + result.file());
        return comments;
    }

    private Table table() {
        Table.Builder table =
                Table.titled("", "address", "printed", "theirs", "ours", "unit", "difference", "matches", "first");
        for (DisclosureCheck.Figure figure : calculated()) {
            table.row(
                    Cell.of(figure.address()),
                    Cell.of(figure.printed()),
                    Cell.of(figure.theirs().doubleValue(), Figure.PLAIN),
                    Cell.of(figure.ours(), Figure.PLAIN),
                    Cell.of(Figure.unitText(figure.unit())),
                    Cell.of(figure.difference().doubleValue(), Figure.PLAIN),
                    Cell.of(figure.matches() ? "yes" : "no"),
                    Cell.of(first().filter(figure::equals).isPresent() ? "yes" : "no"));
        }
        return table.build();
    }

    private Json json() {
        Json json = new Json().put("format", "advalorem-disclosure/1").put("version", Header.version());
        Header.write(scenario, json);
        return json.put("disclosure", result.file())
                .put("first", first().map(DisclosureCheck.Figure::address))
                .put(
                        "figures",
                        calculated().stream()
                                .map(figure -> new Json()
                                        .put("address", figure.address())
                                        .put("printed", figure.printed())
                                        .put("theirs", figure.theirs().doubleValue())
                                        .put("ours", figure.ours())
                                        .put("unit", Figure.unitText(figure.unit()))
                                        .put("difference", figure.difference().doubleValue())
                                        .put("matches", figure.matches()))
                                .toList());
    }
}
