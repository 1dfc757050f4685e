package org.advalorem.whatif;

import java.util.List;

/**
 * A standard error of the mean.
 *
 * @param error the standard error; NaN for fewer than two independent draws
 * @param independent the independent draws or replicates from which it was estimated
 */
record MeanError(double error, long independent) {
    /** Of a mean without error, as nothing is random. */
    static final MeanError NONE = new MeanError(0.0, 0);

    /** From the spread of independent replicates; if there is only one, of its independent draws. */
    static MeanError of(List<Moments> replicates) {
        if (replicates.size() == 1) {
            return of(replicates.get(0));
        }
        double[] means = replicates.stream()
                .filter(replicate -> replicate.count() > 0)
                .mapToDouble(Moments::mean)
                .toArray();
        return of(Moments.of(means, 0, means.length));
    }

    private static MeanError of(Moments moments) {
        double error =
                moments.count() < 2 ? Double.NaN : moments.standardDeviation() / Math.sqrt((double) moments.count());
        return new MeanError(error, moments.count());
    }

    /** Half of the 95 percent interval of the mean. */
    double margin() {
        return error == 0.0 ? 0.0 : Confidence.factor(independent) * error;
    }
}
