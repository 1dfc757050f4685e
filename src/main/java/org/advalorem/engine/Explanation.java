package org.advalorem.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a calculation in the order of its outline, each with formula, numbers, value, unit and authority.
 *
 * <p>Lines, and cells of tables that show a quantity, are numbered from 1. Formulas are written when asked for.
 */
public final class Explanation {
    private final Values values;
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<Outline.Line, Step> byLine = new IdentityHashMap<>();
    private final IdentityHashMap<Outline.Quantity, Step> byQuantity = new IdentityHashMap<>();
    private final Map<Term, Step> byTerm = new HashMap<>();
    private final FormulaWriter writer;

    private Explanation(Values values) {
        this.values = values;
        this.writer = new FormulaWriter(values, byTerm);
        walk(values.calculation().outline());
    }

    /** The explanation of a calculation at those values. */
    public static Explanation of(Values values) {
        return new Explanation(values);
    }

    /** The steps in order: the one at place i has number i + 1. */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** The step that this term is called by in formulas, the first that shows it. */
    public Optional<Step> step(Term term) {
        return Optional.ofNullable(byTerm.get(term));
    }

    /**
     * The step of that line.
     *
     * @throws IllegalArgumentException when the line is not in the outline
     */
    public Step step(Outline.Line line) {
        return known(byLine.get(line), line);
    }

    /**
     * The step of that cell.
     *
     * @throws IllegalArgumentException when the cell is not in the outline
     */
    public Step step(Outline.Quantity cell) {
        return known(byQuantity.get(cell), cell);
    }

    /** The values that are explained. */
    public Values values() {
        return values;
    }

    /**
     * The derivation of one term down to inputs.
     *
     * @throws IllegalArgumentException when the term is not in the calculation
     */
    public Derivation of(Term term) {
        return of(term, Integer.MAX_VALUE);
    }

    /**
     * The derivation of one term.
     *
     * @param depth how many times operands are followed; 0 for the formula alone
     * @throws IllegalArgumentException when the term is not in the calculation
     */
    public Derivation of(Term term, int depth) {
        return derive(term, depth, new HashSet<>());
    }

    String formula(Step step, FormulaWriter.Form form) {
        return byTerm.get(step.term()) == step
                ? writer.formula(step.term(), form)
                : writer.reference(step.term(), form);
    }

    private Derivation derive(Term term, int depth, Set<Term> above) {
        Set<Term> mentioned = writer.mentioned(term);
        boolean repeated = !mentioned.isEmpty() && !above.add(term);
        List<Derivation> operands = new ArrayList<>();
        if (depth > 0 && !repeated) {
            mentioned.forEach(operand -> operands.add(derive(operand, depth - 1, above)));
        }
        return new Derivation(
                term,
                step(term),
                writer.formula(term, new FormulaWriter.Form(false, false)),
                writer.formula(term, new FormulaWriter.Form(true, false)),
                values.of(term),
                repeated,
                operands);
    }

    private void walk(Outline.Section section) {
        for (Outline.Item item : section.items()) {
            if (item instanceof Outline.Section inner) {
                walk(inner);
            } else if (item instanceof Outline.Line line) {
                byLine.put(line, add(line.label(), line.term(), line.authority()));
            } else if (item instanceof Outline.Table table) {
                walk(table);
            }
        }
    }

    private void walk(Outline.Table table) {
        int rowNumber = 0;
        for (List<Outline.Cell> row : table.rows()) {
            rowNumber++;
            String rowLabel = rowLabel(table, row, rowNumber);
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof Outline.Quantity cell) {
                    String label = rowLabel + ", " + table.columns().get(i);
                    byQuantity.putIfAbsent(cell, add(label, cell.term(), table.authority()));
                }
            }
        }
    }

    private static String rowLabel(Outline.Table table, List<Outline.Cell> row, int rowNumber) {
        String words = row.stream()
                .filter(Outline.Words.class::isInstance)
                .map(cell -> ((Outline.Words) cell).text())
                .collect(Collectors.joining(", "));
        return words.isBlank() ? table.title() + ", row " + rowNumber : words;
    }

    private Step add(String label, Term term, Authority authority) {
        Step step = new Step(this, steps.size() + 1, label, term, authority);
        steps.add(step);
        // a plain number is shared by steps that have nothing to do with each other
        if (term.operation() != Operation.LITERAL) {
            byTerm.putIfAbsent(term, step);
        }
        return step;
    }

    private static Step known(@Nullable Step step, Object place) {
        if (step == null) {
            throw new IllegalArgumentException("(" + place + ") is not in the outline.");
        }
        return step;
    }
}
