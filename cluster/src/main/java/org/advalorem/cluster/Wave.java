package org.advalorem.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.advalorem.engine.Work;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Consecutive pieces that are being done, as one job of Spark. */
final class Wave {
    private final Work.State state;
    private final long size;
    /** The piece after the last. */
    private final long end;
    /** The stretches of this wave and those before. */
    private final int stretches;

    private final Broadcast<byte[]> known;
    private final JavaFutureAction<List<byte[][]>> results;

    /** What a task does. */
    private record Task(Broadcast<Shipment> shipment, Broadcast<byte[]> known)
            implements FlatMapFunction<Iterator<Work.Stretch>, byte[][]> {
        private static final long serialVersionUID = 1;

        @Override
        public Iterator<byte[][]> call(Iterator<Work.Stretch> stretches) {
            Work work = Unpacked.work(shipment.id(), shipment.value());
            List<byte[][]> done = new ArrayList<>();
            stretches.forEachRemaining(stretch -> done.add(work.stretch(known.value(), stretch)));
            return done.iterator();
        }
    }

    private Wave(
            Work.State state,
            long size,
            long end,
            int stretches,
            Broadcast<byte[]> known,
            JavaFutureAction<List<byte[][]>> results) {
        this.state = state;
        this.size = size;
        this.end = end;
        this.stretches = stretches;
        this.known = known;
        this.results = results;
    }

    /**
     * Begins to do the pieces up to {@code end - 1} that come next.
     *
     * @param before the wave before; empty for the first
     * @param partitions into how many tasks they are divided, at most
     */
    static Wave begin(
            JavaSparkContext context,
            Broadcast<Shipment> shipment,
            Work work,
            Optional<Wave> before,
            long end,
            int partitions) {
        Work.State state = work.state();
        Broadcast<byte[]> known = context.broadcast(state.bytes());
        long first = before.map(wave -> wave.end).orElse(0L);
        int number = before.map(wave -> wave.stretches).orElse(0);
        long size = end - first;
        int tasks = (int) Math.min(partitions, size);
        List<Work.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            stretches.add(new Work.Stretch(number + i, first + size * i / tasks, first + size * (i + 1) / tasks));
        }
        return new Wave(
                state,
                size,
                end,
                number + tasks,
                known,
                context.parallelize(stretches, tasks)
                        .mapPartitions(new Task(shipment, known))
                        .collectAsync());
    }

    long size() {
        return size;
    }

    /**
     * Waits until all pieces are done.
     *
     * @throws IllegalStateException if one cannot be
     */
    List<byte[][]> results() {
        try {
            return results.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The run was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Spark could not finish: " + e.getCause().getMessage(), e);
        } finally {
            known.unpersist();
        }
    }

    Work.State state() {
        return state;
    }

    /** Gives up what is not done yet. */
    void cancel() {
        results.cancel(true);
    }
}
