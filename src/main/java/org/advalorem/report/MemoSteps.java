package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;

/** The steps of the memorandum as one flat listing. */
final class MemoSteps {
    private final Explanation explanation;
    private final List<InSection> steps = new ArrayList<>();

    private MemoSteps(Explanation explanation) {
        this.explanation = explanation;
    }

    /** A step with the sections that contain it, joined by {@code /}. */
    private record InSection(String section, Step step) {}

    static Listing<?> of(EvaluatedScenario scenario) {
        MemoSteps memo = new MemoSteps(Explanation.of(scenario.values()));
        MemoOutline.items(scenario).forEach(item -> memo.add(item, ""));
        return ListingType.<InSection>of("steps", "step", "Every line and cell of the memorandum.")
                .number(Figure.COUNT, "step", of -> of.step().number(), "Its number.")
                .text("section", InSection::section, "The sections it is in.")
                .text("label", of -> of.step().label(), "Its label.")
                .valueOrTruth(of -> of.step().value(), MemoSteps::isTruth, "Its value; none for yes or no.")
                .text("unit", of -> Figure.unitText(of.step().unit()), "The unit of the value.")
                .text("formula", of -> of.step().formula(), "Its formula in words.")
                .text("numbers", of -> of.step().numbers(), "Its formula in numbers.")
                .text("citation", of -> of.step().authority().citation(), "The authority for it.")
                .text("support", of -> of.step().authority().support().label(), "The kind of support.")
                .text(
                        "assumption",
                        of -> of.step().authority().assumption().orElse(""),
                        "The number of the assumption.")
                .of(memo.steps);
    }

    private static boolean isTruth(InSection of) {
        return of.step().unit().equals(Unit.TRUTH);
    }

    private void add(Outline.Item item, String path) {
        if (item instanceof Outline.Section section) {
            String below = path.isEmpty() ? section.title() : path + " / " + section.title();
            section.items().forEach(inner -> add(inner, below));
        } else if (item instanceof Outline.Line line) {
            steps.add(new InSection(path, explanation.step(line)));
        } else if (item instanceof Worksheet sheet) {
            String inSheet = path + " / " + sheet.title();
            sheet.rows().forEach(row -> cells(row, inSheet));
            cells(sheet.totals(), inSheet);
        }
    }

    private void cells(List<Outline.Cell> cells, String path) {
        for (Outline.Cell cell : cells) {
            if (cell instanceof Outline.Quantity quantity) {
                steps.add(new InSection(path, explanation.step(quantity)));
            }
        }
    }
}
