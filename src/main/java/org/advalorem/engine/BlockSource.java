package org.advalorem.engine;

/**
 * Where a worker takes the numbers of the varied columns from: a generator of random numbers, a grid, a stored table.
 *
 * <p>A source is used by one thread at a time. For every block it is asked at most once for each column, in an order that
 * the plan fixes and that is the same for all blocks; a column that nothing wanted depends on is never asked for. What it
 * gives may depend on the column and the numbers of the draws only, not on how draws are cut into blocks.
 */
@FunctionalInterface
public interface BlockSource {
    /**
     * Writes the numbers of one column for the draws {@code firstDraw} to {@code firstDraw + count - 1}.
     *
     * @param column the place of the column in {@link BatchPlan#varied()}
     * @param count the number of draws, at least one
     * @param out to be filled from 0 to {@code count - 1}; longer than that, and not to be kept
     */
    void fill(int column, long firstDraw, int count, double[] out);

    /**
     * The numbers of one column for those draws, from place 0 of an array: {@code out} after it was filled, or an array that
     * the source has anyway, which saves the copy. It is only read, and only until the next block.
     *
     * @param out may be filled, as in {@link #fill}
     */
    default double[] column(int column, long firstDraw, int count, double[] out) {
        fill(column, firstDraw, count, out);
        return out;
    }
}
