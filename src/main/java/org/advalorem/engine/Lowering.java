package org.advalorem.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Summation;
import org.advalorem.calculation.Term;

/**
 * The lowering of a calculation into a {@link PlainGraph}: only what is requested and depends on a varied input; the
 * rest enters as constants, the values at the inputs as read.
 */
final class Lowering {
    private static final int NONE = -1;

    private final List<Term> terms;
    private final List<Varied> varied;
    private final Values values;
    private final int[] columnOf;
    private final boolean[] varying;
    private final int[] nodeOf;
    private final int[] nodeOfColumn;
    private final PlainGraph graph = new PlainGraph();
    private int termsPerDraw;

    /**
     * Lowers what the requested terms need.
     *
     * @param calculation the calculation to lower
     * @param varied the columns that vary
     * @param wanted the terms requested
     * @throws IllegalArgumentException if two columns move the same input, or a term is not in the calculation
     */
    Lowering(Calculation calculation, List<Varied> varied, Collection<Term> wanted) {
        terms = calculation.terms();
        this.varied = varied;
        values = Values.of(calculation);
        columnOf = filled(terms.size());
        nodeOf = filled(terms.size());
        nodeOfColumn = filled(varied.size());
        markTargets();
        varying = varying();
        boolean[] needed = needed(wanted);
        for (Term term : terms) {
            if (needed[term.index()]) {
                nodeOf[term.index()] = varying[term.index()] ? lower(term) : graph.constant(values.of(term));
                termsPerDraw += varying[term.index()] ? 1 : 0;
            }
        }
    }

    PlainGraph graph() {
        return graph;
    }

    /** The node of a requested term. */
    int node(Term term) {
        return nodeOf[term.index()];
    }

    /** The number of terms of the calculation that are computed for every draw. */
    int termsPerDraw() {
        return termsPerDraw;
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    private void markTargets() {
        for (int column = 0; column < varied.size(); column++) {
            for (Term target : varied.get(column).targets()) {
                values.of(target);
                int before = columnOf[target.index()];
                if (before != NONE) {
                    throw new IllegalArgumentException("The input (" + target.address() + ") is moved twice: by ("
                            + varied.get(before).column() + ") and by ("
                            + varied.get(column).column() + ").");
                }
                columnOf[target.index()] = column;
            }
        }
    }

    private boolean[] varying() {
        boolean[] result = new boolean[terms.size()];
        for (Term term : terms) {
            boolean any = columnOf[term.index()] != NONE;
            for (Term operand : effective(term, result)) {
                any |= result[operand.index()];
            }
            result[term.index()] = any;
        }
        return result;
    }

    private boolean[] needed(Collection<Term> wanted) {
        boolean[] result = new boolean[terms.size()];
        for (Term term : wanted) {
            values.of(term);
            result[term.index()] = true;
        }
        for (int i = terms.size() - 1; i >= 0; i--) {
            if (result[i] && varying[i]) {
                for (Term operand : effective(terms.get(i), varying)) {
                    result[operand.index()] = true;
                }
            }
        }
        return result;
    }

    /**
     * The operands that can have an effect: of a choice that is the same in every draw, only the alternative chosen.
     */
    private List<Term> effective(Term term, boolean[] known) {
        return isSettled(term, known) ? List.of(chosen(term)) : term.operands();
    }

    private static boolean isSettled(Term term, boolean[] known) {
        return term.operation() == Operation.CHOOSE
                && !known[term.operands().get(0).index()];
    }

    private Term chosen(Term choice) {
        return choice.operands().get(values.holds(choice.operands().get(0)) ? 1 : 2);
    }

    private int lower(Term term) {
        return switch (term.operation()) {
            case INPUT -> input(term);
            case LITERAL -> graph.constant(values.of(term));
            case SUM -> sum(term.operands());
            case DIFFERENCE -> binary(Kernel.SUBTRACT, term);
            case PRODUCT -> binary(Kernel.MULTIPLY, term);
            case QUOTIENT -> binary(Kernel.DIVIDE, term);
            case POWER -> binary(Kernel.POWER, term);
            case POSITIVE_PART -> graph.apply(Kernel.LARGER, operand(term, 0), graph.constant(0.0));
            case LARGER -> binary(Kernel.LARGER, term);
            case SMALLER -> binary(Kernel.SMALLER, term);
            case LESS -> graph.less(operand(term, 0), operand(term, 1));
            case AT_MOST -> graph.atMost(operand(term, 0), operand(term, 1));
            // truths that are 0 or 1 are numbers like any others, and join the fused loops
            case BOTH -> both(truth(term, 0), truth(term, 1));
            case EITHER -> graph.apply(Kernel.LARGER, truth(term, 0), truth(term, 1));
            case NOT -> not(truth(term, 0));
            case CHOOSE ->
                isSettled(term, varying)
                        ? nodeOf[chosen(term).index()]
                        : graph.apply(Kernel.CHOOSE, operand(term, 0), operand(term, 1), operand(term, 2));
            case ROUND -> graph.round(operand(term, 0), term.places());
            case RECORD_SUM_ZEROED -> zeroedRecordSum(operands(term), term.table());
            case RECORD_SUM_NETTED -> graph.nettedRecordSum(operands(term), term.table());
            case RECORDS_BELOW -> graph.recordsBelow(operands(term), term.table());
            case RECORD_QUANTITY ->
                graph.apply(
                        Kernel.MULTIPLY,
                        operand(term, 0),
                        graph.constant(term.table().totalQuantity()));
        };
    }

    private int input(Term term) {
        int column = columnOf[term.index()];
        if (nodeOfColumn[column] == NONE) {
            Varied moved = varied.get(column);
            nodeOfColumn[column] = graph.column(column, moved.min(), moved.max());
        }
        int drawn = nodeOfColumn[column];
        int base = graph.constant(values.of(term));
        return switch (varied.get(column).change()) {
            case REPLACE -> drawn;
            case TIMES -> graph.apply(Kernel.MULTIPLY, base, drawn);
            case PLUS -> graph.apply(Kernel.ADD, base, drawn);
        };
    }

    private int sum(List<Term> summands) {
        List<Integer> sums = new ArrayList<>();
        for (int start = 0; start < summands.size(); start += Summation.GROUP) {
            int sum = nodeOf[summands.get(start).index()];
            for (int i = start + 1; i < Math.min(start + Summation.GROUP, summands.size()); i++) {
                sum = graph.plus(sum, nodeOf[summands.get(i).index()]);
            }
            sums.add(sum);
        }
        while (sums.size() > 1) {
            List<Integer> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < sums.size(); i += 2) {
                pairs.add(graph.plus(sums.get(i), sums.get(i + 1)));
            }
            if (sums.size() % 2 == 1) {
                pairs.add(sums.get(sums.size() - 1));
            }
            sums = pairs;
        }
        return sums.get(0);
    }

