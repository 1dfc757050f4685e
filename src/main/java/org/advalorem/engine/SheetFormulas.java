package org.advalorem.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;

/**
 * The formulas of the outline in words: for a worksheet, one for each column, read off the operands of its cells, plus
 * one for each row that is computed differently; for a line, one with the numbers of other lines.
 *
 * <p>Operands are named after the columns that a column lists, whichever other steps show the same node. A sum whose
 * summands read alike is written {@code sum of ...}; a sum of one summand is written as that summand, so that the
 * number of summands makes no difference between rows.
 */
public final class SheetFormulas {
    private static final int WRITTEN_OUT = 3;
    private static final String SUM_OF = "sum of ";
    private static final String STATED = "as stated";

    private final Explanation explanation;
    private final Function<Term, String> inputs;

    private SheetFormulas(Explanation explanation, Function<Term, String> inputs) {
        this.explanation = explanation;
        this.inputs = inputs;
    }

    /**
     * The formulas of an explained calculation.
     *
     * @param explanation the explanation of the calculation
     * @param inputs the name of an input in words
     */
    public static SheetFormulas of(Explanation explanation, Function<Term, String> inputs) {
        return new SheetFormulas(explanation, inputs);
    }

    /**
     * The formulas of the columns of a worksheet.
     *
     * @param columns for each column, how most of its cells are computed; empty where they are stated
     * @param differences the rows that are computed differently
     */
    public record OfSheet(List<Optional<String>> columns, List<Difference> differences) {
        /** Copies the lists. */
        public OfSheet {
            columns = List.copyOf(columns);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Rows that compute a column differently from most.
     *
     * @param column the index of the column
     * @param rows the rows, from 0
     * @param formula how they compute it
     */
    public record Difference(int column, List<Integer> rows, String formula) {
        /** Copies the list. */
        public Difference {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The formulas of a worksheet.
     *
     * @throws IllegalArgumentException if a cell of it is not in the outline
     */
    public OfSheet of(Worksheet sheet) {
        List<Optional<String>> columns = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            List<Alike> alike = alike(sheet, column);
            Alike most = null;
            for (Alike one : alike) {
                most = most == null || one.isMoreThan(most) ? one : most;
            }
            // that gross is the sum of gross need not be said
            String own = SUM_OF + sheet.columns().get(column).name();
            columns.add(Optional.ofNullable(most)
                    .filter(one -> !one.isStated)
                    .map(Alike::formula)
                    .filter(formula -> !formula.equals(own)));
            for (Alike one : alike) {
                if (one != most) {
                    differences.add(new Difference(column, one.rows, one.isStated ? STATED : one.formula()));
                }
            }
        }
        return new OfSheet(columns, differences);
    }

    /** Rows that are computed alike. */
    private static final class Alike {
        private final List<Integer> rows = new ArrayList<>();
        private final Set<String> plain = new LinkedHashSet<>();
        private final Set<String> numbered = new LinkedHashSet<>();
        private boolean isStated = true;

        void add(int row, String inWords, String withNumbers, boolean stated) {
            rows.add(row);
            plain.add(inWords);
            numbered.add(withNumbers);
            isStated &= stated;
        }

        void addAll(Alike other) {
            rows.addAll(other.rows);
            plain.addAll(other.plain);
            numbered.addAll(other.numbered);
        }

        /**
         * The formula of the rows: of several, the one that allows for several summands; without numbers if they differ
         * by row.
         */
        String formula() {
            return Collections.max(
                    numbered.size() == plain.size() ? numbered : plain, Comparator.comparingInt(String::length));
        }

        boolean isMoreThan(Alike other) {
            int more = Integer.compare(rows.size(), other.rows.size());
            return more > 0
                    || (more == 0 && formula().length() > other.formula().length());
        }
    }

    private List<Alike> alike(Worksheet sheet, int column) {
        Map<String, Alike> alike = new LinkedHashMap<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            if (sheet.rows().get(row).get(column) instanceof Outline.Quantity cell && isComputedOrRead(cell.term())) {
                Step step = explanation.step(cell);
                String key = formula(step, new CellNames(step, "", false));
                alike.computeIfAbsent(key, absent -> new Alike())
                        .add(
                                row,
                                formula(step, new CellNames(step, SUM_OF, false)),
                                formula(step, new CellNames(step, SUM_OF, true)),
                                isStated(step));
            }
        }
        return withStatedAsOne(alike.values());
    }

    /** Merges all stated rows: they count as alike, under whatever name. */
    private static List<Alike> withStatedAsOne(Collection<Alike> all) {
        List<Alike> one = new ArrayList<>();
        Alike stated = null;
        for (Alike alike : all) {
            if (alike.isStated && stated != null) {
                stated.addAll(alike);
            } else {
                one.add(alike);
                stated = alike.isStated ? alike : stated;
            }
        }
        return one;
    }

    /**
     * Whether the term has a formula. A number fixed by the law or by arithmetic, such as zero where nothing was paid,
     * has none.
     */
    private static boolean isComputedOrRead(Term term) {
        return term.operation() != Operation.LITERAL;
    }

    private boolean isStated(Step step) {
        return step.term().operands().isEmpty()
                && explanation.beforeColumn(step).isEmpty();
    }

    /**
     * Whether a line merely repeats, under its own name, what a worksheet of another section computes.
     *
     * @throws IllegalArgumentException if the line is not in the outline
     */
    public boolean repeatsCell(Outline.Line line) {
        return explanation
                .before(explanation.step(line))
                .filter(step -> step.place().cell().isPresent()
                        && !step.place()
                                .sections()
                                .equals(explanation.step(line).place().sections()))
                .isPresent();
    }

    /**
     * The formula of a line, with the numbers of other lines; empty if the line is stated.
     *
     * @throws IllegalArgumentException if the line is not in the outline
     */
    public Optional<String> of(Outline.Line line) {
        Step step = explanation.step(line);
        return isStated(step) ? Optional.empty() : Optional.of(formula(step, new LineNames(step)));
    }

    private String formula(Step step, StepNames names) {
        FormulaWriter writer = new FormulaWriter(explanation.values(), names);
        FormulaWriter.Form words = new FormulaWriter.Form(false, true);
        return names.isReference() ? writer.reference(step.term(), words) : writer.formula(step.term(), words);
    }

    /** The names common to the formulas of cells and of lines. */
    private abstract class StepNames implements Names {
        final Step of;

        StepNames(Step of) {
            this.of = of;
        }

        /** Whether the step merely repeats what another place computes. */
        boolean isReference() {
            return explanation.beforeColumn(of).isPresent();
        }

        abstract String called(Step step);

        /** The title of a worksheet in parentheses, where the name of the column alone is ambiguous; else empty. */
        String titled(Place.SheetCell cell, Step step) {
            boolean near = step.place().sections().equals(of.place().sections());
            return near && !explanation.isAmbiguous(cell, of)
                    ? ""
                    : " (" + cell.sheet().title() + ")";
        }

        @Override
        public Optional<String> of(Term term) {
            Optional<Step> step = term == of.term() ? explanation.beforeColumn(of) : explanation.operand(of, term);
            return step.map(this::called);
        }

        @Override
        public String input(Term input) {
            return explanation.values().calculation().name(input).orElseGet(() -> inputs.apply(input));
        }

        @Override
        public Optional<String> literal(Term literal) {
            return Optional.empty();
        }

        @Override
        public String quantity(RecordTable records) {
            return records.quantityName();
        }

        @Override
        public String over(RecordTable records) {
            return "";
        }

        /** The cells of the summands if all belong to one column; else empty. */
        List<Place.SheetCell> ofOneColumn(List<Term> summands) {
            List<Place.SheetCell> cells = new ArrayList<>();
            for (Term summand : summands) {
                Optional<Place.SheetCell> cell = explanation
                        .operand(of, summand)
                        .flatMap(step -> step.place().cell());
                if (cell.isEmpty() || (!cells.isEmpty() && !cells.get(0).isInColumnOf(cell.get()))) {
                    return List.of();
                }
                cells.add(cell.get());
            }
            return cells;
        }
    }

    private final class CellNames extends StepNames {
        private final Place.SheetCell cell;
        private final String gathered;
        private final boolean numbers;
        private final List<Integer> used = new ArrayList<>();

        CellNames(Step of, String gathered, boolean numbers) {
            super(of);
            this.numbers = numbers;
            this.cell = of.place().cell().orElseThrow();
            this.gathered = gathered;
        }

        /** {@inheritDoc} A column that lists others is computed from them, wherever else the same term is shown. */
        @Override
        boolean isReference() {
            boolean names = !cell.sheet().columns().get(cell.column()).from().isEmpty();
            return names ? holding(of.term()) >= 0 : super.isReference();
        }

        @Override
        public Optional<String> of(Term term) {
            Optional<String> named = named(term);
            return named.isPresent() || isOfAnotherRow(term) ? named : super.of(term);
        }

        /**
         * Whether the term is an input shown by another row. It keeps its own name: a sum over several rows is a sum of
         * inputs.
         */
        private boolean isOfAnotherRow(Term term) {
            return term.operation() == Operation.INPUT
                    && explanation
                            .operand(of, term)
                            .flatMap(step -> step.place().cell())
                            .filter(other -> other.isInSheetOf(cell) && !other.isInRowOf(cell))
                            .isPresent();
        }

        /**
         * The name of the term among the columns that this one lists, each used once as long as another holds the same
         * term.
         */
        private Optional<String> named(Term term) {
            int found = holding(term);
            if (found < 0) {
                return Optional.empty();
            }
            used.add(found);
            return Optional.of(cell.sheet().columns().get(found).name());
        }

        private int holding(Term term) {
            int found = -1;
            for (String name : cell.sheet().columns().get(cell.column()).from()) {
                int column = cell.sheet().index(name);
                if (cell.sheet().rows().get(cell.row()).get(column) instanceof Outline.Quantity quantity
                        && quantity.term() == term
                        && (found < 0 || (used.contains(found) && !used.contains(column)))) {
                    found = column;
                }
            }
            return found;
        }

        @Override
        String called(Step step) {
            if (step.place().cell().isEmpty()) {
                return step.label() + (numbers ? " [" + explanation.lineNumber(step) + "]" : "");
            }
            Place.SheetCell other = step.place().cell().get();
            if (other.isInRowOf(cell)) {
                return other.heading();
            }
            String heading = (other.isTotal() ? "total of " : "") + other.heading();
            if (other.isInSheetOf(cell)) {
                return heading + (other.isTotal() ? "" : " of " + other.sheet().name(other.row()));
            }
            return heading + titled(other, step);
        }

        @Override
        public Optional<String> literal(Term literal) {
            Optional<String> named = named(literal);
            return named.isPresent() || !literal.unit().equals(Unit.DAY) ? named : Optional.of("days");
        }

        @Override
        public Optional<String> sum(List<Term> summands) {
            List<Place.SheetCell> cells = ofOneColumn(summands);
            if (cells.isEmpty() || cells.get(0).isInSheetOf(cell)) {
                return Optional.empty();
            }
            Step first = explanation.operand(of, summands.get(0)).orElseThrow();
            return Optional.of(gathered + cells.get(0).heading() + titled(cells.get(0), first));
        }

        @Override
        public Optional<String> gathered() {
            return Optional.of(gathered);
        }
    }

    private final class LineNames extends StepNames {
        LineNames(Step of) {
            super(of);
        }

        @Override
        String called(Step step) {
            if (step.place().cell().isEmpty()) {
                return "[" + explanation.lineNumber(step) + "]";
            }
            Place.SheetCell cell = step.place().cell().get();
            if (cell.isTotal()) {
                return "total of " + cell.heading() + titled(cell, step);
            }
            String row = cell.sheet().name(cell.row());
            return cell.heading()
                    + (cell.sheet().rows().size() == 1 || row.isEmpty() ? titled(cell, step) : " of " + row);
        }

        @Override
        public Optional<String> sum(List<Term> summands) {
            List<Place.SheetCell> cells = ofOneColumn(summands);
            if (cells.size() < 2) {
                return Optional.empty();
            }
            Place.SheetCell first = cells.get(0);
            String sum = SUM_OF + first.heading();
            Step shown = explanation.operand(of, summands.get(0)).orElseThrow();
            if (cells.size() == first.sheet().rows().size()) {
                return Optional.of(sum + titled(first, shown));
            }
            return cells.size() <= WRITTEN_OUT
                    ? Optional.empty()
                    : Optional.of(sum + " over " + cells.size() + " rows ("
                            + first.sheet().title() + ")");
        }

        @Override
        public Optional<String> gathered() {
            return Optional.of(SUM_OF);
        }
    }
}
