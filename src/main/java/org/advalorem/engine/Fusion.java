package org.advalorem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The translation of the operations of a {@link PlainGraph} into passes, several operations into one where a fused loop
 * has room.
 *
 * <p>Only a result that is used once can be absorbed into the pass that uses it; everything else is computed as a
 * column. No operation is moved past another, so every column has the bits it would have without fusion.
 */
final class Fusion {
    private final PlainGraph graph;
    private final IdentityOperands neutral;
    private final int[] uses;
    private final @Nullable Form[] open;
    private final List<Pass> passes = new ArrayList<>();

    private Fusion(PlainGraph graph, List<Integer> order, List<Integer> roots) {
        this.graph = graph;
        neutral = IdentityOperands.in(graph);
        uses = new int[graph.size()];
        open = new @Nullable Form[graph.size()];
        for (int node : order) {
            for (int operand : graph.operands(node)) {
                uses[operand]++;
            }
        }
        for (int root : roots) {
            // computed whatever else uses it
            uses[root] = Integer.MAX_VALUE / 2;
        }
        for (int node : order) {
            form(node, (PlainGraph.Applied) graph.node(node));
        }
    }

    /**
     * The passes that compute the roots.
     *
     * @param order the operations needed, operands first
     */
    static List<Pass> fused(PlainGraph graph, List<Integer> order, List<Integer> roots) {
        return new Fusion(graph, order, roots).passes;
    }

    /** One pass per operation. */
    static List<Pass> plain(PlainGraph graph, List<Integer> order) {
        return order.stream()
                .map(node -> Pass.of(node, (PlainGraph.Applied) graph.node(node)))
                .toList();
    }

    private void form(int node, PlainGraph.Applied applied) {
        List<Integer> operands = applied.operands();
        Optional<Form> form = switch (applied.kernel()) {
            case ADD -> Optional.of(sum(operands.get(0), operands.get(1), 1.0));
            case SUBTRACT -> Optional.of(sum(operands.get(0), operands.get(1), -1.0));
            case MULTIPLY -> Optional.of(product(operands.get(0), operands.get(1)));
            case DIVIDE -> Optional.of(ratio(operands.get(0), operands.get(1)));
            case LARGER -> larger(operands.get(0), operands.get(1));
            default -> Optional.empty();
        };
        if (form.isPresent()) {
            open[node] = form.get();
            if (uses[node] > 1) {
                column(node);
            }
        } else {
            operands.forEach(this::column);
            passes.add(Pass.of(node, applied));
        }
    }

    /** The node as a computed column. */
    private int column(int node) {
        Form form = open[node];
        if (form != null) {
            open[node] = null;
            passes.add(form.pass(node));
        }
        return node;
    }

    private Form operand(int node) {
        Form form = open[node];
        return form == null ? Line.of(neutral, node) : form;
    }

    private Form workedOut(int node) {
        return Line.of(neutral, column(node));
    }

    private Form sum(int left, int right, double sign) {
        if (graph.isConstant(right)) {
            double number = sign * graph.value(right);
            return operand(left).plus(number).orElseGet(() -> plus(workedOut(left), number));
        }
        if (graph.isConstant(left)) {
            return signed(right, sign)
                    .flatMap(form -> form.plus(graph.value(left)))
                    .orElseGet(() -> plus(negatedIf(sign, workedOut(right)), graph.value(left)));
        }
        Form first = operand(left);
        Form second = operand(right);
        Optional<Form> form = Optional.empty();
        if (second instanceof Line line && line.isWeightedColumn()) {
            form = first.plus(sign * line.weight(), line.column());
        }
        if (form.isEmpty() && first instanceof Line line && line.isWeightedColumn()) {
            form = signed(right, sign).flatMap(other -> other.plus(line.weight(), line.column()));
        }
        if (form.isEmpty()) {
            form = signed(right, sign).flatMap(other -> other.plus(IdentityOperands.FACTOR, left));
            form.ifPresent(ignored -> column(left));
        }
        if (form.isEmpty()) {
            form = first.plus(sign, right);
            form.ifPresent(ignored -> column(right));
        }
        return form.orElseGet(() -> workedOut(left).plus(sign, column(right)).orElseThrow());
    }

    private Optional<Form> signed(int node, double sign) {
        return sign < 0.0 ? operand(node).negated() : Optional.of(operand(node));
    }

    private static Form negatedIf(double sign, Form form) {
        return sign < 0.0 ? form.negated().orElseThrow() : form;
    }

    private static Form plus(Form form, double number) {
        return form.plus(number).orElseThrow();
    }

    private Form product(int left, int right) {
        if (graph.isConstant(right)) {
            return operand(left)
                    .times(graph.value(right))
                    .orElseGet(() -> workedOut(left).times(graph.value(right)).orElseThrow());
        }
        if (graph.isConstant(left)) {
            return product(right, left);
        }
        // the side that is already a column, else the one without room, becomes the factor of the other
        boolean intoRight = (isColumn(left) && !isColumn(right)) || (!isOpen(left) && isOpen(right));
        int factor = intoRight ? left : right;
        int rest = intoRight ? right : left;
        Optional<Form> form = operand(rest).times(factor);
        column(factor);
        return form.orElseGet(() -> workedOut(rest).times(factor).orElseThrow());
    }

    private boolean isColumn(int node) {
        return operand(node) instanceof Line line && line.isColumn();
    }

    private boolean isOpen(int node) {
        return operand(node) instanceof Line line && line.isOpen();
    }

    private Form ratio(int dividend, int divisor) {
        Line top = operand(dividend) instanceof Line line && line.isOpen() ? line : Line.of(neutral, column(dividend));
        return Ratio.of(neutral, top.column(), top.weight(), top.shift(), column(divisor));
    }

    private Optional<Form> larger(int left, int right) {
        if (graph.isConstant(right)) {
            double bound = graph.value(right);
            return Optional.of(operand(left)
                    .atLeast(bound)
                    .orElseGet(() -> workedOut(left).atLeast(bound).orElseThrow()));
        }
        return graph.isConstant(left) ? larger(right, left) : Optional.empty();
    }
}
