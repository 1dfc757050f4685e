package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date of the investigation.
 *
 * @param date the day published, or the one derived
 * @param deadline how it was derived; of a published day, what the rule gives where the days that it needs are known
 */
public record CalendarDate(Milestone milestone, LocalDate date, Status status, Optional<Deadline> deadline) {
    /** Where a date comes from. */
    public enum Status {
        /** Stated in the scenario. */
        PUBLISHED("published"),
        /** Follows from others. */
        DERIVED("derived"),
        /** Follows from others, but another has come in its place. */
        SUPERSEDED("superseded");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
