package org.advalorem.calculation;

import java.util.Optional;

/**
 * The authority on which a step of the calculation rests.
 *
 * @param support the kind of support
 * @param citation where it is found: {@code 19 CFR 351.524(d)(1)}
 * @param assumption the number under which {@code docs/assumptions.md} explains it, such as {@code A7}, if the text was
 *     not checked or there is none
 */
public record Authority(Support support, String citation, Optional<String> assumption) {

    /** The kinds of support, distinguished on every step. */
    public enum Support {
        /** The text of a statute or regulation. */
        LAW("statute or regulation"),
        /** The known practice of the agency. */
        PRACTICE("practice"),
        /** A court decision. */
        COURT("court decision"),
        /** A numbered assumption of this project. */
        ASSUMPTION("assumption"),
        /** A consequence of other steps by algebra. */
        DERIVED("derived");

        private final String label;

        Support(String label) {
            this.label = label;
        }

        /** The kind of support in words. */
        public String label() {
            return label;
        }
    }

    /** The authority of a statute or regulation. */
    public static Authority law(String citation) {
        return new Authority(Support.LAW, citation, Optional.empty());
    }

    /** The authority of agency practice. */
    public static Authority practice(String citation) {
        return new Authority(Support.PRACTICE, citation, Optional.empty());
    }

    /** The authority of a court decision. */
    public static Authority court(String citation) {
        return new Authority(Support.COURT, citation, Optional.empty());
    }

    /**
     * The authority of algebra.
     *
     * @param why the reason in words
     */
    public static Authority derived(String why) {
        return new Authority(Support.DERIVED, why, Optional.empty());
    }

    /**
     * The authority of a numbered assumption.
     *
     * @param number its number, such as {@code A7}
     * @param citation the provision it interprets
     */
    public static Authority assumption(String number, String citation) {
        return new Authority(Support.ASSUMPTION, citation, Optional.of(number));
    }

    /**
     * The authority of an assumption that interprets no particular provision.
     *
     * @param number its number, such as {@code A7}
     */
    public static Authority assumption(String number) {
        return assumption(number, "");
    }

    /** The authority as cited in a sentence: citation and assumption number. */
    public String words() {
        return assumption
                .map(number -> (citation.isEmpty() ? "" : citation + ", ") + "assumption " + number)
                .orElse(citation);
    }

    /** The authority as printed beside a step: citation, kind of support, assumption number. */
    @Override
    public String toString() {
        return assumption
                .map(number -> citation + " [assumption " + number + "]")
                .orElse(support == Support.LAW ? citation : citation + " [" + support.label() + "]");
    }
}
