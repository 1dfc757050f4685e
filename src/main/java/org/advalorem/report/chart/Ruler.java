package org.advalorem.report.chart;

import java.util.stream.DoubleStream;

/** Where numbers lie on a stretch of the sheet: {@code low} at {@code from}, {@code high} at {@code to}. */
record Ruler(double low, double high, double from, double to) {
    private static final double LEAST_SPREAD = 1e-9;
    private static final double DISTANT = 2.5;

    double at(double value) {
        // Divided first: the difference of two huge numbers may be too large for a product.
        return from + (value / (high - low) - low / (high - low)) * (to - from);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    Ruler on(double newFrom, double newTo) {
        return new Ruler(low, high, newFrom, newTo);
    }

    /** From the least to the greatest of the values with some air; not yet on the sheet. */
    static Ruler over(DoubleStream values) {
        var range = values.filter(Double::isFinite).summaryStatistics();
        if (range.getCount() == 0) {
            return new Ruler(0, 1, 0, 1);
        }
        return new Ruler(range.getMin(), range.getMax(), 0, 1).opened();
    }

    /** A range that is not a single point. */
    private Ruler opened() {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low > size * LEAST_SPREAD && high > low) {
            return this;
        }
        double half = size == 0 ? 0.005 : size / 10;
        return new Ruler(low - half, high + half, from, to);
    }

    /** This and zero. */
    Ruler withZero() {
        return new Ruler(Math.min(0, low), Math.max(0, high), from, to).opened();
    }

    /** With air at both ends, except where an end is zero. */
    Ruler padded(double share) {
        double air = (high - low) * share;
        return new Ruler(low == 0 ? 0 : low - air, high == 0 ? 0 : high + air, from, to);
    }

    /** This and that value, unless it lies so far off that the rest would be squeezed together. */
    Ruler withNear(double value) {
        return withNear(value, DISTANT);
    }

    /** This and that value, unless the range would be more than so many times as long. */
    Ruler withNear(double value, double times) {
        Ruler wider = new Ruler(Math.min(low, value), Math.max(high, value), from, to);
        return wider.high - wider.low <= (high - low) * times ? wider : this;
    }

    /** This from tick to tick. */
    Ruler rounded(int ticks) {
        double step = Ticks.of(low, high, ticks).step().doubleValue();
        return new Ruler(Math.floor(low / step) * step, Math.ceil(high / step) * step, from, to);
    }
}
