package org.advalorem.report;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.calendar.CalendarDate;
import org.advalorem.rules.calendar.CalendarDates;
import org.advalorem.rules.calendar.Deadline;
import org.advalorem.rules.calendar.Milestone;
import org.advalorem.rules.calendar.StatutoryDate;
import org.advalorem.rules.calendar.Tolling;

/** The report of {@code calendar}: every date of an investigation, how it is counted and to which day it moves. */
public final class CalendarReport {
    private static final String SCENARIO_DAY = "a fact of the scenario";

    private final EvaluatedScenario scenario;
    private final CalendarDates dates;

    private CalendarReport(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.dates = scenario.determination().calendar().dates();
    }

    /** The report of a scenario of which at least one date is known. */
    public static Report of(EvaluatedScenario scenario) {
        CalendarReport report = new CalendarReport(scenario);
        return Report.of(
                "advalorem-calendar/1",
                scenario,
                report::document,
                () -> FlatTable.of(report.listing(report.dates.all())));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        document.heading(1, scenario.determination().title());
        Header.flag(scenario, document);
        document.paragraph(finding());
        document.view(table());
        document.heading(2, "How each date is counted");
        document.view(counted());
        document.items(notes());
        document.data(listing(dates.all()));
        document.data(missing());
        document.data(assumptions());
        return Header.close(scenario, document);
    }

    private String finding() {
        List<String> words = new ArrayList<>();
        int published = dates.published().size();
        words.add(published + (published == 1 ? " date is" : " dates are") + " published, the latest of "
                + dates.latestPublished() + ".");
        List<String> due = new ArrayList<>();
        due("The preliminary determination", Milestone.PRELIMINARY, due);
        due("The final determination", Milestone.FINAL, due);
        due("The Commission's final", Milestone.ITC_FINAL, due);
        due("The order", Milestone.ORDER, due);
        due("A protest", Milestone.PROTEST, due);
        words.addAll(due);
        return String.join(" ", words);
    }

    private void due(String what, Milestone milestone, List<String> due) {
        dates.find(milestone)
                .filter(date -> date.status() == CalendarDate.Status.DERIVED)
                .ifPresent(date -> due.add(
                        what + " is due " + date.date() + (untolled(date).isEmpty() ? "." : ", without tolling.")));
    }

    private static String untolled(CalendarDate date) {
        return date.status() == CalendarDate.Status.PUBLISHED
                ? ""
                : of(
                        date,
                        deadline -> deadline.untolled()
                                .map(from -> "without tolling")
                                .orElse(""));
    }

    private static String of(CalendarDate date, Function<Deadline, String> words) {
        return date.deadline().map(words).orElse("");
    }

    /** The day of the week, in English whatever the language of the machine. */
    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** Why a date is not the one counted: the days of closure, tolling stated or not, or that it was published late. */
    static String cause(CalendarDate date) {
        List<String> causes = new ArrayList<>();
        date.deadline().ifPresent(deadline -> {
            if (!deadline.causes().isEmpty()) {
                causes.add(String.join(", ", deadline.causes()));
            }
            if (!deadline.tolling().isEmpty()) {
                causes.add("tolled by "
                        + deadline.tolling().stream().map(Tolling::words).collect(Collectors.joining(" and ")));
            }
            if (date.status() == CalendarDate.Status.PUBLISHED && date.date().isAfter(deadline.rolled())) {
                causes.add("published after it was due" + (deadline.untolled().isPresent() ? " without tolling" : ""));
            }
        });
        if (!untolled(date).isEmpty()) {
            causes.add(untolled(date));
        }
        return String.join("; ", causes);
    }

    /** How a date is counted, with the day from which it is. */
    static String counted(CalendarDate date) {
        return of(date, deadline -> {
            String words = deadline.governing().words() + ", " + deadline.from()
                    + (deadline.governing().days() == 0
                            ? ""
                            : " (" + deadline.governing().counted() + ")");
            return deadline.earlier().isEmpty()
                    ? words
                    : words + "; later than "
                            + deadline.earlier().stream()
                                    .map(other ->
                                            other.day() + ", " + other.count().words())
                                    .collect(Collectors.joining(" and "));
        });
    }

    private static String paragraph(CalendarDate date) {
        return date.deadline()
                .map(deadline -> deadline.rule().authority().citation())
                .orElse(SCENARIO_DAY);
    }

    private Listing<CalendarDate> table() {
        boolean tolls = dates.all().stream()
                .flatMap(date -> date.deadline().stream())
                .anyMatch(deadline -> !deadline.tolling().isEmpty());
        ListingType<CalendarDate> type = ListingType.<CalendarDate>of("calendar", "date", "The dates in order.")
                .shown("date", date -> date.date().toString())
                .shown("day", date -> weekday(date.date()))
                .shown("what", date -> date.milestone().label())
                .shown(
                        "unrolled",
                        date -> of(date, deadline -> deadline.unrolled().toString()));
        if (tolls) {
            type = type.shown(
                    "tolled", date -> of(date, deadline -> deadline.tolled().toString()));
        }
        return type.shown(
                        "rolled", date -> of(date, deadline -> deadline.rolled().toString()))
                .shown("cause", CalendarReport::cause)
                .shown("under", CalendarReport::paragraph)
                .shown("status", date -> date.status().toString())
                .of(dates.all());
    }

