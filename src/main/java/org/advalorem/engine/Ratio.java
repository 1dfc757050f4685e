package org.advalorem.engine;

import java.util.List;
import java.util.Optional;

/**
 * {@code a + c * max(lo, (r * x + j) / y + k)}, of which x and y are present and everything else may be missing.
 *
 * <p>An operation can be added as long as its part comes after all parts present.
 *
 * @param y node of the divisor
 * @param last the last part present
 */
record Ratio(
        IdentityOperands neutral, int x, double r, double j, int y, double k, double lo, double c, int a, Part last)
        implements Form {

    /** The quotient and the parts after it, in the order in which they are applied. */
    enum Part {
        QUOTIENT,
        K,
        LO,
        C,
        A
    }

    /** A column, times a number, plus a number, divided by a column. */
    static Ratio of(IdentityOperands neutral, int x, double r, double j, int y) {
        return new Ratio(
                neutral,
                x,
                r,
                j,
                y,
                IdentityOperands.SUMMAND,
                IdentityOperands.BOUND,
                IdentityOperands.FACTOR,
                neutral.nothing(),
                Part.QUOTIENT);
    }

    @Override
    public Optional<Form> times(double number) {
        return hasRoomFor(Part.C) ? Optional.of(scaledBy(number)) : Optional.empty();
    }

    @Override
    public Optional<Form> times(int column) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> plus(double number) {
        return hasRoomFor(Part.K)
                ? Optional.of(new Ratio(neutral, x, r, j, y, number, lo, c, a, Part.K))
                : Optional.empty();
    }

    @Override
    public Optional<Form> plus(double weight, int column) {
        return hasRoomFor(Part.A) && weight == IdentityOperands.FACTOR
                ? Optional.of(new Ratio(neutral, x, r, j, y, k, lo, c, column, Part.A))
                : Optional.empty();
    }

    @Override
    public Optional<Form> atLeast(double bound) {
        return hasRoomFor(Part.LO)
                ? Optional.of(new Ratio(neutral, x, r, j, y, k, bound, c, a, Part.LO))
                : Optional.empty();
    }

    @Override
    public Optional<Form> negated() {
        return hasRoomFor(Part.A) ? Optional.of(scaledBy(-c)) : Optional.empty();
    }

    @Override
    public Pass pass(int result) {
        if (hasRoomFor(Part.K) && r == IdentityOperands.FACTOR && isNothing(j)) {
            return Pass.of(Kernel.DIVIDE, result, List.of(x, y), List.of());
        }
        boolean bounded = !isNothing(k) || lo != IdentityOperands.BOUND;
        return bounded
                ? Pass.of(Kernel.BOUNDED_RATIO, result, List.of(a, x, y), List.of(r, j, k, lo, c))
                : Pass.of(Kernel.RATIO, result, List.of(a, x, y), List.of(r, j, c));
    }

    private boolean hasRoomFor(Part part) {
        return last.compareTo(part) < 0;
    }

    private Ratio scaledBy(double number) {
        return new Ratio(neutral, x, r, j, y, k, lo, number, a, Part.C);
    }

    private static boolean isNothing(double number) {
        return Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(IdentityOperands.SUMMAND);
    }
}
