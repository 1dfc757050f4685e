package org.advalorem.calculation;

import java.util.Arrays;
import java.util.List;

/**
 * The transactions behind sums over records, each compared with the benchmark of its group; read from the data on
 * demand.
 *
 * @param title their heading: {@code Purchases}
 * @param about the address of the use to which they belong
 * @param records the address of the data: a transaction is {@code <records>.<row from 1>}
 * @param groups the records that were summed together
 * @param words the description of each transaction in words
 */
public record Transactions(String title, String about, String records, List<Group> groups, Words words)
        implements Outline.Item {
    /** Copies the list. */
    public Transactions {
        groups = List.copyOf(groups);
    }

    /** The description in words of a row of the data, counted from 0. */
    public interface Words {
        /** The day or month of the transaction. */
        String date(int row);

        /** The seller; the empty string if not stated. */
        String supplier(int row);

        /** The goods and what was found: grade, category, a finding on the supplier. */
        String description(int row);

        /** The file and line where the transaction is recorded. */
        String origin(int row);
    }

    /** A group of records that were summed together. */
    public static final class Group {
        private final String name;
        private final Term sum;
        private final Term total;
        private final int[] rows;
        private final boolean reversed;

        /**
         * Creates a group of records that were summed together.
         *
         * @param name in words: {@code January 2016, PVC}
         * @param sum a sum over records of what lies below the benchmark
         * @param total what the records add up to: that sum or, where prices above the benchmark count, a term made from
         *     it
         * @param rows the row of each record in the data, from 0, in the order in which the table was made
         * @param reversed whether they are credit notes, whose sum is subtracted
         * @throws IllegalArgumentException unless the sum is over as many records as there are rows
         */
        public Group(String name, Term sum, Term total, int[] rows, boolean reversed) {
            if (!sum.operation().isOverRecords() || sum.table().rows() != rows.length) {
                throw new IllegalArgumentException("(" + sum + ") is not a sum over the " + rows.length + " records.");
            }
            this.name = name;
            this.sum = sum;
            this.total = total;
            this.rows = rows.clone();
            this.reversed = reversed;
        }

        /** The name of the group in words. */
        public String name() {
            return name;
        }

        /** The sum over the records: its operands are benchmark, price scale, price shift and quantity scale. */
        public Term sum() {
            return sum;
        }

        /** What the records add up to. */
        public Term total() {
            return total;
        }

        /** Whether prices above the benchmark count, not those below it. */
        public boolean countsAbove() {
            return !total.equals(sum);
        }

        /** The row in the data, from 0, of the i-th record in the order of its table. */
        public int row(int i) {
            return rows[sum.table().sourceRow(i)];
        }

        /** Whether a row of the data, from 0, is among the records. */
        public boolean has(int row) {
            return Arrays.stream(rows).anyMatch(known -> known == row);
        }

        /** Whether the records are credit notes. */
        public boolean reversed() {
            return reversed;
        }
    }
}
