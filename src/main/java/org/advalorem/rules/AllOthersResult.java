package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;

/**
 * The rate for companies not individually examined, in an investigation or a review.
 *
 * @param rate unrounded; zero where the determination is negative and there is no all-others rate
 * @param deMinimis the verdict on the unrounded rate, in a review and on a country-wide rate; empty for the all-others rate
 *     of an investigation, which excludes companies, not a rate
 * @param published in percent, two decimals
 * @param exportContingent the average part attributable to export subsidies, in percent, two decimals; American law only
 * @param method in words, as chosen in the scenario
 * @param qualifying the number of rates not excluded
 * @param considered the respondents: first those whose rates the statute considers, then those left out by choice
 * @param steps the averages, in outline order
 * @param notSelected the companies not selected in a review that have a rate of their own
 * @param impliedWeight the weight of the higher of two rates in a published average, where one is stated
 * @param notes what to say of the steps
 */
public record AllOthersResult(
        Term rate,
        Term published,
        Optional<Term> exportContingent,
        Optional<Term> deMinimis,
        String method,
        Term qualifying,
        List<Considered> considered,
        List<Step> steps,
        List<OwnRate> notSelected,
        Optional<Term> impliedWeight,
        List<Note> notes) {
    /** Copies the lists. */
    public AllOthersResult {
        considered = List.copyOf(considered);
        steps = List.copyOf(steps);
        notSelected = List.copyOf(notSelected);
        notes = List.copyOf(notes);
    }

    /** Whether it is the single rate of the country, by which the determination is affirmative or negative. */
    public boolean isCountryWide() {
        return method.equals(AllOthers.Method.COUNTRY_WIDE.toString());
    }

    /**
     * A remark on the steps.
     *
     * @param when the truth under which it is to the point
     */
    public record Note(String text, Term when) {}

    /** The role of a step in the rate. */
    public enum Part {
        /** An average that may be the rate. */
        AVERAGE,
        /** The average to which the others are compared. */
        TARGET,
        /** The choice between averages. */
        CHOICE
    }

    /**
     * A step toward the rate.
     *
     * @param line the outline line, with the truth under which it affects the result
     * @param taken whether its average is the rate
     */
    public record Step(Outline.Line line, Part part, Term taken) {}

    /**
     * A respondent considered for the rate.
     *
     * @param qualifies whether its rate is averaged; empty when it is left out by choice
     * @param exclusions the grounds on which its rate may be excluded; the first that applies is reported
     */
    public record Considered(CompanyResult company, Optional<Term> qualifies, List<Exclusion> exclusions) {
        /** Copies the list. */
        public Considered {
            exclusions = List.copyOf(exclusions);
        }
    }

    /**
     * A ground for excluding a rate.
     *
     * @param reason in words
     * @param applies whether the ground applies; when empty, it applies regardless of the values
     */
    public record Exclusion(String reason, Optional<Term> applies) {}

    /**
     * The rate of a company not selected in a review that has a calculated rate of an earlier segment.
     *
     * @param prior its own rate, with the segment in which it was calculated and where that was published, in words
     * @param pulledForward whether its own rate is used again; otherwise it has the rate of all others
     * @param why in words
     * @param rate unrounded
     * @param published in percent, two decimals
     */
    public record OwnRate(
            String id,
            String name,
            Term prior,
            String source,
            Term pulledForward,
            String why,
            Term rate,
            Term published,
            Term deMinimis) {}
}
