package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.Work;
import org.advalorem.engine.Workers;

/**
 * Independent pieces of work done by {@link Workers}, with their results in order, as {@link InOrder} has them from threads.
 * A piece that fails there is done again here, where its message names the files as the user does.
 *
 * @param <T> the result of a piece
 */
final class RemotePieces<T> implements Work {
    private static final byte[] HERE = {};

    private final int pieces;
    private final byte[] known;
    private final Function<byte[], IntFunction<T>> work;
    private final Form<T> form;
    private final String what;
    private final Progress progress;
    private final List<T> results = new ArrayList<>();
    private final IntFunction<T> here;

    /** The bytes of results. */
    interface Form<T> {
        /** Writes a result; false if the piece is to be done again where the command was begun. */
        boolean write(T result, PackedWriter out);

        T read(int piece, PackedReader in);
    }

    private RemotePieces(
            int pieces,
            byte[] known,
            Function<byte[], IntFunction<T>> work,
            Form<T> form,
            String what,
            Progress progress) {
        this.pieces = pieces;
        this.known = known;
        this.work = work;
        this.form = form;
        this.what = what;
        this.progress = progress;
        this.here = work.apply(known);
    }

    /**
     * The results of all pieces.
     *
     * @throws CancellationException if the listener stops the work
     */
    static <T> List<T> of(
            Workers workers,
            int pieces,
            byte[] known,
            Function<byte[], IntFunction<T>> work,
            Form<T> form,
            String what,
            Progress progress) {
        List<T> results = untilStopped(workers, pieces, known, work, form, what, progress);
        if (results.size() < pieces) {
            throw new CancellationException("The work was stopped.");
        }
        return results;
    }

    /**
     * The results of the first pieces: all of them, unless the listener stops the work.
     *
     * @param known what the process that begins the command tells the others
     * @param work does pieces, given what is known
     * @param what the name of the pieces, for the listener
     */
    static <T> List<T> untilStopped(
            Workers workers,
            int pieces,
            byte[] known,
            Function<byte[], IntFunction<T>> work,
            Form<T> form,
            String what,
            Progress progress) {
        RemotePieces<T> remote = new RemotePieces<>(pieces, known, work, form, what, progress);
        workers.run(remote, pieces);
        return remote.results;
    }

    @Override
    public State state() {
        return () -> known;
    }

    @Override
    public byte[][] stretch(byte[] state, Stretch stretch) {
        IntFunction<T> there = work.apply(state);
        return stretch.each(piece -> {
            PackedWriter out = new PackedWriter();
            return result(there, (int) piece)
                            .filter(result -> form.write(result, out))
                            .isPresent()
                    ? out.bytes()
                    : HERE;
        });
    }

    private Optional<T> result(IntFunction<T> there, int piece) {
        try {
            return Optional.of(there.apply(piece));
        } catch (RuntimeException e) {
            // thrown once more where the command was begun
            return Optional.empty();
        }
    }

    @Override
    public boolean take(State state, byte[] result) {
        int piece = results.size();
        results.add(result.length == 0 ? here.apply(piece) : form.read(piece, new PackedReader(result)));
        return progress.reached(what, results.size(), pieces);
    }
}
