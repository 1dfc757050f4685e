package org.advalorem.engine;

import java.util.List;
import java.util.Optional;

/**
 * {@code a + c * ((r * x + j) / y)}, of which x and y are there and everything else may be missing.
 *
 * @param y node of the divisor
 * @param scaled whether c is there
 * @param added whether a is there
 */
record Ratio(Neutral neutral, int x, double r, double j, int y, double c, boolean scaled, int a, boolean added)
        implements Form {

    /** A column, times a number, plus a number, divided by a column. */
    static Ratio of(Neutral neutral, int x, double r, double j, int y) {
        return new Ratio(neutral, x, r, j, y, Neutral.FACTOR, false, neutral.nothing(), false);
    }

    @Override
    public Optional<Form> times(double number) {
        return scaled || added ? Optional.empty() : Optional.of(scaledBy(number));
    }

    @Override
    public Optional<Form> times(int column) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> plus(double number) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> plus(double weight, int column) {
        return added || weight != Neutral.FACTOR
                ? Optional.empty()
                : Optional.of(new Ratio(neutral, x, r, j, y, c, scaled, column, true));
    }

    @Override
    public Optional<Form> atLeast(double bound) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> negated() {
        return added ? Optional.empty() : Optional.of(scaledBy(-c));
    }

    @Override
    public Pass pass(int result) {
        boolean plain = !scaled && !added && r == Neutral.FACTOR && isNothing(j);
        return plain
                ? Pass.of(Kernel.DIVIDE, result, List.of(x, y), List.of())
                : Pass.of(Kernel.RATIO, result, List.of(a, x, y), List.of(r, j, c));
    }

    private Ratio scaledBy(double number) {
        return new Ratio(neutral, x, r, j, y, number, true, a, false);
    }

    private static boolean isNothing(double number) {
        return Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(Neutral.SUMMAND);
    }
}
