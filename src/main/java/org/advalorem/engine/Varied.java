package org.advalorem.engine;

import java.util.List;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;

/**
 * A column of numbers, one per draw, and the inputs it moves together: one input, or every number of a series or of a
 * column of records.
 *
 * @param column what the numbers are, for messages; an address or a name of its own
 * @param targets inputs of one calculation, at least one, each at most once
 * @param change what a number of the column does to the number each input was read as
 * @param min no number of the column is smaller; minus infinity when nothing is known
 * @param max no number of the column is larger; infinity when nothing is known
 */
public record Varied(String column, List<Term> targets, Change change, double min, double max) {
    /** How a number v of the column and the base of an input, the number it was read as, make the number used. */
    public enum Change {
        /** {@code v}, in the unit of the input. */
        REPLACE {
            @Override
            public double apply(double base, double v) {
                return v;
            }
        },
        /** {@code base * v}, v being a fraction. */
        TIMES {
            @Override
            public double apply(double base, double v) {
                return base * v;
            }
        },
        /** {@code base + v}, v in the unit of the input. */
        PLUS {
            @Override
            public double apply(double base, double v) {
                return base + v;
            }
        };

        /** The number that is used in place of the base. */
        public abstract double apply(double base, double v);
    }

    /**
     * Checks and copies the targets.
     *
     * @throws IllegalArgumentException when there is no target, or one that is no input, or the bounds are in no order
     */
    public Varied {
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "The column (" + column + ") is to lie between " + min + " and " + max + ".");
        }
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("The column (" + column + ") moves no input.");
        }
        for (Term target : targets) {
            if (target.operation() != Operation.INPUT) {
                throw new IllegalArgumentException("The column (" + column + ") is to move (" + target
                        + "), which is no input. Maybe one of its operands was meant.");
            }
        }
    }

    /** A column of which nothing is known. */
    public Varied(String column, List<Term> targets, Change change) {
        this(column, targets, change, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * The same column, every number of which lies between those two. What is proven by that for all draws, such as that an
     * amount is not negative, is not worked out draw by draw. It is a promise: results are wrong where it is broken.
     *
     * @throws IllegalArgumentException unless {@code min <= most}
     */
    public Varied within(double min, double max) {
        return new Varied(column, targets, change, min, max);
    }

    /**
     * One input replaced by a column of its name.
     *
     * @throws IllegalArgumentException when the address is no input of the calculation
     */
    public static Varied replaced(Calculation calculation, String address) {
        return of(calculation, address, Change.REPLACE, List.of(address));
    }

    /**
     * The inputs of those addresses changed together.
     *
     * @throws IllegalArgumentException when an address is no input of the calculation, or there is none
     */
    public static Varied of(Calculation calculation, String column, Change change, List<String> addresses) {
        List<Term> targets = addresses.stream()
                .map(address -> calculation.input(address).orElseThrow(() -> Values.noInput(address)))
                .toList();
        return new Varied(column, targets, change);
    }
}
