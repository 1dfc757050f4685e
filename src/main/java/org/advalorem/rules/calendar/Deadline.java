package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day that follows from others by a rule.
 *
 * @param governing the count that decides, the latest of the rule's
 * @param from the day from which it counts
 * @param earlier the other counts of the rule, with their days
 * @param unrolled the day before tolling and roll
 * @param tolling what is added to it
 * @param tolled the day with tolling
 * @param rolled the business day
 * @param causes why it rolled: the name of each day that is no business day
 * @param untolled the first day of a closure whose tolling is not stated
 */
public record Deadline(
        StatutoryDate rule,
        StatutoryDate.Count governing,
        LocalDate from,
        List<Other> earlier,
        LocalDate unrolled,
        List<Tolling> tolling,
        LocalDate tolled,
        LocalDate rolled,
        List<String> causes,
        Optional<LocalDate> untolled) {
    /** Copies the lists. */
    public Deadline {
        earlier = List.copyOf(earlier);
        tolling = List.copyOf(tolling);
        causes = List.copyOf(causes);
    }

    /** A count that does not decide. */
    public record Other(StatutoryDate.Count count, LocalDate day) {}
}
