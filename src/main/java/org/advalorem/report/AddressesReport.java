package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.JsonText.Json;

/** The report of {@code addresses}: every result and every value that was read, by address. */
public final class AddressesReport {
    private AddressesReport() {}

    /** All addresses: results first, then what was read. */
    public static List<String> all(EvaluatedScenario scenario) {
        List<String> all = new ArrayList<>(scenario.determination().results().keySet());
        scenario.determination()
                .register()
                .all()
                .forEach(fact -> all.add(fact.address().toString()));
        return all;
    }

    /** The addresses that the pattern means,. */
    public static Report of(EvaluatedScenario scenario, Optional<AddressPattern> pattern) {
        List<Row> rows = rows(scenario).stream()
                .filter(row ->
                        pattern.map(wanted -> wanted.matches(row.address())).orElse(true))
                .toList();
        return Report.of(
                () -> document(rows, scenario),
                () -> Header.flags(scenario),
                () -> table(rows),
                () -> json(rows, scenario));
    }

    private record Row(
            String address,
            String kind,
            String value,
            String unit,
            String status,
            String source,
            String origin,
            Optional<Term> term) {}

    private static List<Row> rows(EvaluatedScenario scenario) {
        List<Row> rows = new ArrayList<>();
        Explanation explanation = Explanation.of(scenario.values());
        for (Map.Entry<String, Term> result : scenario.determination().results().entrySet()) {
            Term term = result.getValue();
            rows.add(new Row(
                    result.getKey(),
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

    /** That of the line or column that shows the result. */
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
        Header.flags(scenario).forEach(words -> document.add(new Document.Warning(words)));
        return document.table(table(rows)).build();
    }

    private static Table table(List<Row> rows) {
        Table.Builder table = Table.titled("", "address", "kind", "value", "unit", "status", "source", "written at");
        rows.forEach(row -> table.row(
                Cell.of(row.address()),
                Cell.of(row.kind()),
                Cell.of(row.value()),
                Cell.of(row.unit()),
                Cell.of(row.status()),
                Cell.of(row.source()),
                Cell.of(row.origin())));
        return table.build();
    }

    private static Json json(List<Row> rows, EvaluatedScenario scenario) {
        Json json = new Json().put("format", "advalorem-addresses/1");
        Header.write(scenario, json);
        json.put("addresses", rows.stream().map(row -> json(row, scenario)).toList());
        return json;
    }

    private static Json json(Row row, EvaluatedScenario scenario) {
        Json json =
                new Json().put("address", row.address()).put("kind", row.kind()).put("text", row.value());
        row.term().ifPresent(term -> {
            if (term.unit().equals(Unit.TRUTH)) {
                json.put("value", scenario.value(term) != 0);
            } else {
                json.put("value", scenario.value(term));
            }
        });
        return json.put("unit", row.unit())
                .put("status", row.status())
                .put("source", row.source())
                .put("origin", row.origin());
    }
}
