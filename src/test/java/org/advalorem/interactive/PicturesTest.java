package org.advalorem.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.advalorem.api.Scenario;
import org.advalorem.api.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The pictures of the shell. */
final class PicturesTest {
    private static final Scenario FOIL = Scenario.load(Path.of("scenarios/aluminum-foil/scenario.yaml"));

    @TempDir
    private Path folder;

    private static int points(XYChart chart) {
        return chart.getSeriesCollection().iterator().next().getXData().length;
    }

    private static Table squares(int rows) {
        return Table.create(
                DoubleColumn.create(
                        "x", IntStream.range(0, rows).asDoubleStream().toArray()),
                DoubleColumn.create(
                        "y",
                        IntStream.range(0, rows)
                                .mapToDouble(i -> (double) i * i)
                                .toArray()));
    }

    @Test
    void aMillionPointsAreThinnedAndItIsSaid() {
        XYChart few = Pictures.scatter(squares(20_000), "x", "y");
        assertThat(points(few)).isEqualTo(20_000);
        assertThat(few.getTitle()).isEqualTo("20000 points");
        XYChart many = Pictures.scatter(squares(1_000_000), "x", "y");
        assertThat(points(many)).isEqualTo(20_000);
        assertThat(many.getTitle()).isEqualTo("20,000 of 1,000,000 points");
        XYChart odd = Pictures.scatter(squares(20_001), "x", "y");
        assertThat(points(odd)).isEqualTo(10_001);
        assertThat(odd.getTitle()).isEqualTo("10,001 of 20,001 points");
    }

    @Test
    void drawsOfASimulationAreThinnedToTheFirst() {
        Simulation simulation = FOIL.simulate(30_000);
        XYChart chart = Pictures.scatter(simulation, "LME", "companies.zhongji.rate-unrounded");
        assertThat(chart.getTitle()).isEqualTo("20,000 of 30,000 draws");
        assertThat(chart.getXAxisTitle()).isEqualTo("benchmarks.ingot.world.LME");
        assertThat(chart.getSeriesCollection().stream().map(series -> series.getLabel()))
                .containsExactly("companies.zhongji.rate-unrounded", "de minimis threshold 1.00%");
        double[] shown = chart.getSeriesCollection().iterator().next().getXData();
        double[] drawn =
                simulation.draws(20_000).column("benchmarks.ingot.world.LME").numbers();
        assertThat(shown).isEqualTo(drawn);
    }

    @Test
    void missingPairsAreLeftOut() {
        Table table =
                Table.create(DoubleColumn.create("x", 1, Double.NaN, 3), DoubleColumn.create("y", 1, 2, Double.NaN));
        assertThat(points(Pictures.scatter(table, "x", "y"))).isEqualTo(1);
        Table none = Table.create(DoubleColumn.create("x", Double.NaN), DoubleColumn.create("y", 1));
        assertThatThrownBy(() -> Pictures.scatter(none, "x", "y")).hasMessage("No row has both (x) and (y).");
    }

    @Test
    void classesOfAColumnCountEveryNumberOnce() {
        Table table = Table.create(DoubleColumn.create("v", 0, 0.01, 39.99, 40, 40, Double.NaN));
        XYChart chart = Pictures.histogram(table, "v");
        double[] heights = chart.getSeriesCollection().iterator().next().getYData();
        // two of five in the first class, three in the last, each drawn with two corners
        assertThat(Arrays.stream(heights).filter(height -> height == 2 / 5.0)).hasSize(2);
        assertThat(Arrays.stream(heights).filter(height -> height == 3 / 5.0)).hasSize(2);
        assertThat(Pictures.histogram(Table.create(DoubleColumn.create("c", 7, 7)), "c")
                        .getSeriesCollection())
                .hasSize(1);
        assertThatThrownBy(() -> Pictures.histogram(Table.create(DoubleColumn.create("n", Double.NaN)), "n"))
                .hasMessage("The column (n) has no numbers.");
    }

    @Test
    void aBoxForEachCompany() {
        BoxChart chart = Pictures.box(FOIL.simulate(1_000));
        assertThat(chart.getSeriesCollection().stream().map(series -> series.getName()))
                .containsExactly("zhongji", "dingsheng", "loften", "all-others");
        assertThat(chart.getTitle()).isEqualTo("Net subsidy rates in 1,000 draws");
        assertThat(Pictures.box(squares(10), "x", "y").getSeriesCollection()).hasSize(2);
    }

    @Test
    void aPictureIsSavedAndOtherFormsAreSentToThePrintChart() throws IOException {
        Path file = folder.resolve("sweep.png");
        XYChart chart = Pictures.lines(FOIL.sweep("benchmarks.ingot.world.LME", "times 0.8 to 1.2 in 3"));
        Pictures.save(chart, file.toString());
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        assertThatThrownBy(() -> Pictures.save(chart, "sweep.svg")).hasMessageContaining("drawing().write");
        assertThat(Path.of("sweep.svg")).doesNotExist();
    }

    @Test
    void wordsHaveNoLines() {
        assertThatThrownBy(() -> Pictures.lines(
                        FOIL.sweep("companies.zhongji.export-value-adjustment.method", "none, ratio, denominator")))
                .hasMessageContaining("nothing between words");
    }
}
