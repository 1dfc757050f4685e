package org.advalorem.engine;

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
     * What does pieces on one thread: from the number of a piece to its result.
     *
     * @param state the bytes of a {@link #state} of this work in another process
     */
    LongFunction<byte[]> worker(byte[] state);

    /**
     * Takes the result of the next piece.
     *
     * @param state the state that its worker was given
     * @return whether to go on
     */
    boolean take(State state, byte[] result);
}
