package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names of lines to the right of a plot, each as near the end of its line as the others allow, with a sample of the line
 * before it.
 */
final class SideLabels {
    /** The room left of the text for the way there and the sample. */
    static final double LEAD = 52;

    private static final double SHARE = 0.3;
    private static final double REACH = 14;
    private static final double GAP = 4;

    /** A name to be set; {@code marker} is less than 0 for a line without one. */
    record Name(
            double wanted, String text, TextStyle style, Color color, BasicStroke stroke, int marker, boolean line) {}

    private final Sheet sheet;
    private final List<Name> names;
    private final double width;

    SideLabels(Sheet sheet, List<Name> names) {
        this.sheet = sheet;
        this.names = new ArrayList<>(names);
        this.names.sort(Comparator.comparingDouble(Name::wanted));
        double widest = names.stream()
                .mapToDouble(name -> sheet.length(name.text(), name.style()))
                .max()
                .orElse(0);
        width = Math.min(widest + 0.5, (sheet.width() - 2 * Frame.MARGIN) * SHARE);
    }

    double width() {
        return names.isEmpty() ? 0 : LEAD + width;
    }

    /** The height that all names need. */
    double height() {
        return names.stream()
                .mapToDouble(name -> lines(name).size() * name.style().leading() + GAP)
                .sum();
    }

    private List<String> lines(Name name) {
        return sheet.lettering().wrap(name.text(), name.style(), width);
    }

    /** Draws the names between those heights, right of that edge. */
    void draw(double edge, double top, double bottom) {
        double[] tops = new double[names.size()];
        double at = top;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = Math.max(at, names.get(i).wanted() - height(i) / 2);
            at = tops[i] + height(i);
        }
        double end = bottom;
        for (int i = tops.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], end - height(i));
            end = tops[i];
        }
        for (int i = 0; i < tops.length; i++) {
            Name name = names.get(i);
            double middle = tops[i] + height(i) / 2;
            if (name.line()) {
                sheet.line(edge + 2, name.wanted(), edge + REACH, middle, Palette.AXIS, Palette.HAIR);
                sheet.line(edge + REACH, middle, edge + LEAD - 6, middle, name.color(), name.stroke());
            }
            if (name.marker() >= 0) {
                sheet.fill(Markers.of(name.marker(), edge + (REACH + LEAD - 6) / 2, middle), name.color());
            }
            sheet.paragraph(lines(name), edge + LEAD, tops[i] + GAP / 2, name.style(), Palette.INK);
        }
    }

    private double height(int i) {
        return lines(names.get(i)).size() * names.get(i).style().leading() + GAP;
    }
}
