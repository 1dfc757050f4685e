package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.advalorem.uncertainty.RandomStream;

/**
 * First-order and total Sobol' indices of one result, estimated from {@link SobolSums}.
 *
 * <p>With Y the result in the first sample, Y' in the second, and Y<sub>i</sub> that of the first with input i taken
 * from the second:
 *
 * <ul>
 *   <li>total: {@code 1 - Cov(Y, Yi) / W}, {@code W = (Var Y + Var Yi) / 2}, which is M. J. W. Jansen's (Computer
 *       Physics Communications 117 (1999) 35-43, doi:10.1016/S0010-4655(98)00154-4) over a variance of both samples;
 *   <li>first order: {@code (Cov(Y', Yi) - c Cov(Y, Y')) / W}, {@code W = (Var Y' + Var Yi) / 2}.
 * </ul>
 *
 * <p>Without {@code c} both are the estimator that A. Janon, T. Klein, A. Lagnoux, M. Nodet and C. Prieur show to be
 * asymptotically normal and efficient among estimators based on such pairs (ESAIM: Probability and Statistics 18 (2014)
 * 342-364, doi:10.1051/ps/2013040). {@code Cov(Y, Y')} is known to be zero and serves as a control variate, with its
 * factor c found by regression: for an input that matters little, c is near 1, as in A. Saltelli and others (Computer
 * Physics Communications 181 (2010) 259-270, doi:10.1016/j.cpc.2009.09.018), and the error shrinks with the index; for
 * an input that accounts for everything, c is 0.
 *
 * <p>Errors are those of the linear part (delta method), from the spread between batches. The bootstrap resamples
 * batches.
 */
final class SobolIndices {
    /** The 97.5 percent quantile of Student's t with 254 degrees of freedom: the batches less a mean and a factor. */
    private static final double STUDENT = 1.96935;

    private static final int VAR_A = 0;
    private static final int VAR_B = 1;
    private static final int COV_AB = 2;
    private static final int VAR_V = 3;
    private static final int COV_AV = 4;
    private static final int COV_BV = 5;

    private static final double TAIL = 0.025;

    private final SobolSums sums;
    private final double perBatch;
    private final List<Effect> effects = new ArrayList<>();
    private final Estimate unexplained;

    /** The indices of one exchange. */
    record Effect(Estimate first, Estimate total) {}

    /**
     * The settings of intervals.
     *
     * @param resamples the number of bootstrap resamples; 0 for the asymptotic interval
     * @param address the address of the result, which separates its random stream from those of others
     */
    record Intervals(int resamples, long seed, String address) {}

    /** An index and the contribution of each batch to its error. */
    private static final class Linear {
        final double value;
        final double[] parts;

        Linear(double value, double[] parts) {
            this.value = value;
            this.parts = parts;
        }
    }

    private SobolIndices(SobolSums sums, long draws, Intervals intervals) {
        this.sums = sums;
        this.perBatch = (double) draws / SobolSums.BATCHES;
        int exchanges = sums.exchanges();
        List<Optional<Linear>> firsts = new ArrayList<>();
        List<Optional<Linear>> totals = new ArrayList<>();
        double[] controls = new double[exchanges];
        for (int i = 0; i < exchanges; i++) {
            if (sums.has(i)) {
                firsts.add(Optional.of(first(i, controls)));
                totals.add(Optional.of(total(i)));
            } else {
                firsts.add(Optional.empty());
                totals.add(Optional.empty());
            }
        }
        if (intervals.resamples() == 0) {
            for (int i = 0; i < exchanges; i++) {
                effects.add(new Effect(asymptotic(firsts.get(i)), asymptotic(totals.get(i))));
            }
            Estimate explained = asymptotic(Optional.of(sum(firsts)));
            unexplained = new Estimate(1.0 - explained.value(), 1.0 - explained.high(), 1.0 - explained.low());
        } else {
            unexplained = bootstrap(firsts, totals, controls, intervals);
        }
    }

    /**
     * The indices of a result.
     *
     * @param draws the draws of each sample, a multiple of the number of batches
     */
    static SobolIndices of(SobolSums sums, long draws, Intervals intervals) {
        return new SobolIndices(sums, draws, intervals);
    }

    /** The indices of every exchange. */
    List<Effect> effects() {
        return effects;
    }

    /** One minus the sum of the first-order indices: the share of variance due to interactions. */
    Estimate unexplained() {
        return unexplained;
    }

    /** The mean of the result over both samples. */
    double mean() {
        return sums.centre() + (mean(sums.ofSamples()[SobolSums.A]) + mean(sums.ofSamples()[SobolSums.B])) / 2.0;
    }

