package org.advalorem.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for samples, written much as the report writes them. */
enum SampleNumbers implements Axis.Numbers {
    PERCENT(2, "%"),
    PLAIN(0, "");

    private final int moved;
    private final String ending;

    SampleNumbers(int moved, String ending) {
        this.moved = moved;
        this.ending = ending;
    }

    @Override
    public String value(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(Double.toString(value)), moved) : "n/a";
    }

    @Override
    public String tick(BigDecimal value, BigDecimal step) {
        return text(value, Math.max(0, step.stripTrailingZeros().scale() - moved));
    }

    private String text(BigDecimal value, int places) {
        BigDecimal rounded = value.movePointRight(moved).setScale(places, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + places + "f", rounded).replace('-', '\u2212') + ending;
    }

    Axis axis(String label) {
        return new Axis(label, this);
    }
}
