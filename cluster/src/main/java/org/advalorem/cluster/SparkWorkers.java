package org.advalorem.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.advalorem.engine.Work;
import org.advalorem.engine.Workers;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Workers on Spark. Pieces are done in waves, each a job, while the results of the wave before are taken in order; waves grow
 * as long as their results stay small, so that memory does not grow with the number of pieces.
 */
final class SparkWorkers implements Workers {
    /** The bytes of results that a wave may have. */
    private static final long MOST_BYTES = 64_000_000;
    /** The pieces of the first wave, and the most of any, for each partition. */
    private static final int FIRST = 8;

    private static final int MOST = 1024;

    /** Tasks for each core: the last of a wave then leave few cores idle. */
    private static final int TASKS_PER_CORE = 3;

    private final Supplier<JavaSparkContext> contexts;
    private final int partitions;
    private final List<String> command;
    private final Supplier<List<Path>> files;
    private final Consumer<String> told;

    /**
     * Workers for a command.
     *
     * @param partitions the tasks of a job; 0 for as many as suit the cores
     * @param told is told what is shipped
     */
    SparkWorkers(
            Supplier<JavaSparkContext> contexts,
            int partitions,
            List<String> command,
            Supplier<List<Path>> files,
            Consumer<String> told) {
        this.contexts = contexts;
        this.partitions = partitions;
        this.command = List.copyOf(command);
        this.files = files;
        this.told = told;
    }

    @Override
    public void run(Work work, long pieces) {
        try (JavaSparkContext context = contexts.get()) {
            Shipment shipment = Shipment.of(command, files.get());
            told.accept(String.format(
                    Locale.ROOT,
                    "%,d bytes of %d files go to each executor once; %,d pieces of work",
                    shipment.size(),
                    shipment.files().size(),
                    pieces));
            int tasks = partitions > 0 ? partitions : TASKS_PER_CORE * context.defaultParallelism();
            run(work, pieces, context, context.broadcast(shipment), tasks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Work work, long pieces, JavaSparkContext context, Broadcast<Shipment> shipment, int tasks) {
        long begun = Math.min(pieces, (long) FIRST * tasks);
        Wave ahead = Wave.begin(context, shipment, work, Optional.empty(), begun, tasks);
        boolean goesOn = true;
        long size = begun;
        while (goesOn) {
            Wave wave = ahead;
            boolean last = begun == pieces;
            if (!last) {
                long end = Math.min(pieces, begun + size);
                ahead = Wave.begin(context, shipment, work, Optional.of(wave), end, tasks);
                begun = end;
            }
            try {
                long bytes = 0;
                for (byte[][] results : wave.results()) {
                    for (int i = 0; i < results.length && goesOn; i++) {
                        bytes += results[i].length;
                        goesOn = work.take(wave.state(), results[i]);
                    }
                }
                size = next(wave.size(), bytes, tasks);
            } catch (RuntimeException e) {
                ahead.cancel();
                throw e;
            }
            if (!goesOn) {
                ahead.cancel();
            }
            goesOn &= !last;
        }
    }

    /** The pieces of the wave after next, from those of a wave and the bytes of its results. */
    private static long next(long size, long bytes, int tasks) {
        long fit = bytes == 0 ? size * 2 : size * MOST_BYTES / bytes;
        return Math.max(tasks, Math.min(Math.min(size * 4, fit), (long) MOST * tasks));
    }
}
