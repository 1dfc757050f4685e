package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Derivation;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.JsonText.Json;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Results;

/** The report of {@code explain}: the derivation of a result, or where an input comes from and which steps use it. */
public final class ExplainReport {
    private final EvaluatedScenario scenario;
    private final Explanation explanation;
    private final int depth;

    private ExplainReport(EvaluatedScenario scenario, int depth) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
        this.depth = depth;
    }

    /**
     * The terms that an address means: a result, the rates of a company, a program or all others, or an input.
     *
     * @return by full address; empty when the address means none of them
     */
    public static Map<String, Term> terms(EvaluatedScenario scenario, String address) {
        Results results = scenario.determination().results();
        Map<String, Term> found = new LinkedHashMap<>();
        for (ResultKey key : results.keys()) {
            if (means(address, key)) {
                found.put(key.toString(), results.find(key).orElseThrow());
            }
        }
        scenario.determination().calculation().input(address).ifPresent(term -> found.put(address, term));
        return found;
    }

    /** Whether an address is that of a result, of the subject of a rate, or of a program whose rate it is. */
    private static boolean means(String address, ResultKey key) {
        return key.toString().equals(address)
                || (key.measure() == Measure.RATE
                        && (key.subject().address().toString().equals(address)
                                || Address.ROOT
                                        .child("programs")
                                        .child(key.subject().program())
                                        .toString()
                                        .equals(address)));
    }

    /** The derivations of those terms. */
    public static Report of(EvaluatedScenario scenario, Map<String, Term> terms, int depth) {
        ExplainReport report = new ExplainReport(scenario, depth);
        return Report.of(
                () -> report.document(terms),
                () -> Header.flags(scenario),
                () -> report.table(terms),
                () -> report.json(terms));
    }

    private Document document(Map<String, Term> terms) {
        Document.Builder document = new Document.Builder();
        Header.flags(scenario).forEach(document::warning);
        terms.forEach((address, term) -> {
            document.heading(1, address + " = " + Figure.withUnit(scenario.value(term), term));
            List<Document.Branch> branches = new ArrayList<>();
            branch(explanation.of(term, depth), 0, branches);
            document.add(new Document.Tree(branches));
            if (term.operation() == Operation.INPUT) {
                usedIn(term, document);
            }
        });
        return document.build();
    }

    private void branch(Derivation derivation, int level, List<Document.Branch> branches) {
        String ending = derivation.repeated() ? " (see above)" : "";
        List<String> details = new ArrayList<>();
        if (!derivation.repeated() && !derivation.term().operands().isEmpty()) {
            details.addAll(
                    Formulas.lines(derivation.term(), derivation.formula(), derivation.numbers(), derivation.value()));
        }
        branches.add(new Document.Branch(level, label(derivation) + ending, details));
        derivation.operands().forEach(operand -> branch(operand, level + 1, branches));
    }

    private String label(Derivation derivation) {
        Term term = derivation.term();
        String value = Figure.withUnit(derivation.value(), term);
        if (term.operation() == Operation.INPUT) {
            String name = derivation.step().map(ExplainReport::name).orElse("");
            return (name.isEmpty() ? "" : name + ": ") + term.address() + " = " + value + " ("
                    + provenance(term.address()) + ")";
        }
        return derivation
                .step()
                .map(step -> name(step) + " = " + value + "; " + Formulas.authority(step.authority()))
                .orElse(value);
    }

    private static String name(Step step) {
        return "[" + step.number() + "] " + step.label();
    }

    private String provenance(String address) {
        return scenario.determination()
                .register()
                .find(address)
                .map(ExplainReport::provenance)
                .orElse("not stated");
    }

    private static String provenance(FactRegister.Fact fact) {
        List<String> parts = new ArrayList<>();
        if (!fact.origin().place().isEmpty()) {
            parts.add(fact.origin().toString());
        }
        parts.add(fact.provenance().status().label());
        if (!fact.provenance().source().isEmpty()) {
            parts.add(fact.provenance().source());
        }
        return String.join("; ", parts);
    }

    private void usedIn(Term input, Document.Builder document) {
        List<String> steps = explanation.steps().stream()
                .filter(step -> explanation
                        .step(step.term())
                        .filter(first -> first == step)
                        .isPresent())
                .filter(step -> step.term() != input)
                .filter(step ->
                        explanation.of(step.term(), 1).operands().stream().anyMatch(operand -> operand.term() == input))
                .map(step -> name(step) + " = " + Figure.withUnit(step.value(), step.term()))
                .toList();
        document.paragraph(steps.isEmpty() ? "No step uses it directly." : "Used directly in:");
        document.items(steps);
    }

    private Table table(Map<String, Term> terms) {
        Table.Builder table =
                Table.titled("", "of", "level", "step", "label", "value", "unit", "formula", "numbers", "repeated");
        terms.forEach((address, term) -> rows(address, explanation.of(term, depth), 0, table));
        return table.build();
    }

    private static void rows(String address, Derivation derivation, int level, Table.Builder table) {
        boolean truth = derivation.term().unit().equals(Unit.TRUTH);
        table.row(
                Cell.of(address),
                Cell.of(level, Figure.PLAIN),
                derivation
                        .step()
                        .map(step -> Cell.of(step.number(), Figure.PLAIN))
                        .orElse(Cell.empty()),
                Cell.of(derivation.step().map(Step::label).orElse("")),
                Cell.of(derivation.value(), truth ? Figure.TRUTH : Figure.PLAIN),
                Cell.of(Figure.unitText(derivation.term().unit())),
                Cell.of(derivation.formula()),
                Cell.of(derivation.numbers()),
                Cell.of(derivation.repeated() ? "yes" : "no"));
        derivation.operands().forEach(operand -> rows(address, operand, level + 1, table));
    }

    private Json json(Map<String, Term> terms) {
        Json json = Header.json("advalorem-explain/2", scenario);
        json.put(
                "explained",
                terms.entrySet().stream()
                        .map(entry ->
                                json(explanation.of(entry.getValue(), depth)).put("address", entry.getKey()))
                        .toList());
        return json;
    }

    private Json json(Derivation derivation) {
        Term term = derivation.term();
        Json json = new Json()
                .put("step", derivation.step().map(Step::number))
                .put("label", derivation.step().map(Step::label));
        if (term.unit().equals(Unit.TRUTH)) {
            json.put("value", derivation.value() != 0);
        } else {
            json.put("value", derivation.value());
        }
        json.put("unit", Figure.unitText(term.unit()))
                .put("formula", derivation.formula())
                .put("numbers", derivation.numbers())
                .put("authority", derivation.step().map(step -> RateJson.authority(step.authority())));
        if (term.operation() == Operation.INPUT) {
            json.put(
                    "input",
                    scenario.determination().register().find(term.address()).map(MemoJson::input));
        }
        return json.put("repeated", derivation.repeated())
                .put("operands", derivation.operands().stream().map(this::json).toList());
    }
}
