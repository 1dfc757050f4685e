package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Rows of records brought together, each group's in the order of the rows, without an object for a row. */
public final class RowGroups {
    private RowGroups() {}

    /**
     * The rows of each group.
     *
     * @param group the group of each row, from 0; below zero for a row in none
     * @param count the number of groups
     */
    public static int[][] of(int[] group, int count) {
        int[] sizes = new int[count];
        for (int of : group) {
            if (of >= 0) {
                sizes[of]++;
            }
        }
        int[][] rows = new int[count][];
        Arrays.setAll(rows, of -> new int[sizes[of]]);
        for (int row = group.length - 1; row >= 0; row--) {
            int of = group[row];
            if (of >= 0) {
                rows[of][--sizes[of]] = row;
            }
        }
        return rows;
    }

    /**
     * The rows that share a hash with another, by hash: those among which equal ones are.
     *
     * @param count the number of rows
     * @param hash the hash of a row
     */
    public static List<int[]> ofEqualHash(int count, IntUnaryOperator hash) {
        // the hash above the row: sorted, rows of one hash stand together, the earliest first
        long[] order = new long[count];
        for (int row = 0; row < count; row++) {
            order[row] = ((long) hash.applyAsInt(row) << Integer.SIZE) | row;
        }
        Arrays.sort(order);
        List<int[]> groups = new ArrayList<>();
        for (int start = 0, end; start < count; start = end) {
            end = start + 1;
            while (end < count && order[end] >> Integer.SIZE == order[start] >> Integer.SIZE) {
                end++;
            }
            if (end - start > 1) {
                groups.add(Arrays.stream(order, start, end)
                        .mapToInt(one -> (int) one)
                        .toArray());
            }
        }
        return groups;
    }
}
