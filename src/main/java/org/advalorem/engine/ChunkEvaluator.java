package org.advalorem.engine;

/** Evaluates chunks of draws, one after the other into the same columns. For one thread. */
interface ChunkEvaluator {
    /** Evaluates at most {@link BatchRun#CHUNK} draws and gives their requirements. */
    RequirementTally evaluate(long firstDraw, int count);

    /** A column per output; the next chunk is written into the same. */
    double[][] columns();
}
