package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.calendar.Milestone;
import org.advalorem.rules.calendar.ProceedingCalendar;
import org.advalorem.rules.calendar.Suspension;

/**
 * The days of a proceeding that decide what an entry owes: suspension of liquidation, the gap after provisional measures,
 * and the order. 19 U.S.C. 1671b(d), (e), 1671d(c)(4), 1671e and 1671f.
 *
 * @param suspended the first day of suspension: the later of publication of the preliminary determination and the 60th day
 *     after publication of the notice of initiation
 * @param critical the first day reached back to by critical circumstances, if they were found
 * @param lastProvisional the last day of provisional measures
 * @param resumed the first day of deposits after them; empty while unknown
 * @param notice the publication of the final determination of the Commission, before which the deposit is the most owed
 * @param order the publication of the order, from which interest runs
 */
public record Timeline(
        LocalDate suspended,
        Optional<LocalDate> critical,
        LocalDate lastProvisional,
        Optional<LocalDate> resumed,
        Optional<LocalDate> notice,
        Optional<LocalDate> order) {
    static final Field<LocalDate> INITIATION = Field.optional(
                    "initiation",
                    FieldType.date(),
                    "The publication of the notice of initiation; that of the calendar when left out.")
            .under("19 U.S.C. 1671b(d)(2)");
    static final Field<LocalDate> PRELIMINARY = Field.optional(
                    "preliminary",
                    FieldType.date(),
                    "The publication of the preliminary determination; that of the calendar when left out.")
            .under("19 U.S.C. 1671b(d)");
    static final Field<LocalDate> NOTICE = Field.optional(
                    "commission-notice",
                    FieldType.date(),
                    "The publication of the final determination of the International Trade Commission.")
            .under("19 U.S.C. 1671f");
    static final Field<LocalDate> ORDER = Field.optional(
                    "order",
                    FieldType.date(),
                    "The publication of the countervailing-duty order; that of the calendar when left out.")
            .under("19 U.S.C. 1671e");
    static final Field<Provisional> PROVISIONAL = Field.optional(
                    "provisional-measures",
                    FieldType.choice(Provisional.class),
                    "How the four months of provisional measures are counted.")
            .orElse("120 days")
            .under("19 U.S.C. 1671b(d)(3)");
    static final Field<Resumption> RESUMPTION = Field.optional(
                    "deposits-resume",
                    FieldType.choice(Resumption.class),
                    "Whether deposits resume with the Commission's notice, as in practice, or with the order.")
            .orElse("with the notice")
            .under("19 CFR 351.210(h)");
    static final Field<Critical> CRITICAL = Field.optional(
                    "critical-circumstances",
                    FieldType.choice(Critical.class),
                    "Whether critical circumstances were found, and at which stage first.")
            .orElse("none")
            .under("19 U.S.C. 1671b(e)(2), 1671d(c)(4)");
    static final FieldSet FIELDS = FieldSet.of(
            "the days of a proceeding", INITIATION, PRELIMINARY, NOTICE, ORDER, PROVISIONAL, RESUMPTION, CRITICAL);

    private static final int PROVISIONAL_MONTHS = 4;

    /** How provisional measures are counted. */
    enum Provisional {
        DAYS("120 days"),
        MONTHS("four months");

        private final String label;

        Provisional(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** When deposits resume after the gap. */
    enum Resumption {
        NOTICE("with the notice"),
        ORDER("with the order");

        private final String label;

        Resumption(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** When critical circumstances were first found. */
    enum Critical {
        NONE,
        PRELIMINARY,
        FINAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where an entry falls. */
    public enum Phase {
        BEFORE("before suspension"),
        PROVISIONAL("provisional measures"),
        GAP("gap"),
        NOTICE("after the notice"),
        ORDER("under the order");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        /** Whether liquidation is suspended and a deposit made. */
        boolean isSuspended() {
            return this != BEFORE && this != GAP;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * The days stated, and those that follow from them.
     *
     * @throws org.advalorem.facts.UnusableFactsException if they are out of order; the problem has been noted
     */
    static Timeline of(Facts facts, ProceedingCalendar calendar) {
        LocalDate initiation = day(facts, INITIATION, calendar, Milestone.INITIATION_PUBLISHED);
        LocalDate preliminary = day(facts, PRELIMINARY, calendar, Milestone.PRELIMINARY_PUBLISHED);
        Optional<LocalDate> notice = facts.optional(NOTICE);
        Optional<LocalDate> order = facts.optional(ORDER).or(() -> calendar.published(Milestone.ORDER));
        inOrder(facts, PRELIMINARY, initiation, Optional.of(preliminary), INITIATION.name());
        inOrder(facts, NOTICE, preliminary, notice, PRELIMINARY.name());
        inOrder(
                facts,
                ORDER,
                notice.orElse(preliminary),
                order,
                notice.isPresent() ? NOTICE.name() : PRELIMINARY.name());
        LocalDate suspended = Suspension.begins(preliminary, initiation);
        LocalDate last = facts.get(PROVISIONAL) == Provisional.DAYS
                ? Suspension.lastDay(preliminary)
                : preliminary.plusMonths(PROVISIONAL_MONTHS).minusDays(1);
        return new Timeline(
                suspended,
                critical(facts.get(CRITICAL), suspended, initiation),
                last,
                facts.get(RESUMPTION) == Resumption.ORDER ? order : notice.or(() -> order),
                notice,
                order);
    }

    private static LocalDate day(
            Facts facts, Field<LocalDate> field, ProceedingCalendar calendar, Milestone milestone) {
        return facts.optional(field)
                .or(() -> calendar.published(milestone))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        field,
                        "The day (" + field.name() + ") is missing, and the calendar has no (" + milestone + ").",
                        "Write " + field.name() + ": 2017-08-14, or " + milestone + ": in the calendar."));
    }

    private static Optional<LocalDate> critical(Critical found, LocalDate suspended, LocalDate initiation) {
        LocalDate back = Suspension.criticalFrom(suspended);
        return switch (found) {
            case NONE -> Optional.empty();
            case PRELIMINARY -> Optional.of(latest(back, initiation));
            // the text of a finding first made at the final determination does not name the notice of initiation
            case FINAL -> Optional.of(back);
        };
    }

    private static void inOrder(
            Facts facts, Field<LocalDate> field, LocalDate before, Optional<LocalDate> day, String of) {
        if (day.filter(on -> on.isBefore(before)).isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    field,
                    "(" + field.name() + ") is " + day.get() + ", before (" + of + "), " + before + ".",
                    "Check the two dates.");
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first day of suspension, critical circumstances included. */
    LocalDate first() {
        return critical.orElse(suspended);
    }

    /** Where an entry of that day falls. */
    Phase phase(LocalDate day) {
        if (day.isBefore(first())) {
            return Phase.BEFORE;
        }
        if (order.filter(on -> !day.isBefore(on)).isPresent()
                && resumed.filter(on -> !day.isBefore(on)).isPresent()) {
            return Phase.ORDER;
        }
        if (resumed.filter(on -> !day.isBefore(on)).isPresent()) {
            return Phase.NOTICE;
        }
        return day.isAfter(lastProvisional) ? Phase.GAP : Phase.PROVISIONAL;
    }

    /** Whether the deposit is the most that an entry of that day can owe: 19 U.S.C. 1671f(a). */
    boolean isCapped(LocalDate day) {
        return notice.or(() -> order).map(day::isBefore).orElse(true);
    }

    /** Whether interest runs on an entry of that day: 19 U.S.C. 1677g(a), 19 CFR 351.212(e). */
    boolean bearsInterest(LocalDate day) {
        return order.filter(on -> !day.isBefore(on)).isPresent();
    }
}
