package org.advalorem.whatif;

import java.util.Optional;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/** Draws that the processes that evaluate them also write, in a part for each stretch of chunks. */
public interface DrawParts {
    /** One part: a receiver of the draws of a stretch, in order. */
    interface Part extends DrawSink, AutoCloseable {
        /** Puts the whole part in its place, or in that of one with the same draws. */
        void complete();

        /** Ends the part; one that is not complete leaves nothing. */
        @Override
        void close();
    }

    /**
     * Writes what other processes need to know to begin parts, or that no draws are wanted.
     *
     * @param draws the draws of all parts together
     */
    void write(long draws, PackedWriter out);

    /**
     * Begins a part.
     *
     * @param in what the process that began the simulation wrote
     * @param number how many parts come before, in the order of the draws
     * @return empty if no draws are wanted
     */
    Optional<Part> part(PackedReader in, int number);
}
