package org.advalorem.rules.calendar;

import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/**
 * The course that an investigation takes: what is extended, postponed or aligned.
 *
 * @param polled whether the industry was polled, which extends the initiation
 * @param preliminaryExtended whether the preliminary is postponed to the 130th day
 * @param preliminaryUpstream whether it is postponed for an allegation of upstream subsidies
 * @param preliminaryNegative whether it was negative
 * @param aligned whether the final falls on the day of the antidumping final
 * @param finalUpstream whether the final is postponed to investigate upstream subsidies
 * @param antidumpingExtended whether the antidumping preliminary is postponed to the 190th day
 * @param finalPostponed whether the antidumping final is postponed
 */
record Course(
        boolean polled,
        boolean preliminaryExtended,
        boolean preliminaryUpstream,
        boolean preliminaryNegative,
        boolean aligned,
        boolean finalUpstream,
        boolean antidumpingExtended,
        boolean finalPostponed) {
    private static final Field<Boolean> POLLED = flag(
            "industry-polled",
            "Whether Commerce polled the industry, so that it may initiate as late as the 40th day.",
            "19 CFR 351.203(b)(2)");
    private static final Field<Boolean> PRELIMINARY_EXTENDED = flag(
            "preliminary-extended",
            "Whether the preliminary determination is postponed to the 130th day.",
            "19 CFR 351.205(b)(2)");
    private static final Field<Boolean> PRELIMINARY_UPSTREAM = flag(
            "preliminary-upstream",
            "Whether it is postponed for an allegation of upstream subsidies: to the 250th day after filing, or the 310th if"
                    + " also extended.",
            "19 CFR 351.205(b)(3)");
    private static final Field<Boolean> PRELIMINARY_NEGATIVE = flag(
            "preliminary-negative",
            "Whether the preliminary determination is negative: no provisional measures, and 75 days for the Commission.",
            "19 U.S.C. 1671d(b)(3)");
    private static final Field<Boolean> ANTIDUMPING_EXTENDED = flag(
            "antidumping-preliminary-extended",
            "Whether the antidumping preliminary determination is postponed to the 190th day.",
            "19 CFR 351.205(b)(2)");
    private static final Field<Boolean> ALIGNED = flag(
            "final-aligned",
            "Whether the final determination is postponed to the day of the antidumping final.",
            "19 CFR 351.210(b)(4)");
    private static final Field<Boolean> FINAL_POSTPONED = flag(
            "final-postponed",
            "Whether the antidumping final determination is postponed to the 135th day after publication of its preliminary;"
                    + " an aligned final moves with it.",
            "19 CFR 351.210(b)(2)");
    private static final Field<Boolean> FINAL_UPSTREAM = flag(
            "final-upstream",
            "Whether the final determination is postponed to the 165th day to investigate upstream subsidies.",
            "19 CFR 351.210(b)(3)");

    /** The fields that state it. */
    static final FieldSet FIELDS = FieldSet.of(
            "the course of an investigation",
            POLLED,
            PRELIMINARY_EXTENDED,
            PRELIMINARY_UPSTREAM,
            PRELIMINARY_NEGATIVE,
            ANTIDUMPING_EXTENDED,
            ALIGNED,
            FINAL_POSTPONED,
            FINAL_UPSTREAM);

    /** The course where nothing is stated. */
    static final Course USUAL = new Course(false, false, false, false, false, false, false, false);

    private static Field<Boolean> flag(String name, String description, String rule) {
        return Field.optional(name, FieldType.flag(), description)
                .orElse("no")
                .under(rule)
                .describing();
    }

    static Course of(Facts facts) {
        return new Course(
                facts.get(POLLED),
                facts.get(PRELIMINARY_EXTENDED),
                facts.get(PRELIMINARY_UPSTREAM),
                facts.get(PRELIMINARY_NEGATIVE),
                facts.get(ALIGNED),
                facts.get(FINAL_UPSTREAM),
                facts.get(ANTIDUMPING_EXTENDED),
                facts.get(FINAL_POSTPONED));
    }

    /** Whether the preliminary is due later than first scheduled. */
    boolean preliminaryPostponed() {
        return preliminaryExtended || preliminaryUpstream;
    }

    /** Whether the final is due later than first scheduled. */
    boolean finalLater() {
        return aligned || finalUpstream;
    }
}
