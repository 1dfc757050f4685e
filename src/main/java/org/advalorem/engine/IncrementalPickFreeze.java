package org.advalorem.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Exchanges of a plan in which only what lies downstream of the exchanged columns is recalculated.
 *
 * <p>The first sample keeps every column that an exchange reads in a buffer of its own. An exchange is a short program
 * over those: fused passes over the downstream operations, each with the operands and in the order of the full
 * evaluation, so no bit differs. The partial sums of a sum are operations, formed in groups of eight added from left to
 * right and then in pairs; one changed summand therefore costs the rest of its group and one sum for each pair above
 * it. The second sample is one more such program, the exchange of all columns.
 */
final class IncrementalPickFreeze extends PickFreeze {
    private static final int NONE = -1;

    private final BatchPlan plan;
    private final PlainGraph graph;
    private final int[] nodeOfColumn;
    private final Program base;
    private final List<Part> parts = new ArrayList<>();
    private final List<boolean[]> reached = new ArrayList<>();
    private final List<Double> constants = new ArrayList<>();
    private final int[] constantPlaces;
    private final int[] secondPlaces;
    private final int buffers;
    private final long exchangeOperations;

    /** The program of one exchange: its passes and checks, and the buffer of each output. */
    private static final class Part {
        final Program.Instruction[] instructions;
        final int[] outputs;

        Part(List<Program.Instruction> instructions, int[] outputs) {
            this.instructions = instructions.toArray(Program.Instruction[]::new);
            this.outputs = outputs;
        }
    }

    /**
     * The operations of one exchange: whether each node is downstream, and the passes in order, with nodes as places.
     */
    private static final class Change {
        final boolean[] changed;
        final int operations;
        final List<Pass> passes;

        Change(boolean[] changed, int operations, List<Pass> passes) {
            this.changed = changed;
            this.operations = operations;
            this.passes = passes;
        }
    }

    IncrementalPickFreeze(BatchPlan plan, List<List<Integer>> exchanges) {
        super(plan, exchanges);
        this.plan = plan;
        this.graph = plan.graph();
        IdentityOperands.in(graph);
        nodeOfColumn = new int[plan.columnCount()];
        Arrays.fill(nodeOfColumn, NONE);
        for (int node = 0; node < graph.size(); node++) {
            if (graph.node(node) instanceof PlainGraph.Column column) {
                nodeOfColumn[column.column()] = node;
            }
        }
        List<Change> changes = new ArrayList<>();
        changes.add(change(IntStream.range(0, plan.columnCount()).boxed().toList()));
        exchanges.forEach(columns -> changes.add(change(columns)));
        exchangeOperations =
                changes.stream().skip(1).mapToLong(change -> change.operations).sum();

        Set<Integer> kept = kept(changes);
        List<Integer> roots = new ArrayList<>(kept);
        roots.addAll(plan.requirementsOf().keySet());
        base = new Program(graph, Fusion.fused(graph, plan.order(), roots), List.copyOf(kept), plan.requirementsOf());

        constants.addAll(base.constants());
        constantPlaces = new int[graph.size()];
        secondPlaces = new int[graph.size()];
        Arrays.fill(constantPlaces, NONE);
        Arrays.fill(secondPlaces, NONE);
        placeConstants(changes);
        int next = base.buffers() + constants.size();
        for (int node : nodeOfColumn) {
            if (node != NONE) {
                secondPlaces[node] = next++;
            }
        }
        Scratch scratch = new Scratch(next);
        for (Change change : changes) {
            parts.add(part(change, scratch, parts.isEmpty()));
            boolean[] reaches = new boolean[plan.outputNodes().size()];
            for (int i = 0; i < reaches.length; i++) {
                reaches[i] = change.changed[plan.outputNodes().get(i)];
            }
            reached.add(reaches);
        }
        buffers = scratch.end();
    }

    @Override
    public boolean downstreamOnly() {
        return true;
    }

    @Override
    public boolean reaches(int exchange, int output) {
        return reached.get(exchange + 1)[output];
    }

    @Override
    public long operations() {
        return plan.operationsPerDraw();
    }