    /** The standard deviation of the result over both samples. */
    double standardDeviation() {
        double[] moments = samples(ones());
        double draws = perBatch * SobolSums.BATCHES;
        return Math.sqrt(Math.max(0.0, (moments[VAR_A] + moments[VAR_B]) / 2.0) * (draws / (draws - 1.0)));
    }

    /** The skewness of the result over both samples; NaN if it does not vary. */
    double skewness() {
        double[] moments = centralMoments();
        return moments[1] / (moments[0] * Math.sqrt(moments[0]));
    }

    /** The kurtosis of the result over both samples, 3 for a normal distribution; NaN if it does not vary. */
    double kurtosis() {
        double[] moments = centralMoments();
        return moments[2] / (moments[0] * moments[0]);
    }

    /** The second, third and fourth moments over both samples about their mean. */
    private double[] centralMoments() {
        double[][] s = sums.ofSamples();
        double draws = 2.0 * perBatch * SobolSums.BATCHES;
        double mean = mean() - sums.centre();
        double second = (mean(s[SobolSums.AA]) + mean(s[SobolSums.BB])) / 2.0;
        double third = sums.cubes() / draws;
        double fourth = sums.fourths() / draws;
        double square = mean * mean;
        return new double[] {
            second - square,
            third - 3.0 * mean * second + 2.0 * mean * square,
            fourth - 4.0 * mean * third + 6.0 * square * second - 3.0 * square * square
        };
    }

    private static double[] ones() {
        double[] weights = new double[SobolSums.BATCHES];
        Arrays.fill(weights, 1.0);
        return weights;
    }

    private double mean(double[] batchSums) {
        double sum = 0.0;
        for (double batch : batchSums) {
            sum += batch;
        }
        return sum / (perBatch * SobolSums.BATCHES);
    }

    /** The mean with each batch counted as often as its weight. */
    private double mean(double[] batchSums, double[] weights) {
        double sum = 0.0;
        for (int batch = 0; batch < batchSums.length; batch++) {
            sum += weights[batch] * batchSums[batch];
        }
        return sum / (perBatch * SobolSums.BATCHES);
    }

    private double covariance(double[] products, double[] x, double[] y, double[] weights) {
        return mean(products, weights) - mean(x, weights) * mean(y, weights);
    }

    private double[] samples(double[] weights) {
        double[][] s = sums.ofSamples();
        double[] moments = new double[6];
        moments[VAR_A] = covariance(s[SobolSums.AA], s[SobolSums.A], s[SobolSums.A], weights);
        moments[VAR_B] = covariance(s[SobolSums.BB], s[SobolSums.B], s[SobolSums.B], weights);
        moments[COV_AB] = covariance(s[SobolSums.AB], s[SobolSums.A], s[SobolSums.B], weights);
        return moments;
    }

    private double[] moments(int exchange, double[] weights) {
        double[][] s = sums.ofSamples();
        double[][] e = sums.ofExchange(exchange);
        double[] moments = samples(weights);
        moments[VAR_V] = covariance(e[SobolSums.VV], e[SobolSums.V], e[SobolSums.V], weights);
        moments[COV_AV] = covariance(e[SobolSums.AV], s[SobolSums.A], e[SobolSums.V], weights);
        moments[COV_BV] = covariance(e[SobolSums.BV], s[SobolSums.B], e[SobolSums.V], weights);
        return moments;
    }

    private static double firstOf(double[] moments, double control) {
        double variance = (moments[VAR_B] + moments[VAR_V]) / 2.0;
        return variance == 0.0 ? 0.0 : (moments[COV_BV] - control * moments[COV_AB]) / variance;
    }

    private static double totalOf(double[] moments) {
        double variance = (moments[VAR_A] + moments[VAR_V]) / 2.0;
        return variance == 0.0 ? 0.0 : (variance - moments[COV_AV]) / variance;
    }

    /** The contribution of each batch to a covariance about the overall means. */
    private double[] parts(double[] products, double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double[] parts = new double[products.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (products[i] - meanX * y[i] - meanY * x[i]) / perBatch + meanX * meanY;
        }
        return parts;
    }

    private Linear first(int exchange, double[] controls) {
        double[] moments = moments(exchange, ones());
        double[][] s = sums.ofSamples();
        double[][] e = sums.ofExchange(exchange);
        double[] covariances = parts(e[SobolSums.BV], s[SobolSums.B], e[SobolSums.V]);
        double[] control = parts(s[SobolSums.AB], s[SobolSums.A], s[SobolSums.B]);
        double[] variances = halves(
                parts(s[SobolSums.BB], s[SobolSums.B], s[SobolSums.B]),
                parts(e[SobolSums.VV], e[SobolSums.V], e[SobolSums.V]));
        double plain = firstOf(moments, 0.0);
        controls[exchange] = slope(minus(covariances, plain, variances), control);
        double value = firstOf(moments, controls[exchange]);
        double[] parts = minus(minus(covariances, controls[exchange], control), value, variances);
        return new Linear(value, dividedBy((moments[VAR_B] + moments[VAR_V]) / 2.0, parts));
    }

