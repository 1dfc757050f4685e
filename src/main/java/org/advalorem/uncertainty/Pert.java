package org.advalorem.uncertainty;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The PERT distribution: the beta distribution between low and high with shapes {@code 1 + 4 (mode - low) / (high -
 * low)} and {@code 1 + 4 (high - mode) / (high - low)}, whose mean is {@code (low + 4 mode + high) / 6} (D. G. Malcolm,
 * J. H. Roseboom, C. E. Clark and W. Fazar, Operations Research 7 (1959) 646-669, doi:10.1287/opre.7.5.646).
 */
public final class Pert implements Distribution {
    static final String FORM = "pert(low, mode, high)";
    private static final double WEIGHT = 4.0;

    private final double mode;
    private final Beta scaled;

    private Pert(double low, double mode, double high) {
        ParameterChecks.below(low, high, FORM);
        this.mode = ParameterChecks.between(mode, low, high, FORM);
        double place = (mode - low) / (high - low);
        this.scaled = Beta.of(1.0 + WEIGHT * place, 1.0 + WEIGHT * (1.0 - place), low, high);
    }

    /**
     * The PERT distribution with a lowest, a most likely and a highest value.
     *
     * @throws IllegalArgumentException unless {@code low < high} and the mode is between them, ends included
     */
    public static Pert of(double low, double mode, double high) {
        return new Pert(low, mode, high);
    }

    /** The low end. */
    public double low() {
        return scaled.low();
    }

    /** The high end. */
    public double high() {
        return scaled.high();
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        scaled.quantiles(u, from, to, out);
    }

    @Override
    public double cumulativeProbability(double x) {
        return scaled.cumulativeProbability(x);
    }

    @Override
    public OptionalDouble mean() {
        return scaled.mean();
    }

    @Override
    public OptionalDouble standardDeviation() {
        return scaled.standardDeviation();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pert that && mode == that.mode && low() == that.low() && high() == that.high();
    }

    @Override
    public int hashCode() {
        return Objects.hash(low(), mode, high());
    }

    @Override
    public String toString() {
        return ShortestDecimal.call("pert", low(), mode, high());
    }
}
