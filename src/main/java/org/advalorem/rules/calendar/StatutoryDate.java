package org.advalorem.rules.calendar;

import java.util.List;
import org.advalorem.calculation.Authority;

/**
 * The rule for a date: the later of several counts of days.
 *
 * @param counts the first is needed; the others only where their days are known
 * @param authority where the rule is found
 * @param kind what the rule fixes
 */
public record StatutoryDate(Milestone milestone, List<Count> counts, Authority authority, Kind kind) {
    /** Copies the list. */
    public StatutoryDate {
        counts = List.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("(" + milestone + ") is counted from nothing.");
        }
    }

    /** What a rule fixes. */
    public enum Kind {
        /** A day on which someone acts at the latest: it is tolled, and rolls to a business day. */
        DEADLINE,
        /** A deadline in whose place another has come. */
        SUPERSEDED,
        /** A limit between entries, which falls on any day. */
        ENTRIES
    }

    /** The day of another milestone from which a date is counted. */
    public enum Counted {
        /** The day on which it happened, or to which it has rolled. */
        ACTUAL("actual day"),
        /** The day on which it is due by statute, tolled but not rolled. */
        STATUTORY("statutory day");

        private final String words;

        Counted(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A count of days.
     *
     * @param days negative for days before it
     */
    public record Count(Milestone from, int days, Counted counted) {
        static Count after(int days, Milestone from) {
            return new Count(from, days, Counted.ACTUAL);
        }

        static Count before(int days, Milestone from) {
            return new Count(from, -days, Counted.STATUTORY);
        }

        /** {@code 75 days after preliminary}. */
        public String words() {
            return days == 0
                    ? "the day of " + from
                    : Math.abs(days) + " days " + (days < 0 ? "before " : "after ") + from;
        }
    }

    static StatutoryDate deadline(Milestone milestone, Authority authority, Count... counts) {
        return new StatutoryDate(milestone, List.of(counts), authority, Kind.DEADLINE);
    }

    static StatutoryDate limit(Milestone milestone, Authority authority, Count... counts) {
        return new StatutoryDate(milestone, List.of(counts), authority, Kind.ENTRIES);
    }

    StatutoryDate superseded() {
        return new StatutoryDate(milestone, counts, authority, Kind.SUPERSEDED);
    }
}
