package org.advalorem.engine;

import java.util.List;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;

/**
 * A column of numbers, one per draw, and the inputs it moves together: one input, or every number of a series or of a
 * column of records.
 *
 * @param column the name of the column, for messages: an address or a name of its own
 * @param targets inputs of one calculation, at least one, each at most once
 * @param change how a number of the column changes each input from the number it was read as
 * @param min no number of the column is smaller; minus infinity if nothing is known
 * @param max no number of the column is larger; infinity if nothing is known
 */
public record Varied(String column, List<Term> targets, Change change, double min, double max) {
    /**
     * The way in which a number v of the column and the base of an input, the number it was read as, give the number
     * used.
     */
    public enum Change {
        /** {@code v}, in the unit of the input. */
        REPLACE {
            @Override
            public double apply(double base, double v) {
                return v;
            }
        },
        /** {@code base * v}, where v is a fraction. */
        TIMES {
            @Override
            public double apply(double base, double v) {
                return base * v;
            }
        },
        /** {@code base + v}, where v is in the unit of the input. */
        PLUS {
            @Override
            public double apply(double base, double v) {
                return base + v;
            }
        };

        /**
         * The number used in place of the base.
         *
         * @param base the number the input was read as
         * @param v the number of the column
         */
        public abstract double apply(double base, double v);
    }

    /**
     * Checks the bounds, and checks and copies the targets.
     *
     * @throws IllegalArgumentException if there is no target, if a target is not an input, or unless {@code min <= max}
     */
    public Varied {
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "The column (" + column + ") must lie between " + min + " and " + max + ".");
        }
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("The column (" + column + ") moves no input.");
        }
        for (Term target : targets) {
            if (target.operation() != Operation.INPUT) {
                throw new IllegalArgumentException("The column (" + column + ") moves (" + target
                        + "), which is not an input. One of its operands may be meant.");
            }
        }
    }

    /**
     * A column whose bounds are unknown.
     *
     * @throws IllegalArgumentException if there is no target, or a target is not an input
     */
    public Varied(String column, List<Term> targets, Change change) {
        this(column, targets, change, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * The same column with a promise that every number lies between two bounds. Whatever the bounds prove for all
     * draws, such as that an amount is not negative, is not computed draw by draw; results are wrong if the promise is
     * broken.
     *
     * @param min no number is smaller
     * @param max no number is larger
     * @throws IllegalArgumentException unless {@code min <= max}
     */
    public Varied within(double min, double max) {
        return new Varied(column, targets, change, min, max);
    }

    /**
     * A column named after one input, which it replaces.
     *
     * @param calculation the calculation of the input
     * @param address the address of the input
     * @throws IllegalArgumentException if there is no input at the address
     */
    public static Varied replaced(Calculation calculation, String address) {
        return of(calculation, address, Change.REPLACE, List.of(address));
    }

    /**
     * A column that changes the inputs at several addresses together.
     *
     * @param calculation the calculation of the inputs
     * @param column the name of the column, for messages
     * @param change how each input is changed
     * @param addresses the addresses of the inputs, at least one
     * @throws IllegalArgumentException if there is no input at an address, or no address is given
     */
    public static Varied of(Calculation calculation, String column, Change change, List<String> addresses) {
        List<Term> targets = addresses.stream()
                .map(address -> calculation.input(address).orElseThrow(() -> Values.noInput(address)))
                .toList();
        return new Varied(column, targets, change);
    }
}
