package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.whatif.ChoiceFlip;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.Limit;

/**
 * The report of {@code flip}: the input values at which a verdict or test turns.
 *
 * <p>The JSON format, {@code advalorem-flip/2}, is a contract described in {@code docs/json.md}.
 */
public final class FlipReport {
    private static final String PROVEN = "proven";
    private static final String FOUND = "found";
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
        document.paragraph(result.run().made() + " inputs, one at a time; " + result.thresholds()
                + " verdicts and tests watched. Each value below was set in the scenario and confirmed to reverse its test;"
                + " --set ADDRESS=VALUE repeats that. Proven: the bounds of the whole calculation between the baseline"
                + " and the value show that no smaller move of the input reverses the test (up to one part in a"
                + " thousand). Found: the nearest of the values tried; a smaller move may exist between them. Quantile:"
                + " the share of the input's distribution below the value.");
        document.heading(2, "Verdicts");
        if (result.turns().stream().noneMatch(Flip.Turn::verdict)) {
            document.paragraph("No input on its own reverses a verdict within the values tried.");
        }
        tables(result.turns().stream().filter(Flip.Turn::verdict).toList(), document);
        choices(document);
        document.heading(2, "Tests within the calculation");
        if (result.turns().stream().allMatch(Flip.Turn::verdict)) {
            document.paragraph("No input on its own reverses a test within the calculation.");
        }
        tables(result.turns().stream().filter(turn -> !turn.verdict()).toList(), document);
        result.joint().ifPresent(joint -> JointMoveReport.write(scenario, joint, document));
        return Header.close(
                scenario,
                document.one(ListingType.<Flip.Result>of("watched", "watched", "The verdicts and tests watched.")
                                .number(Figure.COUNT, "tests", Flip.Result::thresholds, "Number of verdicts and tests.")
                                .of(List.of(result)))
                        .data(turns().of(result.turns()))
                        .data(choices().of(result.choices().singles()))
                        .data(programSets().of(result.choices().sets()))
                        .one(JointMoveReport.type("joint")
                                .of(result.joint().stream().toList())));
    }

    /** Adds a table for each test that turns, nearest first. */
    private void tables(List<Flip.Turn> turns, Document.Builder document) {
        Map<String, List<Flip.Turn>> byTest = new LinkedHashMap<>();
        for (Flip.Turn turn : turns) {
            byTest.computeIfAbsent(what(scenario, turn), test -> new ArrayList<>())
                    .add(turn);
        }
        byTest.forEach((test, same) -> document.view(view(test, same)));
    }

    private Listing<Flip.Turn> view(String title, List<Flip.Turn> turns) {
        ListingType<Flip.Turn> type = ListingType.<Flip.Turn>of("turns", "turn", "")
                .shown("input", turn -> InputNames.of(scenario, turn.address()))
                .shownRight("reverses at", Flip.Turn::words)
                .shownRight("distance", turn -> distance(turn.distance(), turn.unit()))
                .shownRight("relative", FlipReport::relative)
                .shown("smallest", turn -> basis(turn.proven()));
        if (turns.stream().anyMatch(turn -> turn.quantile().isPresent())) {
            type.shown(Figure.SHARE, "quantile", turn -> ListingType.orNone(turn.quantile()));
        }
        return type.of(title, turns);
    }

    private static String what(EvaluatedScenario scenario, Flip.Turn turn) {
        return what(scenario, turn.about(), turn.truth(), turn.verdict(), turn.becomes());
    }

    /** The subject of a test by name, its outcome now and the one to which it turns. */
    static String what(EvaluatedScenario scenario, String about, String truth, boolean verdict, boolean becomes) {
        String name = about.isEmpty() && verdict ? "Determination" : InputNames.subject(scenario, about);
        return (name.isEmpty() ? "" : name + ": ")
                + (verdict
                        ? "now " + outcome(about, !becomes) + "; turns to " + outcome(about, becomes)
                        : truth + ": now " + yes(!becomes) + "; turns to " + yes(becomes));
    }

    private static String yes(boolean answer) {
        return answer ? "yes" : "no";
    }

    /** A verdict in words: on a rate, or on the whole determination, which is about no address. */
    private static String outcome(String about, boolean holds) {
        return about.isEmpty() ? Verdict.ofDetermination(holds) : Verdict.words(holds);
    }

    private void choices(Document.Builder document) {
        document.heading(2, "Programs and other choices");
        ChoiceFlip.Result of = result.choices();
        document.paragraph(Sensitive.count(of.tried())
                + (of.programsAlone()
                        ? " programs, one at a time: whether each is applied; advalorem flip tries every other choice too."
                        : " choices, one at a time: whether each program is applied, and every other choice written in the scenario.")
                + (of.singles().isEmpty() ? " None of them reverses a verdict on its own." : ""));
        Map<String, List<ChoiceFlip.Choice>> byVerdict = new LinkedHashMap<>();
        of.singles()
                .forEach(single -> byVerdict
                        .computeIfAbsent(what(single), verdict -> new ArrayList<>())
                        .addAll(single.choices()));
        byVerdict.forEach((verdict, choices) -> document.view(settings(verdict, choices)));
        for (ChoiceFlip.Decision set : of.sets()) {
            document.view(settings(what(set) + " with " + set.choices().size() + " programs together", set.choices())
                    .note(
                            set.proven()
                                    ? "Proven smallest: no smaller set of the programs that move a rate does."
                                    : "Found; a smaller set may exist."));
        }
    }

    private String what(ChoiceFlip.Decision decision) {
        return what(scenario, decision.about(), decision.truth(), true, decision.becomes());
    }

    private Listing<ChoiceFlip.Choice> settings(String title, List<ChoiceFlip.Choice> choices) {
        return ListingType.<ChoiceFlip.Choice>of("choices", "choice", "")
                .shown("choice", choice -> InputNames.of(scenario, choice.address()))
                .shown("set", choice -> choice.address() + "=" + choice.value())
                .shown("instead of", ChoiceFlip.Choice::base)
                .of(title, choices);
    }

    private static ListingType<ChoiceFlip.Decision> choices() {
        return verdict(
                ListingType.<ChoiceFlip.Decision>of("choices", "choice", "Every single choice that reverses a verdict.")
                        .text("address", of -> of.choices().get(0).address(), "The address of the choice.")
                        .text("value", of -> of.choices().get(0).value(), "The word, as written after --set.")
                        .text("word", of -> of.choices().get(0).base(), "The word in the baseline."));
    }

    private static ListingType<ChoiceFlip.Decision> programSets() {
        return verdict(ListingType.<ChoiceFlip.Decision>of(
                                "programSets",
                                "set",
                                "The smallest set of programs that reverses a verdict that no single program reverses.")
                        .text(
                                "basis",
                                of -> basis(of.proven()),
                                "proven if no smaller set of the programs that move a rate reverses it, else found."))
                .with(
                        ListingType.<ChoiceFlip.Choice>of("programs", "program", "The programs of the set.")
                                .text("address", ChoiceFlip.Choice::address, "The address of the choice.")
                                .text("value", ChoiceFlip.Choice::value, "The word, as written after --set.")
                                .text("word", ChoiceFlip.Choice::base, "The word in the baseline."),
                        ChoiceFlip.Decision::choices);
    }

    private static ListingType<ChoiceFlip.Decision> verdict(ListingType<ChoiceFlip.Decision> type) {
        return type.text("about", ChoiceFlip.Decision::about, "The address that the verdict concerns.")
                .text("test", ChoiceFlip.Decision::truth, "The verdict that reverses.")
                .truth("becomes", ChoiceFlip.Decision::becomes, "The answer it reverses to.");
    }

    /** What a move's being the smallest rests on. */
    static String basis(boolean proven) {
        return proven ? PROVEN : FOUND;
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
                .truth("becomes", Flip.Turn::becomes, "The answer it reverses to.")
                .text(
                        "basis",
                        turn -> basis(turn.proven()),
                        "proven if no smaller move of the input reverses it, up to one part in a thousand; else found.");
    }

    /** The turns, followed by single choices, programs of sets, and the numbered inputs of joint moves. */
    private FlatTable table() {
        FlatTable table = FlatTable.of(turns().of(result.turns()))
                .and(choices().of(result.choices().singles()))
                .and(programSets().of(result.choices().sets()), "programs");
        return table.and(JointMoveReport.inTable()
                .of(result.joint().map(JointMoveReport::inputs).orElse(List.of())));
    }
}
