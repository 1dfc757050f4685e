package org.advalorem.rules.adverse;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * The selection of an adverse rate: what was considered, why each candidate fell, and the one taken.
 *
 * @param candidates in the order of the steps; those that fell because of what they are, and not because of their rate,
 *     have a reason
 * @param rate the rate selected
 */
public record Selection(List<Candidate> candidates, Term rate) {
    /** Copies the list. */
    public Selection {
        candidates = List.copyOf(candidates);
    }

    /**
     * A rate considered.
     *
     * @param step the step of the hierarchy
     * @param name the program, and where its rate was found
     * @param source the citation, or the respondent's calculation
     * @param fell why it was not considered further; empty if its rate decided
     * @param qualifies whether the rate is high enough for the step; empty if it fell before
     * @param taken whether it is the rate selected; empty if it fell before
     */
    public record Candidate(
            String step,
            String name,
            String source,
            Term rate,
            Optional<String> fell,
            Optional<Term> qualifies,
            Optional<Term> taken) {}
}
