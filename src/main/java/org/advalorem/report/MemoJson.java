package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.JsonText.Json;

/** The memorandum as {@code advalorem-memo/1}. */
final class MemoJson {
    private static final String TYPE = "kind";
    private static final String VALUE = "value";
    private static final String TITLE = "title";

    private final EvaluatedScenario scenario;
    private final Explanation explanation;

    private MemoJson(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
    }

    static Json of(EvaluatedScenario scenario, boolean records) {
        MemoJson memo = new MemoJson(scenario);
        Json json = Header.json("advalorem-memo/2", scenario);
        json.put("outline", MemoOutline.items(scenario).stream().map(memo::item).toList());
        json.put("assumptions", RateJson.assumptions(scenario));
        json.put(
                "inputs", InputRows.used(scenario).stream().map(MemoJson::input).toList());
        json.put(
                "reliance",
                scenario.companies().stream()
                        .map(company -> RateJson.reliance(Reliance.of(scenario, company))
                                .put("company", company.id()))
                        .toList());
        if (records) {
            json.put("records", memo.records());
        }
        return json;
    }

    private Json item(Outline.Item item) {
        if (item instanceof Outline.Section section) {
            return new Json()
                    .put(TYPE, "section")
                    .put(TITLE, section.title())
                    .put(
                            "items",
                            section.items().stream()
                                    .filter(inner -> !MemoOutline.isEmpty(inner))
                                    .map(this::item)
                                    .toList());
        }
        if (item instanceof Outline.Line line) {
            Step step = explanation.step(line);
            return step(step).put("authority", RateJson.authority(step.authority()));
        }
        if (item instanceof Outline.Table table) {
            return table(table);
        }
        return new Json().put(TYPE, "note").put("text", ((Outline.Note) item).text());
    }

    private Json table(Outline.Table table) {
        return new Json()
                .put(TYPE, "table")
                .put(TITLE, table.title())
                .put("columns", table.columns())
                .put(
                        "rows",
                        table.rows().stream()
                                .map(row -> row.stream().map(this::cell).toList())
                                .toList())
                .put("authority", RateJson.authority(table.authority()));
    }

    private Json cell(Outline.Cell cell) {
        return cell instanceof Outline.Quantity quantity
                ? step(explanation.step(quantity))
                : new Json().put(TYPE, "words").put("text", ((Outline.Words) cell).text());
    }

    private static Json step(Step step) {
        Json json = new Json().put(TYPE, "step").put("number", step.number()).put("label", step.label());
        if (step.unit().equals(Unit.TRUTH)) {
            json.put(VALUE, step.value() != 0);
        } else {
            json.put(VALUE, step.value());
        }
        return json.put("unit", Figure.unitText(step.unit()))
                .put("formula", step.formula())
                .put("numbers", step.numbers());
    }

    /** A value as it was read. */
    static Json input(FactRegister.Fact fact) {
        return new Json()
                .put("address", fact.address().toString())
                .put("text", fact.text())
                .put(VALUE, fact.term().flatMap(term -> Optional.of(Figure.shortest(term.decimal()))))
                .put("unit", InputRows.unit(fact))
                .put("status", fact.provenance().status().label())
                .put("source", fact.provenance().source())
                .put("public", fact.provenance().isPublic())
                .put("origin", fact.origin().toString());
    }

    private List<Json> records() {
        return RecordRows.sums(scenario).stream()
                .map(sum -> new Json()
                        .put("name", sum.table().name())
                        .put("step", explanation.step(sum).map(Step::number))
                        .put("priceUnit", sum.table().priceUnit().toString())
                        .put("quantityUnit", sum.table().quantityUnit().toString())
                        .put("sum", scenario.value(sum))
                        .put(
                                "rows",
                                RecordRows.of(sum, scenario).stream()
                                        .map(MemoJson::row)
                                        .toList()))
                .toList();
    }

    private static Json row(RecordRows.Row row) {
        return new Json()
                .put("record", row.record())
                .put("price", row.price())
                .put("quantity", row.quantity())
                .put("benchmark", row.benchmark())
                .put("difference", row.difference())
                .put("benefit", row.benefit());
    }
}
