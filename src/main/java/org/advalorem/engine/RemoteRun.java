package org.advalorem.engine;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.advalorem.calculation.Requirement;

/**
 * A run whose chunks are evaluated by {@link Workers}. The results are handed over as {@link BatchRun} does: one at a time,
 * in the order of the chunks, each read from the same draws, so that what is made of them has the same bits.
 *
 * @param <R> what is read from a chunk
 * @param <F> how it is read
 */
public final class RemoteRun<R, F extends RemoteRun.Form<R>> implements Work {
    private final List<Requirement> requirements;
    private final long draws;
    private final Function<F, BatchRun.ChunkWork<R>> evaluator;
    private final Forms<F> forms;
    private final BatchRun.ChunkSink<R> sink;
    private final RequirementTally tally;

    /**
     * How chunks are read at one time, as bytes, and the bytes of what is read.
     *
     * @param <R> what is read from a chunk
     */
    public interface Form<R> extends AutoCloseable {
        /** Writes what was read from a chunk. */
        void write(R read, PackedWriter out);

        /** Reads back what another process wrote with the same form. */
        R read(PackedReader in);

        /** Writes this form. */
        void write(PackedWriter out);

        /** Completes what is kept, where they were read, of the chunks of a stretch. */
        default void complete() {
            // mostly nothing is
        }

        /** Ends a stretch. What is kept of it and not complete is dropped. */
        @Override
        default void close() {
            // mostly nothing is
        }
    }

    /**
     * The form of a plain run, which reads chunks itself.
     *
     * @param <R> what is read from a chunk
     */
    public interface Reading<R> extends Form<R>, BatchRun.ChunkReader<R> {}

    /**
     * The forms of a run.
     *
     * @param <F> how chunks are read
     */
    public interface Forms<F> {
        /** The present one. */
        F now();

        /**
         * One that was written in another process, to read the chunks of a stretch.
         *
         * @param stretch the number of the stretch
         */
        F of(PackedReader in, int stretch);
    }

    /** A form as it is given to workers. */
    private record Given<F extends Form<?>>(F form) implements State {
        @Override
        public byte[] bytes() {
            PackedWriter out = new PackedWriter();
            form.write(out);
            return out.bytes();
        }
    }

    private RemoteRun(
            List<Requirement> requirements,
            long draws,
            Function<F, BatchRun.ChunkWork<R>> evaluator,
            Forms<F> forms,
            BatchRun.ChunkSink<R> sink) {
        this.requirements = requirements;
        this.draws = draws;
        this.evaluator = evaluator;
        this.forms = forms;
        this.sink = sink;
        this.tally = new RequirementTally(requirements);
    }

    /**
     * Runs draws 0 to {@code draws - 1}, as {@link BatchRun#run} does.
     *
     * @param <R> what is read from a chunk
     * @param <F> how it is read
     * @param draws the number of draws, not negative
     * @param sources makes a source for each worker
     * @param sink receives the results in order
     * @return the requirements of all draws handed over
     * @throws RuntimeException the exception of the sink
     */
    public static <R, F extends Reading<R>> RequirementTally run(
            Workers workers,
            Batch batch,
            long draws,
            Supplier<BlockSource> sources,
            Forms<F> forms,
            BatchRun.ChunkSink<R> sink) {
        return run(
                workers,
                batch.requirements(),
                draws,
                reading -> {
                    ChunkEvaluator outputs = batch.evaluator(sources.get());
                    return (firstDraw, count) -> {
                        RequirementTally counted = outputs.evaluate(firstDraw, count);
                        return new BatchRun.Finished<>(reading.read(firstDraw, count, outputs.columns()), counted);
                    };
                },
                forms,
                sink);
    }

    /** Runs work of another kind in the same way. */
    static <R, F extends Form<R>> RequirementTally run(
            Workers workers,
            List<Requirement> requirements,
            long draws,
            Function<F, BatchRun.ChunkWork<R>> evaluator,
            Forms<F> forms,
            BatchRun.ChunkSink<R> sink) {
        RemoteRun<R, F> run = new RemoteRun<>(requirements, draws, evaluator, forms, sink);
        workers.run(run, (draws + BatchRun.CHUNK - 1) / BatchRun.CHUNK);
        return run.tally;
    }

    @Override
    public State state() {
        return new Given<>(forms.now());
    }

    @Override
    public byte[][] stretch(byte[] state, Stretch stretch) {
        try (F form = forms.of(new PackedReader(state), stretch.number())) {
            BatchRun.ChunkWork<R> work = evaluator.apply(form);
            byte[][] results = stretch.each(chunk -> {
                long firstDraw = chunk * BatchRun.CHUNK;
                BatchRun.Finished<R> finished =
                        work.chunk(firstDraw, (int) Math.min(BatchRun.CHUNK, draws - firstDraw));
                PackedWriter out = new PackedWriter();
                finished.tally().write(out);
                form.write(finished.read(), out);
                return out.bytes();
            });
            form.complete();
            return results;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a state of this run
    public boolean take(State state, byte[] result) {
        PackedReader in = new PackedReader(result);
        tally.add(RequirementTally.read(requirements, in));
        return sink.take(((Given<F>) state).form().read(in), tally);
    }
}
