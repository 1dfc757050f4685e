package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/**
 * The sums from which the Sobol' indices of one result are computed, in {@link #BATCHES} batches of equal size: each
 * chunk contributes {@link #RUN} consecutive draws to each batch.
 *
 * <p>With {@code a} and {@code b} the result in the first and second sample and {@code v} that of the first sample with
 * some inputs from the second, all less one number near the mean, these are the sums of a, aa, b, bb, ab and, for every
 * exchange, of v, vv, av, bv. The sums of aaa + bbb and aaaa + bbbb, for the shape of the distribution, and the numbers
 * of draws that an exchange changed are not divided into batches. The memory does not depend on the number of draws, and the spread between batches gives
 * the errors.
 */
final class SobolSums {
    /** The number of batches, enough to determine the spread between them to 4 percent. */
    static final int BATCHES = 256;

    static final int A = 0;
    static final int AA = 1;
    static final int B = 2;
    static final int BB = 3;
    static final int AB = 4;

    static final int V = 0;
    static final int VV = 1;
    static final int AV = 2;
    static final int BV = 3;

    /** The number of draws of one batch in one chunk. */
    static final int RUN = BatchRun.CHUNK / BATCHES;

    private static final double[][] NONE = {};

    private final double centre;
    private final double[][] samples = new double[5][BATCHES];
    private final List<double[][]> exchanged = new ArrayList<>();
    private final long[] changes;
    private double cubes;
    private double fourths;
    private final double[] first = new double[BatchRun.CHUNK];
    private final double[] second = new double[BatchRun.CHUNK];

    /**
     * Empty sums.
     *
     * @param centre a number near the mean of the result, subtracted so that few digits are lost
     */
    SobolSums(double centre, int exchanges) {
        this.centre = centre;
        this.changes = new long[exchanges];
        for (int i = 0; i < exchanges; i++) {
            exchanged.add(NONE);
        }
    }

    /**
     * Adds a block of both samples.
     *
     * @param offset the offset of the block in its chunk; like the count, a multiple of {@link #RUN}
     */
    void samples(int offset, int count, double[] a, double[] b) {
        for (int i = 0; i < count; i++) {
            first[i] = a[i] - centre;
            second[i] = b[i] - centre;
        }
        for (int from = 0; from < count; from += RUN) {
            double sumA = 0.0;
            double sumAa = 0.0;
            double sumB = 0.0;
            double sumBb = 0.0;
            double sumAb = 0.0;
            double sumCubes = 0.0;
            double sumFourths = 0.0;
            for (int i = from; i < from + RUN; i++) {
                double squareA = first[i] * first[i];
                double squareB = second[i] * second[i];
                sumA += first[i];
                sumAa += squareA;
                sumB += second[i];
                sumBb += squareB;
                sumAb += first[i] * second[i];
                sumCubes += squareA * first[i] + squareB * second[i];
                sumFourths += squareA * squareA + squareB * squareB;
            }
            int batch = (offset + from) / RUN;
            samples[A][batch] += sumA;
            samples[AA][batch] += sumAa;
            samples[B][batch] += sumB;
            samples[BB][batch] += sumBb;
            samples[AB][batch] += sumAb;
            cubes += sumCubes;
            fourths += sumFourths;
        }
    }

    /** Adds the result of one exchange for the block of samples added last. */
    void exchanged(int exchange, int offset, int count, double[] v) {
        double[][] sums = exchanged.get(exchange);
        if (sums == NONE) {
            sums = new double[4][BATCHES];
            exchanged.set(exchange, sums);
        }
        double sumV = 0.0;
        double sumVv = 0.0;
        double sumAv = 0.0;
        double sumBv = 0.0;
        int changed = 0;
        int batch = offset / RUN;
        // a single loop, because a nested one per run would cost more to set up than its work
        for (int i = 0; i < count; i++) {
            double d = v[i] - centre;
            sumV += d;
            sumVv += d * d;
            sumAv += first[i] * d;
            sumBv += second[i] * d;
            changed += d == first[i] ? 0 : 1;
            if (i % RUN == RUN - 1) {
                sums[V][batch] += sumV;
                sums[VV][batch] += sumVv;
                sums[AV][batch] += sumAv;
                sums[BV][batch] += sumBv;
                sumV = 0.0;
                sumVv = 0.0;
                sumAv = 0.0;
                sumBv = 0.0;
                batch++;
            }
        }
        changes[exchange] += changed;
    }

    void add(SobolSums other) {
        add(samples, other.samples);
        cubes += other.cubes;
        fourths += other.fourths;
        for (int i = 0; i < exchanged.size(); i++) {
            changes[i] += other.changes[i];
            if (has(i) && other.has(i)) {
                add(exchanged.get(i), other.exchanged.get(i));
            } else if (other.has(i)) {
                exchanged.set(i, other.exchanged.get(i));
            }
        }
    }

    private static void add(double[][] sums, double[][] others) {
        for (int i = 0; i < sums.length; i++) {
            for (int batch = 0; batch < BATCHES; batch++) {
                sums[i][batch] += others[i][batch];
            }
        }
    }

    void write(PackedWriter out) {
        write(samples, out);
        out.number(cubes).number(fourths);
        for (int i = 0; i < exchanged.size(); i++) {
            out.count(changes[i]).count(has(i) ? 1 : 0);
            write(exchanged.get(i), out);
        }
    }

    private static void write(double[][] sums, PackedWriter out) {
        for (double[] batches : sums) {
            out.numbers(batches, BATCHES);
        }
    }

    /** Sums with the same centre and as many exchanges that another process wrote. */
    static SobolSums read(double centre, int exchanges, PackedReader in) {
        SobolSums read = new SobolSums(centre, exchanges);
        read(read.samples, in);
        read.cubes = in.number();
        read.fourths = in.number();
        for (int i = 0; i < exchanges; i++) {
            read.changes[i] = in.count();
            if (in.count() == 1) {
                double[][] sums = new double[4][];
                read(sums, in);
                read.exchanged.set(i, sums);
            }
        }
        return read;
    }

    private static void read(double[][] sums, PackedReader in) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.numbers();
        }
    }

    /** The number subtracted from every result. */
    double centre() {
        return centre;
    }

    int exchanges() {
        return exchanged.size();
    }

    /** Whether that exchange was ever added; if not, it has no effect on the result. */
    boolean has(int exchange) {
        return exchanged.get(exchange) != NONE;
    }

    /** The number of draws in which that exchange changed the result. */
    long changes(int exchange) {
        return changes[exchange];
    }

    /** The sum of the cubes of both samples. */
    double cubes() {
        return cubes;
    }

    /** The sum of the fourth powers of both samples. */
    double fourths() {
        return fourths;
    }

    /** The sums of both samples. */
    double[][] ofSamples() {
        return samples;
    }

    /** The sums of an exchange; empty for one that was never added. */
    double[][] ofExchange(int exchange) {
        return exchanged.get(exchange);
    }
}
