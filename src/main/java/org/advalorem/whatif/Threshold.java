package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Problems;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.Determination;
import org.advalorem.scenario.Assignment;

/**
 * A truth of a calculation that can flip: a verdict, or a test within the calculation such as the 0.5 percent test.
 *
 * @param path the headings above it and its label, which identify it in a rebuilt calculation as well
 * @param label its label in words
 * @param about the address it is about
 * @param verdict whether it is a reported verdict: that a rate is de minimis, or that the determination is negative
 */
record Threshold(String path, String label, String about, boolean verdict, Term truth) {

    /** The truths in the outline that are not constant, verdicts first. */
    static List<Threshold> of(Model model) {
        Calculation calculation = model.determination().calculation();
        List<Threshold> found = new ArrayList<>();
        collect(calculation.outline(), "", model, new HashMap<>(), found);
        found.sort((one, other) -> Boolean.compare(other.verdict(), one.verdict()));
        return found;
    }

    /**
     * Whether the truth takes the wanted value once the settings are made; false if that scenario cannot be calculated.
     */
    boolean becomes(boolean wanted, List<Assignment> settings, Model model) {
        return model.with(settings, new Problems())
                .flatMap(changed -> of(changed).stream()
                        .filter(other -> other.path().equals(path))
                        .findFirst()
                        .map(other -> changed.values().holds(other.truth()) == wanted))
                .orElse(false);
    }

    private static void collect(
            Outline.Section section, String path, Model model, Map<String, Integer> seen, List<Threshold> found) {
        for (Outline.Item item : section.items()) {
            if (item instanceof Outline.Section inner) {
                collect(inner, path + " > " + inner.title(), model, seen, found);
            } else if (item instanceof Outline.Line line
                    && line.term().unit().equals(Unit.TRUTH)
                    && line.term().operation() != Operation.LITERAL
                    && found.stream().noneMatch(known -> known.truth() == line.term())) {
                String name = path + " > " + line.label();
                int count = seen.merge(name, 1, Integer::sum);
                boolean verdict = isVerdict(line.term(), model.determination());
                found.add(new Threshold(name + "#" + count, line.label(), section.about(), verdict, line.term()));
            } else if (item instanceof Worksheet sheet) {
                cells(sheet, path, section.about(), seen, found);
            }
        }
    }

    private static boolean isVerdict(Term truth, Determination determination) {
        return determination.companies().stream().anyMatch(company -> company.deMinimis() == truth)
                || determination.negative().filter(term -> term == truth).isPresent()
                || determination
                        .allOthers()
                        .flatMap(AllOthersResult::deMinimis)
                        .filter(term -> term == truth)
                        .isPresent();
    }

    private static void cells(
            Worksheet sheet, String path, String about, Map<String, Integer> seen, List<Threshold> found) {
        for (List<Outline.Cell> row : sheet.rows()) {
            for (int column = 0; column < row.size(); column++) {
                if (row.get(column) instanceof Outline.Quantity cell
                        && cell.term().unit().equals(Unit.TRUTH)
                        && cell.term().operation() != Operation.LITERAL
                        && found.stream().noneMatch(known -> known.truth() == cell.term())) {
                    String label = sheet.title() + ", " + first(row) + ": "
                            + sheet.columns().get(column).name();
                    String name = path + " > " + label;
                    int count = seen.merge(name, 1, Integer::sum);
                    found.add(new Threshold(name + "#" + count, label, about, false, cell.term()));
                }
            }
        }
    }

    /** The first words of a row, which say what it is about. */
    private static String first(List<Outline.Cell> row) {
        return row.stream()
                .filter(cell -> cell instanceof Outline.Words)
                .map(cell -> ((Outline.Words) cell).text())
                .findFirst()
                .orElse("");
    }
}
