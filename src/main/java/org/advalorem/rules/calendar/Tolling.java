package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;

/**
 * Days by which an agency moved its deadlines, as after a closure of the government.
 *
 * @param from the first date that it covers
 * @param to the last; none if it is open
 * @param except what it does not cover
 */
public record Tolling(Agency agency, int days, LocalDate from, Optional<LocalDate> to, List<Milestone> except) {
    static final Field<Agency> AGENCY = Field.required(
                    "agency",
                    FieldType.choice(Agency.class),
                    "The agency whose deadlines moved, those of filings included.")
            .describing();
    static final Field<Integer> DAYS =
            Field.required("days", FieldType.days(), "The days added.").describing();
    static final Field<LocalDate> FROM = Field.required(
                    "from", FieldType.date(), "The first date covered: deadlines due from this day, before they roll.")
            .describing();
    static final Field<LocalDate> TO = Field.optional(
                    "to", FieldType.date(), "The last date covered; without end when left out.")
            .describing();
    static final Field<List<Milestone>> EXCEPT = Field.optional(
                    "except",
                    FieldType.oneOrMore(FieldType.choice(Milestone.class)),
                    "The dates that it does not move, by the name they have in the calendar.")
            .describing();
    public static final FieldSet FIELDS = FieldSet.of("a tolling of deadlines", AGENCY, DAYS, FROM, TO, EXCEPT);

    /** Copies the list. */
    public Tolling {
        except = List.copyOf(except);
    }

    /**
     * The tolling stated.
     *
     * @throws org.advalorem.facts.UnusableFactsException if it ends before it begins; the problem has been noted
     */
    static Tolling of(Facts facts) {
        LocalDate from = facts.get(FROM);
        Optional<LocalDate> to = facts.optional(TO);
        if (to.isPresent() && to.get().isBefore(from)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    TO,
                    "(to) is " + to.get() + ", before (from), " + from + ".",
                    "Exchange the two, or leave to: out.");
        }
        return new Tolling(
                facts.get(AGENCY),
                facts.get(DAYS),
                from,
                to,
                facts.optional(EXCEPT).orElse(List.of()));
    }

    /** Whether a day is among those covered. */
    boolean spans(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether it moves that milestone if it is due on that day. */
    boolean covers(Milestone milestone, LocalDate due) {
        return agency == milestone.agency() && spans(due) && !except.contains(milestone);
    }

    /** {@code 47 days of Commerce}. */
    public String words() {
        return days + " days of " + agency;
    }
}
