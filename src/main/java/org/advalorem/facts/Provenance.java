package org.advalorem.facts;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The provenance of a value: its source and how well it is established.
 *
 * @param status how well it is established
 * @param source where it comes from
 * @param publication how a public version shows it
 */
public record Provenance(Status status, Source source, Publication publication) {
    /** A provenance that was not stated. */
    public static final Provenance UNSTATED = new Provenance(Status.UNSTATED, Source.UNSTATED, Publication.PUBLIC);

    /** The provenance of a field's default. */
    public static final Provenance DEFAULT = new Provenance(Status.DEFAULT, Source.UNSTATED, Publication.PUBLIC);

    /**
     * The provenance stated. What is proprietary is bracketed, unless the scenario asks for a range.
     *
     * @param publication as stated; empty if it is not
     * @param contradiction made where a proprietary value is stated to be public
     */
    static Provenance of(
            Status status,
            Source source,
            Optional<Publication> publication,
            Supplier<UnusableFactsException> contradiction) {
        boolean proprietary = status == Status.PROPRIETARY;
        Publication shown = publication.orElse(proprietary ? Publication.BRACKETED : Publication.PUBLIC);
        if (proprietary && shown == Publication.PUBLIC) {
            throw contradiction.get();
        }
        return new Provenance(status, source, shown);
    }

    /** Whether a public version may print it. */
    public boolean isPublic() {
        return publication == Publication.PUBLIC;
    }

    /** How a public version shows a value (19 CFR 351.304(c)(1)). */
    public enum Publication {
        /** As it is. */
        PUBLIC("yes"),
        /** As empty brackets. */
        BRACKETED("no"),
        /** As a figure within ten percent of it. */
        RANGED("ranged"),
        /** Not at all; a calculation that shows it has brackets in its place. */
        LEFT_OUT("left out");

        private final String word;

        Publication(String word) {
            this.word = word;
        }

        /** The word by which a scenario chooses. */
        public String word() {
            return word;
        }
    }

    /** The degree to which a value is established. */
    public enum Status {
        REPORTED("reported"),
        VERIFIED("verified"),
        FOUND("found"),
        ALLEGED("alleged"),
        FACTS_AVAILABLE("facts available"),
        ASSUMED("assumed"),
        DISPUTED("disputed"),
        PROPRIETARY("proprietary"),
        PUBLISHED("published"),
        DERIVED("derived"),
        ILLUSTRATIVE("illustrative"),
        DEFAULT("default"),
        UNSTATED("not stated");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The status as written in a file. */
        public String label() {
            return label;
        }

        /** Whether a user may write it. */
        boolean writable() {
            return this != DEFAULT && this != UNSTATED;
        }
    }
}
