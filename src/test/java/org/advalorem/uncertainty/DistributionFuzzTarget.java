package org.advalorem.uncertainty;

import java.nio.charset.StandardCharsets;

/** Any text as a distribution: a syntax error, or numbers from every part of it and a text form that reads back. */
public final class DistributionFuzzTarget {
    private static final double[] PROBABILITIES = {
        Distribution.LEAST_PROBABILITY, 1e-9, 0.1, 0.5, 0.9, 1.0 - 1e-9, 1.0 - Distribution.LEAST_PROBABILITY
    };

    private DistributionFuzzTarget() {}

    /** The name that the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Variation.isNamed(text);
        Variation read;
        try {
            read = Variation.parse(text, name -> new double[] {1.0, 2.0, 4.0});
        } catch (DistributionSyntaxException refused) {
            return;
        }
        Distribution distribution = read.distribution();
        double last = Double.NEGATIVE_INFINITY;
        for (double probability : PROBABILITIES) {
            double quantile = distribution.quantile(probability);
            if (!(quantile >= last) || Double.isInfinite(quantile)) {
                throw new IllegalStateException(
                        "The quantile of " + probability + " is " + quantile + " after " + last);
            }
            last = quantile;
            double below = distribution.cumulativeProbability(quantile);
            if (!(below >= 0.0 && below <= 1.0)) {
                throw new IllegalStateException("The probability below " + quantile + " is " + below);
            }
        }
        String written = read.toString();
        if (!Variation.parse(written, name -> new double[] {1.0, 2.0, 4.0})
                .distribution()
                .equals(distribution)) {
            throw new IllegalStateException("Not the same when read back: " + written);
        }
    }
}
