package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.rules.calendar.StatutoryDate.Count;
import org.advalorem.rules.calendar.StatutoryDate.Counted;
import org.advalorem.rules.calendar.StatutoryDate.Kind;

/** The derivation of dates from those published, each from the days that its rule counts from. */
final class Derivation {
    private final Map<Milestone, LocalDate> published;
    private final List<StatutoryDate> rules;
    private final List<Tolling> tollings;
    private final BusinessDays business;
    private final List<Closure> closures = Closure.shipped();
    private final Map<Milestone, Known> known = new EnumMap<>(Milestone.class);
    private final Map<Milestone, Milestone> missing = new EnumMap<>(Milestone.class);
    private boolean uncovered;

    /**
     * A day found.
     *
     * @param statutory the day before the roll
     * @param root the published day from which it descends
     * @param moved the tolling that is in it
     */
    private record Known(CalendarDate date, LocalDate statutory, LocalDate root, Set<Tolling> moved) {
        LocalDate day(Counted counted) {
            return counted == Counted.ACTUAL ? date.date() : statutory;
        }

        boolean isPublished() {
            return date.status() == CalendarDate.Status.PUBLISHED;
        }
    }

    /** A count with the day that it gives. */
    private record Given(Count count, Known base, LocalDate day) {}

    Derivation(
            Map<Milestone, LocalDate> published,
            List<StatutoryDate> rules,
            List<Tolling> tollings,
            BusinessDays business) {
        this.published = published;
        this.rules = rules;
        this.tollings = tollings;
        this.business = business;
    }

    CalendarDates dates() {
        published.forEach((milestone, day) -> known.put(
                milestone,
                new Known(
                        new CalendarDate(milestone, day, CalendarDate.Status.PUBLISHED, Optional.empty()),
                        day,
                        day,
                        Set.of())));
        rules.forEach(this::derive);
        return new CalendarDates(known.values().stream().map(Known::date).toList(), missing(), uncovered);
    }

    /** What follows from a day that is not known yet; not what comes before everything known. */
    private List<CalendarDates.Missing> missing() {
        return missing.entrySet().stream()
                .filter(entry -> entry.getValue().earlier().stream().anyMatch(known::containsKey))
                .map(entry -> new CalendarDates.Missing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void derive(StatutoryDate rule) {
        List<Given> given = new ArrayList<>();
        for (Count count : rule.counts()) {
            Known base = known.get(count.from());
            if (base != null) {
                given.add(new Given(count, base, base.day(count.counted()).plusDays(count.days())));
            }
        }
        Count first = rule.counts().get(0);
        Known stated = known.get(rule.milestone());
        if (given.isEmpty() || !given.get(0).count().equals(first)) {
            if (stated == null) {
                missing.put(rule.milestone(), missing.getOrDefault(first.from(), first.from()));
            }
            return;
        }
        Given governing = given.get(0);
        for (Given other : given) {
            governing = other.day().isAfter(governing.day()) ? other : governing;
        }
        Known derived = derived(rule, governing, given);
        known.put(
                rule.milestone(),
                stated == null
                        ? derived
                        : new Known(
                                new CalendarDate(
                                        rule.milestone(),
                                        stated.date().date(),
                                        CalendarDate.Status.PUBLISHED,
                                        derived.date().deadline()),
                                stated.statutory(),
                                stated.root(),
                                Set.of()));
    }

    private Known derived(StatutoryDate rule, Given governing, List<Given> given) {
        LocalDate unrolled = governing.day();
        boolean moves = rule.kind() != Kind.ENTRIES;
        List<Tolling> added = moves ? tolling(rule.milestone(), unrolled, governing.base()) : List.of();
        LocalDate tolled =
                unrolled.plusDays(added.stream().mapToInt(Tolling::days).sum());
        BusinessDays.Rolled rolled = moves ? business.roll(tolled) : new BusinessDays.Rolled(tolled, List.of());
        uncovered |= moves && !business.covers(rolled.day());
        Set<Tolling> moved = new HashSet<>(governing.base().moved());
        moved.addAll(added);
        Deadline deadline = new Deadline(
                rule,
                governing.count(),
                governing.base().day(governing.count().counted()),
                given.stream()
                        .filter(other -> !other.count().equals(governing.count()))
                        .map(other -> new Deadline.Other(other.count(), other.day()))
                        .toList(),
                unrolled,
                added,
                tolled,
                rolled.day(),
                rolled.causes(),
                moves && moved.isEmpty()
                        ? untolled(rule.milestone(), unrolled, governing.base().root())
                        : Optional.empty());
        return new Known(
                new CalendarDate(
                        rule.milestone(),
                        rolled.day(),
                        rule.kind() == Kind.SUPERSEDED ? CalendarDate.Status.SUPERSEDED : CalendarDate.Status.DERIVED,
                        Optional.of(deadline)),
                tolled,
                governing.base().root(),
                Set.copyOf(moved));
    }

    /**
     * What moves a deadline: tolling that covers it, unless the day from which it counts has been moved by it, or was
     * published when it already ran.
     */
    private List<Tolling> tolling(Milestone milestone, LocalDate due, Known base) {
        return tollings.stream()
                .filter(tolling -> tolling.covers(milestone, due)
                        && !base.moved().contains(tolling)
                        && !(base.isPublished() && tolling.spans(base.date().date())))
                .toList();
    }

    /** The first day of a closure that the time up to a deadline runs into, where no tolling of it is stated; not at customs. */
    private Optional<LocalDate> untolled(Milestone milestone, LocalDate due, LocalDate root) {
        if (milestone.agency() == Agency.CBP) {
            return Optional.empty();
        }
        return closures.stream()
                .map(Closure::from)
                .filter(from -> root.isBefore(from) && !due.isBefore(from))
                .filter(from -> tollings.stream()
                        .noneMatch(tolling -> tolling.agency() == milestone.agency() && tolling.spans(due)))
                .findFirst();
    }
}
