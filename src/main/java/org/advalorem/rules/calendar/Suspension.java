package org.advalorem.rules.calendar;

/** The days that bound suspension of liquidation before an order: 19 U.S.C. 1671b(d), (e) and 1671d(c)(4). */
public final class Suspension {
    /** It begins on this day after publication of the initiation, or with the preliminary determination if that is later. */
    public static final int AFTER_INITIATION = 60;

    /** Provisional measures last so many days. */
    public static final int PROVISIONAL_MEASURES = 120;

    /** Critical circumstances reach back by so many days. */
    public static final int CRITICAL_CIRCUMSTANCES = 90;

    private Suspension() {}
}
