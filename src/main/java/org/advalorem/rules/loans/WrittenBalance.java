package org.advalorem.rules.loans;

import java.time.LocalDate;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Records;

/** The balance of a loan as its rows are written, for warnings: nothing is computed with it. */
final class WrittenBalance {
    private final String loan;
    private final LocalDate day;
    private double balance;
    private boolean drawnByEvents;
    private boolean repaidByEvents;
    private boolean repaidOnThatDay;

    private WrittenBalance(String loan, LocalDate day) {
        this.loan = loan;
        this.day = day;
    }

    /**
     * Whether a loan of the use is owed after the given day. It is not where something is repaid on that very day: that
     * is how debt forgiven is written off.
     */
    static boolean isOwedAfter(Facts use, String loan, LocalDate day) {
        WrittenBalance written = new WrittenBalance(loan, day);
        use.optional(Loan.EVENTS).ifPresent(written::events);
        use.optional(Loan.LOANS).ifPresent(written::list);
        return written.balance > 0 && !written.repaidOnThatDay;
    }

    private void events(Records rows) {
        for (int row = 0; row < rows.rows(); row++) {
            String event = rows.word(row, LoanEvents.EVENT);
            boolean drawn = event.equals("drawdown");
            boolean repaid = event.equals("repayment");
            if (rows.word(row, LoanTerms.LOAN).equals(loan) && (drawn || repaid)) {
                LocalDate on = rows.day(row, LoanEvents.DATE);
                drawnByEvents |= drawn;
                repaidByEvents |= repaid;
                repaidOnThatDay |= repaid && on.equals(day);
                if (!on.isAfter(day)) {
                    balance += (drawn ? 1 : -1) * rows.number(row, LoanEvents.AMOUNT);
                }
            }
        }
    }

    /** Adds a loan of the list, unless events draw it; without repayments among them, it is repaid when due. */
    private void list(Records rows) {
        for (int row = 0; row < rows.rows() && !drawnByEvents; row++) {
            if (rows.word(row, LoanTerms.LOAN).equals(loan)) {
                LocalDate drawn = rows.day(row, LoanList.DRAWN);
                boolean running = repaidByEvents
                        || new LoanTerms(rows, loan, row).due(drawn).isAfter(day);
                if (running && !drawn.isAfter(day)) {
                    balance += rows.number(row, LoanList.PRINCIPAL);
                }
            }
        }
    }
}
