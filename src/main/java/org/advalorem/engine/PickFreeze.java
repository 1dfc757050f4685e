package org.advalorem.engine;

import java.util.List;
import java.util.function.Supplier;

/**
 * The evaluation of two samples of draws, and of the first sample with some columns exchanged for those of the second:
 * the basis for estimating sensitivity indices. Immutable and safe to share.
 *
 * <p>Every output has the bits that a full re-evaluation would give. For a plan, only what lies downstream of the
 * exchanged columns is recalculated; for a choice of plans, everything is.
 */
public abstract sealed class PickFreeze permits IncrementalPickFreeze, FullPickFreeze {
    private final Batch batch;
    private final List<List<Integer>> exchanges;

    PickFreeze(Batch batch, List<List<Integer>> exchanges) {
        this.batch = batch;
        this.exchanges = exchanges.stream().map(List::copyOf).toList();
    }

    /**
     * A reader of what was evaluated, block by block. For one thread.
     *
     * @param <R> what is read from a chunk
     */
    public interface Reader<R> {
        /**
         * Reads the outputs of a block in both samples.
         *
         * @param offset the offset of the block in its chunk
         * @param count the number of draws in the block
         * @param first the outputs in the first sample, one column each, filled from 0 to {@code count - 1}; unchanged
         *     until the next block, and not to be written to
         * @param second the outputs in the second sample, likewise
         */
        void samples(int offset, int count, double[][] first, double[][] second);

        /**
         * Reads the outputs of the same block with the columns of one exchange taken from the second sample.
         *
         * @param exchange the index of the exchange
         * @param offset the offset of the block in its chunk
         * @param count the number of draws in the block
         * @param outputs the outputs, one column each, filled from 0 to {@code count - 1}
         */
        void exchanged(int exchange, int offset, int count, double[][] outputs);

        /** The result of all that was read since the last call: one chunk. */
        R chunk();
    }

    /** An evaluator of chunks. For one thread. */
    interface Worker {
        RequirementTally evaluate(long firstDraw, int count, Reader<?> reader);
    }

    /**
     * The evaluation of the given exchanges.
     *
     * @param batch the plan or choice of plans to evaluate
     * @param exchanges for each exchange, the columns taken from the second sample, at least one
     */
    public static PickFreeze of(Batch batch, List<List<Integer>> exchanges) {
        return batch instanceof BatchPlan plan
                ? new IncrementalPickFreeze(plan, exchanges)
                : new FullPickFreeze(batch, exchanges);
    }

    /** The same evaluation with everything recalculated each time: the same bits, but slower. */
    static PickFreeze anew(Batch batch, List<List<Integer>> exchanges) {
        return new FullPickFreeze(batch, exchanges);
    }

    /** Whether only what lies downstream of an exchange is recalculated. */
    public abstract boolean downstreamOnly();

    /**
     * Whether an exchange can change an output.
     *
     * @param exchange the index of the exchange
     * @param output the index of the output
     */
    public abstract boolean reaches(int exchange, int output);

    /** The number of operations for one draw of one sample. */
    public abstract long operations();

    /** The number of operations for one draw of all exchanges. */
    public abstract long exchangeOperations();

    abstract Worker worker(BlockSource first, BlockSource second);

    Batch batch() {
        return batch;
    }

    List<List<Integer>> exchanges() {
        return exchanges;
    }

    /**
     * Runs draws 0 to {@code draws - 1}, as {@link BatchRun} does: the results read from chunks of {@link
     * BatchRun#CHUNK} draws are handed over in order.
     *
     * @param <R> what is read from a chunk
     * @param draws the number of draws, not negative
     * @param threads the number of threads, including the current one, at least one
     * @param first makes a source of the first sample for each thread
     * @param second makes a source of the second sample for each thread
     * @param readers makes a reader for each thread
     * @param sink receives the results in order
     * @return the requirements of both samples and all exchanges together
     * @throws IllegalArgumentException if {@code draws} is negative or {@code threads} is less than one
     * @throws java.util.concurrent.CancellationException if the current thread is interrupted
     */
    public <R> RequirementTally run(
            long draws,
            int threads,
            Supplier<BlockSource> first,
            Supplier<BlockSource> second,
            Supplier<Reader<R>> readers,
            BatchRun.ChunkSink<R> sink) {
        return BatchRun.run(
                batch.requirements(), draws, threads, () -> work(first.get(), second.get(), readers.get()), sink);
    }

    /**
     * The same, with the chunks evaluated by workers.
     *
     * @param <R> what is read from a chunk
     * @param first makes a source of the first sample for each worker
     * @param second makes a source of the second sample for each worker
     * @param readers makes a reader for each worker
     * @param forms the bytes of what is read
     * @param sink receives the results in order
     */
    public <R> RequirementTally run(
            Workers workers,
            long draws,
            Supplier<BlockSource> first,
            Supplier<BlockSource> second,
            Supplier<Reader<R>> readers,
            RemoteRun.Forms<? extends RemoteRun.Form<R>> forms,
            BatchRun.ChunkSink<R> sink) {
        return RemoteRun.run(
                workers,
                batch.requirements(),
                draws,
                form -> work(first.get(), second.get(), readers.get()),
                forms,
                sink);
    }

    private <R> BatchRun.ChunkWork<R> work(BlockSource first, BlockSource second, Reader<R> reader) {
        Worker worker = worker(first, second);
        return (firstDraw, count) -> {
            RequirementTally counted = worker.evaluate(firstDraw, count, reader);
            return new BatchRun.Finished<>(reader.chunk(), counted);
        };
    }
}
