package org.advalorem.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No label is cut or covers another, and none is left out, whatever is to be drawn. */
final class LayoutTest {
    private static final String PROGRAM = "Provision of Primary Aluminum for Less Than Adequate Remuneration";
    private static final String ADDRESS =
            "companies.jiangsu-zhongji-lamination.members.zj.uses.policy-loans.1.events.12.rate.spread";
    private static final String NO_BREAK = "W".repeat(90);
    private static final String LONG_TITLE = (PROGRAM + ", ").repeat(4);
    private static final double SLACK = 0.01;

    /** Names of many kinds, each different. */
    private static final Map<String, IntFunction<String>> NAMES = Map.of(
            "short", i -> "p" + i,
            "programs", i -> PROGRAM + " " + i,
            "addresses", i -> ADDRESS + i,
            "unbreakable", i -> NO_BREAK + i);

    /** Values of many kinds. */
    private static final Map<String, IntToDoubleFunction> VALUES = Map.of(
            "ordinary", i -> 0.001 + 0.0007 * i,
            "equal", i -> 0.0123,
            "zero", i -> 0,
            "negative", i -> -0.03 - 0.001 * i,
            "mixed", i -> (i % 2 == 0 ? 1 : -1) * 0.002 * (i + 1),
            "huge", i -> i == 0 ? 1e7 : 0.0001,
            "tiny", i -> 1e-9 * (i + 1),
            "close", i -> 0.17 + 1e-7 * i);