    private Linear total(int exchange) {
        double[] moments = moments(exchange, ones());
        double[][] s = sums.ofSamples();
        double[][] e = sums.ofExchange(exchange);
        double[] variances = halves(
                parts(s[SobolSums.AA], s[SobolSums.A], s[SobolSums.A]),
                parts(e[SobolSums.VV], e[SobolSums.V], e[SobolSums.V]));
        double[] covariances = parts(e[SobolSums.AV], s[SobolSums.A], e[SobolSums.V]);
        double value = totalOf(moments);
        double[] parts = minus(minus(variances, 1.0, covariances), value, variances);
        return new Linear(value, dividedBy((moments[VAR_A] + moments[VAR_V]) / 2.0, parts));
    }

    private static double[] halves(double[] x, double[] y) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = (x[i] + y[i]) / 2.0;
        }
        return result;
    }

    private static double[] minus(double[] x, double factor, double[] y) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i] - factor * y[i];
        }
        return result;
    }

    private static double[] dividedBy(double divisor, double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = divisor == 0.0 ? 0.0 : x[i] / divisor;
        }
        return result;
    }

    /** The least-squares slope of y on x; 0 if x does not vary. */
    private static double slope(double[] y, double[] x) {
        double meanX = Arrays.stream(x).sum() / x.length;
        double meanY = Arrays.stream(y).sum() / y.length;
        double products = 0.0;
        double squares = 0.0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return squares == 0.0 ? 0.0 : products / squares;
    }

    private static Linear sum(List<Optional<Linear>> parts) {
        double value = 0.0;
        double[] together = new double[SobolSums.BATCHES];
        for (Optional<Linear> part : parts) {
            if (part.isPresent()) {
                value += part.get().value;
                together = minus(together, -1.0, part.get().parts);
            }
        }
        return new Linear(value, together);
    }

    private static Estimate asymptotic(Optional<Linear> index) {
        if (index.isEmpty()) {
            return Estimate.exact(0.0);
        }
        double[] parts = index.get().parts;
        double mean = Arrays.stream(parts).sum() / parts.length;
        double squares = 0.0;
        for (double part : parts) {
            squares += (part - mean) * (part - mean);
        }
        double variance = squares / (parts.length - 2.0) / parts.length;
        return Estimate.around(index.get().value, STUDENT * Math.sqrt(variance));
    }

    /** Adds the effects with percentile intervals, and returns the unexplained share with its own. */
    private Estimate bootstrap(
            List<Optional<Linear>> firsts, List<Optional<Linear>> totals, double[] controls, Intervals intervals) {
        int exchanges = firsts.size();
        double[][] first = new double[exchanges][intervals.resamples()];
        double[][] total = new double[exchanges][intervals.resamples()];
        double[] rest = new double[intervals.resamples()];
        RandomStream random = RandomStream.of(intervals.seed(), "bootstrap of " + intervals.address());
        for (int r = 0; r < rest.length; r++) {
            double[] weights = new double[SobolSums.BATCHES];
            for (int i = 0; i < weights.length; i++) {
                weights[(int) (random.uniform((long) r * weights.length + i) * weights.length)]++;
            }
            rest[r] = 1.0;
            for (int i = 0; i < exchanges; i++) {
                if (sums.has(i)) {
                    double[] moments = moments(i, weights);
                    first[i][r] = firstOf(moments, controls[i]);
                    total[i][r] = totalOf(moments);
                    rest[r] -= first[i][r];
                }
            }
        }
        double sum = 0.0;
        for (int i = 0; i < exchanges; i++) {
            double value = firsts.get(i).map(index -> index.value).orElse(0.0);
            sum += value;
            effects.add(new Effect(
                    percentiles(value, first[i]),
                    percentiles(totals.get(i).map(index -> index.value).orElse(0.0), total[i])));
        }
        return percentiles(1.0 - sum, rest);
    }

    private static Estimate percentiles(double value, double[] resampled) {
        double[] sorted = resampled.clone();
        Arrays.sort(sorted);
        int low = (int) Math.floor(TAIL * (sorted.length - 1));
        return new Estimate(value, sorted[low], sorted[sorted.length - 1 - low]);
    }
}
