package org.advalorem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.facts.FactRegister;
import org.advalorem.scenario.Expectations;
import org.advalorem.scenario.ScenarioFiles;
import org.advalorem.whatif.UncertainModel;

/** The report of {@code check} on a scenario without problems: what was read, expected and assumed. */
public final class CheckReport {
    private static final int MOST_REPAIRS = 3;
    private static final int RANK_PLACES = 3;

    private CheckReport() {}

    /**
     * The report on the given expectations.
     *
     * @param unchecked the number of expectations that were not checked
     * @param decided what was decided about data files and not stated
     */
    public static Report of(
            EvaluatedScenario scenario,
            List<Expectations.Outcome> outcomes,
            int unchecked,
            List<ScenarioFiles.Decided> decided) {
        return Report.of(
                "advalorem-check/2",
                scenario,
                () -> document(scenario, outcomes, unchecked, decided),
                () -> FlatTable.of(expectations(outcomes)));
    }

    /** The warnings and the assumptions used, one per line, for a check that allows none; empty if there are none. */
    public static String strict(EvaluatedScenario scenario) {
        Map<String, String> used = UsedAssumptions.of(scenario);
        StringBuilder text = new StringBuilder(warnings(scenario));
        used.forEach((number, statement) ->
                text.append(number).append(' ').append(statement).append('\n'));
        if (!used.isEmpty()) {
            text.append(used.size())
                    .append(used.size() == 1 ? " rule rests" : " rules rest")
                    .append(" on an assumption, not on a text that was checked; see docs/assumptions.md\n");
        }
        return text.toString();
    }

    /** The warnings, one per line, and their number; empty if there are none. */
    public static String warnings(EvaluatedScenario scenario) {
        List<String> warnings = Header.warnings(scenario.warnings());
        return warnings.isEmpty()
                ? ""
                : String.join("\n", warnings) + "\n" + count(scenario.warnings().size(), "warning", "warnings") + "\n";
    }

    /** The notice on correlations that cannot hold together, listing the pairs that change most; empty if they can. */
    public static Optional<String> repaired(UncertainModel uncertainty) {
        List<UncertainModel.Repair> repairs = uncertainty.repairs();
        return repairs.isEmpty()
                ? Optional.empty()
                : Optional.of(repairs.stream()
                        .limit(MOST_REPAIRS)
                        .map(repair -> "(" + repair.first() + ") and (" + repair.second() + ") " + rank(repair.used())
                                + " instead of " + rank(repair.requested()))
                        .collect(Collectors.joining(
                                "; ",
                                "the correlations contradict each other; the nearest possible ones are used: ",
                                repairs.size() > MOST_REPAIRS ? "; ..." : "")));
    }

    private static String rank(double correlation) {
        return BigDecimal.valueOf(correlation)
                .setScale(RANK_PLACES, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Document document(
            EvaluatedScenario scenario,
            List<Expectations.Outcome> outcomes,
            int unchecked,
            List<ScenarioFiles.Decided> decided) {
        Document.Builder document = new Document.Builder();
        document.paragraph(scenario.file() + " is valid.");
        Header.flag(scenario, document);
        List<String> items = new ArrayList<>();
        items.add(count(scenario.determination().companies().size(), "company", "companies") + ", "
                + count(values(scenario), "value", "values") + " read, "
                + scenario.determination().calculation().inputs().size() + " of them numbers in the calculation");
        long met = outcomes.stream().filter(Expectations.Outcome::met).count();
        items.add(
                unchecked > 0
                        ? count(unchecked, "expectation", "expectations") + " not checked"
                        : outcomes.isEmpty()
                                ? "no expectations"
                                : met + " of " + count(outcomes.size(), "expectation", "expectations") + " met");
        Set<String> assumptions = UsedAssumptions.of(scenario).keySet();
        items.add(count(assumptions.size(), "assumption", "assumptions") + " used"
                + (assumptions.isEmpty() ? "" : ": " + String.join(", ", assumptions)));
        items.addAll(LeftOutText.of(scenario));
        document.items(items);
        ReconciliationText.tables(scenario).forEach(document::view);
        return Header.closeBriefly(
                scenario,
                document.one(ListingType.<EvaluatedScenario>of("read", "scenario", "What was read.")
                                .number(Figure.COUNT, "values", CheckReport::values, "Number of values.")
                                .number(
                                        Figure.COUNT,
                                        "expectations-not-checked",
                                        of -> unchecked,
                                        "Number of expectations not checked.")
                                .of(List.of(scenario)))
                        .data(expectations(outcomes))
                        .data(LeftOutText.listing(scenario))
                        .data(ReconciliationText.listing(scenario))
                        .data(UsedAssumptions.listing(scenario))
                        .data(decided(decided)));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static int values(EvaluatedScenario scenario) {
        return (int) scenario.determination().register().all().stream()
                .filter(fact -> !fact.origin().place().isEmpty())
                .map(FactRegister.Fact::address)
                .count();
    }

    private record Decision(String file, String text) {}

    private static Listing<Decision> decided(List<ScenarioFiles.Decided> files) {
        return ListingType.<Decision>of("decided", "decided", "What was decided about data files and not stated.")
                .text("file", Decision::file, "The file, as the scenario names it.")
                .text("decision", Decision::text, "What was decided, in words.")
                .of(files.stream()
                        .flatMap(of -> of.decisions().stream().map(text -> new Decision(of.file(), text)))
                        .toList());
    }

    private static Listing<Expectations.Outcome> expectations(List<Expectations.Outcome> outcomes) {
        return ListingType.<Expectations.Outcome>of("expectations", "expectation", "What the scenario expects.")
                .text("address", outcome -> outcome.expectation().address().toString(), "The address of the result.")
                .text("expected", outcome -> outcome.expectation().text(), "The expectation as written.")
                .text("found", ExpectationText::found, "The result.")
                .number(
                        Figure.PLAIN,
                        "value",
                        Expectations.Outcome::found,
                        "The result as a number; 1 for yes, 0 for no.")
                .truth("met", Expectations.Outcome::met, "Whether the expectation is met.")
                .text("written-at", outcome -> outcome.expectation().origin().toString(), "File, line and column.")
                .of(outcomes);
    }
}
