package org.advalorem.interactive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.advalorem.api.Charted;
import org.advalorem.api.Grid;
import org.advalorem.api.Simulation;
import org.advalorem.api.Spider;
import org.advalorem.api.Sweep;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.HistogramChart;
import org.advalorem.plot.Palette;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Charts of XChart, which can be changed further, shown and saved. For a brief take the print chart of an analysis:
 * {@code sweep.drawing().write(...)}.
 */
public final class Pictures {
    /** More points than this take seconds to draw, at each movement of the window. */
    static final int MOST_POINTS = 20_000;

    private static final Pattern COMPANY_RATE = Pattern.compile("(?:companies\\.)?([^.]+)\\.rate-unrounded");
    private static final int BINS = 40;
    private static final Workbench WINDOWS = new Workbench();

    private Pictures() {}

    /** The rates along the values of a sweep, with the de minimis threshold. */
    public static XYChart lines(Sweep sweep) {
        return axes(sweep);
    }

    /** The rate along the change of each input. */
    public static XYChart lines(Spider spider) {
        return axes(spider);
    }

    private static XYChart axes(Charted analysis) {
        if (picture(analysis) instanceof XYChart chart) {
            return chart;
        }
        throw new IllegalArgumentException(
                "What varies is words, and there is nothing between words: show(picture(...)) shades a table.");
    }

    /** The rates of a grid, shaded. */
    public static HeatMapChart heatMap(Grid grid) {
        return (HeatMapChart) picture(grid);
    }

    /** The distribution of the rate that varies most, with percentiles and the de minimis threshold. */
    public static XYChart histogram(Simulation simulation) {
        return (XYChart) picture(simulation);
    }

