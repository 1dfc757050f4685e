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
import org.advalorem.report.JsonText.Json;
import org.advalorem.scenario.Expectations;
import org.advalorem.whatif.UncertainModel;

/** The report of {@code check} on a scenario without problems: what was read, what was expected, what is assumed. */
public final class CheckReport {
    private static final int MOST_REPAIRS = 3;
    private static final int RANK_PLACES = 3;

    private CheckReport() {}

    /**
     * The report.
     *
     * @param unchecked how many expectations were not checked
     */
    public static Report of(EvaluatedScenario scenario, List<Expectations.Outcome> outcomes, int unchecked) {
        return Report.of(
                () -> document(scenario, outcomes, unchecked),
                () -> Header.flags(scenario),
                () -> table(outcomes),
                () -> json(scenario, outcomes, unchecked));
    }

    /** The assumptions used, one a line, for a check that allows none; empty when there are none. */
    public static String strict(EvaluatedScenario scenario) {
        Map<String, String> used = UsedAssumptions.of(scenario);
        StringBuilder text = new StringBuilder();
        used.forEach((number, statement) ->
                text.append(number).append(' ').append(statement).append('\n'));
        if (!used.isEmpty()) {
            text.append(used.size())
                    .append(used.size() == 1 ? " rule rests" : " rules rest")
                    .append(" on an assumption, not on a text that was checked; see docs/assumptions.md\n");
        }
        return text.toString();
    }

    /** What is said of correlations that cannot hold together: the pairs that change most; nothing when they can. */
    public static Optional<String> repaired(UncertainModel uncertainty) {
        List<UncertainModel.Repair> repairs = uncertainty.repairs();
        return repairs.isEmpty()
                ? Optional.empty()
                : Optional.of(repairs.stream()
                        .limit(MOST_REPAIRS)
                        .map(repair -> "(" + repair.first() + ") and (" + repair.second() + ") " + rank(repair.used())
                                + " in place of " + rank(repair.requested()))
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

    private static Document document(EvaluatedScenario scenario, List<Expectations.Outcome> outcomes, int unchecked) {
        Document.Builder document = new Document.Builder();
        document.paragraph(scenario.file() + " is in order.");
        Header.flags(scenario).forEach(words -> document.add(new Document.Warning(words)));
        List<String> items = new ArrayList<>();
        items.add(count(scenario.determination().companies().size(), "company", "companies") + ", "
                + count(values(scenario), "value", "values") + " read, "
                + scenario.determination().calculation().inputs().size() + " of them numbers of the calculation");
        long met = outcomes.stream().filter(Expectations.Outcome::met).count();
        items.add(
                unchecked > 0
                        ? count(unchecked, "expectation", "expectations") + " not checked"
                        : outcomes.isEmpty()
                                ? "nothing expected"
                                : met + " of " + count(outcomes.size(), "expectation", "expectations") + " met");
        Set<String> assumptions = UsedAssumptions.of(scenario).keySet();
        items.add(count(assumptions.size(), "assumption", "assumptions") + " used"
                + (assumptions.isEmpty() ? "" : ": " + String.join(", ", assumptions)));
        items.addAll(LeftOutText.of(scenario));
        return document.items(items).build();
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

    private static Table table(List<Expectations.Outcome> outcomes) {
        Table.Builder table = Table.titled("", "address", "expected", "found", "met", "written-at");
        outcomes.forEach(outcome -> table.row(
                Cell.of(outcome.expectation().address().toString()),
                Cell.of(outcome.expectation().text()),
                Cell.of(ExpectationText.found(outcome)),
                Cell.of(outcome.met() ? "yes" : "no"),
                Cell.of(outcome.expectation().origin().toString())));
        return table.build();
    }

    private static Json json(EvaluatedScenario scenario, List<Expectations.Outcome> outcomes, int unchecked) {
        Json json = new Json().put("format", "advalorem-check/1");
        Header.write(scenario, json);
        return json.put("values", values(scenario))
                .put(
                        "expectations",
                        outcomes.stream()
                                .map(outcome -> new Json()
                                        .put(
                                                "address",
                                                outcome.expectation().address().toString())
                                        .put("expected", outcome.expectation().text())
                                        .put("found", outcome.found())
                                        .put("met", outcome.met())
                                        .put(
                                                "origin",
                                                outcome.expectation().origin().toString()))
                                .toList())
                .put("expectationsNotChecked", unchecked)
                .put("assumptions", RateJson.assumptions(scenario));
    }
}
