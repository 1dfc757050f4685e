package org.advalorem.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The order in which the nodes of a {@link PlainGraph} are computed: each output depth first, so that a result is used
 * soon after it is computed and few columns are live at a time; what only a requirement needs comes as soon as its
 * other operands are available.
 */
final class EvaluationOrder {
    private final PlainGraph graph;
    private final boolean[] visited;
    private final int[] moment;
    private final List<Integer> order = new ArrayList<>();

    private EvaluationOrder(PlainGraph graph) {
        this.graph = graph;
        visited = new boolean[graph.size()];
        moment = new int[graph.size()];
    }

    /** The operations to carry out, operands first, each once. */
    static List<Integer> of(PlainGraph graph, List<Integer> outputs, List<Integer> conditions) {
        EvaluationOrder order = new EvaluationOrder(graph);
        for (int output : outputs) {
            for (int node : order.unvisitedBelow(output)) {
                order.moment[node] = order.order.size();
                order.order.add(node);
            }
        }
        for (int condition : conditions) {
            List<Integer> nodes = order.unvisitedBelow(condition);
            int earliest = 0;
            for (int node : nodes) {
                for (int operand : graph.operands(node)) {
                    earliest = Math.max(earliest, order.moment[operand]);
                }
            }
            for (int node : nodes) {
                order.moment[node] = earliest;
                order.order.add(node);
            }
        }
        // stable: at the same moment, outputs come first and operands before the operations that use them
        order.order.sort(Comparator.comparingInt(node -> order.moment[node]));
        return order.order;
    }

    /** Marks and lists the operations at and below a node, operands first. */
    private List<Integer> unvisitedBelow(int root) {
        List<Integer> found = new ArrayList<>();
        // an explicit stack: a running total over a thousand records is a thousand deep
        Deque<Integer> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            int node = open.peek();
            int next = firstUnvisited(node);
            if (visited[node] || next < 0) {
                open.pop();
                if (!visited[node]) {
                    visited[node] = true;
                    if (graph.node(node) instanceof PlainGraph.Applied) {
                        found.add(node);
                    }
                }
            } else {
                open.push(next);
            }
        }
        return found;
    }

    private int firstUnvisited(int node) {
        for (int operand : graph.operands(node)) {
            if (!visited[operand]) {
                return operand;
            }
        }
        return -1;
    }
}
