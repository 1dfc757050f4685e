package org.advalorem.report.chart;

import java.math.BigDecimal;
import org.advalorem.plot.Axis;
import org.advalorem.report.NumberText;

/** The numbers of an axis. */
enum AxisNumbers implements Axis.Numbers {
    /** Fractions, in percent; rates as published, with two decimals: {@code 17.14%}. */
    PERCENT(2) {
        @Override
        public String value(double value) {
            return NumberText.percent(value);
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            return super.tick(value, step) + "%";
        }
    },
    /** Differences of fractions, in percentage points with a sign: {@code +1.20}. */
    POINTS(2) {
        @Override
        public String value(double value) {
            return NumberText.points(value);
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            return (value.signum() > 0 ? "+" : "") + super.tick(value, step);
        }

        @Override
        Axis axis(String label) {
            return super.axis(label + " (percentage points)");
        }
    },
    /** Numbers as they are, with thousands separators. */
    PLAIN(0) {
        @Override
        public String value(double value) {
            return NumberText.plain(value);
        }
    };

    private final int moved;

    /**
     * A way to write numbers.
     *
     * @param moved the places by which the point moves
     */
    AxisNumbers(int moved) {
        this.moved = moved;
    }

    @Override
    public String tick(BigDecimal value, BigDecimal step) {
        return NumberText.grouped(
                value.movePointRight(moved),
                Math.max(0, step.stripTrailingZeros().scale() - moved));
    }

    /** An axis of such numbers; the label gets the unit where they do not carry it. */
    Axis axis(String label) {
        return new Axis(label, this);
    }
}
