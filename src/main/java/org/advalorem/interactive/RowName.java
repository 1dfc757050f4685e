package org.advalorem.interactive;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.advalorem.plot.Palette;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * The name of a row, at the left of the plot. Names on the axis itself would have to be short: XChart looks without end for
 * room for one of more than 20 characters.
 */
final class RowName extends Annotation {
    private final String name;
    private final double middle;
    private final boolean strong;

    /**
     * A name.
     *
     * @param middle the value of {@code y} on which it stands
     */
    RowName(String name, double middle, boolean strong) {
        super(false);
        this.name = name;
        this.middle = middle;
        this.strong = strong;
    }

    @Override
    public void paint(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Palette.INK);
        pen.setFont(chart.getStyler().getBaseFont().deriveFont(strong ? Font.BOLD : Font.PLAIN, 12f));
        pen.drawString(name, getXAxisScreenValueForMin() + 4, getYAxisScreenValue(middle) + 4);
    }
}
