package org.advalorem.facts;

/**
 * The provenance of a value: its source and how well it is established.
 *
 * @param status how well it is established
 * @param source where it comes from; empty if not stated
 * @param isPublic whether it may be printed in a public version
 */
public record Provenance(Status status, String source, boolean isPublic) {
    /** A provenance that was not stated. */
    public static final Provenance UNSTATED = new Provenance(Status.UNSTATED, "", true);

    /** The provenance of a field's default. */
    public static final Provenance DEFAULT = new Provenance(Status.DEFAULT, "", true);

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
