package org.advalorem.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;

/**
 * The values of a few terms while one input after another is moved: only what depends on the moved inputs is computed
 * again, and only as far as it is asked for. For thousands of single changes, each of which would otherwise take a pass
 * over all terms. For one thread.
 */
public final class Recalculation {
    private final Calculation calculation;
    private final double[] base;
    private final double[] values;
    private final double[] scratch;

    /** The terms that some result depends on. */
    private final BitSet needed = new BitSet();

    private final int[][] users;
    private Downstream moved = new Downstream(List.of(), List.of());

    /** How many of the terms downstream of the moved inputs are up to date. */
    private int done;

    /**
     * Inputs, and all terms computed from them, in order.
     *
     * @param inputs the inputs moved together
     * @param terms the terms that depend on them and on which a result depends
     */
    public record Downstream(List<Term> inputs, List<Term> terms) {
        /** Copies the lists. */
        public Downstream {
            inputs = List.copyOf(inputs);
            terms = List.copyOf(terms);
        }
    }

    /**
     * Values from which inputs are moved.
     *
     * @param values the values at the numbers read
     * @param results the only terms whose values are asked for
     */
    public Recalculation(Values values, List<Term> results) {
        this.calculation = values.calculation();
        this.base = values.all();
        this.values = values.all();
        List<Term> terms = calculation.terms();
        results.forEach(result -> needed.set(result.index()));
        int[] counts = new int[terms.size()];
        int widest = 0;
        for (int i = terms.size() - 1; i >= 0; i--) {
            if (needed.get(i)) {
                List<Term> operands = terms.get(i).operands();
                widest = Math.max(widest, operands.size());
                for (Term operand : operands) {
                    needed.set(operand.index());
                    counts[operand.index()]++;
                }
            }
        }
        scratch = new double[widest];
        users = new int[terms.size()][];
        for (int i = 0; i < users.length; i++) {
            users[i] = new int[counts[i]];
        }
        needed.stream()
                .forEach(i -> terms.get(i).operands().forEach(operand -> {
                    int[] of = users[operand.index()];
                    of[of.length - counts[operand.index()]--] = i;
                }));
    }

    /** The inputs on which a term depends. */
    public Set<Term> inputsOf(Term term) {
        BitSet behind = new BitSet();
        behind.set(term.index());
        Set<Term> inputs = new HashSet<>();
        for (int i = term.index(); i >= 0; i = behind.previousSetBit(i - 1)) {
            Term of = calculation.terms().get(i);
            of.operands().forEach(operand -> behind.set(operand.index()));
            if (of.operation() == Operation.INPUT) {
                inputs.add(of);
            }
        }
        return inputs;
    }

    /**
     * What lies downstream of inputs.
     *
     * @throws IllegalArgumentException if one is not an input
     */
    public Downstream downstream(List<Term> inputs) {
        BitSet reached = new BitSet();
        for (Term input : inputs) {
            if (input.operation() != Operation.INPUT) {
                throw new IllegalArgumentException("The term (" + input + ") is not an input.");
            }
            for (int user : users[input.index()]) {
                reached.set(user);
            }
        }
        List<Term> terms = new ArrayList<>();
        // operands come before their users, so that one pass upwards finds all
        for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
            terms.add(calculation.terms().get(i));
            for (int user : users[i]) {
                reached.set(user);
            }
        }
        return new Downstream(inputs, terms);
    }

    /**
     * Moves inputs from the numbers read, and puts back those moved before.
     *
     * @param numbers one for each input, in its unit
     */
    public void move(Downstream downstream, double[] numbers) {
        for (Term input : moved.inputs()) {
            values[input.index()] = base[input.index()];
        }
        for (int i = 0; i < done; i++) {
            int index = moved.terms().get(i).index();
            values[index] = base[index];
        }
        moved = downstream;
        done = 0;
        for (int i = 0; i < numbers.length; i++) {
            values[downstream.inputs().get(i).index()] = numbers[i];
        }
    }

    /** The value of a result with the inputs where they were moved last. */
    public double of(Term result) {
        List<Term> terms = moved.terms();
        while (done < terms.size() && terms.get(done).index() <= result.index()) {
            Term term = terms.get(done++);
            values[term.index()] = Values.evaluate(term, values, scratch);
        }
        return values[result.index()];
    }
}
