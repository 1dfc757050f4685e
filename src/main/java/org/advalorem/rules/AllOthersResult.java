package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;

/**
 * The rate of all companies not examined: of an investigation, or of a review.
 *
 * @param rate unrounded; zero where the determination is negative, which leaves none
 * @param deMinimis the verdict on the unrounded rate; of a review only, as an investigation excludes companies, not a rate
 * @param published two decimals of a percent
 * @param method in words, as the scenario chose it
 * @param qualifying how many rates were not excluded
 * @param considered the respondents, first those whose rates the law looks at, then those left out by choice
 * @param steps the averages, as the outline tells them in order
 * @param notes words between the steps
 */
public record AllOthersResult(
        Term rate,
        Term published,
        Optional<Term> deMinimis,
        String method,
        Term qualifying,
        List<Considered> considered,
        List<Step> steps,
        List<String> notes) {
    /** Copies the lists. */
    public AllOthersResult {
        considered = List.copyOf(considered);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** What a step is to the rate. */
    public enum Part {
        /** An average that may be the rate. */
        AVERAGE,
        /** What averages are compared with. */
        TARGET,
        /** The choice between averages. */
        CHOICE
    }

    /**
     * A step on the way to the rate.
     *
     * @param line as the outline tells it, with the truth where it has a part in the result
     * @param taken whether its average is the rate
     */
    public record Step(Outline.Line line, Part part, Term taken) {}

    /**
     * A respondent.
     *
     * @param qualifies whether its rate is averaged; nothing when it is left out by choice
     * @param exclusions the reasons for which its rate may be excluded; the first that applies is the one to tell
     */
    public record Considered(CompanyResult company, Optional<Term> qualifies, List<Exclusion> exclusions) {
        /** Copies the list. */
        public Considered {
            exclusions = List.copyOf(exclusions);
        }
    }

    /**
     * A reason for which a rate is excluded.
     *
     * @param reason in words
     * @param applies whether it does; without a term it does whatever the values
     */
    public record Exclusion(String reason, Optional<Term> applies) {}
}
