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

    /** The number of outputs per draw. */
    abstract int outputCount();

    /** The number of columns per draw. */
    abstract int columnCount();

    /** The number of operations per draw; for a choice of plans, that of the longest plan. */
    abstract int operationsPerDraw();

    /** An evaluator for one thread, which takes its draws from the given source. */
    abstract ChunkEvaluator evaluator(BlockSource source);
}
