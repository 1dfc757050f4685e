package org.advalorem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/**
 * The part of one or several calculations that some inputs move, as a program for a script elsewhere: the sixth reader.
 *
 * <p>A program is a list of steps, operands first, each an operation on earlier steps; whatever the inputs do not move is
 * a constant. Equal steps of several calculations, the alternatives of a contested scenario, are one step. Going through
 * the steps in order with IEEE doubles and the arithmetic of {@link Arithmetic} gives the same bits as {@link Values}.
 */
public final class Script {
    private final Set<String> moved;
    private final Map<Key, Integer> places = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<RecordTable> tables = new ArrayList<>();

    /**
     * A script that is to be filled.
     *
     * @param moved the addresses of the inputs that move; every other input is a constant
     */
    public Script(Set<String> moved) {
        this.moved = Set.copyOf(moved);
    }

    /** What makes two steps the same. */
    private record Key(Operation operation, List<Integer> operands, long detail, String address) {}

    /**
     * A step; a literal is a constant, whatever computed it.
     *
     * @param operands the places of its operands
     * @param detail the decimal places of a rounding, or the place of the table of an operation over records; else 0
     * @param constant the value of a constant
     * @param address the address of an input; empty for any other step
     */
    public record Step(Operation operation, List<Integer> operands, int detail, double constant, String address) {
        /** Copies the list. */
        public Step {
            operands = List.copyOf(operands);
        }
    }

    /** The places of the terms of one calculation. */
    public final class Places {
        private final Values values;
        private final boolean[] moves;
        private final int[] known;

        private Places(Values values) {
            this.values = values;
            Calculation calculation = values.calculation();
            this.moves = new boolean[calculation.terms().size()];
            this.known = new int[moves.length];
            for (Term term : calculation.terms()) {
                known[term.index()] = -1;
                moves[term.index()] = term.operation() == Operation.INPUT
                        ? moved.contains(term.address())
                        : term.operands().stream().anyMatch(operand -> moves[operand.index()]);
            }
        }

        /** The place of the step that gives the value of a term; steps for it and what it needs are added. */
        public int of(Term term) {
            int last = term.index();
            if (known[last] < 0) {
                boolean[] needed = new boolean[last + 1];
                needed[last] = true;
                List<Term> terms = values.calculation().terms();
                for (int i = last; i >= 0; i--) {
                    if (needed[i] && moves[i] && known[i] < 0) {
                        terms.get(i).operands().forEach(operand -> needed[operand.index()] = true);
                    }
                }
                for (int i = 0; i <= last; i++) {
                    if (needed[i] && known[i] < 0) {
                        known[i] = add(terms.get(i));
                    }
                }
            }
            return known[last];
        }

        private int add(Term term) {
            if (!moves[term.index()]) {
                return constant(values.of(term));
            }
            if (term.operation() == Operation.INPUT) {
                return place(new Key(Operation.INPUT, List.of(), 0, term.address()), 0, 0.0);
            }
            List<Integer> operands = term.operands().stream()
                    .map(operand -> known[operand.index()])
                    .toList();
            int detail = term.operation().isOverRecords() ? table(term.table()) : term.places();
            return place(new Key(term.operation(), operands, detail, ""), detail, 0.0);
        }
    }

    /** Takes a calculation in, at the given values. */
    public Places add(Values values) {
        return new Places(values);
    }

    /** The place of a constant. */
    public int constant(double value) {
        return place(new Key(Operation.LITERAL, List.of(), Double.doubleToRawLongBits(value), ""), 0, value);
    }

    /** The steps, operands first. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The tables of operations over records, by their place in steps. */
    public List<RecordTable> tables() {
        return List.copyOf(tables);
    }

    private int place(Key key, int detail, double constant) {
        return places.computeIfAbsent(key, absent -> {
            steps.add(new Step(key.operation(), key.operands(), detail, constant, key.address()));
            return steps.size() - 1;
        });
    }

    private int table(RecordTable table) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).isSameAs(table)) {
                return i;
            }
        }
        tables.add(table);
        return tables.size() - 1;
    }
}
