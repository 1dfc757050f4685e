package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.rules.CompanyResult;

/** The calculation memorandum as a document for people. */
final class MemoDocument {
    private static final int DEEPEST_HEADING = 6;

    private final EvaluatedScenario scenario;
    private final Explanation explanation;
    private final Document.Builder document = new Document.Builder();
    private final Basis basis;
    private int part;

    private MemoDocument(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
        this.basis = Basis.of(scenario.values(), UsedAssumptions.results(scenario));
    }

    static Document of(EvaluatedScenario scenario, boolean records) {
        MemoDocument memo = new MemoDocument(scenario);
        Header.write(scenario, "Calculation memorandum: ", memo.document);
        memo.document.view(RateSummary.of(scenario));
        memo.document.paragraph(
                "Every step has a number, and formulas name the steps and inputs they use. Under each step"
                        + " stand its formula, the same with numbers and the result in full digits, and what it rests on.");
        memo.calculation();
        memo.assumptions();
        memo.inputs();
        memo.reliance();
        if (records) {
            memo.records();
        }
        return memo.document.build();
    }

    private void calculation() {
        for (Outline.Item item : MemoOutline.items(scenario)) {
            write(item, "", 1);
        }
    }

    private void write(Outline.Item item, String prefix, int depth) {
        if (item instanceof Outline.Section section) {
            section(section, prefix, depth);
        } else if (item instanceof Outline.Note note) {
            if (!note.text().equals(regime())) {
                document.paragraph(note.text());
            }
        } else if (item instanceof Outline.Line line) {
            Step step = explanation.step(line);
            step(step, Formulas.authority(step.authority()));
        } else if (item instanceof Outline.Table table) {
            Table printed = OutlineTables.of(
                    table, scenario.values(), cell -> explanation.step(cell).number());
            document.table(new Table(
                    printed.title(), printed.columns(), printed.rows(), Formulas.authority(table.authority())));
            table.rows().forEach(row -> row.forEach(this::working));
        }
    }

    /** The formula of a cell that a result was computed from, where the cell is the first to show it. */
    private void working(Outline.Cell cell) {
        if (cell instanceof Outline.Quantity quantity) {
            Term term = quantity.term();
            Step step = explanation.step(quantity);
            boolean first =
                    explanation.step(term).filter(known -> known == step).isPresent();
            if (first && !term.operands().isEmpty() && basis.contains(term)) {
                step(step, "");
            }
        }
    }

    private String regime() {
        return "Regulation as of " + scenario.determination().proceeding().regime() + ": "
                + scenario.determination().proceeding().regimeReason() + ".";
    }

    private void section(Outline.Section section, String prefix, int depth) {
        String number = depth == 1 ? Integer.toString(++part) : prefix;
        heading(number + " " + section.title(), depth);
        int inner = 0;
        for (Outline.Item item : section.items()) {
            if (!MemoOutline.isEmpty(item)) {
                inner += item instanceof Outline.Section ? 1 : 0;
                write(item, number + "." + inner, depth + 1);
            }
        }
    }

    private void heading(String text, int depth) {
        document.heading(Math.min(depth + 1, DEEPEST_HEADING), text);
    }

    private void step(Step step, String authority) {
        document.add(new Document.Step(
                step.number(),
                step.label(),
                Figure.withUnit(step.value(), step.term()),
                Formulas.lines(step.term(), step.formula(), step.numbers(), step.value()),
                authority));
    }

    private void assumptions() {
        heading(++part + " Regime and assumptions", 1);
        document.paragraph(regime());
        Map<String, String> used = UsedAssumptions.of(scenario);
        List<String> items = new ArrayList<>();
        used.forEach((number, statement) -> items.add(number + " " + statement));
        document.items(items);
    }

    private void inputs() {
        heading(++part + " Inputs", 1);
        document.paragraph(InputRows.explained(scenario));
        document.table(InputRows.table(scenario));
    }

    private void reliance() {
        heading(++part + " Assumed and disputed values", 1);
        document.paragraph(Reliance.DEFINITION);
        Table.Builder table = Table.titled("", "company", "#assumed or disputed", "of which");
        for (CompanyResult company : scenario.companies()) {
            Reliance reliance = Reliance.of(scenario, company);
            table.row(
                    Cell.of(company.name()),
                    Cell.of(reliance.share().doubleValue(), Figure.PUBLISHED),
                    Cell.of(reliance.parts()));
        }
        document.table(table.build());
    }

    private void records() {
        heading(++part + " Records", 1);
        List<Table> tables = RecordRows.tables(scenario, explanation);
        if (tables.isEmpty()) {
            document.paragraph("No sum over records was used.");
        }
        tables.forEach(document::table);
    }
}
