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
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.JsonText.Json;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Results;

/** The report of {@code explain}: the derivation of a result, or the source of an input and the steps that use it. */
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
     * The terms to which an address refers: a result, the rates of a company, a program or all others, or an input.
     *
     * @return the terms by full address; empty if the address refers to none
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

    /**
     * The derivations of the given terms.
     *
     * @param terms by full address
     * @param depth the number of levels to show
     */
    public static Report of(EvaluatedScenario scenario, Map<String, Term> terms, int depth) {
        ExplainReport report = new ExplainReport(scenario, depth);
        return Report.ofTree(
                        () -> report.document(terms),
                        () -> Header.comments(scenario),
                        () -> FlatTable.of(report.listing(terms)),
                        () -> report.json(terms))
                .about(scenario);
    }

    /**
     * The comparison of the transaction at an address; empty if no transaction at that address was compared.
     *
     * @param address the address of a purchase row or one of its cells
     * @param depth the number of levels to show
     */
    public static Optional<Report> transaction(EvaluatedScenario scenario, String address, int depth) {
        ExplainReport report = new ExplainReport(scenario, depth);
        return TransactionRows.find(address, scenario)
                .map(row -> Report.ofTree(
                                () -> report.document(row),
                                () -> Header.comments(scenario),
                                () -> FlatTable.of(report.listing(benchmark(row))),
                                () -> report.json(benchmark(row))
                                        .one(TransactionRows.rows("transaction").of(List.of(row))))
                        .about(scenario));
    }

    private Document document(TransactionRows.Row row) {
        Document.Builder document = new Document.Builder();
        Term sum = row.group().sum();
        Term total = row.group().total();
        RecordTable records = sum.table();
        document.heading(1, row.address() + ": benefit " + Figure.withUnit(row.benefit(), sum.unit()));
        Header.flag(scenario, document);
        List<Document.Line> lines = new ArrayList<>();
        line(row.date() + (row.supplier().isEmpty() ? "" : ", " + row.supplier()) + ", " + row.description(), lines);
        line("written in " + row.origin(), lines);
        line("quantity = " + Figure.withUnit(row.quantity(), records.quantityUnit()), lines);
        line("price = " + Figure.withUnit(row.price(), records.priceUnit()), lines);
        line(
                "benchmark of " + row.group().name() + " = " + Figure.withUnit(row.benchmark(), records.priceUnit()),
                lines);
        String difference = row.group().countsAbove() ? "price - benchmark" : "benchmark - price";
        boolean zeroed = TransactionRows.isZeroed(row.group());
        line(
                "difference = " + (zeroed ? "max(0, " + difference + ")" : difference) + " = "
                        + Figure.withUnit(row.difference(), records.priceUnit()),
                lines);
        line("benefit = quantity * difference = " + Figure.withUnit(row.benefit(), sum.unit()), lines);
        document.add(new Document.Lines(lines));
        document.paragraph((row.group().reversed() ? "A credit note: its benefit is taken back. " : "")
                + "One of " + records.rows() + " in " + row.group().name()
                + explanation.step(total).map(step -> ", " + name(step)).orElse("") + ", which add up to "
                + Figure.withUnit(scenario.value(total), total.unit()) + ". The benchmark:");
        List<Document.Branch> branches = new ArrayList<>();
        branch(explanation.of(sum.operands().get(0), depth), 0, branches);
        document.add(new Document.Tree(branches));
        return Header.closeBriefly(scenario, document);
    }

    private static void line(String words, List<Document.Line> lines) {
        lines.add(new Document.Line(0, words));
    }

    /** The terms with which a transaction was compared. */
    private static Map<String, Term> benchmark(TransactionRows.Row row) {
        return Map.of(row.address(), row.group().sum().operands().get(0));
    }

    private Document document(Map<String, Term> terms) {
        Document.Builder document = new Document.Builder();
        boolean[] begun = {false};
        terms.forEach((address, term) -> {
            document.heading(1, address + " = " + value(explanation.of(term, 0)));
            if (!begun[0]) {
                Header.flag(scenario, document);
                begun[0] = true;
            }
            List<Document.Branch> branches = new ArrayList<>();
            branch(explanation.of(term, depth), 0, branches);
            document.add(new Document.Tree(branches));
            if (term.operation() == Operation.INPUT) {
                usedIn(term, document);
            }
        });
        return Header.closeBriefly(scenario, document);
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
        if (fact.provenance().source().isStated()) {
            parts.add(fact.provenance().source().words());
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

    /** A number in the derivation of the one at an address. */
    private record At(String address, int level, Derivation derivation) {
        boolean isTruth() {
            return derivation.term().unit().equals(Unit.TRUTH);
        }
    }

    private Listing<At> listing(Map<String, Term> terms) {
        List<At> rows = new ArrayList<>();
        terms.forEach((address, term) -> add(new At(address, 0, explanation.of(term, depth)), rows));
        return ListingType.<At>of("explained", "number", "")
                .text("of", At::address, "The address explained.")
                .number(Figure.COUNT, "level", At::level, "How many levels of operands were followed to it.")
                .number(
                        Figure.COUNT,
                        "step",
                        at -> at.derivation()
                                .step()
                                .map(step -> (double) step.number())
                                .orElse(Double.NaN),
                        "The number of its step in the memorandum.")
                .text("label", at -> at.derivation().step().map(Step::label).orElse(""), "Its label.")
                .valueOrTruth(at -> at.derivation().value(), At::isTruth, "The number; none for yes or no.")
                .text("unit", at -> Figure.unitText(at.derivation().term().unit()), "The unit of the number.")
                .text("formula", at -> at.derivation().formula(), "Its formula in words.")
                .text("numbers", at -> at.derivation().numbers(), "Its formula in numbers.")
                .truth("repeated", at -> at.derivation().repeated(), "Whether its operands are given further up.")
                .of(rows);
    }

    private static void add(At at, List<At> rows) {
        rows.add(at);
        at.derivation().operands().forEach(operand -> add(new At(at.address(), at.level() + 1, operand), rows));
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
                    scenario.determination()
                            .register()
                            .find(term.address())
                            .map(fact -> MemoJson.input(fact, scenario)));
        }
        return json.put("repeated", derivation.repeated())
                .put("operands", derivation.operands().stream().map(this::json).toList());
    }
}
