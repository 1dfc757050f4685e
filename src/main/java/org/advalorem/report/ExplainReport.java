package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Derivation;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.JsonText.Json;

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
        Map<String, Term> results = scenario.determination().results();
        Map<String, Term> found = new LinkedHashMap<>();
        for (String name : List.of(address, address + ".rate")) {
            Term term = results.get(name);
            if (term != null) {
                return Map.of(name, term);
            }
        }
        if (address.startsWith("programs.")) {
            results.forEach((name, term) -> {
                if (name.startsWith("companies.") && name.endsWith("." + address + ".rate")) {
                    found.put(name, term);
                }
            });
        }
        scenario.determination().calculation().input(address).ifPresent(term -> found.put(address, term));
        return found;
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

    /**
     * How the transaction at an address was compared; nothing when none that was compared is there.
     *
     * @param address of a row of purchases, or of a cell of it
     */
    public static Optional<Report> transaction(EvaluatedScenario scenario, String address, int depth) {
        ExplainReport report = new ExplainReport(scenario, depth);
        return TransactionRows.find(address, scenario)
                .map(row -> Report.of(
                        () -> report.document(row),
                        () -> Header.flags(scenario),
                        () -> report.table(row),
                        () -> report.json(row)));
    }

    private Document document(TransactionRows.Row row) {
        Document.Builder document = new Document.Builder();
        Header.flags(scenario).forEach(words -> document.add(new Document.Warning(words)));
        Term sum = row.group().sum();
        RecordTable records = sum.table();
        document.heading(1, row.address());
        List<Document.Line> lines = new ArrayList<>();
        line(row.date() + (row.supplier().isEmpty() ? "" : ", " + row.supplier()) + ", " + row.description(), lines);
        line("written in " + row.origin(), lines);
        line("quantity = " + Figure.withUnit(row.quantity(), records.quantityUnit()), lines);
        line("price = " + Figure.withUnit(row.price(), records.priceUnit()), lines);
        line(
                "benchmark of " + row.group().name() + " = " + Figure.withUnit(row.benchmark(), records.priceUnit()),
                lines);
        boolean zeroed = TransactionRows.isZeroed(row.group());
        line(
                "difference = " + (zeroed ? "max(0, benchmark - price)" : "benchmark - price") + " = "
                        + Figure.withUnit(row.difference(), records.priceUnit()),
                lines);
        line("benefit = quantity * difference = " + Figure.withUnit(row.benefit(), sum.unit()), lines);
        document.add(new Document.Lines(lines));
        document.paragraph((row.group().reversed() ? "A credit note: its benefit is taken back. " : "")
                + "One of " + records.rows() + " in " + row.group().name()
                + explanation.step(sum).map(step -> ", " + name(step)).orElse("") + ", which add up to "
                + Figure.withUnit(scenario.value(sum), sum.unit()) + ". The benchmark:");
        List<Document.Branch> branches = new ArrayList<>();
        branch(explanation.of(sum.operands().get(0), depth), 0, branches);
        document.add(new Document.Tree(branches));
        return document.build();
    }

    private static void line(String words, List<Document.Line> lines) {
        lines.add(new Document.Line(0, words));
    }

    private Table table(TransactionRows.Row row) {
        return table(Map.of(row.address(), row.group().sum().operands().get(0)));
    }

    private Json json(TransactionRows.Row row) {
        return json(Map.of(row.address(), row.group().sum().operands().get(0)))
                .put("transaction", MemoJson.transaction(row));
    }

    private Document document(Map<String, Term> terms) {
        Document.Builder document = new Document.Builder();
        Header.flags(scenario).forEach(words -> document.add(new Document.Warning(words)));
        terms.forEach((address, term) -> {
            document.heading(1, address + " = " + value(explanation.of(term, 0)));
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
        String value = value(derivation);
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

    private static String value(Derivation derivation) {
        return derivation
                .step()
                .map(Figure::withUnit)
                .orElseGet(() ->
                        Figure.withUnit(derivation.value(), derivation.term().unit()));
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
                .filter(explanation::isDefinition)
                .filter(step -> step.term() != input)
                .filter(step ->
                        explanation.of(step.term(), 1).operands().stream().anyMatch(operand -> operand.term() == input))
                .map(step -> name(step) + " = " + Figure.withUnit(step))
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
        Json json = new Json().put("format", "advalorem-explain/1");
        Header.write(scenario, json);
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
