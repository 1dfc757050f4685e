package org.advalorem.bracketing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * What a reader can work back from printed results: how closely each confidential number is known, given all of them.
 *
 * <p>Every result is taken as linear in the confidential numbers, with the slopes at their values, and known up to its
 * rounding. Beforehand a reader knows of each number its order of magnitude (a relative standard deviation of 1), or, of one
 * whose range is printed, that range. What the results leave of that uncertainty follows by linear regression:
 * {@code cov = (I + A'A)^-1}, in units of the uncertainty beforehand, where a row of {@code A} holds the slopes of a result
 * in these units, divided by its rounding. No list of pairs is needed: any results, together, count.
 */
final class Inference {
    /** A figure this close to a number, to either side, is a summary of it: 19 CFR 351.304(c)(1). */
    private static final double CLOSE = 0.1;

    /** What is spread evenly to either side of a number goes this many standard deviations away. */
    private static final double EVENLY = Math.sqrt(3);

    /** The standard deviation of a ranged figure, as a share of the number. */
    static final double RANGED = CLOSE / EVENLY;

    /** A number is worked back only if the results tell at least twice as much as was known beforehand. */
    private static final double LEAST_GAIN = 0.5;

    /** More pairs than this are not tried; results are then left out one by one. */
    private static final int MOST_IN_PAIRS = 60;

    /** Two ways to the same number differ by less than this share of it. */
    private static final double ROUNDED = 1e-9;

    private static final int MOST_CELLS = 20_000_000;

    private final Map<String, Unknown> unknowns = new HashMap<>();
    private final List<Double> spreads = new ArrayList<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final Set<Map<Integer, Double>> known = new LinkedHashSet<>();

    /** A confidential number, by its place. */
    private record Unknown(int place, double value) {}

    /** A quantity that must stay unknown: the sum of slopes times the confidential numbers. */
    private record Target(String name, double value, Map<Integer, Double> slopes) {}

    /** A printed result, with its slopes in units of the uncertainty beforehand, over its rounding. */
    private record Observation(String name, Map<Integer, Double> slopes) {}

    /**
     * A confidential number that printed results give away.
     *
     * @param name its address
     * @param from the results that do
     * @param within how closely, as a share of the number
     */
    record Recovered(String name, List<String> from, double within) {}

    /**
     * The place of a confidential number; -1 if it was noted with another value, which a contested position states and which is
     * therefore taken as known.
     *
     * @param spread the relative standard deviation with which it is known beforehand
     */
    int unknown(String name, double value, double spread, boolean fraction) {
        Unknown unknown = unknowns.computeIfAbsent(name, absent -> {
            double size = value != 0 ? Math.abs(value) : fraction ? 0.1 : 1.0;
            spreads.add(spread * size);
            return new Unknown(spreads.size() - 1, value);
        });
        boolean same = Math.abs(unknown.value() - value) <= ROUNDED * Math.abs(value);
        return same ? unknown.place() : -1;
    }

    /**
     * Notes a quantity that must stay unknown.
     *
     * @param slopes by the places of unknowns
     */
    void protect(String name, double value, Map<Integer, Double> slopes) {
        targets.putIfAbsent(name, new Target(name, value, scaled(slopes, 1.0)));
    }

    /**
     * Notes a printed result.
     *
     * @param slopes by the places of unknowns
     * @param rounding the standard deviation of its rounding
     */
    void observe(String name, Map<Integer, Double> slopes, double rounding) {
        Map<Integer, Double> row = scaled(slopes, rounding);
        if (!row.isEmpty() && known.add(row)) {
            observations.add(new Observation(name, row));
        }
    }

    private Map<Integer, Double> scaled(Map<Integer, Double> slopes, double by) {
        Map<Integer, Double> row = new HashMap<>();
        slopes.forEach((place, slope) -> {
            double scaled = slope * spreads.get(place) / by;
            if (scaled != 0 && Double.isFinite(scaled)) {
                row.put(place, scaled);
            }
        });
        return row;
    }

    /** Whether there are too many results and numbers to work through. */
    boolean isTooLarge() {
        return (long) observations.size() * unknowns.size() > MOST_CELLS;
    }

    /** The quantities that the results give away, in the order in which they were noted. */
    List<Recovered> recovered() {
        List<Recovered> recovered = new ArrayList<>();
        if (observations.isEmpty()) {
            return recovered;
        }
        Known all = new Known(observations);
        for (Target target : targets.values()) {
            if (all.gives(target)) {
                List<Observation> from = fewest(target);
                recovered.add(new Recovered(
                        target.name(),
                        from.stream().map(Observation::name).distinct().toList(),
                        new Known(from).within(target)));
            }
        }
        return recovered;
    }

    /** As few results as give a quantity away: one, else two, else those of which none can be left out. */
    private List<Observation> fewest(Target target) {
        List<Observation> about = observations.stream()
                .filter(of -> of.slopes().keySet().stream()
                        .anyMatch(place -> target.slopes().containsKey(place)))
                .toList();
        for (Observation one : about) {
            if (new Known(List.of(one)).gives(target)) {
                return List.of(one);
            }
        }
        if (observations.size() <= MOST_IN_PAIRS) {
            for (Observation one : about) {
                for (Observation other : observations) {
                    List<Observation> pair = List.of(one, other);
                    if (!one.equals(other) && new Known(pair).gives(target)) {
                        return pair;
                    }
                }
            }
        }
        List<Observation> needed = new ArrayList<>(observations);
        for (Observation of : observations) {
            List<Observation> without = new ArrayList<>(needed);
            without.remove(of);
            if (!without.isEmpty() && new Known(without).gives(target)) {
                needed = without;
            }
        }
        return needed;
    }

    /** What some results tell. */
    private static final class Known {
        private final Map<Integer, Integer> columns = new HashMap<>();
        private final RealMatrix directions;
        private final double[] told;

        Known(Collection<Observation> results) {
            for (Observation result : results) {
                result.slopes().keySet().forEach(place -> columns.putIfAbsent(place, columns.size()));
            }
            RealMatrix slopes = new Array2DRowRealMatrix(columns.size(), results.size());
            int row = 0;
            for (Observation result : results) {
                int column = row++;
                result.slopes().forEach((place, slope) -> slopes.setEntry(column(place), column, slope));
            }
            SingularValueDecomposition parts = new SingularValueDecomposition(slopes);
            directions = parts.getU();
            told = parts.getSingularValues();
        }

        private int column(int place) {
            return columns.getOrDefault(place, -1);
        }

        /** Whether a quantity is known within ten percent, and much more closely than before. */
        boolean gives(Target target) {
            return left(target) < LEAST_GAIN && within(target) < CLOSE;
        }

        /** How closely a quantity is known, to either side, as a share of it. */
        double within(Target target) {
            double before = Math.sqrt(squares(target));
            double deviation = left(target) * before;
            return target.value() == 0 ? deviation : deviation / Math.abs(target.value()) * EVENLY;
        }

        /** The share of the uncertainty about a quantity that is left: 0 where it is known, 1 where nothing is told. */
        double left(Target target) {
            double known = 0;
            for (int s = 0; s < told.length; s++) {
                double along = 0;
                for (Map.Entry<Integer, Double> slope : target.slopes().entrySet()) {
                    int column = column(slope.getKey());
                    along += column < 0 ? 0 : slope.getValue() * directions.getEntry(column, s);
                }
                double square = told[s] * told[s];
                known += along * along * (square / (1 + square));
            }
            double before = squares(target);
            return before == 0 ? 1 : Math.sqrt(Math.max(0, 1 - known / before));
        }

        private static double squares(Target target) {
            return target.slopes().values().stream()
                    .mapToDouble(slope -> slope * slope)
                    .sum();
        }
    }
}