    private Listing<CalendarDate> counted() {
        return ListingType.<CalendarDate>of("counts", "date", "How each date is counted.")
                .shown("date", date -> date.milestone().toString())
                .shown("counted", CalendarReport::counted)
                .shown(
                        "rests on",
                        date -> of(
                                date,
                                deadline ->
                                        deadline.rule().authority().assumption().orElse("law")))
                .of(dates.all().stream()
                        .filter(date -> date.deadline().isPresent())
                        .toList());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        Map<Milestone, List<String>> waiting = new LinkedHashMap<>();
        dates.missing()
                .forEach(missing -> waiting.computeIfAbsent(missing.needs(), absent -> new ArrayList<>())
                        .add(missing.milestone().toString()));
        waiting.forEach((needs, what) ->
                notes.add("Once calendar." + needs + " is known, these follow: " + String.join(", ", what) + "."));
        dates.all().stream()
                .filter(date -> !untolled(date).isEmpty())
                .flatMap(date -> date.deadline().stream())
                .flatMap(deadline -> deadline.untolled().stream())
                .findFirst()
                .ifPresent(from -> notes.add("Dates without tolling run into the closure of the government from " + from
                        + " (advalorem reference tolling). State calendar.tolling to move them."));
        dates.overtaken()
                .forEach(date -> notes.add("calendar." + date.milestone() + " is derived as " + date.date()
                        + ", after a published date that follows it. State its day."));
        if (dates.uncovered()) {
            notes.add(
                    "Some dates are in years whose holidays are not in the table; they roll over weekends and stated days"
                            + " only.");
        }
        dates.assumptions().forEach(assumption -> notes.add(assumption.number() + ": " + assumption.statement()));
        return notes;
    }

    private static Optional<Deadline> unlessPublished(CalendarDate date) {
        return date.status() == CalendarDate.Status.PUBLISHED ? Optional.empty() : date.deadline();
    }

    private static double days(CalendarDate date, Function<Deadline, Integer> days) {
        return date.deadline().map(days).map(Integer::doubleValue).orElse(Double.NaN);
    }

    private Listing<CalendarDate> listing(List<CalendarDate> all) {
        return ListingType.<CalendarDate>of("dates", "milestone", "The dates in order.")
                .text("id", date -> date.milestone().toString(), "The date's name, as in the scenario.")
                .text("what", date -> date.milestone().label(), "What happens.")
                .text(
                        "agency",
                        date -> date.milestone().agency().toString(),
                        "The agency that acts or with which one files.")
                .text("status", date -> date.status().toString(), "Published, derived, or superseded by a later one.")
                .text("date", date -> date.date().toString(), "The day published, or the one derived.")
                .text("weekday", date -> weekday(date.date()), "Its day of the week.")
                .text("unrolled", date -> of(date, of -> of.unrolled().toString()), "The day counted.")
                .text("tolled", date -> of(date, of -> of.tolled().toString()), "The day with tolling.")
                .number(
                        Figure.COUNT,
                        "tolled-days",
                        date -> days(
                                date,
                                of -> of.tolling().stream()
                                        .mapToInt(Tolling::days)
                                        .sum()),
                        "The days of tolling added.")
                .text(
                        "rolled",
                        date -> of(date, of -> of.rolled().toString()),
                        "The business day to which it moves; of a published date, the day on which it was due.")
                .text("cause", CalendarReport::cause, "Why it is not the day counted.")
                .text(
                        "counted-from",
                        date -> of(date, of -> of.governing().from().toString()),
                        "The date from which it counts.")
                .text("from-day", date -> of(date, of -> of.from().toString()), "The day of that date.")
                .number(
                        Figure.COUNT,
                        "days",
                        date -> days(date, of -> of.governing().days()),
                        "The days counted; negative if before it.")
                .text(
                        "counts",
                        date -> of(date, of -> of.governing().counted().toString()),
                        "Whether it counts from the actual or the statutory day.")
                .text("counted", CalendarReport::counted, "The count in words, with others that end earlier.")
                .text(
                        "falls",
                        date -> of(date, of -> falls(of.rule().kind())),
                        "Whether it moves to a business day or may be any day.")
                .text("paragraph", CalendarReport::paragraph, "The provision.")
                .text(
                        "support",
                        date -> of(date, of -> of.rule().authority().support().label()),
                        "Statute or regulation, practice, or assumption.")
                .truth(
                        "without-tolling",
                        date -> !untolled(date).isEmpty(),
                        "Whether tolling is to be expected but not stated.")
                .with(
                        ListingType.ofWords("assumptions", "assumption", "The numbers of the assumptions it rests on."),
                        date -> unlessPublished(date)
                                .map(of -> CalendarDates.assumptions(of).stream()
                                        .map(Assumption::number)
                                        .toList())
                                .orElse(List.of()))
                .of(all);
    }

    private static String falls(StatutoryDate.Kind kind) {
        return switch (kind) {
            case DEADLINE, SUPERSEDED -> "on a business day";
            case ENTRIES -> "on any day";
        };
    }

    private Listing<CalendarDates.Missing> missing() {
        return ListingType.<CalendarDates.Missing>of("waiting", "milestone", "Dates that cannot be derived yet.")
                .text("id", missing -> missing.milestone().toString(), "The date's name.")
                .text("needs", missing -> missing.needs().toString(), "The date that must be known first.")
                .of(dates.missing());
    }

    private Listing<Assumption> assumptions() {
        return ListingType.<Assumption>of(
                        "assumptions", "assumption", "The numbered assumptions that the dates rest on.")
                .text("number", Assumption::number, "Its number in docs/assumptions.md.")
                .text("statement", Assumption::statement, "What is assumed.")
                .of(List.copyOf(dates.assumptions()));
    }
}
