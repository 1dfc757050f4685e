package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.rules.calendar.CalendarDate;
import org.advalorem.rules.screens.Comparison;
import org.advalorem.whatif.AllegedError;
import org.advalorem.whatif.AllegedError.Test;

/** The section of {@code compare --to} on the difference as a ministerial error. */
final class AllegedErrorReport {
    private AllegedErrorReport() {}

    static void write(EvaluatedScenario scenario, AllegedError error, Document.Builder document) {
        document.heading(2, "As a ministerial error");
        document.items(lines(scenario, error));
    }

    /** What the stage asks, each company's test, and until when the error may be alleged. */
    static List<String> lines(EvaluatedScenario scenario, AllegedError error) {
        List<String> lines = new ArrayList<>();
        lines.add(asked(error));
        for (Test test : error.tests()) {
            lines.add(test(scenario, test));
        }
        if (error.tests().isEmpty()) {
            lines.add("No disclosed rate of a company differs, so that there is no rate to amend.");
        }
        lines.add(due(error));
        return lines;
    }

    private static String asked(AllegedError error) {
        String stage = "Stage: " + error.segment() + ". ";
        return stage
                + switch (error.standard()) {
                    case SIGNIFICANT -> "The error must be significant";
                    case ANY -> "Any ministerial error is corrected; it need not be significant";
                    case CASE_BRIEF ->
                        "Nothing is amended; an error in preliminary results is raised in the case brief";
                }
                + " (" + error.standard().authority() + ").";
    }

    private static String test(EvaluatedScenario scenario, Test test) {
        StringBuilder words = new StringBuilder(InputNames.subject(scenario, "companies." + test.company()))
                .append(": from ")
                .append(test.original())
                .append(" to ")
                .append(Figure.PUBLISHED.text(test.corrected()));
        for (Comparison comparison : test.screen().comparisons()) {
            words.append("; ")
                    .append(Character.toLowerCase(comparison.what().charAt(0)))
                    .append(comparison.what().substring(1))
                    .append(' ')
                    .append(of(comparison, comparison.number(), test))
                    .append(test.made().values().holds(comparison.met()) ? " is " : " is not ")
                    .append(comparison.required());
        }
        return words.append(": ")
                .append(test.screen().verdict(test.met()))
                .append(" (")
                .append(test.screen().authority().words())
                .append(").")
                .toString();
    }

    private static String of(Comparison comparison, Term number, Test test) {
        return Figure.of(comparison.quality()).text(test.made().values().of(number));
    }

    private static String due(AllegedError error) {
        return switch (error.standard()) {
            case CASE_BRIEF -> "Alleged in the case brief, within its time limit.";
            case SIGNIFICANT ->
                "Alleged in comments filed with Commerce" + until(error.due())
                        + " (19 CFR 351.224(c)(2)); there are no replies.";
            case ANY ->
                "Alleged in comments filed with Commerce" + until(error.due())
                        + " (19 CFR 351.224(c)(2)); replies "
                        + error.replies().map(date -> "by " + date.date()).orElse("within five days after that")
                        + " (19 CFR 351.224(c)(3)).";
        };
    }

    private static String until(Optional<CalendarDate> due) {
        return due.map(date -> " by " + date.date() + ", five days after disclosure as the calendar has it")
                .orElse(" within five days after disclosure");
    }

    static ListingType<AllegedError> type(EvaluatedScenario scenario) {
        ListingType<Test> tests = ListingType.<Test>of(
                        "companies", "company", "The companies whose disclosed rate differs.")
                .text("id", Test::company, "The company.")
                .text("original", Test::original, "The disclosed rate, as printed.")
                .number(Figure.PLAIN, "corrected", Test::corrected, "The rate in this calculation.")
                .truth("met", Test::met, "Whether the error leads to an amendment or a correction.")
                .text("verdict", test -> test.screen().verdict(test.met()), "The verdict in words.");
        return ListingType.<AllegedError>of(
                        "ministerialError", "ministerial error", "The difference as a ministerial error.")
                .text("segment", error -> error.segment().toString(), "The stage of the proceeding.")
                .text(
                        "standard",
                        error -> error.standard().toString(),
                        "What the stage asks: significant, any or case brief.")
                .text("due", error -> day(error.due()), "The last day of comments, where the calendar has it.")
                .text("replies", error -> day(error.replies()), "The last day of replies, where the calendar has it.")
                .with(tests, AllegedError::tests)
                .with(
                        ListingType.ofWords("words", "sentence", "The same in sentences."),
                        error -> lines(scenario, error));
    }

    private static String day(Optional<CalendarDate> date) {
        return date.map(of -> of.date().toString()).orElse("");
    }
}
