package org.advalorem.rules;

import org.advalorem.calculation.Quality;

/** The quantity that a result reports for its subject; the last part of the result's address. */
public enum Measure {
    /** The published rate. */
    RATE("rate", Quality.PUBLISHED_RATE),
    /** The rate before rounding. */
    RATE_UNROUNDED("rate-unrounded", Quality.RATE),
    /** The de minimis verdict on the unrounded rate. */
    DE_MINIMIS("de-minimis", Quality.TRUTH),
    /** The threshold that the rate is compared with. */
    DE_MINIMIS_THRESHOLD("de-minimis-threshold", Quality.RATE),
    /** The export-subsidy portion of the published rate. */
    RATE_EXPORT_CONTINGENT("rate-export-contingent", Quality.PUBLISHED_RATE),
    /** The rate that would be published if rounding and summing were done in the other order. */
    RATE_OTHERWISE_ROUNDED("rate-otherwise-rounded", Quality.PUBLISHED_RATE),
    /** The sum of the rates of programs that are not measurable, where they are dropped. */
    RATE_DROPPED("rate-dropped", Quality.RATE),
    /** The equivalent specific rate. */
    RATE_PER_UNIT("rate-per-unit", Quality.PRICE),
    /** The published rate for customers that did not verify non-use of a program. */
    RATE_UNVERIFIED("rate-unverified", Quality.PUBLISHED_RATE),
    /** The published rate for customers that verified non-use. */
    RATE_VERIFYING("rate-verifying", Quality.PUBLISHED_RATE),
    /** The published rate of what is allocated to a later year. */
    RUN_OFF("run-off", Quality.PUBLISHED_RATE),
    /** The rate of a later year, if the other programs continue. */
    RATE_PROJECTED("rate-projected", Quality.PUBLISHED_RATE),
    /** The cash deposit rate. */
    DEPOSIT("deposit", Quality.PUBLISHED_RATE),
    /** What was deposited on entries. */
    DEPOSITED("deposited", Quality.MONEY),
    /** What is billed on them. */
    BILLED("billed", Quality.MONEY),
    /** What is refunded. */
    REFUNDED("refunded", Quality.MONEY),
    /** Interest on what is billed. */
    INTEREST_BILLED("interest-billed", Quality.MONEY),
    /** Interest on what is refunded. */
    INTEREST_REFUNDED("interest-refunded", Quality.MONEY),
    /** What entries cost in the end. */
    OWED("owed", Quality.MONEY),
    /** The number of entries that are billed. */
    ENTRIES_BILLED("entries-billed", Quality.COUNT),
    /** The number of entries on which something is refunded. */
    ENTRIES_REFUNDED("entries-refunded", Quality.COUNT),
    /** The value of imports per unit of quantity. */
    UNIT_VALUE("unit-value", Quality.PRICE),
    /** The change of volume from the year before. */
    CHANGE("change", Quality.SHARE),
    /** The duty on imports at a rate. */
    DUTY("duty", Quality.MONEY),
    /** The weight of the higher of two rates in a published average. */
    IMPLIED_WEIGHT("implied-weight", Quality.SHARE),
    /** Whether the determination is negative. */
    NEGATIVE("negative", Quality.TRUTH),
    /** The net benefit, or the amount received. */
    BENEFIT("benefit", Quality.MONEY),
    /** The portion of the benefit allocated to the period. */
    SLICE("slice", Quality.MONEY),
    /** The sales by which the benefit is divided, before the export value adjustment. */
    DENOMINATOR("denominator", Quality.MONEY),
    /** The number that a screen compares with its threshold. */
    NUMBER("number", Quality.RATE),
    /** The threshold of a screen. */
    THRESHOLD("threshold", Quality.RATE),
    /** The number less the threshold. */
    DISTANCE("distance", Quality.POINTS),
    /** The threshold of a screen, per unit of the goods. */
    THRESHOLD_PER_UNIT("threshold-per-unit", Quality.PRICE),
    /** The rate per unit less the threshold per unit. */
    DISTANCE_PER_UNIT("distance-per-unit", Quality.PRICE),
    /** Whether a comparison or a screen as a whole holds. */
    MET("met", Quality.TRUTH);

    private final String word;
    private final Quality quality;

    Measure(String word, Quality quality) {
        this.word = word;
        this.quality = quality;
    }

    /** The measure's name in an address, such as {@code rate-unrounded}. */
    public String word() {
        return word;
    }

    /** The kind of quantity, which determines how it is printed. */
    public Quality quality() {
        return quality;
    }

    /** Whether the value is yes or no. */
    public boolean isTruth() {
        return quality == Quality.TRUTH;
    }
}
