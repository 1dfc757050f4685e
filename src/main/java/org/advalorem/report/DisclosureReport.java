package org.advalorem.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Unit;
import org.advalorem.whatif.AllegedError;
import org.advalorem.whatif.DisclosureCheck;
import org.advalorem.whatif.SingleEdit;

/**
 * The report of {@code compare --to}: disclosed figures beside the calculated ones, and the first step that differs.
 *
 * <p>The JSON format, {@code advalorem-disclosure/2}, is a contract described in {@code docs/json.md}.
 */
public final class DisclosureReport {
    private final EvaluatedScenario scenario;
    private final DisclosureCheck.Result result;
    private final Optional<SingleEdit.Result> edits;
    private final Optional<AllegedError> error;

    private DisclosureReport(
            EvaluatedScenario scenario,
            DisclosureCheck.Result result,
            Optional<SingleEdit.Result> edits,
            Optional<AllegedError> error) {
        this.scenario = edits.map(SingleEdit.Result::run).map(scenario::withRun).orElse(scenario);
        this.result = result;
        this.edits = edits;
        this.error = error;
    }

    /**
     * The report on a comparison with disclosed figures.
     *
     * @param edits what single edit gives them, if that was searched for
     * @param error the difference as a ministerial error, if there is one
     */
    public static Report of(
            EvaluatedScenario scenario,
            DisclosureCheck.Result result,
            Optional<SingleEdit.Result> edits,
            Optional<AllegedError> error) {
        DisclosureReport report = new DisclosureReport(scenario, result, edits, error);
        return Report.of(
                        "advalorem-disclosure/2",
                        report.scenario,
                        report::document,
                        () -> FlatTable.of(report.figures()))
                .withComments(report::comments);
    }

    private List<String> comments() {
        List<String> lines = new ArrayList<>(List.of("Disclosure: " + result.file()));
        edits.ifPresent(of -> lines.addAll(SingleEditReport.lines(of)));
        error.ifPresent(
                of -> AllegedErrorReport.lines(scenario, of).forEach(line -> lines.add("Ministerial error: " + line)));
        return lines;
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

    private Finding finding() {
        long matching = result.figures().stream()
                .filter(DisclosureCheck.Figure::matches)
                .count();
        return new Finding(
                first().map(figure -> "First difference: " + figure.address() + ", theirs " + figure.printed()
                                + ", ours " + ours(figure))
                        .orElse("No difference from the disclosure"),
                matching + " of " + result.figures().size() + " figures of " + result.file()
                        + " match to the decimals printed; the order is that of calculation");
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(scenario, "Comparison with a disclosure: ", finding(), document);
        edits.ifPresent(of -> document.paragraph(SingleEditReport.finding(of)));
        document.listing(figures());
        edits.ifPresent(of -> SingleEditReport.write(of, document));
        error.ifPresent(of -> AllegedErrorReport.write(scenario, of, document));
        return Header.close(
                scenario,
                document.data(SingleEditReport.type(
                                        "edits", "The single edits that give every figure, most plausible first.")
                                .of(edits.map(SingleEdit.Result::all).orElse(List.of())))
                        .data(SingleEditReport.type(
                                        "firstOnly", "Those that give the first differing figure but not every other.")
                                .of(edits.map(SingleEdit.Result::firstOnly).orElse(List.of())))
                        .one(SingleEditReport.search().of(edits.stream().toList()))
                        .one(AllegedErrorReport.type(scenario).of(error.stream().toList()))
                        .one(ListingType.<DisclosureCheck.Result>of(
                                        "disclosure", "disclosure", "The disclosure compared with.")
                                .text("file", DisclosureCheck.Result::file, "The file.")
                                .text(
                                        "first",
                                        of -> first().map(DisclosureCheck.Figure::address)
                                                .orElse(""),
                                        "The first figure, in the order of calculation, that differs.")
                                .of(List.of(result))));
    }

    private Listing<DisclosureCheck.Figure> figures() {
        return ListingType.<DisclosureCheck.Figure>of("figures", "figure", "The figures in the order of calculation.")
                .text("address", "figure", DisclosureCheck.Figure::address, "As in the file.")
                .textRight("printed", "theirs", DisclosureCheck.Figure::printed, "As in the file.")
                .number(Figure.PLAIN, "theirs", figure -> figure.theirs().doubleValue(), "Their figure as a number.")
                .shownRight("ours", DisclosureReport::ours)
                .shownRight("ours in full", DisclosureReport::full)
                .shownRight("difference", figure -> figure.matches() ? "" : difference(figure))
                .shown("", figure -> figure.matches() ? "matches" : isFirst(figure) ? "differs first" : "differs")
                .number(Figure.PLAIN, "ours", DisclosureCheck.Figure::ours, "The figure in this calculation.")
                .text("unit", figure -> Figure.unitText(figure.unit()), "The unit of both.")
                .number(
                        Figure.PLAIN,
                        "difference",
                        figure -> figure.difference().doubleValue(),
                        "Ours minus theirs.")
                .truth("matches", DisclosureCheck.Figure::matches, "Whether they agree to the decimals printed.")
                .truth("first", this::isFirst, "Whether it is the first that differs.")
                .of("Figures in the order of calculation", calculated());
    }

    private boolean isFirst(DisclosureCheck.Figure figure) {
        return first().filter(figure::equals).isPresent();
    }

    private static String ours(DisclosureCheck.Figure figure) {
        if (figure.unit().equals(Unit.TRUTH) || !Double.isFinite(figure.ours())) {
            return Figure.TRUTH.text(figure.ours());
        }
        boolean percent = figure.isPercent();
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
}