    static Stream<Arguments> extremes() {
        List<Arguments> all = new ArrayList<>();
        for (String names : new TreeMap<>(NAMES).keySet()) {
            for (String values : new TreeMap<>(VALUES).keySet()) {
                for (int size : new int[] {1, 2, 7, 60}) {
                    all.add(Arguments.of(names, values, size));
                }
            }
        }
        all.add(Arguments.of("programs", "ordinary", 200));
        all.add(Arguments.of("short", "mixed", 200));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void labelsAreWholeAndApart(String names, String values, int size) throws IOException {
        for (Chart chart : charts(NAMES.get(names), VALUES.get(values), size)) {
            check(chart);
        }
    }

    @Test
    void theSamplesAreWholeAndApart() throws IOException {
        for (Chart chart : Samples.all().values()) {
            check(chart);
        }
    }

    /** Every name that was handed in is found again, in whole. */
    @ParameterizedTest
    @MethodSource("extremes")
    void noNameIsLeftOut(String names, String values, int size) throws IOException {
        for (Chart chart : charts(NAMES.get(names), VALUES.get(values), size)) {
            String written = ChartWriter.draw(chart).labels().stream()
                    .map(Canvas.Label::text)
                    .collect(Collectors.joining())
                    .replace(" ", "");
            for (int i = 0; i < size; i++) {
                assertThat(written)
                        .as(chart.getClass().getSimpleName())
                        .contains(NAMES.get(names).apply(i).replace(" ", ""));
            }
            assertThat(written).contains(LONG_TITLE.replace(" ", "")).contains(ADDRESS);
        }
    }

    private static void check(Chart chart) throws IOException {
        Canvas canvas = ChartWriter.draw(chart);
        Rectangle2D paper = new Rectangle2D.Double(0, 0, canvas.width(), canvas.height());
        List<Canvas.Label> labels = canvas.labels();
        assertThat(labels).isNotEmpty();
        for (Canvas.Label label : labels) {
            assertThat(Double.isFinite(label.x()) && Double.isFinite(label.y()))
                    .as(chart.getClass().getSimpleName() + ": " + label)
                    .isTrue();
            assertThat(paper.contains(label.box()))
                    .as(chart.getClass().getSimpleName() + ": cut: " + label)
                    .isTrue();
        }
        List<Canvas.Label> order = new ArrayList<>(labels);
        order.sort((a, b) -> Double.compare(a.box().getMinY(), b.box().getMinY()));
        for (int i = 0; i < order.size(); i++) {
            Rectangle2D box = order.get(i).box();
            for (int k = i + 1; k < order.size() && order.get(k).box().getMinY() < box.getMaxY(); k++) {
                Rectangle2D both = box.createIntersection(order.get(k).box());
                // Lines of a paragraph may touch by the depth of a letter, never run into each other.
                assertThat(both.getWidth() > SLACK && both.getHeight() > SLACK)
                        .as(chart.getClass().getSimpleName() + ": " + order.get(i) + " meets " + order.get(k))
                        .isFalse();
            }
        }
    }

    private static Caption caption() {
        return new Caption(LONG_TITLE, LONG_TITLE, LONG_TITLE, "Source: " + ADDRESS);
    }

    static List<Chart> charts(IntFunction<String> name, IntToDoubleFunction value, int size) {
        List<Mark> thresholds = List.of(new Mark("de minimis", 0.01), new Mark("other threshold", 0.0101));
        Axis rate = SampleNumbers.PERCENT.axis("Net subsidy rate");
        List<Chart> charts = new ArrayList<>();
        double base = value.applyAsDouble(0);
        charts.add(SampleRows.tornado(
                caption(),
                base,
                list(size, i -> {
                    double low = value.applyAsDouble(i);
                    double high = value.applyAsDouble(i + 1);
                    return SampleRows.swing(name.apply(i), name.apply(i + 1), "12%", base, low, high);
                }),
                thresholds));
        List<RowChart.Row> steps = list(size, i -> SampleRows.step(name.apply(i), base, value.applyAsDouble(i)));
        charts.add(SampleRows.rows(caption(), List.of(PROGRAM), steps, thresholds, true));
        List<RowChart.Row> estimates = list(size, i -> {
            double middle = value.applyAsDouble(i);
            return SampleRows.estimates(name.apply(i), middle, middle, 0.1);
        });
        charts.add(SampleRows.rows(caption(), List.of(""), estimates, List.of(), false));
        List<RowChart.Row> distances =
                list(size, i -> SampleRows.distance(name.apply(i), value.applyAsDouble(i), name.apply(i + 1)));
        charts.add(SampleRows.rows(caption(), List.of("", ADDRESS), distances, List.of(), false));
        List<RowChart.Row> none = List.of(SampleRows.total("Net subsidy rate", 0));
        charts.add(new RowChart(
                caption(),
                rate,
                List.of(new RowChart.Entry(Fill.SKY, PROGRAM), new RowChart.Entry(Fill.AMBER, ADDRESS)),
                List.of(""),
                List.of(
                        new RowChart.Panel(ADDRESS, steps, thresholds, List.of()),
                        new RowChart.Panel(PROGRAM, none, thresholds, List.of())),
                true));
        charts.add(new LinesChart(
                caption(),
                SampleNumbers.PLAIN.axis(ADDRESS),
                SampleNumbers.PERCENT.axis("Change of the rate"),
                list(
                        size,
                        i -> new LinesChart.Series(
                                name.apply(i),
                                List.of(
                                        new LinesChart.Point(value.applyAsDouble(0), value.applyAsDouble(i)),
                                        new LinesChart.Point(value.applyAsDouble(1), Double.NaN),
                                        new LinesChart.Point(value.applyAsDouble(2), value.applyAsDouble(i + 1))))),
                thresholds,
                Optional.of(new LinesChart.Point(value.applyAsDouble(1), value.applyAsDouble(1))),
                list(Math.min(size, 3), i -> new Mark("answer", value.applyAsDouble(i)))));
        charts.add(new SpecificationChart(
                caption(),
                rate,
                list(size, i -> new SpecificationChart.Issue(name.apply(i), List.of(PROGRAM, "no"))),
                list(
                        size,
                        i -> new SpecificationChart.Specification(
                                value.applyAsDouble(i), Collections.nCopies(size, i % 2), i == 0)),
                List.of(thresholds.get(0), new Mark(ADDRESS, 2))));
        charts.add(new HeatMapChart(
                caption(),
                ADDRESS,
                PROGRAM,
                list(size, name),
                list(Math.min(size, 3), i -> name.apply(i + 1)),
                rate,
                list(Math.min(size, 3), row -> list(size, i -> i == 5 ? Double.NaN : value.applyAsDouble(i + row))),
                thresholds,
                Optional.of(new HeatMapChart.Cell(0, 0))));
        return charts;
    }

    /** A histogram has no names; its marks may lie as close as they like. */
    @ParameterizedTest
    @MethodSource("spreads")
    void marksThatMeetAreSetAboveEachOther(double from, double step, int classes) throws IOException {
        List<Mark> marks = IntStream.range(0, 9)
                .mapToObj(i -> new Mark(i * 10 + "th percentile", from + step * classes * (0.5 + i * 0.06)))
                .toList();
        check(new HistogramChart(
                caption(),
                SampleNumbers.PERCENT.axis("Net subsidy rate"),
                SampleNumbers.PERCENT.axis("Share of draws"),
                list(classes + 1, i -> from + i * step),
                list(classes, i -> (long) i * i),
                marks,
                List.of(new Mark("de minimis", 0.01), new Mark(PROGRAM, 0.02))));
    }

    static Stream<Arguments> spreads() {
        return Stream.of(
                Arguments.of(0.0, 0.001, 20),
                Arguments.of(0.15, 1e-6, 5),
                Arguments.of(-3.0, 0.5, 1),
                Arguments.of(-0.01, 1e4, 400),
                Arguments.of(0.0099, 1e-5, 40));
    }

    private static <T> List<T> list(int size, IntFunction<T> make) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }
}
