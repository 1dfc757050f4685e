package org.advalorem.whatif;

/** Takes the draws of a simulation, in their order. Called by one thread at a time, not always the same. */
@FunctionalInterface
public interface DrawSink {
    /**
     * Takes the draws {@code firstDraw} to {@code firstDraw + count - 1}, counted from 0.
     *
     * @param inputs a column for each of {@link UncertainModel#inputs()}, in that order: the quantity as drawn, or the place of
     *     the position chosen
     * @param results a column for each result asked for, in that order; not a number where the draw has none
     *     <p>Columns are filled from 0 to {@code count - 1}, are valid during the call only, and are not to be written to.
     */
    void take(long firstDraw, int count, double[][] inputs, double[][] results);
}
