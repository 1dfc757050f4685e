package org.advalorem.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;
import org.advalorem.engine.Work;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Consecutive pieces that are being done, as one job of Spark. */
final class Wave {
    private final Work.State state;
    private final long size;
    private final Broadcast<byte[]> known;
    private final JavaFutureAction<List<byte[][]>> results;

    /** The pieces of one partition. */
    private record Range(long first, long end) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** What a task does. */
    private record Task(Broadcast<Shipment> shipment, Broadcast<byte[]> known)
            implements FlatMapFunction<Iterator<Range>, byte[][]> {
        private static final long serialVersionUID = 1;

        @Override
        public Iterator<byte[][]> call(Iterator<Range> ranges) {
            LongFunction<byte[]> worker =
                    Unpacked.work(shipment.id(), shipment.value()).worker(known.value());
            List<byte[][]> done = new ArrayList<>();
            while (ranges.hasNext()) {
                Range range = ranges.next();
                byte[][] results = new byte[Math.toIntExact(range.end() - range.first())][];
                for (int i = 0; i < results.length; i++) {
                    results[i] = worker.apply(range.first() + i);
                }
                done.add(results);
            }
            return done.iterator();
        }
    }

    private Wave(Work.State state, long size, Broadcast<byte[]> known, JavaFutureAction<List<byte[][]>> results) {
        this.state = state;
        this.size = size;
        this.known = known;
        this.results = results;
    }

    /**
     * Begins to do pieces {@code first} to {@code end - 1}.
     *
     * @param partitions into how many tasks they are divided, at most
     */
    static Wave begin(
            JavaSparkContext context, Broadcast<Shipment> shipment, Work work, long first, long end, int partitions) {
        Work.State state = work.state();
        Broadcast<byte[]> known = context.broadcast(state.bytes());
        long size = end - first;
        int tasks = (int) Math.min(partitions, size);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            ranges.add(new Range(first + size * i / tasks, first + size * (i + 1) / tasks));
        }
        return new Wave(
                state,
                size,
                known,
                context.parallelize(ranges, tasks)
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
