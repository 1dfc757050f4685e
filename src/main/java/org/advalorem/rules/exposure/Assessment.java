package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;

/**
 * What was deposited on the entries of an importer, and what is billed, refunded and owed in the end.
 *
 * <p>For entries of value V in USD that are alike, with the deposit rate d and the assessment rate f: deposit {@code V d};
 * bill {@code V max(0, f - d)} unless the deposit is the most owed; refund {@code V max(0, d - f)}; where they fall under
 * the order, interest on either from the day of entry to that of liquidation. 19 U.S.C. 1671f, 1677g; 19 CFR 351.212.
 *
 * @param lines entries that are alike
 * @param deposited what was deposited
 * @param billed what is billed beyond the deposits
 * @param refunded what is refunded of them
 * @param interestBilled interest on bills
 * @param interestRefunded interest on refunds
 * @param owed what the entries cost in the end: deposits and bills less refunds, with interest
 * @param entriesBilled the number of entries that are billed
 * @param entriesRefunded the number of entries on which something is refunded
 * @param asOf the day up to which interest of open entries is counted
 */
public record Assessment(
        Entries entries,
        List<Line> lines,
        Term deposited,
        Term billed,
        Term refunded,
        Term interestBilled,
        Term interestRefunded,
        Term owed,
        Term entriesBilled,
        Term entriesRefunded,
        Optional<LocalDate> asOf) {
    /** Copies the list. */
    public Assessment {
        lines = List.copyOf(lines);
    }

    /**
     * Entries that are alike.
     *
     * @param month the month of entry, as {@code 2018-04}
     * @param exporter the exporter
     * @param firm the line of the rates that serves them
     * @param phase where they fall
     * @param review the review that covers them, or that none does
     * @param settled the month of liquidation, or that up to which interest of open entries is counted; empty if neither
     *     is known
     * @param open whether they are not liquidated yet
     * @param rows their rows
     * @param interestBilled interest on the bill
     * @param interestRefunded interest on the refund
     * @param owed what they cost in the end
     */
    public record Line(
            String month,
            String exporter,
            String firm,
            Timeline.Phase phase,
            String review,
            Optional<String> settled,
            boolean open,
            Rows rows,
            Term value,
            Term rate,
            Term finalRate,
            Term deposit,
            Term bill,
            Term refund,
            Term interestBilled,
            Term interestRefunded,
            Term owed) {
        /** The number of entries. */
        public int entries() {
            return rows.count();
        }
    }

    /** The rows of entries that are alike, with the interest that each would bear on one unit of money. */
    public static final class Rows {
        private final int[] rows;
        private final double[] onBill;
        private final double[] onRefund;

        /** Takes over the arrays; those of interest are empty where there is none. */
        Rows(int[] rows, double[] onBill, double[] onRefund) {
            this.rows = rows;
            this.onBill = onBill;
            this.onRefund = onRefund;
        }

        int count() {
            return rows.length;
        }

        /** The rows, in the order of the records. */
        public IntStream stream() {
            return Arrays.stream(rows);
        }

        /** The row at a place, from 0. */
        public int row(int place) {
            return rows[place];
        }

        /** The interest to liquidation on one unit of money billed for the row at a place, from 0. */
        public double onBill(int place) {
            return onBill.length == 0 ? 0 : onBill[place];
        }

        /** The interest to liquidation on one unit of money refunded for the row at a place, from 0. */
        public double onRefund(int place) {
            return onRefund.length == 0 ? 0 : onRefund[place];
        }
    }
}