    @Override
    public long exchangeOperations() {
        return exchangeOperations;
    }

    @Override
    Worker worker(BlockSource first, BlockSource second) {
        return worker(first, second, plan.blockSize(BatchWorker.blockSize(buffers)));
    }

    Worker worker(BlockSource first, BlockSource second, int blockSize) {
        return new Blocks(first, second, blockSize);
    }

    private Change change(List<Integer> columns) {
        boolean[] changed = new boolean[graph.size()];
        for (int column : columns) {
            if (nodeOfColumn[column] != NONE) {
                changed[nodeOfColumn[column]] = true;
            }
        }
        List<Integer> operations = new ArrayList<>();
        for (int node : plan.order()) {
            if (graph.operands(node).stream().anyMatch(operand -> changed[operand])) {
                changed[node] = true;
                operations.add(node);
            }
        }
        List<Integer> roots = new ArrayList<>(plan.outputNodes());
        roots.addAll(plan.requirementsOf().keySet());
        return new Change(changed, operations.size(), Fusion.fused(graph, operations, roots));
    }

    /**
     * The nodes that stay in the buffers of the first sample: outputs, and whatever an exchange reads but does not
     * change.
     */
    private Set<Integer> kept(List<Change> changes) {
        Set<Integer> kept = new LinkedHashSet<>();
        for (Change change : changes) {
            for (Pass pass : change.passes) {
                for (int i = 0; i < pass.operands(); i++) {
                    int operand = pass.operand(i);
                    if (!change.changed[operand] && !graph.isConstant(operand)) {
                        kept.add(operand);
                    }
                }
            }
        }
        kept.addAll(plan.outputNodes());
        return kept;
    }

    private void placeConstants(List<Change> changes) {
        Set<Integer> read = new LinkedHashSet<>();
        for (Change change : changes) {
            for (Pass pass : change.passes) {
                IntStream.range(0, pass.operands()).map(pass::operand).forEach(read::add);
            }
        }
        for (int node : read) {
            if (graph.isConstant(node)) {
                constantPlaces[node] = base.place(node);
                if (constantPlaces[node] == NONE) {
                    constantPlaces[node] = base.buffers() + constants.size();
                    constants.add(graph.value(node));
                }
            }
        }
    }

    /** The buffers to which results of exchanges are written, each released after its last use. */
    private static final class Scratch {
        private final List<Integer> free = new ArrayList<>();
        private int end;

        Scratch(int start) {
            end = start;
        }

        int take() {
            return free.isEmpty() ? end++ : free.remove(free.size() - 1);
        }

        void give(int place) {
            free.add(place);
        }

        int end() {
            return end;
        }
    }

    /**
     * The program of one exchange.
     *
     * @param staying whether the outputs stay in their buffers while other exchanges run
     */
    private Part part(Change change, Scratch scratch, boolean staying) {
        int[] places = new int[graph.size()];
        for (int node = 0; node < places.length; node++) {
            places[node] = graph.isConstant(node)
                    ? constantPlaces[node]
                    : change.changed[node] ? secondPlaces[node] : base.place(node);
        }
        int[] lastRead = new int[graph.size()];
        Arrays.fill(lastRead, NONE);
        for (int i = 0; i < change.passes.size(); i++) {
            Pass pass = change.passes.get(i);
            for (int k = 0; k < pass.operands(); k++) {
                lastRead[pass.operand(k)] = i;
            }
        }
        plan.outputNodes().forEach(output -> lastRead[output] = Integer.MAX_VALUE);
        List<Program.Instruction> instructions = new ArrayList<>();
        for (int node : nodeOfColumn) {
            if (node != NONE && change.changed[node]) {
                check(node, places, instructions);
            }
        }
        for (int i = 0; i < change.passes.size(); i++) {
            Pass pass = change.passes.get(i);
            for (int k = 0; k < pass.operands(); k++) {
                free(pass.operand(k), i, change, lastRead, places, scratch);
            }
            places[pass.result()] = scratch.take();
            instructions.add(new Program.Run(pass.placed(places)));
            check(pass.result(), places, instructions);
            if (lastRead[pass.result()] == NONE) {
                scratch.give(places[pass.result()]);
            }
        }
        int[] outputs = plan.outputNodes().stream()
                .mapToInt(node -> graph.isConstant(node) ? base.place(node) : places[node])
                .toArray();
        if (!staying) {
            plan.outputNodes().stream()
                    .distinct()
                    .filter(node -> change.changed[node] && graph.node(node) instanceof PlainGraph.Applied)
                    .forEach(node -> scratch.give(places[node]));
        }
        return new Part(instructions, outputs);
    }

