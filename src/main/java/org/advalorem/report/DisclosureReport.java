package org.advalorem.report;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Unit;
import org.advalorem.whatif.DisclosureCheck;

/**
 * The report of {@code compare --to}: disclosed figures beside the calculated ones, and the first step that differs.
 *
 * <p>The JSON format, {@code advalorem-disclosure/2}, is a contract described in {@code docs/json.md}.
 */
public final class DisclosureReport {
    private final EvaluatedScenario scenario;
    private final DisclosureCheck.Result result;

    private DisclosureReport(EvaluatedScenario scenario, DisclosureCheck.Result result) {
        this.scenario = scenario;
        this.result = result;
    }

    /** The report on a comparison with disclosed figures. */
    public static Report of(EvaluatedScenario scenario, DisclosureCheck.Result result) {
        DisclosureReport report = new DisclosureReport(scenario, result);
        return Report.of("advalorem-disclosure/2", scenario, report::document, () -> FlatTable.of(report.figures()))
                .withComments(() -> List.of("Disclosure: " + result.file()));
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
        return Header.close(
                scenario,
                document.listing(figures())
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
}
