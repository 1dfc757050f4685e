package org.advalorem.report.page;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Script;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.SetArgument;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Model;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the script of a page computes with, as JSON: the steps, the controls, and where the numbers of every alternative are.
 *
 * <p>Doubles are written as the shortest decimals that are read as the same bits.
 */
final class PageData {
    private static final List<Operation> OPERATIONS = List.of(Operation.values());
    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private final Model model;
    private final Controls controls;
    private final List<Optional<Live>> alternatives;
    private final Script script;
    private final Merged merged;
    private final Set<String> words;
    private final List<ResultKey> swinging;
    private final List<String> inputs;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    private PageData(
            Model model,
            Controls controls,
            List<Optional<Live>> alternatives,
            Script script,
            Merged merged,
            Set<String> words,
            List<ResultKey> swinging) {
        this.model = model;
        this.controls = controls;
        this.alternatives = alternatives;
        this.script = script;
        this.merged = merged;
        this.words = words;
        this.swinging = swinging;
        this.inputs = controls.quantities().stream()
                .flatMap(quantity -> quantity.inputs().stream())
                .toList();
        this.json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);
    }

    /** The JSON, as it may stand in a script element. */
    static String of(
            Model model,
            Controls controls,
            List<Optional<Live>> alternatives,
            Script script,
            Merged merged,
            Set<String> words,
            List<ResultKey> swinging) {
        PageData data = new PageData(model, controls, alternatives, script, merged, words, swinging);
        data.write();
        return data.text.toString().replace("<", "\\u003c");
    }

    private void write() {
        json.writeStartObject();
        // places first, because asking for them adds steps
        List<List<Integer>> results = new ArrayList<>();
        List<Map<Integer, String>> requirements = new ArrayList<>();
        Set<ResultKey> keys = new LinkedHashSet<>();
        alternatives.forEach(live -> live.ifPresent(
                of -> keys.addAll(of.scenario().determination().results().keys())));
        for (Optional<Live> live : alternatives) {
            results.add(live.map(of -> results(of, keys)).orElse(List.of()));
            requirements.add(live.map(PageData::requirements).orElse(Map.of()));
        }
        json.writeNumberProperty("base", controls.base());
        strings("operations", OPERATIONS.stream().map(Operation::name).toList());
        strings("inputs", inputs);
        strings("results", keys.stream().map(ResultKey::toString).toList());
        strings("words", List.copyOf(words));
        controls();
        alternatives(results, requirements);
        json.writeArrayPropertyStart("swings");
        List<ResultKey> all = List.copyOf(keys);
        for (ResultKey key : swinging) {
            json.writeNumber(all.indexOf(key));
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("units");
        for (int[] unit : merged.shown()) {
            json.writeArray(unit, 0, unit.length);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("places");
        for (List<Integer> places : merged.places()) {
            integers(places);
        }
        json.writeEndArray();
        steps();
        json.writeEndObject();
        json.close();
    }

    private static List<Integer> results(Live live, Set<ResultKey> keys) {
        List<Integer> places = new ArrayList<>();
        for (ResultKey key : keys) {
            places.add(live.scenario()
                    .determination()
                    .results()
                    .find(key)
                    .map(live::place)
                    .orElse(Merged.HIDDEN));
        }
        return places;
    }

    private static Map<Integer, String> requirements(Live live) {
        Map<Integer, String> messages = new LinkedHashMap<>();
        for (Requirement requirement :
                live.scenario().determination().calculation().requirements()) {
            messages.put(live.place(requirement.condition()), requirement.message());
        }
        return messages;
    }

    private void controls() {
        json.writeArrayPropertyStart("quantities");
        for (Controls.Quantity quantity : controls.quantities()) {
            Panel.Form form = Panel.Form.of(quantity, model);
            json.writeStartObject();
            json.writeStringProperty("address", quantity.address());
            json.writeStringProperty("change", quantity.perturbation().change().name());
            json.writeStringProperty("reading", quantity.reading().name());
            json.writeStringProperty("before", form.before());
            json.writeStringProperty("after", form.after());
            json.writeBooleanProperty("percent", form.percent());
            json.writeStringProperty("unit", quantity.perturbation().unit(model));
            json.writeStringProperty("least", quantity.least().toPlainString());
            json.writeStringProperty("most", quantity.most().toPlainString());
            json.writeStringProperty("step", quantity.step().toPlainString());
            json.writeArrayPropertyStart("inputs");
            for (String input : quantity.inputs()) {
                json.writeNumber(inputs.indexOf(input));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("choices");
        for (Controls.Choice choice : controls.choices()) {
            json.writeStartObject();
            json.writeStringProperty("name", choice.name());
            json.writeNumberProperty("base", choice.base());
            strings("positions", choice.positions());
            json.writeArrayPropertyStart("settings");
            for (int position = 0; position < choice.positions().size(); position++) {
                json.writeStartArray();
                for (org.advalorem.scenario.Assignment setting :
                        choice.settings().get(position)) {
                    json.writeString(SetArgument.of(setting));
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void alternatives(List<List<Integer>> results, List<Map<Integer, String>> requirements) {
        json.writeArrayPropertyStart("alternatives");
        for (int i = 0; i < alternatives.size(); i++) {
            json.writeStartObject();
            if (alternatives.get(i).isEmpty()) {
                json.writeStringProperty(
                        "impossible", controls.alternatives().get(i).impossible());
            } else {
                // the decimals that inputs were read as, which a control may change
                Map<String, Term> read = alternatives
                        .get(i)
                        .get()
                        .scenario()
                        .determination()
                        .calculation()
                        .inputs();
                json.writeArrayPropertyStart("bases");
                for (String input : inputs) {
                    Optional<Term> term = Optional.ofNullable(read.get(input));
                    if (term.isPresent()) {
                        json.writeString(term.get().decimal().toPlainString());
                    } else {
                        json.writeNull();
                    }
                }
                json.writeEndArray();
                json.writeName("results");
                integers(results.get(i));
                json.writeArrayPropertyStart("requirements");
                for (Map.Entry<Integer, String> requirement :
                        requirements.get(i).entrySet()) {
                    json.writeStartArray();
                    json.writeNumber(requirement.getKey());
                    json.writeString(requirement.getValue());
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void steps() {
        json.writeArrayPropertyStart("tables");
        for (RecordTable table : script.tables()) {
            json.writeStartObject();
            doubles("prices", table.knots(), table::knotPrice);
            doubles("values", table.knots(), table::knotValue);
            doubles("slopes", table.knots(), table::knotSlope);
            doubles("rows", table.knots(), table::knotRows);
            json.writeName("quantity");
            number(table.totalQuantity());
            json.writeName("averagePrice");
            number(table.averagePrice());
            json.writeName("nettedAtAverage");
            number(table.nettedAtAverage());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("steps");
        for (Script.Step step : script.steps()) {
            json.writeStartArray();
            json.writeNumber(OPERATIONS.indexOf(step.operation()));
            if (step.operation() == Operation.LITERAL) {
                number(step.constant());
            } else if (step.operation() == Operation.INPUT) {
                json.writeNumber(inputs.indexOf(step.address()));
            }
            for (int operand : step.operands()) {
                json.writeNumber(operand);
            }
            if (step.operation().isOverRecords() || step.operation() == Operation.ROUND) {
                json.writeNumber(step.detail());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> all) {
        json.writeArrayPropertyStart(name);
        for (String one : all) {
            json.writeString(one);
        }
        json.writeEndArray();
    }

    private void integers(List<Integer> all) {
        json.writeStartArray();
        for (int one : all) {
            json.writeNumber(one);
        }
        json.writeEndArray();
    }

    private void doubles(String name, int count, IntToDoubleFunction of) {
        json.writeArrayPropertyStart(name);
        for (int i = 0; i < count; i++) {
            number(of.applyAsDouble(i));
        }
        json.writeEndArray();
    }

    /** A double; none for one that is no number, and a decimal too large for infinity. */
    private void number(double value) {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (Double.isInfinite(value)) {
            json.writeRawValue(value > 0 ? "1e999" : "-1e999");
        } else {
            json.writeRawValue(shortest(value));
        }
    }

    /** The shortest decimal that is read as a double; the same on every JDK, unlike {@code Double.toString}. */
    static String shortest(double value) {
        if (value == 0.0) {
            return Double.doubleToRawLongBits(value) == 0 ? "0" : "-0.0";
        }
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return new BigDecimal(value).round(new MathContext(MOST_DIGITS)).toString();
    }
}
