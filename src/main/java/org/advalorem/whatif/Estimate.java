package org.advalorem.whatif;

/**
 * A number estimated from draws, with a 95 percent interval.
 *
 * @param value the estimate; not a number when there is none
 */
public record Estimate(double value, double low, double high) {
    /** What is known without an error. */
    static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    /** The estimate and so much on both sides. */
    static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }
}
