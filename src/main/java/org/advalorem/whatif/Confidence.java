package org.advalorem.whatif;

import java.util.OptionalLong;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The 95 percent confidence of what draws tell: the half width of an interval of a mean, and the order statistics that bound a
 * quantile.
 */
final class Confidence {
    /** The 97.5 percent point of the standard normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    private static final double TAIL = 0.025;
    /** From this many draws on, the binomial distribution of a rank is taken as normal. */
    private static final long MANY = 100_000;
    /** From this many on, Student's t is taken as normal: it differs by less than a thousandth. */
    private static final long MANY_FREE = 2_000;

    private Confidence() {}

    /**
     * The factor of a standard error in the half width of an interval: Student's t with {@code independent - 1} degrees of
     * freedom; NaN for fewer than two.
     *
     * @param independent the independent draws or replicates from which the error was estimated
     */
    static double factor(long independent) {
        return independent < 2
                ? Double.NaN
                : independent > MANY_FREE
                        ? NORMAL
                        : new TDistribution(null, (double) independent - 1).inverseCumulativeProbability(1.0 - TAIL);
    }

    /** The rank, from 0, of a quantile among that many draws: the smallest value that at least the share do not exceed. */
    static long rank(double share, long count) {
        return Math.max(0, Math.min(count - 1, (long) Math.ceil(count * share) - 1));
    }

    /**
     * The rank, from 0, of the largest draw that is a lower bound of a quantile; empty if no draw is. With X binomial, the
     * l-th draw is one if {@code P(X < l) <= 2.5 %}: for a 1 percent quantile that takes 368 draws (W. J. Conover, Practical
     * Nonparametric Statistics, section 3.2).
     */
    static OptionalLong lowerRank(double share, long count) {
        long draws = count > MANY ? normal(share, -NORMAL, count) : binomial(share, TAIL, count);
        return draws < 1 ? OptionalLong.empty() : OptionalLong.of(draws - 1);
    }

    /** The rank, from 0, of the smallest draw that is an upper bound of a quantile; empty if no draw is. */
    static OptionalLong upperRank(double share, long count) {
        long draws = count > MANY ? normal(share, NORMAL, count) - 1 : binomial(share, 1.0 - TAIL, count);
        return draws >= count ? OptionalLong.empty() : OptionalLong.of(draws);
    }

    private static long binomial(double share, double probability, long count) {
        return new BinomialDistribution(null, (int) count, share).inverseCumulativeProbability(probability);
    }

    private static long normal(double share, double deviations, long count) {
        double place = count * share + deviations * Math.sqrt(count * share * (1.0 - share));
        return (long) (deviations < 0.0 ? Math.floor(place) : Math.ceil(place));
    }
}
