package org.advalorem.engine;

import java.io.Serializable;
import java.util.function.LongFunction;

/** Work in pieces, none of which needs another, that {@link Workers} can do. */
public interface Work {
    /** What workers need to know besides the work itself. */
    interface State {
        byte[] bytes();
    }

    /** What workers that start a piece now need to know. An earlier state gives results that are merged to the same. */
    State state();

    /**
     * Consecutive pieces that are done together.
     *
     * @param number how many stretches come before, in the order of the pieces
     * @param first the first piece
     * @param end the piece after the last
     */
    record Stretch(int number, long first, long end) implements Serializable {
        private static final long serialVersionUID = 1;

        /** The results of all pieces, in order. */
        public byte[][] each(LongFunction<byte[]> piece) {
            byte[][] results = new byte[Math.toIntExact(end - first)][];
            for (int i = 0; i < results.length; i++) {
                results[i] = piece.apply(first + i);
            }
            return results;
        }
    }

    /**
     * Does pieces on one thread, in order. Whatever else that leaves behind, such as a file of its own, is whole once this
     * returns, and the same if the stretch is done again.
     *
     * @param state the bytes of a {@link #state} of this work in another process
     * @return the result of each piece
     */
    byte[][] stretch(byte[] state, Stretch stretch);

    /**
     * Takes the result of the next piece.
     *
     * @param state the state that its worker was given
     * @return whether to go on
     */
    boolean take(State state, byte[] result);
}
