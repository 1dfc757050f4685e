package org.advalorem.engine;

import java.util.List;
import java.util.OptionalDouble;
import org.advalorem.calculation.Requirement;

/** What is evaluated for many draws: one plan, or several of which every draw takes one. Immutable and safe to share. */
public abstract sealed class Batch permits BatchPlan, BatchChoice {
    Batch() {}

    /** What must hold in every draw. */
    public abstract List<Requirement> requirements();

    /** The value of an output that is the same in every draw because nothing it depends on varies. */
    public abstract OptionalDouble constant(int output);

    /** The number of outputs of a draw. */
    abstract int outputCount();

    /** The number of columns of a draw. */
    abstract int columnCount();

    /** The operations that a draw takes; of several plans, those of the longest. */
    abstract int operationsPerDraw();

    /** An evaluator for one thread, which takes its draws from that source. */
    abstract ChunkEvaluator evaluator(BlockSource source);
}
