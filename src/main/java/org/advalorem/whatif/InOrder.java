package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Parallel execution of independent pieces of work, with their results in order. */
final class InOrder {
    private InOrder() {}

    /**
     * The results of pieces 0 to {@code pieces - 1}.
     *
     * @param threads at least one
     * @param what the name of the pieces, for the listener
     * @throws IllegalArgumentException if {@code threads} is less than one
     * @throws CancellationException if the listener or an interrupt stops the work
     * @throws RuntimeException the exception of the first piece that failed
     */
    static <T> List<T> of(int pieces, int threads, IntFunction<T> work, String what, Progress progress) {
        List<T> results = untilStopped(pieces, threads, work, what, progress);
        if (results.size() < pieces) {
            throw new CancellationException("The work was stopped.");
        }
        return results;
    }

    /**
     * The results of the first pieces: all of them, unless the listener stops the work.
     *
     * @param threads at least one
     * @param what the name of the pieces, for the listener
     * @throws IllegalArgumentException if {@code threads} is less than one
     * @throws CancellationException if an interrupt stops the work
     * @throws RuntimeException the exception of the first piece that failed
     */
    static <T> List<T> untilStopped(int pieces, int threads, IntFunction<T> work, String what, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (" + threads + ") is less than one.");
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, pieces)));
        try {
            List<Future<T>> pending = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                int piece = i;
                pending.add(workers.submit(() -> work.apply(piece)));
            }
            List<T> results = new ArrayList<>(pieces);
            for (Future<T> future : pending) {
                results.add(result(future));
                if (!progress.reached(what, results.size(), pieces)) {
                    break;
                }
            }
            return results;
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }
}