    private void free(int node, int moment, Change change, int[] lastRead, int[] places, Scratch scratch) {
        boolean ownBuffer = change.changed[node] && graph.node(node) instanceof PlainGraph.Applied;
        if (ownBuffer && lastRead[node] == moment) {
            // released once, even if it is read twice at that moment
            lastRead[node] = Integer.MAX_VALUE;
            scratch.give(places[node]);
        }
    }

    private void check(int node, int[] places, List<Program.Instruction> instructions) {
        for (int requirement : plan.requirementsOf().getOrDefault(node, List.of())) {
            instructions.add(new Program.Check(requirement, places[node]));
        }
    }

    /** A worker that runs over a chunk block by block. */
    private final class Blocks implements Worker {
        private final BlockSource first;
        private final BlockSource second;
        private final int blockSize;
        private final Program.Instruction[] baseInstructions =
                base.instructions().toArray(Program.Instruction[]::new);
        private final double[][] memory;
        private final double[][] firstOutputs;
        private final List<double[][]> outputs;
        private final RequirementTally tally =
                new RequirementTally(plan.calculation().requirements());

        Blocks(BlockSource first, BlockSource second, int blockSize) {
            this.first = first;
            this.second = second;
            this.blockSize = blockSize;
            memory = new double[buffers][];
            for (int i = 0; i < buffers; i++) {
                memory[i] = new double[BatchWorker.length(blockSize)];
                int constant = i - base.buffers();
                if (constant >= 0 && constant < constants.size()) {
                    Arrays.fill(memory[i], constants.get(constant));
                }
            }
            firstOutputs =
                    arrays(plan.outputNodes().stream().mapToInt(base::place).toArray());
            outputs = parts.stream().map(part -> arrays(part.outputs)).toList();
        }

        private double[][] arrays(int[] places) {
            return Arrays.stream(places).mapToObj(place -> memory[place]).toArray(double[][]::new);
        }

        @Override
        public RequirementTally evaluate(long firstDraw, int count, Reader<?> reader) {
            tally.clear();
            for (int offset = 0; offset < count; offset += blockSize) {
                block(firstDraw + offset, offset, Math.min(blockSize, count - offset), reader);
            }
            return tally.copy();
        }

        private void block(long draw, int offset, int n, Reader<?> reader) {
            run(baseInstructions, draw, n);
            for (int unmet : plan.unmet()) {
                tally.add(unmet, n, draw);
            }
            for (int column = 0; column < nodeOfColumn.length; column++) {
                if (nodeOfColumn[column] != NONE) {
                    second.fill(column, draw, n, memory[secondPlaces[nodeOfColumn[column]]]);
                }
            }
            run(parts.get(0).instructions, draw, n);
            reader.samples(offset, n, firstOutputs, outputs.get(0));
            for (int i = 1; i < parts.size(); i++) {
                run(parts.get(i).instructions, draw, n);
                reader.exchanged(i - 1, offset, n, outputs.get(i));
            }
        }

        private void run(Program.Instruction[] instructions, long draw, int n) {
            for (Program.Instruction instruction : instructions) {
                if (instruction instanceof Program.Run run) {
                    run.pass().run(memory, n);
                } else if (instruction instanceof Program.Fill fill) {
                    first.fill(fill.column(), draw, n, memory[fill.place()]);
                } else if (instruction instanceof Program.Check check) {
                    tally.count(check.requirement(), memory[check.place()], draw, n);
                }
            }
        }
    }
}
