package org.advalorem.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/** The place of numbers along a stretch of the canvas: {@code low} at {@code from}, {@code high} at {@code to}. */
record LinearScale(double low, double high, double from, double to) {
    private static final double LEAST_SPREAD = 1e-9;
    /** The most that a threshold may stretch a range, as a multiple of its length. */
    static final double DISTANT = 2.5;

    double at(double value) {
        // Divided first: the difference of two huge numbers may be too large for a product.
        return from + (value / (high - low) - low / (high - low)) * (to - from);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    LinearScale on(double newFrom, double newTo) {
        return new LinearScale(low, high, newFrom, newTo);
    }

    /** The range of the finite values, never a single point; not yet on the canvas. */
    static LinearScale over(DoubleStream values) {
        var range = values.filter(Double::isFinite).summaryStatistics();
        if (range.getCount() == 0) {
            return new LinearScale(0, 1, 0, 1);
        }
        double low = range.getMin();
        double high = range.getMax();
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low > size * LEAST_SPREAD && high > low) {
            return new LinearScale(low, high, 0, 1);
        }
        double half = size == 0 ? 0.005 : size / 10;
        return new LinearScale(low - half, high + half, 0, 1);
    }

    /** The range with some air at both ends, except at an end that is zero. */
    LinearScale padded(double share) {
        double air = (high - low) * share;
        return new LinearScale(low == 0 ? 0 : low - air, high == 0 ? 0 : high + air, from, to);
    }

    /** The range up to those thresholds, without any so far off that the rest would be squeezed together. */
    LinearScale withNear(List<Mark> thresholds, double times) {
        LinearScale wider = this;
        for (Mark threshold : thresholds) {
            wider = wider.withNear(threshold.value(), times);
        }
        return wider;
    }

    /** The range up to that value, unless this makes it more than that many times as long. */
    LinearScale withNear(double value, double times) {
        LinearScale wider = new LinearScale(Math.min(low, value), Math.max(high, value), from, to);
        return wider.high - wider.low <= (high - low) * times ? wider : this;
    }

    /** The range from tick to tick. */
    LinearScale rounded(int ticks) {
        double step = Ticks.of(low, high, ticks).step().doubleValue();
        return new LinearScale(Math.floor(low / step) * step, Math.ceil(high / step) * step, from, to);
    }
}
