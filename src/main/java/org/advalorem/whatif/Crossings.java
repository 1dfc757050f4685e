package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of the numbers below and above rates. A number within 1e-12 of a rate, relative to it, is at it: draws are computed
 * in doubles, rates are written in decimals.
 */
final class Crossings {
    private static final double WITHIN = 1e-12;

    private final List<Double> rates;
    private final long[] below;
    private final long[] above;

    Crossings(List<Double> rates) {
        this.rates = List.copyOf(rates);
        below = new long[rates.size()];
        above = new long[rates.size()];
    }

    /**
     * The counts of one chunk: those below each rate, then those above each; for several threads at once.
     *
     * @param numbers of which those that are not finite are neither below nor above
     */
    int[] read(double[] numbers, int count) {
        int[] counts = new int[2 * rates.size()];
        for (int i = 0; i < rates.size(); i++) {
            double margin = Math.abs(rates.get(i)) * WITHIN;
            double low = rates.get(i) - margin;
            double high = rates.get(i) + margin;
            int less = 0;
            int more = 0;
            for (int j = 0; j < count; j++) {
                less += numbers[j] < low && numbers[j] > Double.NEGATIVE_INFINITY ? 1 : 0;
                more += numbers[j] > high && numbers[j] < Double.POSITIVE_INFINITY ? 1 : 0;
            }
            counts[i] = less;
            counts[rates.size() + i] = more;
        }
        return counts;
    }

    void add(int[] counts) {
        for (int i = 0; i < rates.size(); i++) {
            below[i] += counts[i];
            above[i] += counts[rates.size() + i];
        }
    }

    /** Adds the same number many times. */
    void add(double number, long times) {
        int[] once = read(new double[] {number}, 1);
        for (int i = 0; i < rates.size(); i++) {
            below[i] += once[i] * times;
            above[i] += once[rates.size() + i] * times;
        }
    }

    List<Distributed.Crossing> found() {
        List<Distributed.Crossing> found = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            found.add(new Distributed.Crossing(rates.get(i), below[i], above[i]));
        }
        return found;
    }
}
