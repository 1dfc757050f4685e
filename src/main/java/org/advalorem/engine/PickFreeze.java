package org.advalorem.engine;

import java.util.List;
import java.util.function.Supplier;

/**
 * Draws of a first and of a second sample, and those of the first with some columns taken from the second: what indices of
 * sensitivity are estimated from. Immutable and safe to share.
 *
 * <p>Every output has the bits that evaluating all columns anew would give. Of a plan only what is downstream of the columns
 * exchanged is worked out anew; of a choice of plans everything is.
 */
public abstract sealed class PickFreeze permits IncrementalPickFreeze, FullPickFreeze {
    private final Batch batch;
    private final List<List<Integer>> exchanges;

    PickFreeze(Batch batch, List<List<Integer>> exchanges) {
        this.batch = batch;
        this.exchanges = exchanges.stream().map(List::copyOf).toList();
    }

    /**
     * Takes what was evaluated, block by block. For one thread.
     *
     * @param <R> what is read from a chunk
     */
    public interface Reader<R> {
        /**
         * The outputs of a block in both samples.
         *
         * @param offset of the block in its chunk
         * @param first a column per output, filled from 0 to {@code count - 1}; it and the second stay as they are until the
         *     next block, and are not to be written to
         */
        void samples(int offset, int count, double[][] first, double[][] second);

        /** The outputs of the same block with the columns of one exchange taken from the second sample. */
        void exchanged(int exchange, int offset, int count, double[][] outputs);

        /** What was read since the last time: one chunk. */
        R chunk();
    }

    /** Evaluates chunks. For one thread. */
    interface Worker {
        RequirementTally evaluate(long firstDraw, int count, Reader<?> reader);
    }

    /**
     * The exchanges of those columns.
     *
     * @param exchanges for each the columns that are taken from the second sample, at least one
     */
    public static PickFreeze of(Batch batch, List<List<Integer>> exchanges) {
        return batch instanceof BatchPlan plan
                ? new IncrementalPickFreeze(plan, exchanges)
                : new FullPickFreeze(batch, exchanges);
    }

    /** The same, with everything worked out anew each time: the same bits, slower. */
    static PickFreeze anew(Batch batch, List<List<Integer>> exchanges) {
        return new FullPickFreeze(batch, exchanges);
    }

    /** Whether only what is downstream of an exchange is worked out anew. */
    public abstract boolean downstreamOnly();

    /** Whether an exchange can change an output. */
    public abstract boolean reaches(int exchange, int output);

    /** The operations that one draw of one sample takes. */
    public abstract long operations();

    /** The operations that one draw of all exchanges takes. */
    public abstract long exchangeOperations();

    abstract Worker worker(BlockSource first, BlockSource second);

    Batch batch() {
        return batch;
    }

    List<List<Integer>> exchanges() {
        return exchanges;
    }

    /**
     * Runs draws 0 to {@code draws - 1}, as {@link BatchRun} does: what was read from chunks of {@link BatchRun#CHUNK} draws
     * is handed over in their order.
     *
     * @param first makes a source of the first sample for each thread
     * @param second makes a source of the second sample for each thread
     * @param readers makes a reader for each thread
     * @return the requirements of both samples and all exchanges together
     */
    public <R> RequirementTally run(
            long draws,
            int threads,
            Supplier<BlockSource> first,
            Supplier<BlockSource> second,
            Supplier<Reader<R>> readers,
            BatchRun.ChunkSink<R> sink) {
        return BatchRun.run(
                batch.requirements(),
                draws,
                threads,
                () -> {
                    Worker worker = worker(first.get(), second.get());
                    Reader<R> reader = readers.get();
                    return (firstDraw, count) -> {
                        RequirementTally counted = worker.evaluate(firstDraw, count, reader);
                        return new BatchRun.Finished<>(reader.chunk(), counted);
                    };
                },
                sink);
    }
}
