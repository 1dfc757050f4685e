package org.advalorem.engine;

import java.util.List;
import java.util.OptionalDouble;
import org.advalorem.calculation.Requirement;

/**
 * A calculation to be evaluated for many draws: a single plan, or several of which each draw takes one. Immutable and
 * safe to share.
 */
public abstract sealed class Batch permits BatchPlan, BatchChoice {
    Batch() {}

    /** The conditions that must hold in every draw. */
    public abstract List<Requirement> requirements();

    /**
     * The value of an output that is the same in every draw because nothing it depends on varies; empty if it varies.
     *
     * @param output the index of the output
     */
    public abstract OptionalDouble constant(int output);

    /**
     * Whether the calculation leads from a column to an output. If not, the output is the same whatever is drawn in the
     * column; if so, it may still be the same in every draw made.
     *
     * @param column the index of the column among those of the draws
     * @param output the index of the output
     */
    public abstract boolean reaches(int column, int output);

    /** The number of outputs per draw. */
    abstract int outputCount();

    /** The number of columns per draw. */
    abstract int columnCount();

    /** The number of operations per draw; for a choice of plans, that of the longest plan. */
    abstract int operationsPerDraw();

    /** An evaluator for one thread, which takes its draws from the given source. */
    abstract ChunkEvaluator evaluator(BlockSource source);
}
