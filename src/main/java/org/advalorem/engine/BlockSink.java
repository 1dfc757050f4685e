package org.advalorem.engine;

/** What takes the outputs of a block of draws. */
@FunctionalInterface
public interface BlockSink {
    /**
     * Takes the outputs of the draws {@code firstDraw} to {@code firstDraw + count - 1}.
     *
     * @param outputs a column per output in the order of {@link BatchPlan#outputs()}, each filled from 0 to {@code count -
     *     1} and longer than that; valid during the call only, and not to be written to
     */
    void take(long firstDraw, int count, double[][] outputs);
}
