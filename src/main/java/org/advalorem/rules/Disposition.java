package org.advalorem.rules;

import java.util.Optional;

/**
 * What became of a program, alleged or reported, for one company.
 *
 * @param program the program's name
 * @param alleged whether the petition alleges it
 * @param outcome what became of it
 * @param result its rate, where it has one
 * @param source the authority of the rate or the source of the finding
 */
public record Disposition(
        String program, boolean alleged, Outcome outcome, Optional<ProgramResult> result, String source) {
    /** What became of a program. */
    public enum Outcome {
        COUNTERVAILED("countervailed"),
        FACTS_AVAILABLE("on facts available"),
        NOT_USED("not used"),
        NOT_MEASURABLE("not measurable"),
        NOT_COUNTERVAILABLE("not countervailable"),
        NOT_APPLIED("not applied"),
        NOT_STATED("not stated");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
