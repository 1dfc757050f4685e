package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;

/** A histogram of intervals of equal width with round edges. */
final class Bins {
    private static final int ABOUT = 40;

    private final double start;
    private final double width;
    private final long[] counts;

    private Bins(double start, double width, int count) {
        this.start = start;
        this.width = width;
        this.counts = new long[count];
    }

    /** About forty empty bins from min to max; none if the two are equal. */
    static Bins over(double min, double max) {
        if (!(max > min) || Double.isInfinite(max - min)) {
            return new Bins(min, 0.0, 0);
        }
        double width = round((max - min) / ABOUT);
        double start = Math.floor(min / width) * width;
        int count = (int) Math.max(1, Math.ceil((max - start) / width));
        return new Bins(start, width, count);
    }

    /** The width rounded up to 1, 2 or 5 times a power of ten. */
    private static double round(double width) {
        double power = Double.parseDouble("1e" + (int) Math.floor(StrictMath.log10(width)));
        double digits = width / power;
        return power * (digits <= 1.0 ? 1.0 : digits <= 2.0 ? 2.0 : digits <= 5.0 ? 5.0 : 10.0);
    }

    /** The counts of one chunk, by bin; may be called by several threads at once. */
    int[] read(double[] numbers, int from, int to) {
        int[] read = new int[counts.length];
        if (counts.length > 0) {
            for (int i = from; i < to; i++) {
                if (Double.isFinite(numbers[i])) {
                    read[place(numbers[i])]++;
                }
            }
        }
        return read;
    }

    void add(int[] read) {
        for (int i = 0; i < read.length; i++) {
            counts[i] += read[i];
        }
    }

    void add(double number, long times) {
        if (counts.length > 0) {
            counts[place(number)] += times;
        }
    }

    private int place(double number) {
        return (int) Math.max(0, Math.min(counts.length - 1L, (long) Math.floor((number - start) / width)));
    }

    Distributed.Histogram histogram() {
        List<Double> edges = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            edges.add(start + i * width);
            all.add(counts[i]);
        }
        if (counts.length > 0) {
            edges.add(start + counts.length * width);
        }
        return new Distributed.Histogram(edges, all);
    }
}
