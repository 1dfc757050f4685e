package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.rules.screens.Comparison;
import org.advalorem.rules.screens.Screen;

/**
 * The report of {@code screen}: the verdict of every screen, the comparisons behind it, and how far each is from turning.
 *
 * <p>The JSON format, {@code advalorem-screens/1}, is a contract described in {@code docs/json.md}.
 */
public final class ScreensReport {
    private static final String SCREEN = "screen";

    private final EvaluatedScenario scenario;

    private ScreensReport(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    /** The report. */
    public static Report of(EvaluatedScenario scenario) {
        ScreensReport report = new ScreensReport(scenario);
        return Report.of(
                "advalorem-screens/1",
                scenario,
                report::document,
                () -> FlatTable.of(report.forPrograms(), "comparisons"));
    }

    private List<Screen> screens() {
        return scenario.determination().screens();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        document.heading(1, scenario.determination().title());
        Header.flag(scenario, document);
        if (screens().isEmpty()) {
            document.paragraph("The scenario states no screens. They are written under screens:, such as"
                    + " screens: {de-minimis: {rate: 0.98%}}; docs/scenario-format.md lists them.");
        }
        for (Screen screen : screens()) {
            document.heading(2, screen.title() + ": " + screen.verdict(holds(screen.met())));
            if (!screen.comparisons().isEmpty()) {
                document.view(comparisons(screen));
            }
            document.items(findings(screen).stream()
                    .map(finding -> finding.words() + " (" + finding.authority().words() + ")")
                    .toList());
        }
        List<String> assumptions = assumptions();
        if (!assumptions.isEmpty()) {
            document.heading(2, "Assumptions");
            document.items(assumptions);
        }
        document.data(forPrograms());
        return Header.close(scenario, document);
    }

    /** The assumptions that comparisons rest on, each with its number. */
    private List<String> assumptions() {
        return screens().stream()
                .flatMap(screen -> screen.comparisons().stream())
                .flatMap(of -> of.authority().assumption().stream())
                .distinct()
                .map(number -> number + ": " + UsedAssumptions.statement(number))
                .toList();
    }

    private boolean holds(Term truth) {
        return scenario.values().holds(truth);
    }

    private double number(Term term) {
        return scenario.value(term);
    }

    /** The sentences that apply. */
    private List<Screen.Finding> findings(Screen screen) {
        List<Screen.Finding> apply = new ArrayList<>();
        for (Screen.Finding finding : screen.findings()) {
            if (finding.when().map(this::holds).orElse(true)) {
                apply.add(finding);
            }
        }
        return apply;
    }

    private Listing<Comparison> comparisons(Screen screen) {
        return ListingType.<Comparison>of("comparisons", "comparison", "")
                .shown("comparison", Comparison::what)
                .shownRight("number", of -> text(of, of.number()))
                .shown("required", of -> required(of))
                .shown("holds", of -> holds(of.met()) ? "yes" : "no")
                .shownRight("how far away", this::away)
                .shown("paragraph", of -> of.authority().words())
                .of(screen.comparisons());
    }

    /** What is required, with the number where the words do not have it. */
    private String required(Comparison of) {
        return of.bound().operation() == Operation.LITERAL
                ? of.required()
                : of.required() + ", " + text(of, of.bound());
    }

    private String text(Comparison of, Term term) {
        return text(of.quality(), number(term), term);
    }

    private static String text(Quality quality, double value, Term term) {
        String unit = Figure.unitText(term.unit());
        String several = quality == Quality.DAYS && value != 1.0 ? "s" : "";
        return Figure.of(quality).text(value) + (unit.isEmpty() ? "" : " " + unit + several);
    }

    /** The distance of the digits that are compared, so that what is at the threshold is at no distance from it. */
    private double distance(Comparison of) {
        double number = number(of.number());
        double bound = number(of.bound());
        return Double.isFinite(number) && Double.isFinite(bound)
                ? LegalDecimals.legal(number)
                        .subtract(LegalDecimals.legal(bound))
                        .doubleValue()
                : Double.NaN;
    }

    /** The distance in words, such as {@code 0.0100 pp below}. */
    private String away(Comparison of) {
        double distance = distance(of);
        if (distance == 0.0 || !Double.isFinite(distance)) {
            return distance == 0.0 ? "at the threshold" : Figure.NONE;
        }
        return text(of.ofDistance(), Math.abs(distance), of.distance()) + (distance < 0.0 ? " below" : " above");
    }

    private Listing<Screen> forPrograms() {
        return ListingType.<Screen>of("screens", SCREEN, "Every screen that the scenario states.")
                .text("id", Screen::id, "Its name; screens.NAME.met is its verdict.")
                .text("title", Screen::title, "Its name in words.")
                .truth("met", screen -> holds(screen.met()), "Whether it holds.")
                .text("verdict", screen -> screen.verdict(holds(screen.met())), "The verdict in words.")
                .text("authority", screen -> screen.authority().words(), "The paragraph.")
                .with(forPrograms("comparisons"), Screen::comparisons)
                .with(
                        ListingType.<Screen.Finding>of(
                                        "findings", "finding", "What follows, or what the screen does not test.")
                                .text("words", Screen.Finding::words, "The sentence.")
                                .text(
                                        "authority",
                                        finding -> finding.authority().words(),
                                        "The paragraph."),
                        this::findings)
                .of(screens());
    }

    private ListingType<Comparison> forPrograms(String name) {
        return ListingType.<Comparison>of(name, "comparison", "What it compares.")
                .text("id", Comparison::id, "Its name; screens.NAME.number is the number.")
                .text("what", Comparison::what, "The number in words.")
                .number(Figure.PLAIN, "number", of -> number(of.number()), "The number; a rate or share as a fraction.")
                .text("required", Comparison::required, "What is required of it, in words.")
                .text("relation", of -> of.relation().toString(), "less than, at most, more than or at least.")
                .number(Figure.PLAIN, "threshold", of -> number(of.bound()), "The threshold.")
                .number(Figure.PLAIN, "distance", this::distance, "The number less the threshold.")
                .text("unit", of -> Figure.unitText(of.number().unit()), "Their unit; empty for fractions.")
                .truth("met", of -> holds(of.met()), "Whether the comparison holds.")
                .text("authority", of -> of.authority().words(), "The paragraph.");
    }
}
