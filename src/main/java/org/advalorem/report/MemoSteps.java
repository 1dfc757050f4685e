package org.advalorem.report;

import java.util.List;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;

/** The steps of the memorandum as one flat table. */
final class MemoSteps {
    private MemoSteps() {}

    static Table table(EvaluatedScenario scenario) {
        Table.Builder table = Table.titled(
                "",
                "step",
                "section",
                "label",
                "value",
                "unit",
                "formula",
                "numbers",
                "citation",
                "support",
                "assumption");
        Explanation explanation = Explanation.of(scenario.values());
        for (Outline.Item item : MemoOutline.items(scenario)) {
            write(item, "", explanation, table);
        }
        return table.build();
    }

    private static void write(Outline.Item item, String path, Explanation explanation, Table.Builder table) {
        if (item instanceof Outline.Section section) {
            String below = path.isEmpty() ? section.title() : path + " / " + section.title();
            section.items().forEach(inner -> write(inner, below, explanation, table));
        } else if (item instanceof Outline.Line line) {
            row(explanation.step(line), path, table);
        } else if (item instanceof Worksheet sheet) {
            String inSheet = path + " / " + sheet.title();
            sheet.rows().forEach(row -> cells(row, inSheet, explanation, table));
            cells(sheet.totals(), inSheet, explanation, table);
        }
    }

    private static void cells(List<Outline.Cell> cells, String path, Explanation explanation, Table.Builder table) {
        for (Outline.Cell cell : cells) {
            if (cell instanceof Outline.Quantity quantity) {
                row(explanation.step(quantity), path, table);
            }
        }
    }

    private static void row(Step step, String path, Table.Builder table) {
        table.row(
                Cell.of(step.number(), Figure.PLAIN),
                Cell.of(path),
                Cell.of(step.label()),
                Cell.of(step.value(), step.unit().equals(Unit.TRUTH) ? Figure.TRUTH : Figure.PLAIN),
                Cell.of(Figure.unitText(step.unit())),
                Cell.of(step.formula()),
                Cell.of(step.numbers()),
                Cell.of(step.authority().citation()),
                Cell.of(step.authority().support().label()),
                Cell.of(step.authority().assumption().orElse("")));
    }
}
