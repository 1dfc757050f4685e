package org.advalorem.facts;

/**
 * On whose word a value stands.
 *
 * @param source where it comes from, empty when not said
 * @param isPublic whether it may be printed in a public version
 */
public record Provenance(Status status, String source, boolean isPublic) {
    /** Nothing was said. */
    public static final Provenance UNSTATED = new Provenance(Status.UNSTATED, "", true);

    /** A default of the field. */
    public static final Provenance DEFAULT = new Provenance(Status.DEFAULT, "", true);

    /** How well a value is established. */
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

        /** As written in a file. */
        public String label() {
            return label;
        }

        /** Whether a user may write it. */
        boolean writable() {
            return this != DEFAULT && this != UNSTATED;
        }
    }
}
