package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.advalorem.rules.base.Assumption;

/**
 * The dates of an investigation.
 *
 * @param all in order of their days
 * @param missing what cannot be derived
 * @param uncovered whether a date falls in a year of which the holidays are not known
 */
public record CalendarDates(List<CalendarDate> all, List<Missing> missing, boolean uncovered) {
    /** Copies the lists and sorts them. */
    public CalendarDates {
        all = all.stream()
                .sorted(Comparator.comparing(CalendarDate::date).thenComparing(CalendarDate::milestone))
                .toList();
        missing = List.copyOf(missing);
    }

    /**
     * A milestone without a day.
     *
     * @param needs what it is counted from, which is not known
     */
    public record Missing(Milestone milestone, Milestone needs) {}

    /** The date of a milestone, if it is published or can be derived. */
    public Optional<CalendarDate> find(Milestone milestone) {
        return all.stream().filter(date -> date.milestone() == milestone).findFirst();
    }

    /** Those published, in order. */
    public List<CalendarDate> published() {
        return all.stream()
                .filter(date -> date.status() == CalendarDate.Status.PUBLISHED)
                .toList();
    }

    /** Those derived that are later than a published date that follows them: their own day was earlier. */
    public List<CalendarDate> overtaken() {
        return all.stream()
                .filter(date -> date.status() == CalendarDate.Status.DERIVED)
                .filter(date -> published().stream()
                        .anyMatch(later -> later.milestone().earlier().contains(date.milestone())
                                && later.date().isBefore(date.date())))
                .toList();
    }

    /** The latest day published; there is one. */
    public LocalDate latestPublished() {
        List<CalendarDate> published = published();
        return published.get(published.size() - 1).date();
    }

    /** The assumptions on which the dates rest. */
    public Set<Assumption> assumptions() {
        Set<Assumption> used = new TreeSet<>();
        for (CalendarDate date : all) {
            if (date.status() != CalendarDate.Status.PUBLISHED) {
                date.deadline().ifPresent(deadline -> used.addAll(assumptions(deadline)));
            }
        }
        return used;
    }

    /** The assumptions on which one of them rests. */
    public static Set<Assumption> assumptions(Deadline deadline) {
        Set<Assumption> used = new TreeSet<>();
        for (Assumption assumption : Assumption.values()) {
            if (deadline.rule().authority().assumption().equals(Optional.of(assumption.number()))) {
                used.add(assumption);
            }
        }
        if (!deadline.causes().isEmpty() && deadline.rule().milestone() != Milestone.PROTEST) {
            used.add(Assumption.NEXT_BUSINESS_DAY);
        }
        if (!deadline.tolling().isEmpty()) {
            used.add(Assumption.TOLLING);
        }
        return used;
    }
}
