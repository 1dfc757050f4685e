package org.advalorem.engine;

/** An evaluator of chunks of draws, one after another into the same columns. For one thread. */
interface ChunkEvaluator {
    /** Evaluates at most {@link BatchRun#CHUNK} draws and returns their requirements. */
    RequirementTally evaluate(long firstDraw, int count);

    /** The outputs, one column each; overwritten by the next chunk. */
    double[][] columns();
}
