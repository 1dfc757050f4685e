package org.advalorem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.advalorem.calculation.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A run of a plan, or of a choice of plans, over many draws on several threads, in chunks of {@link #CHUNK} draws that
 * do not depend on the number of threads.
 *
 * <p>Each chunk is evaluated and read on one thread; the results are handed over one at a time, in the order of the
 * chunks. The same source therefore gives the same results in the same order on 1 thread or 64. Threads wait when they
 * get far ahead of the slowest chunk, so memory does not grow with the number of draws.
 *
 * @param <R> what is read from a chunk: a statistic, a copy of the outputs
 */
public final class BatchRun<R> {
    /** The number of draws in a chunk; the last chunk of a run may have fewer. */
    public static final int CHUNK = 4096;

    private static final int CHUNKS_AHEAD_PER_THREAD = 4;

    private static final String INTERRUPTED = "The run was interrupted.";

    private final long draws;
    private final Supplier<ChunkWork<R>> work;
    private final ChunkSink<R> sink;
    private final @Nullable Finished<R>[] finished;
    private final RequirementTally tally;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long toStart;
    private long toHandOver;
    private long end;
    private @Nullable Throwable failure;

    /**
     * A reader of the outputs of a chunk. Called by several threads at a time.
     *
     * @param <R> what is read from a chunk
     */
    @FunctionalInterface
    public interface ChunkReader<R> {
        /**
         * The result read from draws {@code firstDraw} to {@code firstDraw + count - 1}.
         *
         * @param firstDraw the number of the first draw
         * @param count the number of draws
         * @param outputs one column per output of the plan, each filled from 0 to {@code count - 1}; valid during the
         *     call only
         */
        R read(long firstDraw, int count, double[][] outputs);
    }

    /**
     * A receiver of the results, in the order of the draws. Called by one thread at a time, not always the same one.
     *
     * @param <R> what is read from a chunk
     */
    @FunctionalInterface
    public interface ChunkSink<R> {
        /**
         * Receives the result of one chunk.
         *
         * @param read what was read from the chunk
         * @param tally the requirements of all draws up to the end of this chunk, and no others
         * @return whether to continue
         */
        boolean take(R read, RequirementTally tally);
    }

    /** The result of one chunk, with its own requirements only. */
    record Finished<R>(R read, RequirementTally tally) {}

    /** The work of one thread: evaluating and reading chunks. */
    @FunctionalInterface
    interface ChunkWork<R> {
        Finished<R> chunk(long firstDraw, int count);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private BatchRun(
            List<Requirement> requirements, long draws, int threads, Supplier<ChunkWork<R>> work, ChunkSink<R> sink) {
        this.draws = draws;
        this.work = work;
        this.sink = sink;
        finished = new Finished[CHUNKS_AHEAD_PER_THREAD * threads];
        tally = new RequirementTally(requirements);
        end = (draws + CHUNK - 1) / CHUNK;
    }

    /**
     * Runs draws 0 to {@code draws - 1}.
     *
     * @param <R> what is read from a chunk
     * @param batch the plan or choice of plans to run
     * @param draws the number of draws, not negative
     * @param threads the number of threads, including the current one, at least one
     * @param sources makes a source for each thread
     * @param reader reads each chunk, on the thread that evaluated it
     * @param sink receives the results in order
     * @return the requirements of all draws handed over
     * @throws IllegalArgumentException if {@code draws} is negative or {@code threads} is less than one
     * @throws CancellationException if the current thread is interrupted
     * @throws RuntimeException the exception thrown by a source, the reader or the sink in the lowest chunk where one
     *     failed; everything before that chunk has been handed over
     */
    public static <R> RequirementTally run(
            Batch batch,
            long draws,
            int threads,
            Supplier<BlockSource> sources,
            ChunkReader<R> reader,
            ChunkSink<R> sink) {
        return run(
                batch.requirements(),
                draws,
                threads,
                () -> {
                    ChunkEvaluator outputs = batch.evaluator(sources.get());
                    return (firstDraw, count) -> {
                        RequirementTally counted = outputs.evaluate(firstDraw, count);
                        return new Finished<>(reader.read(firstDraw, count, outputs.columns()), counted);
                    };
                },
                sink);
    }

    /** Runs work of another kind in the same way; each thread makes its own. */
    static <R> RequirementTally run(
            List<Requirement> requirements, long draws, int threads, Supplier<ChunkWork<R>> work, ChunkSink<R> sink) {
        if (draws < 0) {
            throw new IllegalArgumentException("The number of draws (" + draws + ") is negative.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (" + threads + ") is less than one.");
        }
        BatchRun<R> run = new BatchRun<>(requirements, draws, threads, work, sink);
        run.onThreads((int) Math.min(threads, Math.max(1, run.end)));
        return run.tally;
    }

    private void onThreads(int threads) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(this::work, "advalorem-batch-" + i);
            others.add(thread);
            thread.start();
        }
        work();
        boolean interrupted = Thread.interrupted();
        for (Thread thread : others) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    fail(0, new CancellationException(INTERRUPTED));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void work() {
        long chunk = -1;
        try {
            ChunkWork<R> mine = work.get();
            for (chunk = next(); chunk >= 0; chunk = next()) {
                long firstDraw = chunk * CHUNK;
                int count = (int) Math.min(CHUNK, draws - firstDraw);
                finish(chunk, mine.chunk(firstDraw, count));
            }
        } catch (RuntimeException | Error e) {
            fail(Math.max(chunk, 0), e);
        }
    }

    /** The number of the next chunk to evaluate; -1 if there is none. */
    private long next() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(INTERRUPTED);
        }
        lock.lock();
        try {
            while (toStart < end && toStart - toHandOver >= finished.length) {
                moved.awaitUninterruptibly();
            }
            return toStart < end ? toStart++ : -1;
        } finally {
            lock.unlock();
        }
    }

    private void finish(long chunk, Finished<R> result) {
        lock.lock();
        try {
            finished[place(chunk)] = result;
            Finished<R> next = finished[place(toHandOver)];
            while (next != null && toHandOver < end) {
                finished[place(toHandOver)] = null;
                tally.add(next.tally());
                handOver(next);
                next = finished[place(toHandOver)];
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void handOver(Finished<R> next) {
        long chunk = toHandOver++;
        try {
            if (!sink.take(next.read(), tally)) {
                end = Math.min(end, toHandOver);
            }
        } catch (RuntimeException | Error e) {
            fail(chunk, e);
        }
    }

    /** Ends the run before the given chunk; if several chunks fail, the failure of the lowest one is reported. */
    private void fail(long chunk, Throwable thrown) {
        lock.lock();
        try {
            if (chunk < end) {
                failure = thrown;
                end = chunk;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int place(long chunk) {
        return (int) (chunk % finished.length);
    }
}
