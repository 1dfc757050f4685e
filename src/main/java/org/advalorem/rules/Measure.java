package org.advalorem.rules;

import org.advalorem.calculation.Quality;

/** What is measured of a subject: the last part of the address of a result. */
public enum Measure {
    /** The rate as published. */
    RATE("rate", Quality.PUBLISHED_RATE),
    /** The rate before rounding. */
    RATE_UNROUNDED("rate-unrounded", Quality.RATE),
    /** The verdict on the unrounded rate. */
    DE_MINIMIS("de-minimis", Quality.TRUTH),
    /** What the rate is compared with for the verdict. */
    DE_MINIMIS_THRESHOLD("de-minimis-threshold", Quality.RATE),
    /** The part of the published rate that comes from export subsidies. */
    RATE_EXPORT_CONTINGENT("rate-export-contingent", Quality.PUBLISHED_RATE),
    /** What the other order of rounding and summing would publish. */
    RATE_OTHERWISE_ROUNDED("rate-otherwise-rounded", Quality.PUBLISHED_RATE),
    /** What programs that are not measurable add up to, where they are dropped. */
    RATE_DROPPED("rate-dropped", Quality.RATE),
    /** The equivalent specific rate. */
    RATE_PER_UNIT("rate-per-unit", Quality.PRICE),
    /** Whether the determination is negative. */
    NEGATIVE("negative", Quality.TRUTH),
    /** The net benefit, or the sum received. */
    BENEFIT("benefit", Quality.MONEY),
    /** The part of the benefit that belongs to the period. */
    SLICE("slice", Quality.MONEY),
    /** The sales that the benefit is divided by, before the export value adjustment. */
    DENOMINATOR("denominator", Quality.MONEY);

    private final String word;
    private final Quality quality;

    Measure(String word, Quality quality) {
        this.word = word;
        this.quality = quality;
    }

    /** The word in an address: {@code rate-unrounded}. */
    public String word() {
        return word;
    }

    /** The kind of quantity. */
    public Quality quality() {
        return quality;
    }

    /** Whether it is yes or no. */
    public boolean isTruth() {
        return quality == Quality.TRUTH;
    }
}
