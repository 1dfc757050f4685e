package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.uncertainty.MonteCarlo;

/**
 * A function of independent uniform inputs whose Sobol' indices are known, and their estimates without any calculation of
 * rates.
 *
 * @param first first-order indices
 * @param total total indices
 */
record KnownFunction(String name, Response response, List<Double> first, List<Double> total) {
    /** A number for a point of the unit cube. */
    @FunctionalInterface
    interface Response {
        double at(double[] u);
    }

    /** T. Ishigami and T. Homma, ISUMA 1990, 398-403, doi:10.1109/ISUMA.1990.151285, with a = 7 and b = 0.1. */
    static KnownFunction ishigami() {
        double b = 0.1;
        double pi4 = Math.pow(Math.PI, 4);
        double one = 0.5 * Math.pow(1 + b * pi4 / 5, 2);
        double two = 49.0 / 8;
        double oneAndThree = 8 * b * b * pi4 * pi4 / 225;
        double all = one + two + oneAndThree;
        return new KnownFunction(
                "Ishigami",
                u -> {
                    double x = Math.PI * (2 * u[0] - 1);
                    double y = Math.PI * (2 * u[1] - 1);
                    double z = Math.PI * (2 * u[2] - 1);
                    double sine = Math.sin(y);
                    return Math.sin(x) + 7 * sine * sine + b * z * z * z * z * Math.sin(x);
                },
                List.of(one / all, two / all, 0.0),
                List.of((one + oneAndThree) / all, two / all, oneAndThree / all));
    }

    /**
     * The g function with the customary eight parameters (A. Saltelli and I. M. Sobol', Reliability Engineering and System
     * Safety 50 (1995) 225-239, doi:10.1016/0951-8320(95)00099-2).
     */
    static KnownFunction g() {
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        double product = 1;
        for (double each : a) {
            product *= 1 + part(each);
        }
        List<Double> first = new ArrayList<>();
        List<Double> total = new ArrayList<>();
        for (double each : a) {
            first.add(part(each) / (product - 1));
            total.add(part(each) * product / (1 + part(each)) / (product - 1));
        }
        return new KnownFunction(
                "g",
                u -> {
                    double g = 1;
                    for (int i = 0; i < a.length; i++) {
                        g *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
                    }
                    return g;
                },
                first,
                total);
    }

    private static double part(double a) {
        return 1.0 / 3 / ((1 + a) * (1 + a));
    }

    /** A weighted sum of uniform numbers. */
    static KnownFunction linear(double... weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        List<Double> shares = new ArrayList<>();
        for (double weight : weights) {
            shares.add(weight * weight / squares);
        }
        return new KnownFunction(
                "linear",
                u -> {
                    double sum = 1000;
                    for (int i = 0; i < weights.length; i++) {
                        sum += weights[i] * u[i];
                    }
                    return sum;
                },
                shares,
                shares);
    }

    int inputs() {
        return first.size();
    }

    /** The estimates from that many draws. */
    SobolIndices estimate(long seed, int draws, int resamples) {
        List<String> names = IntStream.range(0, inputs()).mapToObj(i -> "x" + i).toList();
        double[][] a = new double[inputs()][draws];
        double[][] b = new double[inputs()][draws];
        for (int i = 0; i < inputs(); i++) {
            MonteCarlo.of(seed, names).fill(i, 0, draws, a[i], 0);
            MonteCarlo.second(seed, names).fill(i, 0, draws, b[i], 0);
        }
        double[] first = values(a);
        SobolSums sums =
                new SobolSums(Moments.of(first, 0, Math.min(draws, 1024)).mean(), inputs());
        double[] second = values(b);
        List<double[]> exchanged = new ArrayList<>();
        for (int i = 0; i < inputs(); i++) {
            double[] kept = a[i];
            a[i] = b[i];
            exchanged.add(values(a));
            a[i] = kept;
        }
        for (int from = 0; from < draws; from += 4096) {
            int to = Math.min(draws, from + 4096);
            sums.samples(0, to - from, part(first, from, to), part(second, from, to));
            for (int i = 0; i < inputs(); i++) {
                sums.exchanged(i, 0, to - from, part(exchanged.get(i), from, to));
            }
        }
        return SobolIndices.of(sums, draws, new SobolIndices.Intervals(resamples, seed, name));
    }

    private static double[] part(double[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    private double[] values(double[][] columns) {
        double[] values = new double[columns[0].length];
        double[] u = new double[columns.length];
        for (int draw = 0; draw < values.length; draw++) {
            for (int i = 0; i < u.length; i++) {
                u[i] = columns[i][draw];
            }
            values[draw] = response.at(u);
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
