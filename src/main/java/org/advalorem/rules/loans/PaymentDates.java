package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The days on which payments fall under a loan contract: the due date, and every whole number of months before it, back
 * to the drawdown. Where the term is not a whole number of intervals, the first one is short.
 *
 * <p>Days are counted from the due date itself, so that a short month does not move those beyond it. A loan due on the
 * last day of a month pays on the last day of every month, unless it was drawn on a day that a short month lacks: from 30
 * December to 28 February it pays on 30 January.
 */
final class PaymentDates {
    private PaymentDates() {}

    /**
     * The days after the drawdown up to the due date, in order; the last is the due date.
     *
     * @param drawn the day of the drawdown, before the due date
     * @param months the interval
     */
    static List<LocalDate> of(LocalDate drawn, LocalDate due, int months) {
        boolean lastOfMonth = isLastOfMonth(due) && !isAnniversary(drawn, due);
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = due;
        for (int interval = 1; day.isAfter(drawn); interval++) {
            days.add(day);
            long back = (long) interval * months;
            day = lastOfMonth ? lastOfMonth(due.minusMonths(back)) : anniversary(drawn, due, back);
        }
        Collections.reverse(days);
        return days;
    }

    /** The day so many months before the due date, on the day of the month of the drawdown where that is meant. */
    private static LocalDate anniversary(LocalDate drawn, LocalDate due, long back) {
        return isAnniversary(drawn, due) ? drawn.plusMonths(monthsBetween(drawn, due) - back) : due.minusMonths(back);
    }

    /** Whether the due date is a whole number of months after a drawdown that was not on the last day of a month. */
    private static boolean isAnniversary(LocalDate drawn, LocalDate due) {
        return !isLastOfMonth(drawn)
                && drawn.plusMonths(monthsBetween(drawn, due)).equals(due);
    }

    private static long monthsBetween(LocalDate drawn, LocalDate due) {
        return ChronoUnit.MONTHS.between(drawn.withDayOfMonth(1), due.withDayOfMonth(1));
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    private static boolean isLastOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
