package org.advalorem.whatif;

/**
 * A number estimated from draws, with its 95 percent interval.
 *
 * @param value the estimate; NaN if there is none
 */
public record Estimate(double value, double low, double high) {
    /** An estimate without error. */
    static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    /** An estimate whose interval extends by {@code half} to either side. */
    static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }
}
