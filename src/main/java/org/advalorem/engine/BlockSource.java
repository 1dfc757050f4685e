package org.advalorem.engine;

/**
 * The source from which a worker takes the varied columns: a random number generator, a grid, a stored table.
 *
 * <p>A source is used by one thread at a time. For each block it is asked at most once for each column, in an order
 * that the plan fixes and that is the same for all blocks; a column on which no requested output depends is never asked
 * for. The numbers may depend only on the column and the numbers of the draws, not on how draws are divided into
 * blocks.
 */
@FunctionalInterface
public interface BlockSource {
    /**
     * Writes the numbers of one column for draws {@code firstDraw} to {@code firstDraw + count - 1}.
     *
     * @param column the index of the column in {@link BatchPlan#varied()}
     * @param firstDraw the number of the first draw
     * @param count the number of draws, at least one
     * @param out the array to fill from 0 to {@code count - 1}; it may be longer, and must not be retained
     */
    void fill(int column, long firstDraw, int count, double[] out);

    /**
     * The numbers of one column for the given draws, starting at index 0 of an array: either {@code out} once filled,
     * or an array that the source already has, which saves the copy. The array is only read, and only until the next
     * block.
     *
     * @param column the index of the column in {@link BatchPlan#varied()}
     * @param firstDraw the number of the first draw
     * @param count the number of draws, at least one
     * @param out an array that may be filled, as in {@link #fill}
     */
    default double[] column(int column, long firstDraw, int count, double[] out) {
        fill(column, firstDraw, count, out);
        return out;
    }
}
