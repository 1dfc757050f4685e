package org.advalorem.whatif;

import java.util.Arrays;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/**
 * Count, mean, sum of squared deviations, min and max of numbers, taken over fixed groups that are merged in order, so
 * that the result is bit-identical however the work is divided (T. F. Chan, G. H. Golub and R. J. LeVeque, The American
 * Statistician 37 (1983) 242-247, doi:10.2307/2683386). Non-finite numbers are counted separately.
 */
final class Moments {
    private long count;
    private long notFinite;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** The moments of {@code numbers[from]} to {@code numbers[to - 1]}. */
    static Moments of(double[] numbers, int from, int to) {
        Moments moments = new Moments();
        double sum = 0.0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        // comparisons are seldom true and cheaper than Math.min; they are false for what is not a number, as is the sum
        for (int i = from; i < to; i++) {
            double number = numbers[i];
            sum += number;
            if (number < min) {
                min = number;
            }
            if (number > max) {
                max = number;
            }
        }
        int n = to - from;
        double mean = sum / n;
        if (!(Math.abs(sum) < Double.POSITIVE_INFINITY)) {
            double[] finite = finite(numbers, from, to);
            if (finite.length < n) {
                moments = of(finite, 0, finite.length);
                moments.notFinite = (long) n - finite.length;
                return moments;
            }
            mean = meanOfHuge(numbers, from, to);
        }
        double squares = 0.0;
        double deviations = 0.0;
        for (int i = from; i < to; i++) {
            double deviation = numbers[i] - mean;
            deviations += deviation;
            squares += deviation * deviation;
        }
        // with an exact mean, the deviations would sum to zero
        double error = n == 0 ? 0.0 : deviations / n;
        moments.count = n;
        moments.mean = mean + error;
        moments.squares = Math.max(0.0, squares - error * deviations);
        moments.min = min == 0.0 ? zero(numbers, from, to, true) : min;
        moments.max = max == 0.0 ? zero(numbers, from, to, false) : max;
        return moments;
    }

    /** The zero that is the min or the max of numbers: comparisons do not tell it from negative zero. */
    private static double zero(double[] numbers, int from, int to, boolean negative) {
        for (int i = from; i < to; i++) {
            if (numbers[i] == 0.0 && Math.copySign(1.0, numbers[i]) < 0.0 == negative) {
                return numbers[i];
            }
        }
        return negative ? 0.0 : -0.0;
    }

    /** The mean of finite numbers whose sum overflows. */
    private static double meanOfHuge(double[] numbers, int from, int to) {
        double mean = 0.0;
        for (int i = from; i < to; i++) {
            mean += numbers[i] / (to - from);
        }
        return mean;
    }

    /** The finite numbers among {@code numbers[from]} to {@code numbers[to - 1]}. */
    static double[] finite(double[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).filter(Double::isFinite).toArray();
    }

    void write(PackedWriter out) {
        out.count(count)
                .count(notFinite)
                .number(mean)
                .number(squares)
                .number(min)
                .number(max);
    }

    static Moments read(PackedReader in) {
        Moments read = new Moments();
        read.count = in.count();
        read.notFinite = in.count();
        read.mean = in.number();
        read.squares = in.number();
        read.min = in.number();
        read.max = in.number();
        return read;
    }

    void add(Moments other) {
        notFinite += other.notFinite;
        if (other.count == 0) {
            return;
        }
        long together = count + other.count;
        double difference = other.mean - mean;
        mean += difference * other.count / together;
        squares += other.squares + difference * difference * ((double) count / together) * other.count;
        count = together;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    long count() {
        return count;
    }

    long notFinite() {
        return notFinite;
    }

    /** The mean; NaN if there are no numbers. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The standard deviation with the denominator {@code n - 1}; 0 for fewer than two numbers. */
    double standardDeviation() {
        return count < 2 ? 0.0 : Math.sqrt(squares / (count - 1));
    }

    /** The min; NaN if there are no numbers. */
    double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** The max; NaN if there are no numbers. */
    double max() {
        return count == 0 ? Double.NaN : max;
    }
}
