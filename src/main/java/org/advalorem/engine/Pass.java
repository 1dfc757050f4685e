package org.advalorem.engine;

import java.util.List;
import org.advalorem.calculation.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a block: a kernel, the places of its columns, its numbers, and the place of its result.
 *
 * <p>Places are nodes of a {@link PlainGraph} at first and buffers of a worker once {@link #placed}.
 */
final class Pass {
    private final Kernel kernel;
    private final int result;
    private final int[] operands;
    private final double[] numbers;
    private final @Nullable RecordTable table;

    private Pass(Kernel kernel, int result, int[] operands, double[] numbers, @Nullable RecordTable table) {
        this.kernel = kernel;
        this.result = result;
        this.operands = operands;
        this.numbers = numbers;
        this.table = table;
    }

    static Pass of(Kernel kernel, int result, List<Integer> operands, List<Double> numbers) {
        return new Pass(
                kernel,
                result,
                operands.stream().mapToInt(Integer::intValue).toArray(),
                numbers.stream().mapToDouble(Double::doubleValue).toArray(),
                null);
    }

    /** The pass that computes one node of the graph. */
    static Pass of(int node, PlainGraph.Applied applied) {
        int[] operands = applied.operands().stream().mapToInt(Integer::intValue).toArray();
        return new Pass(applied.kernel(), node, operands, new double[] {applied.number()}, applied.table());
    }

    /** The same pass with its places mapped: place i becomes {@code places[i]}. */
    Pass placed(int[] places) {
        int[] placed = operands.clone();
        for (int i = 0; i < placed.length; i++) {
            placed[i] = places[placed[i]];
        }
        return new Pass(kernel, places[result], placed, numbers, table);
    }

    void run(double[][] buffers, int count) {
        kernel.run(this, buffers, count);
    }

    Kernel kernel() {
        return kernel;
    }

    int result() {
        return result;
    }

    int operands() {
        return operands.length;
    }

    int operand(int i) {
        return operands[i];
    }

    double number(int i) {
        return numbers[i];
    }

    RecordTable table() {
        if (table == null) {
            throw new IllegalStateException(kernel + " has no records.");
        }
        return table;
    }

    double[] column(double[][] buffers, int i) {
        return buffers[operands[i]];
    }

    double[] result(double[][] buffers) {
        return buffers[result];
    }
}
