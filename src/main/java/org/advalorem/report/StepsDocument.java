package org.advalorem.report;

import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;

/** The calculation step by step as a document for people: every cell of every worksheet with its formula in numbers. */
final class StepsDocument {
    private static final int DEEPEST_HEADING = 6;

    private final EvaluatedScenario scenario;
    private final Explanation explanation;
    private final Document.Builder document = new Document.Builder();
    private final Basis basis;
    private int part;

    private StepsDocument(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
        this.basis = Basis.of(scenario.values(), UsedAssumptions.results(scenario));
    }

    static Document of(EvaluatedScenario scenario, boolean records) {
        StepsDocument memo = new StepsDocument(scenario);
        Header.open(
                scenario,
                "Calculation memorandum, step by step: ",
                RateFinding.of(scenario).finding(),
                memo.document);
        Statuses statuses = new Statuses(scenario);
        memo.document.view(RateSummary.of(scenario, statuses));
        memo.document.paragraph(
                "Every step has a number, and formulas name the steps and inputs they use. Each step is followed by"
                        + " its formula, the formula with numbers and the result in all digits, and the authority for it.");
        memo.calculation();
        MemoParts parts = new MemoParts(scenario, statuses, memo.document, memo.part);
        parts.dispositions();
        parts.reconciliations();
        parts.assumptions();
        parts.leftOut();
        parts.allInputs();
        parts.reliance();
        if (records) {
            parts.transactions();
        }
        return Header.close(scenario, memo.document);
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
            document.paragraph(note.words());
        } else if (item instanceof Outline.Line line) {
            Step step = explanation.step(line);
            step(step, Formulas.authority(step.authority()));
        } else if (item instanceof Worksheet sheet) {
            Table printed = SheetTables.of(
                    sheet,
                    scenario.values(),
                    row -> true,
                    cell -> explanation.step(cell).number());
            document.table(new Table(
                    printed.title(), printed.columns(), printed.rows(), Formulas.authority(sheet.authority())));
            sheet.rows().forEach(row -> row.forEach(this::working));
            sheet.totals().forEach(this::working);
        }
    }

    /** Writes the formula of a cell that underlies a result, if the cell is the first to show it. */
    private void working(Outline.Cell cell) {
        if (cell instanceof Outline.Quantity quantity) {
            Term term = quantity.term();
            Step step = explanation.step(quantity);
            if (explanation.isDefinition(step) && !term.operands().isEmpty() && basis.contains(term)) {
                step(step, "");
            }
        }
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
                Figure.withUnit(step),
                Formulas.lines(step.term(), step.formula(), step.numbers(), step.value()),
                authority));
    }
}
