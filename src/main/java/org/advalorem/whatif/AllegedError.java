package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.calendar.CalendarDate;
import org.advalorem.rules.calendar.CalendarDates;
import org.advalorem.rules.calendar.Milestone;
import org.advalorem.rules.calendar.ProceedingCalendar;
import org.advalorem.rules.screens.ErrorStandard;
import org.advalorem.rules.screens.Screen;
import org.advalorem.scenario.Assignment;

/**
 * A difference from a disclosure, alleged as a ministerial error: what the stage of the proceeding asks of it, whether each
 * company's rate meets that, and until when it may be alleged.
 *
 * @param segment the stage
 * @param standard what it asks
 * @param tests one for each company whose disclosed rate differs
 * @param due the last day of comments; empty if the scenario does not state the days that it is counted from
 * @param replies the last day of replies, where there are any
 */
public record AllegedError(
        Proceeding.Segment segment,
        ErrorStandard standard,
        List<Test> tests,
        Optional<CalendarDate> due,
        Optional<CalendarDate> replies) {
    private static final Address SECTION = new Address(List.of("screens", "ministerial-error"));

    /** Copies the list. */
    public AllegedError {
        tests = List.copyOf(tests);
    }

    /**
     * The test of a company's rate.
     *
     * @param company its id
     * @param original the disclosed rate, as printed
     * @param corrected the calculated rate, a fraction
     * @param screen the test
     * @param made the scenario that states the test, with its values
     */
    public record Test(String company, String original, double corrected, Screen screen, Model made) {
        /** Whether it is met: the error leads to an amendment or a correction. */
        public boolean met() {
            return made.values().holds(screen.met());
        }
    }

    /** The allegation; empty if nothing differs, or if the scenario is not under the law of the United States. */
    public static Optional<AllegedError> of(Model model, DisclosureCheck.Result disclosure) {
        Proceeding proceeding = model.determination().proceeding();
        if (disclosure.first().isEmpty() || !LocalRule.SCREENS.isIn(proceeding.jurisdiction())) {
            return Optional.empty();
        }
        List<Test> tests = new ArrayList<>();
        for (DisclosureCheck.Figure figure : disclosure.figures()) {
            if (!figure.matches()) {
                company(model, figure.address())
                        .flatMap(id -> test(model, id, figure))
                        .ifPresent(tests::add);
            }
        }
        Optional<CalendarDates> dates = Optional.of(model.determination().calendar())
                .filter(calendar -> !calendar.isEmpty())
                .map(ProceedingCalendar::dates);
        Proceeding.Segment segment = proceeding.segment();
        return Optional.of(new AllegedError(
                segment,
                ErrorStandard.of(segment),
                tests,
                comments(segment).flatMap(of -> dates.flatMap(all -> all.find(of))),
                segment == Proceeding.Segment.FINAL
                        ? dates.flatMap(all -> all.find(Milestone.FINAL_ERROR_REPLIES))
                        : Optional.empty()));
    }

    private static Optional<Milestone> comments(Proceeding.Segment segment) {
        return switch (segment) {
            case PRELIMINARY -> Optional.of(Milestone.PRELIMINARY_ERRORS);
            case FINAL -> Optional.of(Milestone.FINAL_ERRORS);
            // the calendar has the days of the first determinations of an investigation only
            case AMENDED_PRELIMINARY,
                    AMENDED_FINAL,
                    REMAND,
                    REVIEW_PRELIMINARY,
                    REVIEW_FINAL,
                    REVIEW_REMAND,
                    EXPEDITED_REVIEW,
                    NEW_SHIPPER_REVIEW,
                    SUNSET_REVIEW,
                    SECTION_129 -> Optional.empty();
        };
    }

    /** The company whose published rate, of the latest year and for all products, is meant. */
    private static Optional<String> company(Model model, String address) {
        return model.results().keys().stream()
                .filter(key -> key.measure() == Measure.RATE
                        && key.subject().level() == Subject.Level.COMPANY
                        && key.subject().scope().equals(Scope.WHOLE))
                .filter(key -> key.toString().equals(address)
                        || key.subject().address().toString().equals(address))
                .map(ResultKey::subject)
                .map(Subject::company)
                .findFirst();
    }

    private static Optional<Test> test(Model model, String company, DisclosureCheck.Figure figure) {
        String original = figure.theirs().movePointRight(2).toPlainString() + "%";
        SourceNode stated = SourceNode.mapping("company", company, "original", original);
        return model.with(List.of(new Assignment(SECTION, stated, Origin.PROGRAM)), new Problems())
                .flatMap(made -> made.determination().screens().stream()
                        .filter(screen -> SECTION.toString().endsWith(screen.id()))
                        .findFirst()
                        .map(screen -> new Test(company, figure.printed(), figure.ours(), screen, made)));
    }
}
