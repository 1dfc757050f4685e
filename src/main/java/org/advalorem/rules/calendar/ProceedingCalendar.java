package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Proceeding;

/** What a scenario states about the dates of its investigation, checked; the dates themselves follow on request. */
public final class ProceedingCalendar {
    private static final Field<List<Facts>> TOLLING = Field.optional(
                    "tolling",
                    FieldType.list(Tolling.FIELDS, Tolling.AGENCY.name()),
                    "Days by which an agency moved its deadlines; each is added to the dates that it covers before they roll.")
            .describing();

    /** The fields of the section. */
    public static final FieldSet FIELDS = new FieldSet("the dates of the investigation", Milestone.fields())
            .and(Course.FIELDS)
            .and(FieldSet.of("what moves dates", TOLLING, BusinessDays.CLOSED_DAYS, BusinessDays.HOLIDAYS));

    private final Map<Milestone, LocalDate> published;
    private final Course course;
    private final List<Tolling> tollings;
    private final List<LocalDate> closedDays;
    private final Optional<Records> holidays;

    private ProceedingCalendar(
            Map<Milestone, LocalDate> published,
            Course course,
            List<Tolling> tollings,
            List<LocalDate> closedDays,
            Optional<Records> holidays) {
        this.published = Collections.unmodifiableMap(new EnumMap<>(published));
        this.course = course;
        this.tollings = List.copyOf(tollings);
        this.closedDays = List.copyOf(closedDays);
        this.holidays = holidays;
    }

    /**
     * The calendar stated. In an investigation, the days of petition and initiation are also taken from the proceeding.
     *
     * @param stated the section, where there is one
     * @param given the section of the proceeding
     * @param proceeding what was read from it
     * @throws UnusableFactsException if something in it cannot be used; the problems have been noted
     */
    public static ProceedingCalendar of(Optional<Facts> stated, Facts given, Proceeding proceeding) {
        Map<Milestone, Stated> known = new EnumMap<>(Milestone.class);
        if (proceeding.segment().isInvestigation() && proceeding.jurisdiction().isAmerican()) {
            take(Milestone.FILED, Proceeding.PETITION_FILED, given, known);
            take(Milestone.INITIATION, Proceeding.INITIATED, given, known);
        }
        if (stated.isEmpty()) {
            // the order of the days of the proceeding alone is no matter of rates
            return new ProceedingCalendar(days(known), Course.USUAL, List.of(), List.of(), Optional.empty());
        }
        Facts facts = stated.get();
        if (!LocalRule.CALENDAR.isIn(proceeding.jurisdiction())) {
            throw facts.problem(
                    Problem.Code.AV402,
                    "(" + facts.address() + ") asks for " + LocalRule.CALENDAR.words() + ", which the law of "
                            + proceeding.jurisdiction().inWords() + " does not have.",
                    LocalRule.CALENDAR.advice());
        }
        Every.check(
                Arrays.stream(Milestone.values())
                        .filter(milestone -> milestone.field().isPresent())
                        .toList(),
                milestone -> state(milestone, facts, known));
        Every.check(known.values(), of -> checkOrder(of, known.values(), facts));
        Course course = Course.of(facts);
        Map<Milestone, LocalDate> published = days(known);
        checkAlignment(facts, course, published);
        return new ProceedingCalendar(
                published,
                course,
                Every.of(facts.optional(TOLLING).orElse(List.of()), Tolling::of),
                facts.optional(BusinessDays.CLOSED_DAYS).orElse(List.of()),
                facts.optional(BusinessDays.HOLIDAYS));
    }

    /** A day as stated. */
    private record Stated(Milestone milestone, LocalDate day, Origin origin) {}

    private static Map<Milestone, LocalDate> days(Map<Milestone, Stated> known) {
        Map<Milestone, LocalDate> days = new EnumMap<>(Milestone.class);
        known.forEach((milestone, of) -> days.put(milestone, of.day()));
        return days;
    }

    private static void take(Milestone milestone, Field<LocalDate> field, Facts facts, Map<Milestone, Stated> known) {
        facts.optional(field).ifPresent(day -> known.put(milestone, new Stated(milestone, day, facts.origin(field))));
    }

    /** Takes a day from the section, and refuses one that the proceeding states differently. */
    private static void state(Milestone milestone, Facts facts, Map<Milestone, Stated> known) {
        Field<LocalDate> field = milestone.field().orElseThrow();
        Stated other = known.get(milestone);
        Optional<LocalDate> day = facts.optional(field);
        if (day.isPresent() && other != null && !day.get().equals(other.day())) {
            throw facts.problem(
                    Problem.Code.AV401,
                    field,
                    "(" + milestone + ") is " + day.get() + ", but the proceeding says " + other.day() + ", at "
                            + other.origin() + ".",
                    "State the day once.");
        }
        take(milestone, field, facts, known);
    }

    private static void checkOrder(Stated of, Collection<Stated> all, Facts facts) {
        Optional<Stated> earlier = all.stream()
                .filter(other -> of.milestone().earlier().contains(other.milestone())
                        && other.day().isAfter(of.day()))
                .reduce((first, second) -> second);
        if (earlier.isPresent()) {
            facts.context()
                    .problems()
                    .add(
                            Problem.Code.AV401,
                            of.origin(),
                            "(" + of.milestone() + ") is " + of.day() + ", before ("
                                    + earlier.get().milestone() + "), which it follows: "
                                    + earlier.get().day() + ", at "
                                    + earlier.get().origin() + ".",
                            "Check both days.");
            throw new UnusableFactsException();
        }
    }

    private static void checkAlignment(Facts facts, Course course, Map<Milestone, LocalDate> published) {
        LocalDate own = published.get(Milestone.FINAL);
        LocalDate other = published.get(Milestone.ANTIDUMPING_FINAL);
        if (course.aligned() && !course.finalUpstream() && own != null && other != null && !own.equals(other)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    Milestone.FINAL.field().orElseThrow(),
                    "(final) is " + own + " and (antidumping-final) " + other
                            + ", but an aligned final falls on the day of the antidumping final.",
                    "Write the same day for both, or final-aligned: no.");
        }
    }

    /** Whether no date is known from which others could follow. */
    public boolean isEmpty() {
        return published.isEmpty();
    }

    /** The day of a milestone as published, if the scenario states it. */
    public Optional<LocalDate> published(Milestone milestone) {
        return Optional.ofNullable(published.get(milestone));
    }

    /** The dates that are published, and those that follow from them. */
    public CalendarDates dates() {
        boolean antidumping = course.aligned()
                || course.antidumpingExtended()
                || course.finalPostponed()
                || published.containsKey(Milestone.ANTIDUMPING_PRELIMINARY)
                || published.containsKey(Milestone.ANTIDUMPING_PRELIMINARY_PUBLISHED)
                || published.containsKey(Milestone.ANTIDUMPING_FINAL);
        return new Derivation(
                        published,
                        Timetable.of(course, antidumping, antidumpingFinalFollows()),
                        tollings,
                        BusinessDays.of(holidays, closedDays))
                .dates();
    }

    /** Whether the day of the antidumping final, not stated itself, can be no other than that of the aligned final. */
    private boolean antidumpingFinalFollows() {
        return course.aligned()
                && !course.finalUpstream()
                && published.containsKey(Milestone.FINAL)
                && !published.containsKey(Milestone.ANTIDUMPING_FINAL);
    }
}
