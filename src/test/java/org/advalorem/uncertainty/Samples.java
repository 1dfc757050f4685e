package org.advalorem.uncertainty;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One or more of every distribution. */
final class Samples {
    private Samples() {}

    static List<Distribution> continuous() {
        return List.of(
                new Uniform(0.02, 0.12),
                new Triangular(0.02, 0.06, 0.12),
                new Triangular(-1, -1, 0),
                new Triangular(0, 3e6, 3e6),
                Pert.of(0.02, 0.06, 0.12),
                Pert.of(-2, -2, 5),
                Beta.of(2, 3),
                Beta.of(0.5, 0.7, 10, 20),
                Beta.of(400, 20),
                new Normal(1, 0.05),
                TruncatedNormal.of(1, 0.1, 0.9, 1.3),
                TruncatedNormal.of(0, 1, 5, 9),
                TruncatedNormal.of(0, 1, -30, -6),
                new Lognormal(62, 1.4),
                Normal.ofInterval(0.05, 0.10),
                Lognormal.ofInterval(0.05, 0.10),
                ElicitedQuantiles.of(quantiles(), false),
                ElicitedQuantiles.of(quantiles(), true));
    }

    static List<Distribution> all() {
        return Stream.concat(
                        continuous().stream(),
                        Stream.of(
                                new Bernoulli(0.6),
                                Discrete.of(List.of("denied", "granted", "split"), List.of(0.4, 0.35, 0.25)),
                                Empirical.of("rates.csv", new double[] {3, 1, 4, 1, 5, 9, 2, 6})))
                .toList();
    }

    static Map<Double, Double> quantiles() {
        return new TreeMap<>(Map.of(0.05, 1.0, 0.5, 2.0, 0.95, 7.5));
    }
}
