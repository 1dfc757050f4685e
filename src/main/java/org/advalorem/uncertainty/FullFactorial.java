package org.advalorem.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A full factorial design: every combination of the given levels, once; the last input changes fastest. Levels are used
 * as given: as probabilities if a distribution follows, otherwise as values.
 */
public final class FullFactorial implements Design {
    private static final long MOST = 1L << 40;

    private final double[][] levels;
    /** The number of consecutive draws in which an input keeps a level. */
    private final long[] strides;

    private final long draws;

    private FullFactorial(double[][] levels) {
        this.levels = levels;
        this.strides = new long[levels.length];
        long combinations = 1;
        for (int input = levels.length - 1; input >= 0; input--) {
            strides[input] = combinations;
            combinations *= levels[input].length;
            if (combinations > MOST) {
                throw new IllegalArgumentException("The levels have more than " + MOST
                        + " combinations. Use fewer levels, fewer inputs or random draws.");
            }
        }
        this.draws = combinations;
    }

    /**
     * All combinations of the given levels.
     *
     * @param levels the levels of each input, none empty
     * @throws IllegalArgumentException if an input has no levels, a level is not a finite number, or there are more
     *     than 2^40 combinations
     */
    public static FullFactorial of(List<double[]> levels) {
        double[][] copies = levels.stream().map(double[]::clone).toArray(double[][]::new);
        for (int input = 0; input < copies.length; input++) {
            if (copies[input].length == 0) {
                throw new IllegalArgumentException("Input " + (input + 1) + " has no levels. Give at least one.");
            }
            for (double level : copies[input]) {
                ParameterChecks.finite(level, "level of input " + (input + 1));
            }
        }
        return new FullFactorial(copies);
    }

    /**
     * All combinations of levels at the midpoints of equal parts of the unit interval: {@code (k + 1/2) / count}.
     *
     * @param counts the number of levels of each input
     * @throws IllegalArgumentException if an input has no levels or there are more than 2^40 combinations
     */
    public static FullFactorial ofCounts(List<Integer> counts) {
        return of(counts.stream().map(FullFactorial::middles).toList());
    }

    private static double[] middles(int count) {
        double[] middles = new double[count];
        Arrays.setAll(middles, k -> (k + 0.5) / count);
        return middles;
    }

    @Override
    public int inputs() {
        return levels.length;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(draws);
    }

    @Override
    public void fill(int input, long firstDraw, int n, double[] u, int offset) {
        ParameterChecks.range(this, input, firstDraw, n, u, offset);
        double[] own = levels[input];
        for (int i = 0; i < n; i++) {
            u[offset + i] = own[(int) ((firstDraw + i) / strides[input] % own.length)];
        }
    }
}
