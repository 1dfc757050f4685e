package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Values marked on a horizontal axis: a line through the plot and a name above it. Names that would meet are set above one
 * another. A value outside the axis is named at its edge with an arrow.
 */
final class Flags {
    private static final double GAP = 5;
    private static final double LANE = 15;
    private static final BasicStroke BACKING = new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private record Flag(Mark mark, String text, TextStyle style, BasicStroke stroke) {}

    private record Placed(Flag flag, double line, double left, double right, int lane, boolean inside) {}

    private final Sheet sheet;
    private final Axis.Scale scale;
    private final Ruler ruler;
    private final List<Flag> flags = new ArrayList<>();

    Flags(Sheet sheet, Axis axis, Ruler ruler) {
        this.sheet = sheet;
        this.scale = axis.scale();
        this.ruler = ruler;
    }

    /** A threshold: a bold name and a dashed line. */
    Flags thresholds(List<Mark> marks) {
        marks.forEach(mark -> flags.add(new Flag(mark, text(mark), TextStyle.STRONG, Palette.THRESHOLD)));
        return this;
    }

    /** The value of the scenario itself, a quantile. */
    Flags marks(List<Mark> marks) {
        marks.forEach(mark -> flags.add(new Flag(mark, text(mark), TextStyle.BODY, Palette.BASE)));
        return this;
    }

    private String text(Mark mark) {
        return mark.label() + " " + NumberText.value(mark.value(), scale);
    }

    private List<Placed> placed() {
        List<Flag> order = new ArrayList<>(flags);
        order.sort(
                Comparator.comparingDouble((Flag flag) -> flag.mark().value()).reversed());
        List<Placed> placed = new ArrayList<>();
        for (Flag flag : order) {
            boolean inside = ruler.holds(flag.mark().value());
            boolean before = flag.mark().value() < ruler.low();
            String text = inside ? flag.text() : before ? "\u2190 " + flag.text() : flag.text() + " \u2192";
            double line = inside ? ruler.at(flag.mark().value()) : before ? ruler.from() : ruler.to();
            double length = sheet.length(text, flag.style()) + GAP;
            boolean mirrored = line + length > sheet.width() - Frame.MARGIN;
            double left = mirrored ? Math.max(Frame.MARGIN, line - length) : line;
            int lane = 0;
            while (taken(placed, left, left + length, lane)) {
                lane++;
            }
            Flag shown = new Flag(flag.mark(), text, flag.style(), flag.stroke());
            placed.add(new Placed(shown, line, left, left + length, lane, inside));
        }
        return placed;
    }

    /** Whether a name would meet one in its lane, or be cut by the line of one in a higher lane. */
    private static boolean taken(List<Placed> placed, double left, double right, int lane) {
        return placed.stream()
                .anyMatch(other -> (other.lane() == lane && left < other.right() + GAP && other.left() < right + GAP)
                        || (other.lane() > lane && other.inside() && other.line() > left && other.line() < right));
    }

    /** The height that the names need above the plot. */
    double height() {
        return placed().stream().mapToInt(flag -> flag.lane() + 1).max().orElse(0) * LANE;
    }

    /** Draws names above, and lines between, those heights. */
    void draw(double top, double bottom) {
        for (Placed flag : placed()) {
            double y = top - flag.lane() * LANE;
            if (flag.inside()) {
                if (flag.flag().style() == TextStyle.STRONG) {
                    // White below a threshold's dashes: they are seen on every bar. The base has none: bars may be
                    // tiny.
                    sheet.line(flag.line(), top, flag.line(), bottom, Palette.PAPER, BACKING);
                }
                sheet.line(
                        flag.line(),
                        y - LANE + 3,
                        flag.line(),
                        bottom,
                        Palette.INK,
                        flag.flag().stroke());
            }
            boolean mirrored = flag.left() < flag.line();
            sheet.left(
                    flag.flag().text(),
                    flag.left() + (mirrored ? 0 : GAP - 1),
                    y - 4,
                    flag.flag().style(),
                    Palette.INK);
        }
    }
}
