package org.advalorem.rules.screens;

import org.advalorem.rules.base.Proceeding.Segment;

/** What is asked of a ministerial error before it is corrected: 19 CFR 351.224. */
public enum ErrorStandard {
    /** It must be significant: in the preliminary determination of an investigation. */
    SIGNIFICANT("significant", "19 CFR 351.224(e), (g)"),
    /** Any is corrected: in the final determination or final results. */
    ANY("any", "19 CFR 351.224(e)"),
    /** Nothing is amended; it is a point for the case brief: in the preliminary results of a review. */
    CASE_BRIEF("case brief", "19 CFR 351.224(c)(1)");

    private final String word;
    private final String authority;

    ErrorStandard(String word, String authority) {
        this.word = word;
        this.authority = authority;
    }

    /** The standard in a segment. */
    public static ErrorStandard of(Segment segment) {
        return switch (segment) {
            case PRELIMINARY, AMENDED_PRELIMINARY -> SIGNIFICANT;
            case REVIEW_PRELIMINARY -> CASE_BRIEF;
            case FINAL,
                    AMENDED_FINAL,
                    REMAND,
                    REVIEW_FINAL,
                    REVIEW_REMAND,
                    EXPEDITED_REVIEW,
                    NEW_SHIPPER_REVIEW,
                    SUNSET_REVIEW,
                    SECTION_129 -> ANY;
        };
    }

    /** The paragraphs on which it rests. */
    public String authority() {
        return authority;
    }

    /** The standard in a word or two. */
    @Override
    public String toString() {
        return word;
    }
}
