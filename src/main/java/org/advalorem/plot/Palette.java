package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * Colours and strokes. The colours of data are those of Okabe and Ito, which the colour-blind tell apart; wherever two of
 * them stand side by side, a dash, a marker or a hatch tells them apart without colour.
 */
public final class Palette {
    /** Text and lines that are read first. */
    public static final Color INK = new Color(0x1A1A1A);

    static final Color MUTED = new Color(0x4F5359);
    /** Axes and their marks. */
    public static final Color AXIS = new Color(0x7D828A);
    /** Lines behind the data. */
    public static final Color GRID = new Color(0xE1E4E8);
    /** The ground. */
    public static final Color PAPER = Color.WHITE;

    static final Color BLUE = new Color(0x0072B2);

    static final BasicStroke HAIR = new BasicStroke(0.75f);
    /** Lines behind the data. */
    public static final BasicStroke THIN = new BasicStroke(1f);

    static final BasicStroke FRAME = new BasicStroke(1.6f);
    /** A threshold, such as de minimis. */
    public static final BasicStroke THRESHOLD = dashed(1.5f, 5, 3);

    static final BasicStroke BASE = dashed(1.1f, 1.5f, 2.5f);

    private static final float SERIES_WIDTH = 2f;
    private static final List<Color> SERIES = List.of(
            BLUE,
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            INK,
            new Color(0x56B4E9));
    private static final List<BasicStroke> STROKES = List.of(
            new BasicStroke(SERIES_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND),
            dashed(SERIES_WIDTH, 7, 3),
            dashed(SERIES_WIDTH, 2, 2.5f),
            dashed(SERIES_WIDTH, 9, 3, 2, 3),
            dashed(SERIES_WIDTH, 14, 4));

    /** From light yellow over green to dark blue, evenly darker: a copy in black and white keeps the order. */
    private static final int[] SHADES = {0xFFFBD6, 0xD9EFB0, 0x9AD6B6, 0x55B4C0, 0x2F86B7, 0x27559E, 0x142A63};

    private Palette() {}

    /** The colour of a series by its number. */
    public static Color series(int number) {
        return SERIES.get(number % SERIES.size());
    }

    /** The stroke of a series by its number; with its colour and marker, 210 of them differ. */
    public static BasicStroke stroke(int number) {
        return STROKES.get(number % STROKES.size());
    }

    private static BasicStroke dashed(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0f);
    }

    /** A colour between light and dark for a share between 0 and 1. */
    public static Color shade(double share) {
        double place = Math.min(1, Math.max(0, share)) * (SHADES.length - 1);
        int below = Math.min((int) place, SHADES.length - 2);
        Color from = new Color(SHADES[below]);
        Color to = new Color(SHADES[below + 1]);
        double part = place - below;
        return new Color(
                mix(from.getRed(), to.getRed(), part),
                mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Black or white, whichever is easier to read on that ground. */
    public static Color on(Color ground) {
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 140 ? INK : PAPER;
    }
}
