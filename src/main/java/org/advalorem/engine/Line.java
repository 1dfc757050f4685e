package org.advalorem.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code a + c * max(lo, (r * x + j) * y + s * z + w + k)}, of which x is present and everything else may be missing.
 *
 * <p>An operation can be added as long as its part comes after all parts present. There is a w only if r and j are
 * missing.
 */
final class Line implements Form {
    private final IdentityOperands neutral;
    private final Set<Part> parts;
    private final int[] columns;
    private final double[] numbers;

    /** The parts in the order in which they are applied; z comes with s. */
    private enum Part {
        R,
        J,
        Y,
        Z,
        W,
        K,
        LO,
        C,
        A
    }

    private static final int A = 0;
    private static final int X = 1;
    private static final int Y = 2;
    private static final int Z = 3;
    private static final int W = 4;

    private static final int R = 0;
    private static final int J = 1;
    private static final int S = 2;
    private static final int K = 3;
    private static final int LO = 4;
    private static final int C = 5;

    private Line(IdentityOperands neutral, Set<Part> parts, int[] columns, double[] numbers) {
        this.neutral = neutral;
        this.parts = parts;
        this.columns = columns;
        this.numbers = numbers;
    }

    /** The form that is the bare column. */
    static Line of(IdentityOperands neutral, int x) {
        return new Line(
                neutral,
                EnumSet.noneOf(Part.class),
                new int[] {neutral.nothing(), x, neutral.ones(), neutral.nothing(), neutral.nothing()},
                new double[] {
                    IdentityOperands.FACTOR,
                    IdentityOperands.SUMMAND,
                    IdentityOperands.FACTOR,
                    IdentityOperands.SUMMAND,
                    IdentityOperands.BOUND,
                    IdentityOperands.FACTOR
                });
    }

    /** Whether this is a bare column. */
    boolean isColumn() {
        return parts.isEmpty();
    }

    /** Whether this is a number times a column and nothing else. */
    boolean isWeightedColumn() {
        return hasRoomFor(Part.J);
    }

    /** Whether a column can be multiplied or added to this without computing it first. */
    boolean isOpen() {
        return hasRoomFor(Part.Y);
    }

    /** The column from which this starts. */
    int column() {
        return columns[X];
    }

    /** The number added to that product. */
    double shift() {
        return numbers[J];
    }

    /** The number by which that column is multiplied first. */
    double weight() {
        return numbers[R];
    }

    @Override
    public Optional<Form> times(double number) {
        if (hasRoomFor(Part.R)) {
            return with(Part.R, R, number);
        }
        return hasRoomFor(Part.C) ? with(Part.C, C, number) : Optional.empty();
    }

    @Override
    public Optional<Form> times(int column) {
        return hasRoomFor(Part.Y) ? Optional.of(withColumn(Part.Y, Y, column)) : Optional.empty();
    }

    @Override
    public Optional<Form> plus(double number) {
        if (hasRoomFor(Part.J)) {
            return with(Part.J, J, number);
        }
        return hasRoomFor(Part.K) ? with(Part.K, K, number) : Optional.empty();
    }

    @Override
    public Optional<Form> plus(double weight, int column) {
        if (hasRoomFor(Part.Z)) {
            Line line = withColumn(Part.Z, Z, column);
            line.numbers[S] = weight;
            return Optional.of(line);
        }
        if (has(Part.Z) && hasRoomFor(Part.K) && !has(Part.J) && !has(Part.Y)) {
            return Weighted.of(neutral, numbers[R], columns[X])
                    .plus(numbers[S], columns[Z])
                    .flatMap(sum -> sum.plus(weight, column));
        }
        if (weight != IdentityOperands.FACTOR) {
            return Optional.empty();
        }
        if (has(Part.Z) && hasRoomFor(Part.W) && isUnweighted()) {
            return Optional.of(withColumn(Part.W, W, column));
        }
        return hasRoomFor(Part.A) ? Optional.of(withColumn(Part.A, A, column)) : Optional.empty();
    }

    @Override
    public Optional<Form> atLeast(double bound) {
        return hasRoomFor(Part.LO) ? with(Part.LO, LO, bound) : Optional.empty();
    }

    @Override
    public Optional<Form> negated() {
        // only a product may change its sign in advance: 1 - 1 is plus zero, and so is -1 + 1
        if (hasRoomFor(Part.Z) && !has(Part.J)) {
            return with(Part.R, R, -numbers[R]);
        }
        return hasRoomFor(Part.A) ? with(Part.C, C, -numbers[C]) : Optional.empty();
    }

    @Override
    public Pass pass(int result) {
        if (parts.equals(EnumSet.of(Part.Y))) {
            return Pass.of(Kernel.MULTIPLY, result, List.of(columns[X], columns[Y]), List.of());
        }
        if (parts.equals(EnumSet.of(Part.Z)) && Math.abs(numbers[S]) == 1.0) {
            Kernel kernel = numbers[S] > 0.0 ? Kernel.ADD : Kernel.SUBTRACT;
            return Pass.of(kernel, result, List.of(columns[X], columns[Z]), List.of());
        }
        if (hasRoomFor(Part.Y)) {
            return Pass.of(Kernel.LINEAR, result, List.of(columns[X]), List.of(numbers[R], numbers[J]));
        }
        if (has(Part.W)) {
            return Pass.of(
                    Kernel.BOUNDED_SUM,
                    result,
                    List.of(columns[A], columns[X], columns[Y], columns[Z], columns[W]),
                    List.of(numbers[S], numbers[K], numbers[LO], numbers[C]));
        }
        List<Integer> operands = List.of(columns[A], columns[X], columns[Y], columns[Z]);
        if (!has(Part.LO)) {
            return Pass.of(
                    Kernel.AFFINE,
                    result,
                    operands,
                    List.of(numbers[R], numbers[J], numbers[S], numbers[K], numbers[C]));
        }
        return isUnweighted()
                ? Pass.of(
                        Kernel.BOUNDED_PRODUCT,
                        result,
                        operands,
                        List.of(numbers[S], numbers[K], numbers[LO], numbers[C]))
                : Pass.of(
                        Kernel.BOUNDED,
                        result,
                        operands,
                        List.of(numbers[R], numbers[J], numbers[S], numbers[K], numbers[LO], numbers[C]));
    }

    private boolean isUnweighted() {
        return numbers[R] == IdentityOperands.FACTOR && !has(Part.J);
    }

    private boolean has(Part part) {
        return parts.contains(part);
    }

    private boolean hasRoomFor(Part part) {
        return parts.stream().allMatch(there -> there.compareTo(part) < 0);
    }

    private Optional<Form> with(Part part, int place, double number) {
        Line line = copy(part);
        line.numbers[place] = number;
        return Optional.of(line);
    }

    private Line withColumn(Part part, int place, int column) {
        Line line = copy(part);
        line.columns[place] = column;
        return line;
    }

    private Line copy(Part more) {
        Set<Part> copy = EnumSet.of(more);
        copy.addAll(parts);
        return new Line(neutral, copy, columns.clone(), numbers.clone());
    }
}
