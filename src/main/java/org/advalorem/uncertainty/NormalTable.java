package org.advalorem.uncertainty;

/**
 * The standard normal distribution function on blocks, as a table of Taylor polynomials in cells of width 1/16. The
 * relative error is below 1e-11 for the probability of the tail on the same side of zero.
 *
 * <p>Results are limited to the range from 2^-53 to 1 - 2^-53, for which quantiles are defined.
 */
final class NormalTable {
    private static final int PER_UNIT = 16;
    private static final double FARTHEST = 8.3;
    private static final int TERMS = 10;
    private static final double[] TABLE = table();

    private NormalTable() {}

    /** Replaces the scores {@code z[from]} to {@code z[to - 1]} by their probabilities. */
    static void cumulativeProbabilities(double[] z, int from, int to) {
        for (int i = from; i < to; i++) {
            double size = Math.min(Math.abs(z[i]), FARTHEST);
            int cell = (int) (size * PER_UNIT);
            double v = (size * PER_UNIT - cell) * 2.0 - 1.0;
            int at = cell * TERMS;
            double p = TABLE[at + 9];
            p = p * v + TABLE[at + 8];
            p = p * v + TABLE[at + 7];
            p = p * v + TABLE[at + 6];
            p = p * v + TABLE[at + 5];
            p = p * v + TABLE[at + 4];
            p = p * v + TABLE[at + 3];
            p = p * v + TABLE[at + 2];
            p = p * v + TABLE[at + 1];
            p = p * v + TABLE[at];
            p = Math.max(p, Distribution.LEAST_PROBABILITY);
            z[i] = z[i] < 0.0 ? p : 1.0 - p;
        }
    }

    /** The tail probability at the middle of each cell and its Taylor coefficients, in half cells. */
    private static double[] table() {
        int cells = (int) (FARTHEST * PER_UNIT) + 1;
        double[] table = new double[cells * TERMS];
        double half = 0.5 / PER_UNIT;
        for (int cell = 0; cell < cells; cell++) {
            double middle = (cell + 0.5) / PER_UNIT;
            table[cell * TERMS] = StandardNormal.cumulativeProbability(-middle);
            // e(s) = density(middle + s) has e' = -(middle + s) e
            double before = 0.0;
            double term = StandardNormal.density(middle) * half;
            for (int k = 1; k < TERMS; k++) {
                table[cell * TERMS + k] = -term / k;
                double next = -(middle * half * term + half * half * before) / k;
                before = term;
                term = next;
            }
        }
        return table;
    }
}
