package org.advalorem.plot;

import java.math.BigDecimal;

/**
 * What an axis shows.
 *
 * @param label the quantity, with its unit where the numbers do not carry one: {@code LME price (USD/t)}
 */
public record Axis(String label, Numbers numbers) {

    /** How numbers are written; handed in, so that a chart shows the figures of the report beside it. */
    public interface Numbers {
        /** The number of a bar, a point or a threshold. */
        String value(double value);

        /**
         * A number along the axis, with just the decimals that tell it from the next.
         *
         * @param step from one tick to the next
         */
        String tick(BigDecimal value, BigDecimal step);
    }

    /** The name of a marked value with its number. */
    String text(Mark mark) {
        return mark.label() + " " + numbers.value(mark.value());
    }

    String text(BigDecimal tick, Ticks ticks) {
        return numbers.tick(tick, ticks.step());
    }
}
