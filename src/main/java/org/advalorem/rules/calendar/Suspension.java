package org.advalorem.rules.calendar;

import java.time.LocalDate;

/** The days that bound suspension of liquidation before an order: 19 U.S.C. 1671b(d), (e) and 1671d(c)(4). */
public final class Suspension {
    /** It begins on this day after publication of the initiation, or with the preliminary determination if that is later. */
    static final int AFTER_INITIATION = 60;

    /** Provisional measures last so many days. */
    static final int PROVISIONAL_MEASURES = 120;

    /** Critical circumstances reach back by so many days. */
    static final int CRITICAL_CIRCUMSTANCES = 90;

    private Suspension() {}

    /**
     * The day on which it begins.
     *
     * @param preliminary the publication of the preliminary determination
     * @param initiation the publication of the notice of initiation
     */
    public static LocalDate begins(LocalDate preliminary, LocalDate initiation) {
        LocalDate earliest = initiation.plusDays(AFTER_INITIATION);
        return preliminary.isAfter(earliest) ? preliminary : earliest;
    }

    /**
     * The last day of provisional measures, counted in days as Commerce counts them: 83 FR 17362.
     *
     * @param preliminary the publication of the preliminary determination
     */
    public static LocalDate lastDay(LocalDate preliminary) {
        return preliminary.plusDays(PROVISIONAL_MEASURES - 1L);
    }

    /** The first day that critical circumstances reach where suspension first begins on a day. */
    public static LocalDate criticalFrom(LocalDate begins) {
        return begins.minusDays(CRITICAL_CIRCUMSTANCES);
    }
}
