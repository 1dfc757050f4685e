package org.advalorem.rules.base;

import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Source;

/**
 * The finding that a company bears nothing for a program, and its source.
 *
 * @param outcome what was found
 * @param source where it is found
 */
public record ProgramFinding(Outcome outcome, Source source) {
    static final Field<Outcome> FINDING = Field.<Outcome>required(
                    "finding", FieldType.choice(Outcome.class), "What was found on the program.")
            .describing();
    static final Field<Source> SOURCE = Field.<Source>required(
                    "source", FieldType.source(), "Where it was found: a verification report, a memorandum.")
            .describing();

    /** The fields of a finding. */
    public static final FieldSet FIELDS = FieldSet.of("a finding on a program", FINDING, SOURCE);

    /** What was found. */
    public enum Outcome {
        NOT_USED("not used"),
        NOT_COUNTERVAILABLE("not countervailable"),
        NOT_MEASURABLE("not measurable");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The finding stated. */
    public static ProgramFinding of(Facts facts) {
        return new ProgramFinding(facts.get(FINDING), facts.get(SOURCE));
    }
}
