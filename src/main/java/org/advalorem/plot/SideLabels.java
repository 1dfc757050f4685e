package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;

/**
 * Names of lines to the right of a plot, each as near the end of its line as the others allow, with a sample of the line
 * before it.
 */
final class SideLabels {
    /** The room left of the text for the way there and the sample. */
    private static final double LEAD = 52;

    private static final double SHARE = 0.3;
    private static final double REACH = 14;
    private static final double SAMPLE_END = LEAD - 6;
    private static final double GAP = 4;

    /**
     * A name to be set.
     *
     * @param wanted the height of the line's end
     * @param marker less than 0 for a line without one
     * @param line whether the line is in the plot at all
     */
    record Name(
            double wanted, String text, TextStyle style, Color color, BasicStroke stroke, int marker, boolean line) {}

    private final Canvas canvas;
    private final List<Name> names;
    private final double width;

    SideLabels(Canvas canvas, List<Name> names) {
        this.canvas = canvas;
        this.names =
                names.stream().sorted(Comparator.comparingDouble(Name::wanted)).toList();
        double widest = names.stream()
                .mapToDouble(name -> canvas.length(name.text(), name.style()))
                .max()
                .orElse(0);
        width = Math.min(widest + 0.5, (canvas.right() - Canvas.MARGIN) * SHARE);
    }

    double width() {
        return names.isEmpty() ? 0 : LEAD + width;
    }

    /** The height that all names need. */
    double height() {
        return names.stream().mapToDouble(this::height).sum();
    }

    private double height(Name name) {
        return lines(name).size() * name.style().leading() + GAP;
    }

    private List<String> lines(Name name) {
        return canvas.fonts().wrap(name.text(), name.style(), width);
    }

    /** Draws the names between those heights, right of that edge. */
    void draw(double edge, double top, double bottom) {
        double[] tops = new double[names.size()];
        double at = top;
        for (int i = 0; i < tops.length; i++) {
            double height = height(names.get(i));
            tops[i] = Math.max(at, names.get(i).wanted() - height / 2);
            at = tops[i] + height;
        }
        double end = bottom;
        for (int i = tops.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], end - height(names.get(i)));
            end = tops[i];
        }
        for (int i = 0; i < tops.length; i++) {
            Name name = names.get(i);
            double middle = tops[i] + height(name) / 2;
            if (name.line()) {
                canvas.line(edge + 2, name.wanted(), edge + REACH, middle, Palette.AXIS, Palette.HAIR);
                canvas.line(edge + REACH, middle, edge + SAMPLE_END, middle, name.color(), name.stroke());
            }
            if (name.marker() >= 0) {
                canvas.fill(Markers.of(name.marker(), edge + (REACH + SAMPLE_END) / 2, middle), name.color());
            }
            canvas.paragraph(lines(name), edge + LEAD, tops[i] + GAP / 2, name.style(), Palette.INK);
        }
    }
}
