package org.advalorem.uncertainty;

import java.util.Objects;

/** Parameter checks that return their argument, or throw an exception that names it. */
final class ParameterChecks {
    private ParameterChecks() {}

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") is not a number.");
        }
        // adding zero turns -0.0 into 0.0, so that equal parameters have one text form
        return value + 0.0;
    }

    static double positive(double value, String name) {
        if (!(finite(value, name) > 0.0)) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + ShortestDecimal.of(value) + ") is not positive. Write a number above zero.");
        }
        return value;
    }

    static double share(double value, String name) {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw new IllegalArgumentException("The " + name + " (" + ShortestDecimal.of(value)
                    + ") is not between 0% and 100%. Write one such as 60% or 0.6.");
        }
        return value + 0.0;
    }

    static double probability(double u) {
        if (!(u >= Distribution.LEAST_PROBABILITY && u <= 1.0 - Distribution.LEAST_PROBABILITY)) {
            throw new IllegalArgumentException(
                    "The probability (" + u + ") is not from 2^-53 to 1 - 2^-53, where quantiles are known.");
        }
        return u;
    }

    /** The low end, if it is below the high end and the distance between them is finite. */
    static double below(double low, double high, String form) {
        finite(low, "low end");
        finite(high, "high end");
        if (!(low < high)) {
            throw new IllegalArgumentException("The low end (" + ShortestDecimal.of(low)
                    + ") is not below the high end (" + ShortestDecimal.of(high) + "). Write " + form
                    + ", or a plain number when nothing varies.");
        }
        finite(high - low, "distance between the ends");
        return low + 0.0;
    }

    static double between(double mode, double low, double high, String form) {
        if (!(finite(mode, "mode") >= low && mode <= high)) {
            throw new IllegalArgumentException(
                    "The mode (" + ShortestDecimal.of(mode) + ") is not between the low end (" + ShortestDecimal.of(low)
                            + ") and the high end (" + ShortestDecimal.of(high) + "). Write " + form + ".");
        }
        return mode + 0.0;
    }

    /**
     * 1 if the probability is above a bound, otherwise 0, without a branch: any positive difference, once scaled,
     * exceeds 1.
     */
    static double above(double u, double bound) {
        return Math.min(1.0, Math.max(0.0, (u - bound) * 0x1p200));
    }

    /** Checks the arguments of {@link Design#fill}. */
    static void range(Design design, int input, long firstDraw, int n, double[] u, int offset) {
        Objects.checkIndex(input, design.inputs());
        Objects.checkFromIndexSize(offset, n, u.length);
        Objects.checkFromIndexSize(firstDraw, (long) n, design.size().orElse(Sobol.LONGEST));
    }

    static void otherArray(double[] u, double[] out) {
        if (u == out) {
            throw new IllegalArgumentException("Quantiles cannot be written over their probabilities.");
        }
    }
}
