package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The time to protest a liquidation: within 180 days of it, 19 U.S.C. 1514(c)(3). */
public final class Protest {
    static final int DAYS = 180;

    private Protest() {}

    /** The last day, which moves to the next business day. */
    public static LocalDate lastDay(LocalDate liquidated) {
        return BusinessDays.of(Optional.empty(), List.of())
                .roll(liquidated.plusDays(DAYS))
                .day();
    }
}
