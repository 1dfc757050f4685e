package org.advalorem.plot;

import java.util.List;
import java.util.Optional;

/** Rows of the shapes that analyses have. */
final class SampleRows {
    static final Axis RATE = SampleNumbers.PERCENT.axis("Net subsidy rate");

    private SampleRows() {}

    /** A row of a waterfall or a stack. */
    static RowChart.Row step(String label, double from, double change) {
        RowChart.Bar bar = new RowChart.Bar(from, from + change, change < 0 ? Fill.SKY : Fill.AMBER);
        return RowChart.Row.of(label, bar, RowChart.Text.of(SampleNumbers.PERCENT.value(change)));
    }

    static RowChart.Row total(String label, double value) {
        RowChart.Text text = new RowChart.Text(SampleNumbers.PERCENT.value(value), true);
        return RowChart.Row.of(label, new RowChart.Bar(0, value, Fill.SLATE), text);
    }

    static RowChart.Row distance(String label, double distance, String value) {
        return RowChart.Row.of(
                label,
                new RowChart.Bar(0, distance, distance < 0 ? Fill.AMBER : Fill.BLUE),
                new RowChart.Text(SampleNumbers.PERCENT.value(distance), true),
                RowChart.Text.of(value));
    }

    /** An estimate of each of two kinds, with its interval. */
    static RowChart.Row estimates(String label, double first, double total, double half) {
        return new RowChart.Row(label, List.of(estimate(first, half, Fill.BLUE), estimate(total, half, Fill.AMBER)));
    }

    private static RowChart.Lane estimate(double value, double half, Fill fill) {
        String text = SampleNumbers.PERCENT.value(value) + " (" + SampleNumbers.PERCENT.value(value - half) + " to "
                + SampleNumbers.PERCENT.value(value + half) + ")";
        return new RowChart.Lane(
                List.of(new RowChart.Bar(0, value, fill, 10)),
                Optional.of(new RowChart.Interval(value - half, value + half)),
                "",
                "",
                List.of(RowChart.Text.of(text)));
    }

    /** A row of a tornado. */
    static RowChart.Row swing(String label, String low, String high, double base, double lowRate, double highRate) {
        return new RowChart.Row(
                label,
                List.of(new RowChart.Lane(
                        List.of(
                                new RowChart.Bar(base, lowRate, Fill.AMBER),
                                new RowChart.Bar(base, highRate, Fill.BLUE)),
                        Optional.empty(),
                        lowRate <= highRate ? low : high,
                        lowRate <= highRate ? high : low,
                        List.of(
                                RowChart.Text.of(SampleNumbers.PERCENT.value(Math.min(lowRate, highRate))),
                                RowChart.Text.of(SampleNumbers.PERCENT.value(Math.max(lowRate, highRate)))))));
    }

    static RowChart tornado(Caption caption, double base, List<RowChart.Row> rows, List<Mark> thresholds) {
        return new RowChart(
                caption,
                RATE,
                List.of(
                        new RowChart.Entry(Fill.AMBER, "input at its low or first value"),
                        new RowChart.Entry(Fill.BLUE, "input at its high or last value")),
                List.of("lowest", "highest"),
                List.of(new RowChart.Panel("", rows, thresholds, List.of(new Mark("base", base)))),
                false);
    }

    /** Rows in one panel without a title. */
    static RowChart rows(
            Caption caption, List<String> columns, List<RowChart.Row> rows, List<Mark> thresholds, boolean joined) {
        List<RowChart.Panel> panels = List.of(new RowChart.Panel("", rows, thresholds, List.of()));
        return new RowChart(caption, RATE, List.of(), columns, panels, joined);
    }
}
