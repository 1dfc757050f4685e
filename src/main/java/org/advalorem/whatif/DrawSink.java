package org.advalorem.whatif;

/**
 * A receiver of the draws of a simulation, in order. Called by one thread at a time, though not always the same one.
 */
@FunctionalInterface
public interface DrawSink {
    /**
     * Takes the draws {@code firstDraw} to {@code firstDraw + count - 1}, counted from 0.
     *
     * @param inputs a column for each of {@link UncertainModel#inputs()}, in that order: the quantity as drawn, or the
     *     index of the position chosen
     * @param results a column for each requested result, in that order; NaN where the draw has none
     *     <p>Columns are filled from 0 to {@code count - 1}, are valid only during the call, and must not be modified.
     */
    void take(long firstDraw, int count, double[][] inputs, double[][] results);
}
