package org.advalorem.interactive;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.stream.IntStream;
import org.advalorem.plot.Palette;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.theme.AbstractBaseTheme;

/** The colours and strokes of print charts, for windows. */
final class ProjectTheme extends AbstractBaseTheme {
    private static final int SERIES = 35;
    private static final Font BODY = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    @Override
    public Font getBaseFont() {
        return BODY;
    }

    @Override
    public Color getChartBackgroundColor() {
        return Palette.PAPER;
    }

    @Override
    public Color getChartFontColor() {
        return Palette.INK;
    }

    @Override
    public int getChartPadding() {
        return 12;
    }

    @Override
    public Color[] getSeriesColors() {
        return IntStream.range(0, SERIES).mapToObj(Palette::series).toArray(Color[]::new);
    }

    @Override
    public BasicStroke[] getSeriesLines() {
        return IntStream.range(0, SERIES).mapToObj(Palette::stroke).toArray(BasicStroke[]::new);
    }

    @Override
    public Font getChartTitleFont() {
        return BODY.deriveFont(Font.BOLD, 14f);
    }

    @Override
    public boolean isChartTitleBoxVisible() {
        return false;
    }

    @Override
    public Font getLegendFont() {
        return BODY;
    }

    @Override
    public Color getLegendBorderColor() {
        return Palette.PAPER;
    }

    @Override
    public LegendPosition getLegendPosition() {
        return LegendPosition.OutsideS;
    }

    @Override
    public Font getAxisTitleFont() {
        return BODY.deriveFont(Font.BOLD);
    }

    @Override
    public Font getAxisTickLabelsFont() {
        return BODY;
    }

    @Override
    public Color getAxisTickMarksColor() {
        return Palette.AXIS;
    }

    @Override
    public boolean isPlotBorderVisible() {
        return false;
    }

    @Override
    public boolean isPlotTicksMarksVisible() {
        return false;
    }

    @Override
    public Color getPlotGridLinesColor() {
        return Palette.GRID;
    }

    @Override
    public BasicStroke getPlotGridLinesStroke() {
        return Palette.THIN;
    }

    @Override
    public int getMarkerSize() {
        return 6;
    }
}
