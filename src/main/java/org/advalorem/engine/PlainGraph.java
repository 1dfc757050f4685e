package org.advalorem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * What varies of a calculation, in single operations of two or three operands each: sums taken apart in the order of
 * {@link org.advalorem.calculation.Summation}, constants as numbers. Nodes stand in order, operands first.
 */
final class PlainGraph {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Long, Integer> constants = new HashMap<>();

    /** A number, a column or an operation. */
    sealed interface Node permits Constant, Column, Applied {}

    /** The same number in every draw. */
    record Constant(double value) implements Node {}

    /** A varied column, by its place in the plan. */
    record Column(int column) implements Node {}

    /** A kernel of one operation over earlier nodes. */
    record Applied(
            Kernel kernel,
            List<Integer> operands,
            int places,
            @Nullable RecordTable table) implements Node {}

    int constant(double value) {
        // by bits: 0.0 and -0.0 are two constants
        return constants.computeIfAbsent(Double.doubleToRawLongBits(value), bits -> add(new Constant(value)));
    }

    int column(int column) {
        return add(new Column(column));
    }

    int apply(Kernel kernel, Integer... operands) {
        return add(new Applied(kernel, List.of(operands), 0, null));
    }

    int round(int operand, int places) {
        return add(new Applied(Kernel.ROUND, List.of(operand), places, null));
    }

    int overRecords(Kernel kernel, List<Integer> operands, RecordTable table) {
        return add(new Applied(kernel, operands, 0, table));
    }

    /** The sum of two; of two constants, their sum: what stands first in a group may be known before the rest. */
    int plus(int a, int b) {
        return isConstant(a) && isConstant(b) ? constant(value(a) + value(b)) : apply(Kernel.ADD, a, b);
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

    /** The number of a constant. */
    double value(int i) {
        if (nodes.get(i) instanceof Constant constant) {
            return constant.value();
        }
        throw new IllegalStateException("The node (" + i + ") is no constant.");
    }

    /** The operands of a node; none of a constant or column. */
    List<Integer> operands(int i) {
        return nodes.get(i) instanceof Applied applied ? applied.operands() : List.of();
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }
}
