package org.advalorem.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Values marked on a horizontal axis: a line through the plot and a name above it. Names that would meet are set above one
 * another; a value off the axis is named at its edge with an arrow.
 */
final class ReferenceLines {
    private static final double GAP = 5;
    private static final double LANE = 15;
    private static final BasicStroke BACKING = new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private record Placed(
            Mark mark, boolean threshold, String text, double line, double left, double right, int lane) {}

    private final Canvas canvas;
    private final Axis axis;
    private final LinearScale scale;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * The lines of thresholds, named in bold, and of other marks.
     *
     * @param marks the value of the scenario itself, quantiles
     */
    ReferenceLines(Canvas canvas, Axis axis, LinearScale scale, List<Mark> thresholds, List<Mark> marks) {
        this.canvas = canvas;
        this.axis = axis;
        this.scale = scale;
        List<Mark> order = new ArrayList<>(thresholds);
        order.addAll(marks);
        order.sort(Comparator.comparingDouble(Mark::value).reversed());
        order.forEach(mark -> place(mark, thresholds.contains(mark)));
    }

    private void place(Mark mark, boolean threshold) {
        boolean before = mark.value() < scale.low();
        boolean inside = scale.holds(mark.value());
        String name = axis.text(mark);
        String text = inside ? name : before ? "\u2190 " + name : name + " \u2192";
        double line = inside ? scale.at(mark.value()) : before ? scale.from() : scale.to();
        double length = canvas.length(text, style(threshold)) + GAP;
        double left = line + length > canvas.right() ? Math.max(Canvas.MARGIN, line - length) : line;
        int lane = 0;
        while (isTaken(left, left + length, lane)) {
            lane++;
        }
        placed.add(new Placed(mark, threshold, text, line, left, left + length, lane));
    }

    private static TextStyle style(boolean threshold) {
        return threshold ? TextStyle.STRONG : TextStyle.BODY;
    }

    /** Whether a name would meet another in its lane, or be cut by the line of one in a higher lane. */
    private boolean isTaken(double left, double right, int lane) {
        return placed.stream()
                .anyMatch(other -> (other.lane == lane && left < other.right + GAP && other.left < right + GAP)
                        || (other.lane > lane
                                && scale.holds(other.mark.value())
                                && other.line > left
                                && other.line < right));
    }

    /** The height that the names need above the plot. */
    double height() {
        return placed.stream().mapToInt(flag -> flag.lane + 1).max().orElse(0) * LANE;
    }

    /** Draws names above, and lines between, those heights. */
    void draw(double top, double bottom) {
        for (Placed flag : placed) {
            double y = top - flag.lane * LANE;
            if (scale.holds(flag.mark.value())) {
                if (flag.threshold) {
                    // White below the dashes, so that they show on every bar; not below the base, whose bars may be
                    // tiny.
                    canvas.line(flag.line, top, flag.line, bottom, Palette.PAPER, BACKING);
                }
                BasicStroke stroke = flag.threshold ? Palette.THRESHOLD : Palette.BASE;
                canvas.line(flag.line, y - LANE + 3, flag.line, bottom, Palette.INK, stroke);
            }
            double x = flag.left < flag.line ? flag.left : flag.left + GAP - 1;
            canvas.text(flag.text, x, y - 4, style(flag.threshold), Palette.INK, Canvas.Anchor.START);
        }
    }
}
