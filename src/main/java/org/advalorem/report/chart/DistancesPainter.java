package org.advalorem.report.chart;

import java.util.List;
import java.util.stream.Stream;

/** Draws distances from zero with the value at their end in a column on the right. */
final class DistancesPainter {
    private static final double BAR = 12;
    private static final double GAP = 8;
    private static final double VALUE_SHARE = 0.2;

    private DistancesPainter() {}

    static void paint(DistancesChart chart, Sheet sheet) {
        if (chart.bars().isEmpty()) {
            Frame.foot(sheet, chart.caption(), Frame.head(sheet, chart.caption()));
            return;
        }
        Rows rows = new Rows(
                sheet, chart.bars().stream().map(DistancesChart.Bar::label).toList());
        double values = Math.min(
                Frame.WIDTH * VALUE_SHARE,
                widest(sheet, TextStyle.BODY, chart.bars().stream().map(DistancesChart.Bar::value)));
        values = Math.max(values, widest(sheet, TextStyle.SMALL, Stream.of(chart.heading())));
        double numbers = widest(sheet, TextStyle.STRONG, chart.bars().stream().map(bar -> number(chart, bar)));
        sheet.widen(rows.left() + Frame.LEAST_PLOT + numbers + values + 3 * GAP + Frame.MARGIN);
        double y = Frame.head(sheet, chart.caption());
        double right = sheet.width() - Frame.MARGIN;
        double plot = right - values - numbers - 3 * GAP;
        Ruler ruler = Ruler.over(chart.bars().stream().mapToDouble(DistancesChart.Bar::distance))
                .withZero()
                .padded(0.02)
                .on(rows.left(), plot);
        sheet.right(chart.heading(), right, y + TextStyle.SMALL.ascent(), TextStyle.SMALL, Palette.MUTED);
        double top = y + TextStyle.SMALL.leading() + 2;
        List<List<String>> words = wrapped(chart, sheet, values);
        double bottom = top + 4;
        for (int i = 0; i < words.size(); i++) {
            bottom += height(rows, words, i);
        }
        double end = Axes.below(sheet, chart.distance(), ruler, top, bottom);
        double at = top + 2;
        for (int i = 0; i < words.size(); i++) {
            double middle = at + height(rows, words, i) / 2;
            rows.label(i, middle, TextStyle.BODY);
            double zero = ruler.at(0);
            double distance = ruler.at(chart.bars().get(i).distance());
            sheet.box(
                    Math.min(zero, distance),
                    middle - BAR / 2,
                    Math.abs(distance - zero),
                    BAR,
                    distance < zero ? Look.LIGHT : Look.DARK);
            sheet.right(
                    number(chart, chart.bars().get(i)),
                    right - values - 2 * GAP,
                    Rows.baseline(middle),
                    TextStyle.STRONG,
                    Palette.INK);
            double line = middle - words.get(i).size() * TextStyle.BODY.leading() / 2;
            for (String word : words.get(i)) {
                sheet.right(word, right, line + Rows.baseline(), TextStyle.BODY, Palette.INK);
                line += TextStyle.BODY.leading();
            }
            at += height(rows, words, i);
        }
        sheet.line(ruler.at(0), top, ruler.at(0), bottom, Palette.INK, Palette.FRAME);
        Frame.foot(sheet, chart.caption(), end);
    }

    private static List<List<String>> wrapped(DistancesChart chart, Sheet sheet, double width) {
        return chart.bars().stream()
                .map(bar -> sheet.lettering().wrap(bar.value(), TextStyle.BODY, width))
                .toList();
    }

    private static double height(Rows rows, List<List<String>> words, int row) {
        return Math.max(rows.height(row), words.get(row).size() * TextStyle.BODY.leading() + GAP);
    }

    private static double widest(Sheet sheet, TextStyle style, Stream<String> texts) {
        return texts.mapToDouble(text -> sheet.length(text, style)).max().orElse(0) + 0.5;
    }

    private static String number(DistancesChart chart, DistancesChart.Bar bar) {
        return NumberText.distance(bar.distance(), chart.distance().scale());
    }
}
