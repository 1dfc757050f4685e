package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * Colours and strokes. The colours of data are those of Okabe and Ito, which the colour-blind tell apart; wherever two of
 * them stand beside each other, a dash, a marker or a hatch tells them apart without colour.
 */
final class Palette {
    static final Color INK = new Color(0x1A1A1A);
    static final Color MUTED = new Color(0x4F5359);
    static final Color AXIS = new Color(0x7D828A);
    static final Color GRID = new Color(0xE1E4E8);
    static final Color PAPER = Color.WHITE;

    static final Color BLUE = new Color(0x0072B2);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color SKY = new Color(0x56B4E9);
    static final Color GREEN = new Color(0x009E73);
    static final Color VERMILION = new Color(0xD55E00);
    static final Color PURPLE = new Color(0xCC79A7);

    private static final List<Color> SERIES = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, INK, SKY);
    private static final List<float[]> DASHES = List.of(
            new float[0], new float[] {7, 3}, new float[] {2, 2.5f}, new float[] {9, 3, 2, 3}, new float[] {14, 4});

    static final BasicStroke HAIR = new BasicStroke(0.75f);
    static final BasicStroke THIN = new BasicStroke(1f);
    static final BasicStroke FRAME = new BasicStroke(1.6f);
    static final BasicStroke THRESHOLD = dashed(1.5f, 5, 3);
    static final BasicStroke BASE = dashed(1.1f, 1.5f, 2.5f);

    private static final float SERIES_WIDTH = 2f;

    private Palette() {}

    /** The colour of a series by its number. */
    static Color series(int number) {
        return SERIES.get(number % SERIES.size());
    }

    /** The stroke of a series by its number: with its colour and marker, 210 of them differ. */
    static BasicStroke stroke(int number) {
        float[] dash = DASHES.get(number % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(SERIES_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : dashed(SERIES_WIDTH, dash);
    }

    private static BasicStroke dashed(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0f);
    }

    /**
     * A colour between light and dark for a share between 0 and 1; its lightness falls evenly, so that a copy in black and
     * white keeps the order.
     */
    static Color shade(double share) {
        double place = Math.min(1, Math.max(0, share)) * (SHADES.length - 1);
        int below = Math.min((int) place, SHADES.length - 2);
        return mix(new Color(SHADES[below]), new Color(SHADES[below + 1]), place - below);
    }

    // Light yellow over green to dark blue.
    private static final int[] SHADES = {0xFFFBD6, 0xD9EFB0, 0x9AD6B6, 0x55B4C0, 0x2F86B7, 0x27559E, 0x142A63};

    private static Color mix(Color from, Color to, double share) {
        return new Color(
                part(from.getRed(), to.getRed(), share),
                part(from.getGreen(), to.getGreen(), share),
                part(from.getBlue(), to.getBlue(), share));
    }

    private static int part(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Black or white, whichever is easier to read on that ground. */
    static Color on(Color ground) {
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 140 ? INK : PAPER;
    }
}
