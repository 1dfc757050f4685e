package org.advalorem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * The part of a calculation that varies, in single operations of two or three operands each: sums are split up in the
 * order of {@link org.advalorem.calculation.Summation}, and constants are numbers. Nodes are in order, operands first.
 * For each node the {@link Bounds} of its numbers are known.
 */
final class PlainGraph {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Bounds> ranges = new ArrayList<>();
    private final Map<Long, Integer> constants = new HashMap<>();

    /** A number, a column or an operation. */
    sealed interface Node permits Constant, Column, Applied {}

    /** A number that is the same in every draw. */
    record Constant(double value) implements Node {}

    /** A varied column, by its index in the plan. */
    record Column(int column) implements Node {}

    /**
     * A single operation over earlier nodes.
     *
     * @param number the kernel's number, 0 if it has none
     */
    record Applied(
            Kernel kernel,
            List<Integer> operands,
            int number,
            @Nullable RecordTable table) implements Node {}

    int constant(double value) {
        // by bits: 0.0 and -0.0 are two constants
        return constants.computeIfAbsent(
                Double.doubleToRawLongBits(value), bits -> add(new Constant(value), Bounds.of(value)));
    }

    /** A column whose numbers lie between two bounds, with either sign of zero included. */
    int column(int column, double min, double max) {
        return add(new Column(column), Bounds.of(min == 0.0 ? -0.0 : min, max == 0.0 ? 0.0 : max));
    }

    /**
     * A single operation over the given nodes. Where the result is the same in every draw, no operation is added: the
     * node is a constant, or the operand that it leaves unchanged.
     */
    int apply(Kernel kernel, Integer... operands) {
        List<Integer> list = List.of(operands);
        Bounds first = range(list.get(0));
        Bounds second = range(list.get(1));
        return switch (kernel) {
            case ADD -> node(kernel, list, first.plus(second));
            case SUBTRACT -> node(kernel, list, first.minus(second));
            case MULTIPLY -> node(kernel, list, first.times(second));
            case DIVIDE -> node(kernel, list, first.dividedBy(second));
            case LARGER -> larger(list, first, second);
            case SMALLER -> node(kernel, list, first.smaller(second));
            case CHOOSE -> choose(list, first);
            default -> node(kernel, list, Bounds.UNKNOWN);
        };
    }

    private int node(Kernel kernel, List<Integer> operands, Bounds range) {
        return add(new Applied(kernel, operands, 0, null), range);
    }

    /** Whether the first is less than the second; a constant if the outcome is the same in every draw. */
    int less(int first, int second) {
        return comparison(first, second, 0, range(first).less(range(second)));
    }

    /** Whether the first is at most the second; a constant if the outcome is the same in every draw. */
    int atMost(int first, int second) {
        return comparison(first, second, 1, range(first).atMost(range(second)));
    }

    private int comparison(int first, int second, int whenEqual, Bounds range) {
        return range.isOneNumber()
                ? constant(range.min())
                : add(new Applied(Kernel.COMPARE, List.of(first, second), whenEqual, null), range);
    }

    private int larger(List<Integer> operands, Bounds first, Bounds second) {
        if (isNeverBelow(first, second)) {
            return operands.get(0);
        }
        return isNeverBelow(second, first) ? operands.get(1) : node(Kernel.LARGER, operands, first.larger(second));
    }

    private static boolean isNeverBelow(Bounds larger, Bounds smaller) {
        return larger.isKnown() && smaller.isKnown() && Double.compare(larger.min(), smaller.max()) >= 0;
    }

    private int choose(List<Integer> operands, Bounds condition) {
        if (condition.isOneNumber()) {
            return operands.get(Arithmetic.holds(condition.min()) ? 1 : 2);
        }
        if (isComparison(operands.get(0)) && isNumber(operands.get(1)) && isNumber(operands.get(2))) {
            return weighted(operands.get(0), operands.get(1), operands.get(2));
        }
        return node(Kernel.CHOOSE, operands, condition.choose(range(operands.get(1)), range(operands.get(2))));
    }

    /**
     * {@code truth yes + (1 - truth) no}, which joins the fused loops. With a truth of 0 or 1, one summand is the
     * number chosen and the other a zero, which changes no bit of it unless it is -0.0.
     */
    private int weighted(int truth, int yes, int no) {
        int otherwise = apply(Kernel.MULTIPLY, apply(Kernel.SUBTRACT, constant(1.0), truth), no);
        boolean isZero = range(yes).isOneNumber() && range(yes).min() == 0.0;
        if (isZero && range(no).min() >= 0.0) {
            return otherwise;
        }
        return apply(Kernel.ADD, apply(Kernel.MULTIPLY, truth, yes), otherwise);
    }

    private boolean isComparison(int node) {
        return nodes.get(node) instanceof Applied applied && applied.kernel() == Kernel.COMPARE;
    }

    /** Whether the node is finite and not -0.0 in every draw. */
    private boolean isNumber(int node) {
        Bounds range = range(node);
        return range.isKnown() && (Double.compare(range.min(), 0.0) >= 0 || range.max() < 0.0);
    }

    int round(int operand, int places) {
        return add(
                new Applied(Kernel.ROUND, List.of(operand), places, null),
                range(operand).rounded(places));
    }

    int zeroedRecordSum(List<Integer> operands, RecordTable table) {
        Bounds range = range(operands.get(0))
                .zeroedRecordSum(table, range(operands.get(1)), range(operands.get(2)), range(operands.get(3)));
        return add(new Applied(Kernel.RECORD_SUM, operands, 0, table), range);
    }

    int nettedRecordSum(List<Integer> operands, RecordTable table) {
        return add(new Applied(Kernel.RECORD_SUM, operands, 1, table), Bounds.UNKNOWN);
    }

    int recordsBelow(List<Integer> operands, RecordTable table) {
        return add(new Applied(Kernel.RECORDS_BELOW, operands, 0, table), Bounds.UNKNOWN);
    }

    /**
     * The sum of two nodes; for two constants, a constant: what comes first in a group may be known before the rest.
     */
    int plus(int a, int b) {
        return isConstant(a) && isConstant(b) ? constant(value(a) + value(b)) : apply(Kernel.ADD, a, b);
    }

    /** The bounds of the numbers of a node. */
    Bounds range(int i) {
        return ranges.get(i);
    }

    Node node(int i) {
        return nodes.get(i);
    }

    int size() {
        return nodes.size();
    }

    boolean isConstant(int i) {
        return nodes.get(i) instanceof Constant;
    }

    /**
     * The number of a constant.
     *
     * @throws IllegalStateException if the node is not a constant
     */
    double value(int i) {
        if (nodes.get(i) instanceof Constant constant) {
            return constant.value();
        }
        throw new IllegalStateException("The node (" + i + ") is not a constant.");
    }

    /** The operands of a node; empty for a constant or column. */
    List<Integer> operands(int i) {
        return nodes.get(i) instanceof Applied applied ? applied.operands() : List.of();
    }

    /** Whether a node depends on a column. */
    boolean reaches(int column, int node) {
        boolean[] reached = new boolean[node + 1];
        for (int i = 0; i <= node; i++) {
            reached[i] = nodes.get(i) instanceof Column of
                    ? of.column() == column
                    : operands(i).stream().anyMatch(operand -> reached[operand]);
        }
        return reached[node];
    }

    private int add(Node node, Bounds range) {
        nodes.add(node);
        ranges.add(range);
        return nodes.size() - 1;
    }
}
