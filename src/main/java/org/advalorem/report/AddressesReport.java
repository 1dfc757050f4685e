package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.FactRegister;
import org.advalorem.rules.ResultKey;

/** The report of {@code addresses}: every result and every value read, by address. */
public final class AddressesReport {
    private AddressesReport() {}

    /** All addresses: results first, then what was read. */
    public static List<String> all(EvaluatedScenario scenario) {
        List<String> all = new ArrayList<>(scenario.determination().results().addresses());
        scenario.determination()
                .register()
                .all()
                .forEach(fact -> all.add(fact.address().toString()));
        return all;
    }

    /** The addresses that match the pattern, or all addresses if there is none. */
    public static Report of(EvaluatedScenario scenario, Optional<AddressPattern> pattern) {
        List<Row> rows = rows(scenario).stream()
                .filter(row ->
                        pattern.map(wanted -> wanted.matches(row.address())).orElse(true))
                .toList();
        return Report.of(
                "advalorem-addresses/2",
                scenario,
                () -> document(rows, scenario),
                () -> FlatTable.of(type(scenario).of(rows)));
    }

    private record Row(
            String address,
            String kind,
            String value,
            String unit,
            String status,
            String source,
            String origin,
            Optional<Term> term) {
        double number(EvaluatedScenario scenario) {
            return term.map(scenario::value).orElse(Double.NaN);
        }

        boolean isTruth() {
            return term.filter(of -> of.unit().equals(Unit.TRUTH)).isPresent();
        }
    }

    private static List<Row> rows(EvaluatedScenario scenario) {
        List<Row> rows = new ArrayList<>();
        Explanation explanation = Explanation.of(scenario.values());
        for (ResultKey key : scenario.determination().results().keys()) {
            Term term = scenario.determination().results().find(key).orElseThrow();
            rows.add(new Row(
                    key.toString(),
                    "result",
                    Figure.of(quality(term, explanation)).text(scenario.value(term)),
                    Figure.unitText(term.unit()),
                    "",
                    "",
                    "",
                    Optional.of(term)));
        }
        for (FactRegister.Fact fact : scenario.determination().register().all()) {
            rows.add(new Row(
                    fact.address().toString(),
                    kind(fact),
                    fact.text(),
                    InputRows.unit(fact),
                    fact.provenance().status().label(),
                    fact.provenance().source(),
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

    private static Document document(List<Row> rows, EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        Header.flag(scenario, document);
        return Header.closeBriefly(scenario, document.listing(type(scenario).of(rows)));
    }

    private static ListingType<Row> type(EvaluatedScenario scenario) {
        return ListingType.<Row>of("addresses", "address", "Every address: results first, then the values read.")
                .text("address", "address", Row::address, "The address.")
                .text("kind", "kind", Row::kind, "A result, number, choice or description.")
                .text("text", "value", Row::value, "The value as text.")
                .valueOrTruth(
                        row -> row.number(scenario),
                        Row::isTruth,
                        "The number, with a rate as a fraction; none for words and for yes or no.")
                .text("unit", "unit", Row::unit, "The unit of the number.")
                .text("status", "status", Row::status, "The status of the value, such as verified or assumed.")
                .text("source", "source", Row::source, "The source of the value.")
                .text("written-at", "written at", Row::origin, "File, line and column.");
    }
}
