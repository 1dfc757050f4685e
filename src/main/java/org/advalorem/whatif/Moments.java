package org.advalorem.whatif;

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
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        for (int i = from; i < to; i++) {
            min = Math.min(min, numbers[i]);
            max = Math.max(max, numbers[i]);
        }
        int n = to - from;
        double mean = sum / n;
        if (!(Math.abs(sum) < Double.POSITIVE_INFINITY)) {
            if (!(min > Double.NEGATIVE_INFINITY && max < Double.POSITIVE_INFINITY)) {
                return finiteOf(numbers, from, to);
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
        moments.min = min;
        moments.max = max;
        return moments;
    }

    /** The mean of finite numbers whose sum overflows. */
    private static double meanOfHuge(double[] numbers, int from, int to) {
        double mean = 0.0;
        for (int i = from; i < to; i++) {
            mean += numbers[i] / (to - from);
        }
        return mean;
    }

    private static Moments finiteOf(double[] numbers, int from, int to) {
        double[] finite = new double[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(numbers[i])) {
                finite[n++] = numbers[i];
            }
        }
        Moments moments = n == 0 ? new Moments() : of(finite, 0, n);
        moments.notFinite = (long) to - from - n;
        return moments;
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
