package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;

/**
 * The rate of all companies not examined.
 *
 * @param rate unrounded
 * @param published two decimals of a percent
 * @param method in words, as the scenario chose it
 * @param qualifying how many rates were not excluded
 * @param considered the respondents, first those whose rates the law looks at, then those left out by choice
 * @param steps the averages, as the outline tells them in order
 * @param whenAllExcluded the one among the steps that is taken when no rate qualifies
 * @param notes words between the steps
 */
public record AllOthersResult(
        Term rate,
        Term published,
        String method,
        Term qualifying,
        List<Considered> considered,
        List<Outline.Line> steps,
        Outline.Line whenAllExcluded,
        List<String> notes) {
    /** Copies the lists. */
    public AllOthersResult {
        considered = List.copyOf(considered);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

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
