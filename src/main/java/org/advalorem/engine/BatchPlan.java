package org.advalorem.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;

/**
 * The plan for evaluating a calculation for many draws: which columns vary, which terms are requested, and the program
 * that computes them block by block. Immutable and safe to share; each thread runs it with a {@link BatchWorker} of its
 * own.
 *
 * <p>In every draw an output has exactly the bits that {@link Values} gives it at the inputs of that draw, whatever the
 * block size and the number of threads (except for the payload of a NaN). Only terms that depend on a varied input and
 * that an output or a requirement needs are computed; the others are taken from {@link Values} once. Of a choice that
 * is the same in every draw, only the alternative chosen counts.
 */
public final class BatchPlan extends Batch {
    private final Calculation calculation;
    private final List<Varied> varied;
    private final List<Term> outputs;
    private final PlainGraph graph;
    private final List<Integer> outputNodes;
    private final Map<Integer, List<Integer>> requirementsOf;
    private final List<Integer> order;
    private final Program program;
    private final int[] outputPlaces;
    private final List<Integer> unmet;
    private final int termsPerDraw;
    private final List<OptionalDouble> constants;
    private final boolean fused;
    private final OptionalInt blockSize;

    private BatchPlan(
            Calculation calculation, List<Varied> varied, List<Term> outputs, boolean fused, OptionalInt blockSize) {
        this.fused = fused;
        this.blockSize = blockSize;
        this.calculation = calculation;
        this.varied = List.copyOf(varied);
        this.outputs = List.copyOf(outputs);
        List<Term> wanted = new ArrayList<>(this.outputs);
        calculation.requirements().forEach(requirement -> wanted.add(requirement.condition()));
        Lowering lowering = new Lowering(calculation, this.varied, wanted);
        graph = lowering.graph();
        termsPerDraw = lowering.termsPerDraw();
        unmet = new ArrayList<>();
        requirementsOf = new LinkedHashMap<>();
        List<Requirement> requirements = calculation.requirements();
        for (int i = 0; i < requirements.size(); i++) {
            int condition = lowering.node(requirements.get(i).condition());
            if (!graph.isConstant(condition)) {
                requirementsOf
                        .computeIfAbsent(condition, node -> new ArrayList<>())
                        .add(i);
            } else if (!Arithmetic.holds(graph.value(condition))) {
                unmet.add(i);
            }
        }
        outputNodes = this.outputs.stream().map(lowering::node).toList();
        List<Integer> conditions = List.copyOf(requirementsOf.keySet());
        order = EvaluationOrder.of(graph, outputNodes, conditions);
        List<Integer> roots = new ArrayList<>(outputNodes);
        roots.addAll(conditions);
        List<Pass> passes = fused ? Fusion.fused(graph, order, roots) : Fusion.plain(graph, order);
        program = new Program(graph, passes, outputNodes, requirementsOf);
        constants = outputNodes.stream()
                .map(node -> graph.isConstant(node) ? OptionalDouble.of(graph.value(node)) : OptionalDouble.empty())
                .toList();
        outputPlaces = outputNodes.stream().mapToInt(program::place).toArray();
    }

    /**
     * The plan for the given columns and outputs.
     *
     * @param calculation the calculation to evaluate
     * @param varied the columns, in the order in which a {@link BlockSource} numbers them
     * @param outputs any terms of the calculation, in the order in which a {@link BlockSink} receives them
     * @throws IllegalArgumentException if two columns move the same input, or a term is not in the calculation
     */
    public static BatchPlan of(Calculation calculation, List<Varied> varied, List<Term> outputs) {
        return new BatchPlan(calculation, varied, outputs, true, OptionalInt.empty());
    }

    /** The same plan with one loop per operation: the same bits, but slower; for tests and measurements. */
    static BatchPlan unfused(Calculation calculation, List<Varied> varied, List<Term> outputs) {
        return new BatchPlan(calculation, varied, outputs, false, OptionalInt.empty());
    }

    /** The calculation. */
    public Calculation calculation() {
        return calculation;
    }

    /** The varied columns. */
    public List<Varied> varied() {
        return varied;
    }

    /** The requested terms. */
    public List<Term> outputs() {
        return outputs;
    }

    @Override
    public List<Requirement> requirements() {
        return calculation.requirements();
    }

    @Override
    public OptionalDouble constant(int output) {
        return constants.get(output);
    }

    @Override
    public boolean reaches(int column, int output) {
        return graph.reaches(column, outputNodes.get(output));
    }

    @Override
    int outputCount() {
        return outputs.size();
    }

    @Override
    int columnCount() {
        return varied.size();
    }

    @Override
    int operationsPerDraw() {
        return order.size();
    }

    @Override
    ChunkEvaluator evaluator(BlockSource source) {
        return new Chunk(this, source);
    }

    /** The number of terms of the calculation that are computed for every draw. */
    public int termsPerDraw() {
        return termsPerDraw;
    }

    /**
     * The same plan in blocks of a given size: the same bits, usually slower; for tests and measurements.
     *
     * @param draws the number of draws in a block, at least one
     */
    public BatchPlan inBlocksOf(int draws) {
        return new BatchPlan(calculation, varied, outputs, fused, OptionalInt.of(draws));
    }

    /** The number of draws in a block: the one asked for, if any, else the one given. */
    int blockSize(int otherwise) {
        return blockSize.orElse(otherwise);
    }

    /** A new worker for one thread. */
    public BatchWorker worker() {
        return worker(blockSize(BatchWorker.blockSize(program)));
    }

    BatchWorker worker(int blockSize) {
        return new BatchWorker(this, blockSize);
    }

    Program program() {
        return program;
    }

    /** The graph of what varies, in single operations. */
    PlainGraph graph() {
        return graph;
    }

    /** The operations to carry out, operands first. */
    List<Integer> order() {
        return order;
    }

    /** The nodes of the outputs. */
    List<Integer> outputNodes() {
        return outputNodes;
    }

    /** The requirements, by index, of every node that is a condition. */
    Map<Integer, List<Integer>> requirementsOf() {
        return requirementsOf;
    }

    /** The index of the buffer that holds an output. */
    int outputPlace(int output) {
        return outputPlaces[output];
    }

    /** The requirements, by index, that fail in every draw because nothing they depend on varies. */
    List<Integer> unmet() {
        return unmet;
    }
}
