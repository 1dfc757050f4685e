package org.advalorem.engine;

/** The outputs of a chunk of draws, assembled from blocks by one worker and overwritten by the next chunk. */
final class Chunk implements ChunkEvaluator, BlockSink {
    private final BatchWorker worker;
    private final BlockSource source;
    private final double[][] columns;
    private long firstDraw;

    Chunk(BatchPlan plan, BlockSource source) {
        this.worker = plan.worker();
        this.source = source;
        columns = new double[plan.outputs().size()][BatchRun.CHUNK];
    }

    @Override
    public RequirementTally evaluate(long firstDraw, int count) {
        this.firstDraw = firstDraw;
        worker.tally().clear();
        worker.run(firstDraw, count, source, this);
        return worker.tally().copy();
    }

    @Override
    public double[][] columns() {
        return columns;
    }

    @Override
    public void take(long blockDraw, int count, double[][] outputs) {
        for (int i = 0; i < outputs.length; i++) {
            System.arraycopy(outputs[i], 0, columns[i], (int) (blockDraw - firstDraw), count);
        }
    }
}
