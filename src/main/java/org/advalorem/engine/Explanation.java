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
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a calculation in the order of its outline, each with formula, numbers, value, unit and authority.
 *
 * <p>Lines, and worksheet cells that show a quantity, are numbered from 1. Formulas are written on demand. An operand
 * that several steps show is named after the nearest of them: a column listed by the cell's own column, another cell of
 * the row, the last preceding line in its section, then the first step that shows it in its section, then in the
 * enclosing sections.
 */
public final class Explanation {
    private final Values values;
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<Outline.Line, Step> byLine = new IdentityHashMap<>();
    private final IdentityHashMap<Outline.Quantity, Step> byQuantity = new IdentityHashMap<>();
    private final Map<Term, List<Step>> byTerm = new HashMap<>();
    private final Map<Heading, Set<Integer>> headings = new HashMap<>();
    private int sections;
    private int sheets;
    private int lines;

    private Explanation(Values values) {
        this.values = values;
        walk(values.calculation().outline(), List.of());
    }

    /** The explanation of a calculation at the given values. */
    public static Explanation of(Values values) {
        return new Explanation(values);
    }

    /** The steps in order: the one at index i has number i + 1. */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** The first step that shows the given term. */
    public Optional<Step> step(Term term) {
        return shown(term).stream().findFirst();
    }

