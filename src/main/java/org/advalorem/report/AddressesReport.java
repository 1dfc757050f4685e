package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.Address;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.FactRegister;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Scenario;

/** The report of {@code addresses}: every result and every value read, by address. */
public final class AddressesReport {
    private AddressesReport() {}

    /** All addresses, with the items of lists by name: results first, then what was read. */
    public static List<String> all(EvaluatedScenario scenario) {
        List<String> all = new ArrayList<>(scenario.determination().results().addresses());
        scenario.determination()
                .register()
                .all()
                .forEach(fact -> all.add(fact.address().toString()));
        return all;
    }

    /**
     * The addresses that match the pattern, with the items of lists by name or by place, or all addresses if there is
     * none; empty if nothing matches.
     *
     * @param scenario the scenario that was evaluated
     */
    public static Optional<Report> of(
            Scenario scenario, EvaluatedScenario evaluated, Optional<AddressPattern> pattern) {
        List<AddressedValue> rows = rows(scenario, evaluated).stream()
                .filter(row -> pattern.map(wanted -> wanted.matches(row.address()) || wanted.matches(row.byPlace()))
                        .orElse(true))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Report.of(
                        "advalorem-addresses/2",
                        evaluated,
                        () -> document(rows, evaluated),
                        () -> FlatTable.of(type(evaluated).of(rows))));
    }

    /** Every result and every value read, in that order. */
    public static List<AddressedValue> rows(Scenario written, EvaluatedScenario scenario) {
        List<AddressedValue> rows = new ArrayList<>();
        Explanation explanation = Explanation.of(scenario.values());
        for (ResultKey key : scenario.determination().results().keys()) {
            Term term = scenario.determination().results().find(key).orElseThrow();
            rows.add(new AddressedValue(
                    key.toString(),
                    "",
                    "result",
                    Figure.of(quality(term, explanation)).text(scenario.value(term)),
                    Figure.unitText(term.unit()),
                    "",
                    "",
                    "",
                    Optional.of(term)));
        }
        for (FactRegister.Fact fact : scenario.determination().register().all()) {
            Address byPlace = written.placed(fact.address());
            rows.add(new AddressedValue(
                    fact.address().toString(),
                    byPlace.equals(fact.address()) ? "" : byPlace.toString(),
                    kind(fact),
                    fact.text(),
                    InputRows.unit(fact),
                    fact.provenance().status().label(),
                    fact.provenance().source().words(),
                    fact.origin().toString(),
                    fact.term()));
        }
        return rows;
    }

    /** The quality of the line or column that shows the result. */
    private static Quality quality(Term term, Explanation explanation) {
        return explanation.step(term).map(Step::quality).orElseGet(() -> Quality.of(term.unit()));
    }

    private static String kind(FactRegister.Fact fact) {
        if (fact.descriptive()) {
            return "description";
        }
        return fact.term().isPresent() ? "number" : "choice";
    }

    private static Document document(List<AddressedValue> rows, EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        Header.flag(scenario, document);
        return Header.closeBriefly(scenario, document.listing(type(scenario).of(rows)));
    }

    private static ListingType<AddressedValue> type(EvaluatedScenario scenario) {
        return ListingType.<AddressedValue>of(
                        "addresses", "address", "Every address: results first, then the values read.")
                .text("address", "address", AddressedValue::address, "The address.")
                .text("kind", "kind", AddressedValue::kind, "A result, number, choice or description.")
                .text("text", "value", AddressedValue::value, "The value as text.")
                .valueOrTruth(
                        row -> row.number(scenario),
                        AddressedValue::isTruth,
                        "The number, with a rate as a fraction; none for words and for yes or no.")
                .text("unit", "unit", AddressedValue::unit, "The unit of the number.")
                .text(
                        "status",
                        "status",
                        AddressedValue::status,
                        "The status of the value, such as verified or assumed.")
                .text("source", "source", AddressedValue::source, "The source of the value.")
                .text("written-at", "written at", AddressedValue::origin, "File, line and column.")
                .text(
                        "by-place",
                        "by place",
                        AddressedValue::byPlace,
                        "The address with the items of lists by place, not by name; empty if that is the same.");
    }
}
