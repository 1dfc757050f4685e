package org.advalorem.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the nodes of several graphs: nodes with the same number are the same expression of the same columns, and
 * so have the same value in every draw. Sums over the records of two calculations count as different.
 */
final class Expressions {
    private final Map<PlainGraph.Node, Integer> numbers = new HashMap<>();

    /**
     * The number of each node of a graph.
     *
     * @param columns for each column of the graph, its index among all columns of the draws
     */
    int[] of(PlainGraph graph, List<Integer> columns) {
        int[] found = new int[graph.size()];
        for (int i = 0; i < found.length; i++) {
            PlainGraph.Node node = graph.node(i);
            if (node instanceof PlainGraph.Column column) {
                node = new PlainGraph.Column(columns.get(column.column()));
            } else if (node instanceof PlainGraph.Applied applied) {
                List<Integer> operands = applied.operands().stream()
                        .map(operand -> found[operand])
                        .toList();
                node = new PlainGraph.Applied(applied.kernel(), operands, applied.number(), applied.table());
            }
            found[i] = number(node);
        }
        return found;
    }

    /** The number of a constant. */
    int of(double value) {
        return number(new PlainGraph.Constant(value));
    }

    private int number(PlainGraph.Node node) {
        return numbers.computeIfAbsent(node, known -> numbers.size());
    }
}