    /** The distribution of a column of numbers in 40 classes of equal width; missing ones are left out. */
    public static XYChart histogram(Table table, String column) {
        DoubleColumn of = Tables.numbers(table, column);
        double[] values = Arrays.stream(of.asDoubleArray())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("The column (" + of.name() + ") has no numbers.");
        }
        double low = values[0];
        double width = (values[values.length - 1] - low) / BINS;
        long[] counts = new long[width > 0 ? BINS : 1];
        for (double value : values) {
            counts[width > 0 ? Math.min(BINS - 1, (int) ((value - low) / width)) : 0]++;
        }
        double half = width > 0 ? 0 : Math.max(Math.abs(low), 1) / 1000;
        List<Double> edges = IntStream.rangeClosed(0, counts.length)
                .mapToObj(i -> width > 0 ? low + i * width : low - half + 2 * half * i)
                .toList();
        return RedrawnHistogram.of(new HistogramChart(
                caption(of.name()),
                axis(of.name()),
                new Axis("Share", Percent.FRACTIONS),
                edges,
                Arrays.stream(counts).boxed().toList(),
                List.of(),
                List.of()));
    }

    /** The rates of a simulation, a box for each: the middle half of the draws with their median. */
    public static BoxChart box(Simulation simulation) {
        Table draws = Tables.table(simulation.draws((int) Math.min(MOST_POINTS, simulation.size())));
        List<DoubleColumn> rates = draws.columnNames().stream()
                .filter(name -> COMPANY_RATE.matcher(name).matches())
                .map(name -> Tables.numbers(draws, name))
                .toList();
        // by the name of the company alone, which has room below its box
        rates.forEach(rate -> rate.setName(COMPANY_RATE.matcher(rate.name()).replaceFirst("$1")));
        BoxChart chart = box(rates, new Axis("Net subsidy rate, unrounded", Percent.FRACTIONS));
        chart.setTitle("Net subsidy rates in " + String.format(Locale.ROOT, "%,d draws", simulation.size()));
        if (simulation.size() > MOST_POINTS) {
            chart.setTitle(of(simulation.size(), "draws"));
        }
        return chart;
    }

    /** Columns of numbers, a box for each; missing ones are left out. */
    public static BoxChart box(Table table, String... columns) {
        List<DoubleColumn> boxes = new ArrayList<>();
        for (String words : columns) {
            boxes.add(Tables.numbers(table, words));
        }
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("Name the columns: " + String.join(", ", table.columnNames()) + ".");
        }
        BoxChart chart = box(boxes, axis(boxes.get(0).name()));
        chart.setTitle(boxes.size() == 1 ? boxes.get(0).name() : boxes.size() + " columns");
        return chart;
    }

    private static BoxChart box(List<DoubleColumn> boxes, Axis axis) {
        BoxChart chart = new BoxChart(Redrawn.WIDTH, Redrawn.HEIGHT, new ProjectTheme());
        for (DoubleColumn of : boxes) {
            chart.addSeries(
                    of.name(),
                    Arrays.stream(of.asDoubleArray()).filter(Double::isFinite).toArray());
        }
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> Redrawn.tick(axis, value))
                .setLegendVisible(false);
        return chart;
    }

    /**
     * One number of each draw against another: an input, or a result. Above 20,000 draws the first 20,000 are shown, which
     * is as good a sample as any, and the title says so.
     *
     * @param x the name of a column of {@link Simulation#draws()}, or words that only its name holds
     * @param y likewise
     */
    public static XYChart scatter(Simulation simulation, String x, String y) {
        XYChart chart = scatter(Tables.table(simulation.draws((int) Math.min(MOST_POINTS, simulation.size()))), x, y);
        if (simulation.size() > MOST_POINTS) {
            chart.setTitle(of(simulation.size(), "draws"));
        }
        if (isRate(chart.getYAxisTitle()) && simulation.drawing().chart() instanceof HistogramChart histogram) {
            XYSeries points = chart.getSeriesCollection().iterator().next();
            Redrawn.across(
                    chart, histogram.x(), histogram.thresholds(), new double[] {points.getXMin(), points.getXMax()});
        }
        return chart;
    }

    /**
     * One column against another; rows in which one is missing are left out. Above 20,000 rows every second, third, ... is
     * shown, and the title says so.
     */
    public static XYChart scatter(Table table, String x, String y) {
        DoubleColumn across = Tables.numbers(table, x);
        DoubleColumn up = Tables.numbers(table, y);
        int[] rows = IntStream.range(0, table.rowCount())
                .filter(row -> Double.isFinite(across.getDouble(row)) && Double.isFinite(up.getDouble(row)))
                .toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException("No row has both (" + across.name() + ") and (" + up.name() + ").");
        }
        int step = (rows.length + MOST_POINTS - 1) / MOST_POINTS;
        int[] shown = IntStream.range(0, rows.length)
                .filter(i -> i % step == 0)
                .map(i -> rows[i])
                .toArray();
        XYChart chart = Redrawn.axes(
                caption(step == 1 ? rows.length + " points" : of(rows.length, "points", shown.length)),
                axis(across.name()),
                axis(up.name()));
        XYSeries points = Redrawn.line(
                chart,
                up.name(),
                IntStream.of(shown).mapToDouble(across::getDouble).toArray(),
                IntStream.of(shown).mapToDouble(up::getDouble).toArray(),
                Palette.series(0),
                Palette.THIN);
        points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        points.setMarker(SeriesMarkers.CIRCLE);
        points.setMarkerColor(Palette.series(0));
        chart.getStyler().setMarkerSize(shown.length > MOST_POINTS / 10 ? 3 : 6).setLegendVisible(false);
        return chart;
    }

    private static String of(long all, String what) {
        return of(all, what, MOST_POINTS);
    }

    private static String of(long all, String what, int shown) {
        return String.format(Locale.ROOT, "%,d of %,d %s", shown, all, what);
    }

    /** The chart of an analysis, whatever its kind. */
    public static AxesChart<?, ?> picture(Charted analysis) {
        return Redrawn.of(analysis.drawing().chart());
    }

    /** Shows the chart of an analysis; see {@link #show(AxesChart)}. */
    public static void show(Charted analysis) {
        show(picture(analysis));
    }

    /**
     * Shows a chart in a window: point at it for its numbers, drag over a part of {@code x} to enlarge it, click on a name of
     * the legend to hide it. Without a display it goes to a file, and a line says to which.
     */
    public static void show(AxesChart<?, ?> chart) {
        String obstacle = Display.obstacle();
        if (obstacle.isEmpty()) {
            WINDOWS.show(chart);
            return;
        }
        String name = "picture.png";
        for (int i = 2; Files.exists(Path.of(name)); i++) {
            name = "picture-" + i + ".png";
        }
        save(chart, name);
        System.out.println("No window, because " + obstacle + ": the chart is in " + name + ".");
    }

    /**
     * Saves a chart as PNG.
     *
     * @param file ends in {@code .png}
     */
    public static void save(AxesChart<?, ?> chart, String file) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException(
                    "(" + file
                            + ") does not end in .png. For SVG and PDF, take the print chart: analysis.drawing().write(Path.of(...)).");
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", bytes);
            Files.write(Path.of(file), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Caption caption(String title) {
        return new Caption(title, "", "", "");
    }

    private static Axis axis(String name) {
        return new Axis(name, isRate(name) ? Percent.FRACTIONS : Percent.PLAIN);
    }

    /** Whether a column of results holds rates as fractions. */
    private static boolean isRate(String name) {
        return name.endsWith("rate") || name.endsWith("rate-unrounded");
    }

    /** How the numbers of a column are written. */
    private enum Percent implements Axis.Numbers {
        FRACTIONS,
        PLAIN;

        @Override
        public String value(double value) {
            return tick(
                    BigDecimal.valueOf(value),
                    BigDecimal.valueOf(this == FRACTIONS ? 0.0001 : value).ulp());
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            return this == FRACTIONS
                    ? value.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                    : String.format(
                            Locale.ROOT,
                            "%,." + Math.max(0, value.stripTrailingZeros().scale()) + "f",
                            value);
        }
    }
}
