package org.advalorem.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program that a worker runs for every block: it fills columns, runs passes and checks conditions, all on a small
 * number of buffers.
 *
 * <p>A column is filled when the first pass needs it. A buffer is reassigned to another result as soon as its content
 * is no longer needed, the most recently released first, so that it is still in the processor's cache; a pass may
 * overwrite its operand. Columns have buffers of their own, which no pass writes to: a source may substitute an array
 * of its own.
 */
final class Program {
    private static final int NONE = -1;
    private static final int FOREVER = Integer.MAX_VALUE;

    private final PlainGraph graph;
    private final Map<Integer, List<Integer>> requirementsOf;
    private final List<Instruction> instructions = new ArrayList<>();
    private final int[] lastRead;
    private final int[] placeOf;
    private final Pool results = new Pool();
    private final Pool columns = new Pool();
    private final Map<Integer, Double> constants = new LinkedHashMap<>();

    /** A pool of buffers of one kind. */
    private static final class Pool {
        private final Deque<Integer> free = new ArrayDeque<>();
        private int size;

        int take() {
            return free.isEmpty() ? size++ : free.pop();
        }

        void giveBack(int place) {
            free.push(place);
        }
    }

    /** One instruction; places are nodes at first, then buffers. */
    sealed interface Instruction permits Fill, Run, Check {}

    /** The instruction to fill a buffer with the numbers of a varied column. */
    record Fill(int column, int place) implements Instruction {}

    /** The instruction to run a pass. */
    record Run(Pass pass) implements Instruction {}

    /** The instruction to count the draws in which a requirement does not hold. */
    record Check(int requirement, int place) implements Instruction {}

    /**
     * The program that runs the given passes.
     *
     * @param passes the passes in order, with nodes as places
     * @param outputs nodes whose values are kept to the end
     * @param requirementsOf the requirements of which each node is the condition
     */
    Program(PlainGraph graph, List<Pass> passes, List<Integer> outputs, Map<Integer, List<Integer>> requirementsOf) {
        this.graph = graph;
        this.requirementsOf = requirementsOf;
        lastRead = new int[graph.size()];
        placeOf = new int[graph.size()];
        Arrays.fill(lastRead, NONE);
        Arrays.fill(placeOf, NONE);
        List<Instruction> inNodes = schedule(passes, outputs);
        findLastReads(inNodes);
        for (int output : outputs) {
            lastRead[output] = FOREVER;
        }
        for (int i = 0; i < inNodes.size(); i++) {
            assign(i, inNodes.get(i));
        }
        for (int output : outputs) {
            read(output, FOREVER);
        }
        placeBehindResults();
        inNodes.forEach(instruction -> instructions.add(placed(instruction)));
    }

    List<Instruction> instructions() {
        return instructions;
    }

    /** The number of buffers whose content varies from draw to draw, at places from 0; those of constants follow. */
    int buffers() {
        return results.size + columns.size;
    }

    /** The numbers that fill whole buffers, in order of their places. */
    List<Double> constants() {
        return List.copyOf(constants.values());
    }

    /** The index of the buffer that holds an output. */
    int place(int output) {
        return placeOf[output];
    }

    private List<Instruction> schedule(List<Pass> passes, List<Integer> outputs) {
        List<Instruction> result = new ArrayList<>();
        boolean[] filled = new boolean[graph.size()];
        for (Pass pass : passes) {
            for (int i = 0; i < pass.operands(); i++) {
                fill(pass.operand(i), filled, result);
            }
            result.add(new Run(pass));
            check(pass.result(), result);
        }
        outputs.forEach(output -> fill(output, filled, result));
        requirementsOf.keySet().forEach(condition -> fill(condition, filled, result));
        return result;
    }

    private void fill(int node, boolean[] filled, List<Instruction> result) {
        if (graph.node(node) instanceof PlainGraph.Column column && !filled[node]) {
            filled[node] = true;
            result.add(new Fill(column.column(), node));
            check(node, result);
        }
    }

    private void check(int node, List<Instruction> result) {
        for (int requirement : requirementsOf.getOrDefault(node, List.of())) {
            result.add(new Check(requirement, node));
        }
    }

    private void findLastReads(List<Instruction> inNodes) {
        for (int i = 0; i < inNodes.size(); i++) {
            if (inNodes.get(i) instanceof Run run) {
                for (int k = 0; k < run.pass().operands(); k++) {
                    lastRead[run.pass().operand(k)] = i;
                }
            } else if (inNodes.get(i) instanceof Check check) {
                lastRead[check.place()] = i;
            }
        }
    }

    /** Assigns a buffer to the instruction's result, and releases those not needed after it. */
    private void assign(int moment, Instruction instruction) {
        if (instruction instanceof Fill fill) {
            placeOf[fill.place()] = columns.take();
        } else if (instruction instanceof Check check) {
            read(check.place(), moment);
        } else if (instruction instanceof Run run) {
            for (int i = 0; i < run.pass().operands(); i++) {
                read(run.pass().operand(i), moment);
            }
            placeOf[run.pass().result()] = results.take();
        }
    }

    /** Records that a node is read; its buffer is released after the last read. */
    private void read(int node, int moment) {
        if (graph.isConstant(node)) {
            constants.put(node, graph.value(node));
        } else if (lastRead[node] == moment && moment != FOREVER) {
            // released once, even if it is read twice at that moment
            lastRead[node] = NONE;
            (isColumn(node) ? columns : results).giveBack(placeOf[node]);
        }
    }

    private boolean isColumn(int node) {
        return graph.node(node) instanceof PlainGraph.Column;
    }

    private void placeBehindResults() {
        for (int node = 0; node < placeOf.length; node++) {
            if (isColumn(node) && placeOf[node] != NONE) {
                placeOf[node] += results.size;
            }
        }
        int next = buffers();
        for (int node : constants.keySet()) {
            placeOf[node] = next++;
        }
    }

    private Instruction placed(Instruction instruction) {
        if (instruction instanceof Fill fill) {
            return new Fill(fill.column(), placeOf[fill.place()]);
        }
        return instruction instanceof Check check
                ? new Check(check.requirement(), placeOf[check.place()])
                : new Run(((Run) instruction).pass().placed(placeOf));
    }
}
