package org.advalorem.uncertainty;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The empirical distribution of a sample: each of its values is equally likely and no others occur. The quantile is the
 * smallest value with at least a share {@code u} of the sample at or below it (definition 1 of R. J. Hyndman and Y.
 * Fan, The American Statistician 50 (1996) 361-365, doi:10.2307/2684934).
 */
public final class Empirical implements Distribution {
    static final String FORM = "empirical(file.csv)";

    private final String name;
    private final double[] sorted;

    private Empirical(String name, double[] sorted) {
        this.name = name;
        this.sorted = sorted;
    }

    /**
     * The empirical distribution of a sample.
     *
     * @param name where the sample is, as used in the text form
     * @param sample the values, in any order
     * @throws IllegalArgumentException if the sample is empty or contains a value that is not a finite number
     */
    public static Empirical of(String name, double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("The sample (" + name + ") is empty.");
        }
        double[] sorted = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            sorted[i] = ParameterChecks.finite(sample[i], "value " + (i + 1) + " of " + name);
        }
        Arrays.sort(sorted);
        return new Empirical(name, sorted);
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = sorted[(int) Math.ceil(u[i] * sorted.length) - 1];
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] <= x) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return (double) below / sorted.length;
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(average());
    }

    @Override
    public OptionalDouble standardDeviation() {
        double mean = average();
        double sum = 0.0;
        for (double value : sorted) {
            sum += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(sum / sorted.length));
    }

    private double average() {
        double sum = 0.0;
        for (double value : sorted) {
            sum += value;
        }
        return sum / sorted.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Empirical that && name.equals(that.name) && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return "empirical(" + name + ")";
    }
}