    /**
     * The step after which another names an operand: the nearest other step that shows it; empty if there is none.
     *
     * @param of the step whose formula mentions the operand
     * @param operand the operand
     */
    public Optional<Step> operand(Step of, Term operand) {
        Step nearest = null;
        for (Step step : shown(operand)) {
            if (step != of && (nearest == null || isNearer(step, nearest, of))) {
                nearest = step;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether another worksheet of the section has a column of the same name, so that the name alone is ambiguous. */
    boolean isAmbiguous(Place.SheetCell cell, Step from) {
        return headings.getOrDefault(new Heading(from.place().sections(), cell.heading()), Set.of())
                        .size()
                > 1;
    }

    private record Heading(List<Integer> sections, String name) {}

    /** The number of a line among the lines; 0 for a cell. */
    public int lineNumber(Step step) {
        return step.place().line();
    }

    /**
     * Whether a step writes out how its term is computed: the first step that shows the term does, later ones refer to
     * it.
     */
    public boolean isDefinition(Step step) {
        return before(step).isEmpty();
    }

    /** The steps that show a term, in order. */
    List<Step> shown(Term term) {
        return byTerm.getOrDefault(term, List.of());
    }

    /** The earlier step to which a step refers when it merely shows the same term again. */
    Optional<Step> before(Step step) {
        return step(step.term()).filter(first -> first.number() < step.number());
    }

    /**
     * The earlier step as in {@link #before}, ignoring cells of the same column: equal cells of a column are each
     * computed.
     */
    Optional<Step> beforeColumn(Step step) {
        return shown(step.term()).stream()
                .filter(other -> other.number() < step.number() && !areInOneColumn(other, step))
                .findFirst();
    }

    private static boolean areInOneColumn(Step one, Step other) {
        return one.place().cell().isPresent()
                && other.place().cell().isPresent()
                && one.place().cell().get().isInColumnOf(other.place().cell().get());
    }

    private static boolean isNearer(Step one, Step other, Step from) {
        boolean row = areInOneRow(one, from);
        if (row != areInOneRow(other, from)) {
            return row;
        }
        if (row) {
            int order = order(one, from);
            int otherOrder = order(other, from);
            return order >= 0 && (otherOrder < 0 || order < otherOrder);
        }
        boolean line = isLineBefore(one, from);
        if (line || isLineBefore(other, from)) {
            return line && one.number() > other.number();
        }
        int shared = one.place().shared(from.place());
        int otherShared = other.place().shared(from.place());
        return shared != otherShared ? shared > otherShared : one.number() < other.number();
    }

    /** Whether the step is an earlier line of the same section. */
    private static boolean isLineBefore(Step step, Step from) {
        return step.place().cell().isEmpty()
                && step.number() < from.number()
                && step.place().sections().equals(from.place().sections());
    }

    private static boolean areInOneRow(Step one, Step other) {
        return one.place().cell().isPresent()
                && other.place().cell().isPresent()
                && one.place().cell().get().isInRowOf(other.place().cell().get());
    }

    /**
     * The position of one column of a row among those from which the other is computed; -1 if it is not one of them.
     */
    private static int order(Step one, Step from) {
        return one.place().cell().orElseThrow().orderFor(from.place().cell().orElseThrow());
    }

    /**
     * The step of the given line.
     *
     * @throws IllegalArgumentException if the line is not in the outline
     */
    public Step step(Outline.Line line) {
        return known(byLine.get(line), line);
    }

    /**
     * The step of the given cell.
     *
     * @throws IllegalArgumentException if the cell is not in the outline
     */
    public Step step(Outline.Quantity cell) {
        return known(byQuantity.get(cell), cell);
    }

    /** The values explained. */
    public Values values() {
        return values;
    }

    /**
     * The derivation of one term down to its inputs.
     *
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public Derivation of(Term term) {
        return of(term, Integer.MAX_VALUE);
    }

    /**
     * The derivation of one term to a limited depth.
     *
     * @param term the term to derive
     * @param depth how many levels of operands are followed; 0 for the formula alone
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public Derivation of(Term term, int depth) {
        return derive(term, step(term), depth, new HashSet<>());
    }

    /** What stands on either side of the index of a term in a {@linkplain #marked marked} formula: a private-use character. */
    public static final String MARK = "\uE000";

    /**
     * The formula with the numbers of its operands, each as the index of its term between two {@linkplain #MARK marks}, so that
     * a reader can put another number there.
     */
    public String marked(Step step) {
        return formula(step, new FormulaWriter.Form(true, false, true));
    }

    String formula(Step step, FormulaWriter.Form form) {
        FormulaWriter writer = writer(Optional.of(step));
        return isDefinition(step) ? writer.formula(step.term(), form) : writer.reference(step.term(), form);
    }

    private FormulaWriter writer(Optional<Step> of) {
        return new FormulaWriter(values, new StepNames(of));
    }

    private Derivation derive(Term term, Optional<Step> step, int depth, Set<Term> above) {
        Optional<Step> definition = step.flatMap(this::before);
        if (definition.isPresent()) {
            return reference(step.orElseThrow(), definition.get(), depth, above);
        }
        FormulaWriter writer = writer(step);
        Set<Term> mentioned = writer.mentioned(term);
        boolean repeated = !mentioned.isEmpty() && !above.add(term);
        List<Derivation> operands = new ArrayList<>();
        if (depth > 0 && !repeated) {
            mentioned.forEach(operand -> operands.add(derive(
                    operand, step.map(of -> operand(of, operand)).orElseGet(() -> step(operand)), depth - 1, above)));
        }
        return new Derivation(
                term,
                step,
                writer.formula(term, new FormulaWriter.Form(false, false)),
                writer.formula(term, new FormulaWriter.Form(true, false)),
                values.of(term),
                repeated,
                operands);
    }

    /** The derivation of a step that merely shows again what another defines. */
    private Derivation reference(Step step, Step definition, int depth, Set<Term> above) {
        return new Derivation(
                step.term(),
                Optional.of(step),
                step.formula(),
                step.numbers(),
                step.value(),
                false,
                depth > 0 ? List.of(derive(step.term(), Optional.of(definition), depth - 1, above)) : List.of());
    }

    /** Names for formulas: operands by their steps, inputs by their addresses, numbers as they are. */
    private final class StepNames implements Names {
        private final Optional<Step> of;

        StepNames(Optional<Step> of) {
            this.of = of;
        }

        @Override
        public Optional<String> of(Term term) {
            Optional<Step> referred = of.filter(step -> step.term() == term).flatMap(Explanation.this::before);
            return referred.or(() -> of.flatMap(step -> operand(step, term)))
                    .or(() -> of.isEmpty() ? step(term) : Optional.empty())
                    .map(Step::name);
        }

        @Override
        public String input(Term input) {
            return input.address();
        }

        @Override
        public Optional<String> literal(Term literal) {
            return Optional.empty();
        }

        @Override
        public Optional<String> sum(List<Term> summands) {
            return Optional.empty();
        }

        @Override
        public Optional<String> gathered() {
            return Optional.empty();
        }

        @Override
        public String quantity(RecordTable records) {
            return "quantity";
        }

        @Override
        public String over(RecordTable records) {
            return " over " + Numbers.grouped(records.rows()) + (records.rows() == 1 ? " record (" : " records (")
                    + records.name() + ")";
        }
    }

    private void walk(Outline.Section section, List<Integer> around) {
        List<Integer> path = new ArrayList<>(around);
        path.add(sections++);
        Place place = new Place(List.copyOf(path), Optional.empty(), 0);
        for (Outline.Item item : section.items()) {
            if (item instanceof Outline.Section inner) {
                walk(inner, place.sections());
            } else if (item instanceof Outline.Line line) {
                byLine.put(line, add(line.label(), line.term(), line.quality(), line.authority(), place.line(++lines)));
            } else if (item instanceof Worksheet sheet) {
                walk(sheet, place);
            }
        }
    }

    private void walk(Worksheet sheet, Place place) {
        sheets++;
        for (SheetColumn column : sheet.columns()) {
            headings.computeIfAbsent(new Heading(place.sections(), column.name()), absent -> new HashSet<>())
                    .add(sheets);
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            String name = sheet.name(row);
            walk(
                    sheet,
                    row,
                    sheet.rows().get(row),
                    name.isEmpty() ? sheet.title() + ", row " + (row + 1) : name,
                    place);
        }
        walk(sheet, sheet.rows().size(), sheet.totals(), sheet.title() + ", total", place);
    }

    private void walk(Worksheet sheet, int row, List<Outline.Cell> cells, String name, Place place) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Outline.Quantity cell) {
                Place of = new Place(place.sections(), Optional.of(new Place.SheetCell(sheet, sheets, row, column)), 0);
                String label = name + ", " + sheet.columns().get(column).name();
                Quality quality = sheet.columns().get(column).quality();
                byQuantity.putIfAbsent(cell, add(label, cell.term(), quality, sheet.authority(), of));
            }
        }
    }

    private Step add(String label, Term term, Quality quality, Authority authority, Place place) {
        Step step = new Step(this, steps.size() + 1, label, term, quality, authority, place);
        steps.add(step);
        // a literal is shared by steps that have nothing to do with one another
        if (term.operation() != Operation.LITERAL) {
            byTerm.computeIfAbsent(term, absent -> new ArrayList<>()).add(step);
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