    private int both(int a, int b) {
        if (graph.isConstant(a)) {
            return Arithmetic.holds(graph.value(a)) ? b : a;
        }
        return graph.isConstant(b) ? both(b, a) : graph.apply(Kernel.MULTIPLY, a, b);
    }

    private int not(int a) {
        return graph.isConstant(a)
                ? graph.constant(Arithmetic.not(graph.value(a)))
                : graph.apply(Kernel.SUBTRACT, graph.constant(1.0), a);
    }

    /**
     * A zeroed sum over records. For a single record it is plain arithmetic, with the bits of {@link
     * Arithmetic#zeroedRecordSum}.
     */
    private int zeroedRecordSum(List<Integer> operands, RecordTable table) {
        boolean sameColumns = operands.subList(1, operands.size()).stream().allMatch(graph::isConstant);
        if (table.rows() != 1 || !sameColumns || !(graph.value(operands.get(1)) > 0.0)) {
            return graph.zeroedRecordSum(operands, table);
        }
        double priceScale = graph.value(operands.get(1));
        double priceShift = graph.value(operands.get(2));
        double factor = graph.value(operands.get(3)) * priceScale;
        int price = operands.get(0);
        if (Double.doubleToRawLongBits(priceShift) != 0) {
            price = graph.apply(Kernel.SUBTRACT, price, graph.constant(priceShift));
        }
        if (priceScale != 1.0) {
            price = graph.apply(Kernel.DIVIDE, price, graph.constant(priceScale));
        }
        int difference = graph.apply(Kernel.SUBTRACT, price, graph.constant(table.price(0)));
        int below = graph.apply(Kernel.LARGER, difference, graph.constant(0.0));
        int sum = graph.apply(Kernel.MULTIPLY, graph.constant(table.totalQuantity()), below);
        return factor == 1.0 ? sum : graph.apply(Kernel.MULTIPLY, graph.constant(factor), sum);
    }

    private int binary(Kernel kernel, Term term) {
        return graph.apply(kernel, operand(term, 0), operand(term, 1));
    }

    private int operand(Term term, int i) {
        return nodeOf[term.operands().get(i).index()];
    }

    private List<Integer> operands(Term term) {
        return term.operands().stream().map(operand -> nodeOf[operand.index()]).toList();
    }

    /** The operand as a truth of exactly 0 or 1: an input or a sum of truths may be something else. */
    private int truth(Term term, int i) {
        Term operand = term.operands().get(i);
        int node = nodeOf[operand.index()];
        if (graph.isConstant(node)) {
            return graph.constant(Arithmetic.truth(Arithmetic.holds(graph.value(node))));
        }
        return switch (operand.operation()) {
            case LESS, AT_MOST, BOTH, EITHER, NOT -> node;
            default -> graph.apply(Kernel.CHOOSE, node, graph.constant(1.0), graph.constant(0.0));
        };
    }
}
