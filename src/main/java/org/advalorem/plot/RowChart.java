package org.advalorem.plot;

import java.util.List;
import java.util.Optional;

/**
 * Rows below each other: a label on the left, bars along a common axis, and words and numbers in columns on the right. A
 * tornado, a waterfall, estimates with their intervals and rates made up of programs are all row charts.
 *
 * @param axis the axis of every panel
 * @param key what the fills mean; empty when there is nothing to explain
 * @param columns the headings of the columns on the right, each blank where the numbers speak for themselves
 * @param panels from the top; without any the chart is its caption
 * @param joined whether the end of each row's bar is joined to the row below
 */
public record RowChart(
        Caption caption, Axis axis, List<Entry> key, List<String> columns, List<Panel> panels, boolean joined)
        implements Chart {
    /**
     * The chart, checked.
     *
     * @throws IllegalArgumentException if a row has not one text for every column
     */
    public RowChart {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        panels = List.copyOf(panels);
        int size = columns.size();
        if (panels.stream()
                .flatMap(panel -> panel.rows().stream())
                .flatMap(row -> row.lanes().stream())
                .anyMatch(lane -> lane.texts().size() != size)) {
            throw new IllegalArgumentException("Every lane of a row needs " + size + " texts, one for each column.");
        }
    }

    /** The caption of a chart without anything to draw. */
    public static RowChart empty(Caption caption, Axis axis) {
        return new RowChart(caption, axis, List.of(), List.of(), List.of(), false);
    }

    /** An entry of the key. */
    public record Entry(Fill fill, String text) {}

    /**
     * Rows over one axis. Panels share a scale unless this makes the bars of one too small to see.
     *
     * @param title over the rows; blank for a chart of one panel that needs none
     * @param thresholds named in bold; drawn as a line unless too far off
     * @param marks always on the axis, such as the value of the scenario itself
     */
    public record Panel(String title, List<Row> rows, List<Mark> thresholds, List<Mark> marks) {
        /**
         * The panel, checked.
         *
         * @throws IllegalArgumentException if there are no rows
         */
        public Panel {
            rows = PlotChecks.some(rows, "rows");
            thresholds = List.copyOf(thresholds);
            marks = List.copyOf(marks);
        }
    }

    /** A label and, beside it, one lane or several below each other. */
    public record Row(String label, List<Lane> lanes) {
        /**
         * The row, checked.
         *
         * @throws IllegalArgumentException if there are no lanes
         */
        public Row {
            lanes = PlotChecks.some(lanes, "lanes");
        }

        /** A row of one bar with its texts. */
        public static Row of(String label, Bar bar, Text... texts) {
            return new Row(label, List.of(new Lane(List.of(bar), Optional.empty(), "", "", List.of(texts))));
        }
    }

    /**
     * What lies at one height.
     *
     * @param bars in drawing order, the last on top
     * @param interval drawn over the bars; its texts are small
     * @param before words left of the bars
     * @param after words right of the bars
     * @param texts one for each column of the chart
     */
    public record Lane(List<Bar> bars, Optional<Interval> interval, String before, String after, List<Text> texts) {
        /**
         * The lane, checked.
         *
         * @throws IllegalArgumentException if there are no bars
         */
        public Lane {
            bars = PlotChecks.some(bars, "bars");
            texts = List.copyOf(texts);
        }
    }

    /**
     * A bar; none is drawn where both ends are the same.
     *
     * @param thickness in points
     */
    public record Bar(double from, double to, Fill fill, double thickness) {
        /** The usual thickness. */
        public static final double THICK = 13;

        /** A bar of the usual thickness. */
        public Bar(double from, double to, Fill fill) {
            this(from, to, fill, THICK);
        }

        /**
         * The bar, checked.
         *
         * @throws IllegalArgumentException if an end is not finite
         */
        public Bar {
            PlotChecks.finite(from, "bar");
            PlotChecks.finite(to, "bar");
        }
    }

    /** The interval of an estimate. */
    public record Interval(double low, double high) {
        /**
         * The interval, checked.
         *
         * @throws IllegalArgumentException if an end is not finite
         */
        public Interval {
            PlotChecks.finite(low, "low end");
            PlotChecks.finite(high, "high end");
        }
    }

    /** The text of a column. */
    public record Text(String text, boolean strong) {
        /** Ordinary text. */
        public static Text of(String text) {
            return new Text(text, false);
        }
    }
}
