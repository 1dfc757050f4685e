package org.advalorem.engine;

/** A receiver of the outputs of a block of draws. */
@FunctionalInterface
public interface BlockSink {
    /**
     * Receives the outputs of draws {@code firstDraw} to {@code firstDraw + count - 1}.
     *
     * @param firstDraw the number of the first draw
     * @param count the number of draws
     * @param outputs one column per output, in the order of {@link BatchPlan#outputs()}, each filled from 0 to {@code
     *     count - 1} and possibly longer; valid during the call only, and not to be written to
     */
    void take(long firstDraw, int count, double[][] outputs);
}
