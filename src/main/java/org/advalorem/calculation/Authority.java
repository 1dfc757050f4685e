package org.advalorem.calculation;

import java.util.Optional;

/**
 * What a step of the calculation rests on.
 *
 * @param support the kind of support
 * @param citation where it is written: {@code 19 CFR 351.524(d)(1)}
 * @param assumption the number under which {@code docs/assumptions.md} explains it, such as {@code A7}, when the text was
 *     not checked or there is none
 */
public record Authority(Support support, String citation, Optional<String> assumption) {

    /** The kinds of support, kept apart on every step. */
    public enum Support {
        /** Text of the statute or the regulation. */
        LAW("statute or regulation"),
        /** What the agency is known to do. */
        PRACTICE("practice"),
        /** What a court decided. */
        COURT("court decision"),
        /** A numbered assumption of this project. */
        ASSUMPTION("assumption"),
        /** Follows from other steps by algebra. */
        DERIVED("derived");

        private final String label;

        Support(String label) {
            this.label = label;
        }

        /** In words. */
        public String label() {
            return label;
        }
    }

    /** Statute or regulation. */
    public static Authority law(String citation) {
        return new Authority(Support.LAW, citation, Optional.empty());
    }

    /** Agency practice. */
    public static Authority practice(String citation) {
        return new Authority(Support.PRACTICE, citation, Optional.empty());
    }

    /** Court decision. */
    public static Authority court(String citation) {
        return new Authority(Support.COURT, citation, Optional.empty());
    }

    /** By algebra. */
    public static Authority derived(String why) {
        return new Authority(Support.DERIVED, why, Optional.empty());
    }

    /** A numbered assumption. */
    public static Authority assumption(String number, String citation) {
        return new Authority(Support.ASSUMPTION, citation, Optional.of(number));
    }

    /** An assumption that reads no provision in particular. */
    public static Authority assumption(String number) {
        return assumption(number, "");
    }

    /** As a sentence names it in passing: citation and assumption number. */
    public String words() {
        return assumption
                .map(number -> (citation.isEmpty() ? "" : citation + ", ") + "assumption " + number)
                .orElse(citation);
    }

    /** As printed beside a step: citation, kind of support, assumption number. */
    @Override
    public String toString() {
        return assumption
                .map(number -> citation + " [assumption " + number + "]")
                .orElse(support == Support.LAW ? citation : citation + " [" + support.label() + "]");
    }
}
