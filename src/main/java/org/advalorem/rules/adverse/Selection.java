package org.advalorem.rules.adverse;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.Assumption;

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

    /** A step of 19 CFR 351.308(j), or of the practice before it. */
    public enum Step {
        IDENTICAL_IN_THE_INVESTIGATION("(i) identical, this investigation"),
        IDENTICAL_IN_ANOTHER_PROCEEDING("(ii) identical, another proceeding"),
        SIMILAR_IN_ANY_PROCEEDING("(iii) similar, any proceeding"),
        IDENTICAL_IN_THE_PROCEEDING("(i) identical, this proceeding"),
        SIMILAR_IN_THE_PROCEEDING("(ii) similar, this proceeding"),
        IDENTICAL_ELSEWHERE("(iii) identical, another proceeding"),
        SIMILAR_ELSEWHERE("(iii) failing that, similar, another proceeding"),
        IDENTICAL_OR_SIMILAR_ELSEWHERE("(iii) identical or similar, another proceeding"),
        ANY_PROGRAM("(iv) any program");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
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
     * @param assumptions those by which it counts
     */
    public record Candidate(
            Step step,
            String name,
            String source,
            Term rate,
            Optional<String> fell,
            Optional<Term> qualifies,
            Optional<Term> taken,
            List<Assumption> assumptions) {
        /** Copies the list. */
        public Candidate {
            assumptions = List.copyOf(assumptions);
        }
    }
}
