package org.advalorem.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.advalorem.api.Charted;
import org.advalorem.api.Scenario;
import org.advalorem.plot.HistogramChart;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Print charts drawn by XChart: the same data, and nothing that XChart cannot draw. */
final class RedrawnTest {
    private static final Scenario FOIL = Scenario.load(Path.of("scenarios/aluminum-foil/scenario.yaml"));
    private static final Scenario TUTORIAL = Scenario.load(Path.of("scenarios/tutorial/scenario.yaml"));

    private static Charted analysis(String word) {
        return switch (word) {
            case "rate" -> FOIL.evaluate();
            case "sweep" -> FOIL.sweep("benchmarks.ingot.world.LME", "times 0.8 to 1.2 in 9");
            case "words" -> FOIL.sweep("companies.zhongji.export-value-adjustment.method", "none, ratio, denominator");
            case "grid" ->
                FOIL.grid(
                        "companies.zhongji.export-value-adjustment.markup",
                        "0% to 20% in 6",
                        "companies.zhongji.export-value-adjustment.method",
                        "none, ratio, denominator");
            case "spider" -> TUTORIAL.spider();
            case "tornado" -> TUTORIAL.tornado();
            case "simulate" -> FOIL.simulate(10_000);
            case "sensitivity" -> TUTORIAL.sensitivity(2_000);
            case "screening" -> TUTORIAL.screening(20);
            case "issues" -> TUTORIAL.issues();
            case "compare" -> FOIL.compare(FOIL.set("programs.export-buyers-credit.applied", "no"));
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** In time: XChart looks without end for room for a long name on an axis. */
    @Timeout(60)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate",
                "sweep",
                "words",
                "grid",
                "spider",
                "tornado",
                "simulate",
                "sensitivity",
                "screening",
                "issues",
                "compare"
            })
    void everyKindIsDrawnWithInkOnIt(String word) {
        AxesChart<?, ?> chart = Redrawn.of(analysis(word).drawing().chart());
        var image = BitmapEncoder.getBufferedImage(chart);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(Arrays.stream(pixels).filter(pixel -> pixel != -1).count()).isGreaterThan(pixels.length / 200);
        assertThat(chart.getTitle()).isEqualTo(analysis(word).drawing().toString());
    }

    private static XYSeries series(XYChart chart, String name) {
        return chart.getSeries(name);
    }

    @Test
    void linesHaveTheirPoints() {
        LinesChart lines = (LinesChart) analysis("sweep").drawing().chart();
        XYChart chart = (XYChart) Redrawn.of(lines);
        for (LinesChart.Series line : lines.series()) {
            assertThat(series(chart, line.name()).getYData())
                    .isEqualTo(line.points().stream()
                            .mapToDouble(LinesChart.Point::y)
                            .toArray());
        }
        XYSeries threshold = series(chart, "de minimis threshold 1.00%");
        // a point at every place, so that a part that is enlarged still shows it
        assertThat(threshold.getXData()).hasSize(9);
        assertThat(threshold.getYData()).containsOnly(0.01);
        assertThat(chart.getStyler().getXAxisTickLabelsFormattingFunction()).isNotNull();
        assertThat(chart.getStyler().getYAxisTickLabelsFormattingFunction().apply(0.1 + 0.2))
                .isEqualTo("30%");
        assertThat(chart.getStyler().getYAxisTickLabelsFormattingFunction().apply(0.175))
                .isEqualTo("17.5%");
    }

    @Test
    void theAreaOfAHistogramIsTheShareOfDraws() {
        HistogramChart histogram =
                (HistogramChart) analysis("simulate").drawing().chart();
        XYChart chart = (XYChart) Redrawn.of(histogram);
        double[] x = series(chart, "draws").getXData();
        double[] y = series(chart, "draws").getYData();
        double width = histogram.edges().get(1) - histogram.edges().get(0);
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        assertThat(area / width).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void whatIsDeMinimisHasItsOwnArea() {
        HistogramChart plain = (HistogramChart) analysis("simulate").drawing().chart();
        HistogramChart histogram = new HistogramChart(
                plain.caption(),
                plain.x(),
                plain.y(),
                List.of(0.0, 0.01, 0.02),
                List.of(3L, 1L),
                List.of(),
                List.of(new Mark("de minimis", 0.005)));
        XYChart chart = (XYChart) Redrawn.of(histogram);
        assertThat(series(chart, "below de minimis").getXData()).containsExactly(0, 0, 0.005, 0.005);
        assertThat(series(chart, "below de minimis").getYData()).containsExactly(0, 0.75, 0.75, 0);
        assertThat(series(chart, "not below").getXData()).containsExactly(0.005, 0.005, 0.01, 0.01, 0.02, 0.02);
        assertThat(series(chart, "not below").getYData()).containsExactly(0, 0.75, 0.75, 0.25, 0.25, 0);
    }

    @Test
    void everyBarIsDrawn() {
        RowChart rows = (RowChart) analysis("rate").drawing().chart();
        long bars = rows.panels().stream()
                .flatMap(panel -> panel.rows().stream())
                .flatMap(row -> row.lanes().stream())
                .flatMap(lane -> lane.bars().stream())
                .filter(bar -> bar.from() != bar.to())
                .count();
        XYChart chart = (XYChart) Redrawn.of(rows);
        assertThat(chart.getSeriesCollection().stream()
                        .filter(series -> series.getXData().length == 5)
                        .count())
                .isEqualTo(bars);
    }

    @Test
    void cellsOfAGridAreInPercentFromTheTop() {
        HeatMapChart chart =
                (HeatMapChart) Redrawn.of(analysis("grid").drawing().chart());
        var series = chart.getHeatMapSeries();
        assertThat(series.getXData()).hasToString("[none, ratio, denominator]");
        assertThat(series.getYData().get(5)).isEqualTo("0%");
        Number[] top = series.getHeatData().stream()
                .map(cell -> (Number[]) cell)
                .filter(cell -> cell[0].intValue() == 0 && cell[1].intValue() == 5)
                .findFirst()
                .orElseThrow();
        assertThat(top[2].doubleValue()).isEqualTo(17.14, org.assertj.core.data.Offset.offset(0.01));
    }
}
