package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Withheld;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.engine.Step;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.JsonText.Json;
import org.jspecify.annotations.Nullable;

/** The memorandum as {@code advalorem-memo/2}. */
final class MemoJson {
    private static final String KIND = "kind";
    private static final String VALUE = "value";
    private static final String TITLE = "title";
    private static final String UNIT = "unit";
    private static final String QUALITY = "quality";
    private static final String FORMULA = "formula";
    private static final String AUTHORITY = "authority";

    private final EvaluatedScenario scenario;
    private final Explanation explanation;
    private final SheetFormulas formulas;

    private MemoJson(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
        this.formulas = SheetFormulas.of(explanation, FormulaNames::of);
    }

    static Json of(EvaluatedScenario scenario, boolean steps, boolean records) {
        MemoJson memo = new MemoJson(scenario);
        Json json = Header.json("advalorem-memo/2", scenario);
        json.put("outline", MemoOutline.items(scenario).stream().map(memo::item).toList());
        if (steps) {
            json.put(
                    "steps",
                    memo.explanation.steps().stream().map(MemoJson::step).toList());
        }
        json.put(DispositionText.listing(scenario));
        json.put(LeftOutText.listing(scenario));
        json.put(ReconciliationText.listing(scenario));
        json.put("assumptions", RateJson.assumptions(scenario));
        json.put(
                "inputs",
                InputRows.used(scenario).stream()
                        .map(fact -> input(fact, scenario))
                        .toList());
        Statuses statuses = new Statuses(scenario);
        json.put(
                "reliance",
                scenario.companies().stream()
                        .map(company -> RateJson.reliance(Reliance.of(company, statuses))
                                .put("company", company.id()))
                        .toList());
        if (records) {
            json.put(TransactionRows.byUse(scenario));
        }
        return json;
    }

    private Json item(Outline.Item item) {
        if (item instanceof Outline.Section section) {
            return new Json()
                    .put(KIND, "section")
                    .put(TITLE, section.title())
                    .put(
                            "items",
                            section.items().stream()
                                    .filter(inner -> !MemoOutline.isEmpty(inner))
                                    .map(this::item)
                                    .toList());
        }
        if (item instanceof Outline.Line line) {
            return line(line);
        }
        if (item instanceof Worksheet sheet) {
            return sheet(sheet);
        }
        Outline.Note note = (Outline.Note) item;
        return new Json()
                .put(KIND, "note")
                .put("text", note.text())
                .put(AUTHORITY, note.authority().map(RateJson::authority));
    }

    private Json line(Outline.Line line) {
        Step step = explanation.step(line);
        Json json = new Json()
                .put(KIND, "line")
                .put("line", explanation.lineNumber(step))
                .put("label", line.label())
                .put(QUALITY, word(line.quality()));
        value(step, json);
        return json.put(UNIT, Figure.unitText(step.unit()))
                .put(FORMULA, formulas.of(line))
                .put(AUTHORITY, RateJson.authority(line.authority()));
    }

    private static String word(Quality quality) {
        return quality.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void value(Step step, Json json) {
        if (step.unit().equals(Unit.TRUTH)) {
            json.put(VALUE, step.value() != 0);
        } else {
            json.put(VALUE, step.value());
        }
    }

    private Json sheet(Worksheet sheet) {
        SheetFormulas.OfSheet computed = formulas.of(sheet);
        List<Json> columns = new ArrayList<>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            columns.add(new Json()
                    .put("name", sheet.columns().get(i).name())
                    .put(QUALITY, word(sheet.columns().get(i).quality()))
                    .put(UNIT, sheet.unit(i).map(Figure::unitText))
                    .put("from", sheet.columns().get(i).from())
                    .put(FORMULA, computed.columns().get(i)));
        }
        Json json = new Json()
                .put(KIND, "worksheet")
                .put(TITLE, sheet.title())
                .put("columns", columns)
                .put("rows", sheet.rows().stream().map(this::cells).toList());
        if (!sheet.totals().isEmpty()) {
            json.put("totals", cells(sheet.totals()));
        }
        return json.put(
                        "notes",
                        computed.differences().stream()
                                .map(difference -> new Json()
                                        .put("rows", difference.rows())
                                        .put(
                                                "column",
                                                sheet.columns()
                                                        .get(difference.column())
                                                        .name())
                                        .put(FORMULA, difference.formula()))
                                .toList())
                .put(AUTHORITY, RateJson.authority(sheet.authority()));
    }

    /** The cells as values: text, numbers, true and false. */
    private List<@Nullable Object> cells(List<Outline.Cell> cells) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Outline.Cell cell : cells) {
            if (cell instanceof Outline.Words words) {
                values.add(words.text());
            } else if (cell instanceof Outline.Count count) {
                values.add(BigDecimal.valueOf(count.number()));
            } else {
                Term term = ((Outline.Quantity) cell).term();
                double value = scenario.value(term);
                values.add(term.unit().equals(Unit.TRUTH) ? (Object) (value != 0) : JsonText.number(value));
            }
        }
        return values;
    }

    private static Json step(Step step) {
        Json json = new Json().put("number", step.number()).put("label", step.label());
        value(step, json);
        return json.put(UNIT, Figure.unitText(step.unit()))
                .put(FORMULA, step.formula())
                .put("numbers", step.numbers())
                .put(AUTHORITY, RateJson.authority(step.authority()));
    }

    /** A value as read. */
    static Json input(FactRegister.Fact fact, EvaluatedScenario scenario) {
        return new Json()
                .put("address", fact.address().toString())
                .put("text", fact.text())
                .put(
                        VALUE,
                        fact.term()
                                .filter(term -> !Withheld.is(scenario.value(term)))
                                .map(term -> Figure.shortest(term.decimal())))
                .put("unit", InputRows.unit(fact))
                .put("status", fact.provenance().status().label())
                .put("source", fact.provenance().source().words())
                .put("public", fact.provenance().isPublic())
                .put("origin", fact.origin().toString());
    }
}
