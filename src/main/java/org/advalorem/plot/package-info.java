/**
 * Charts as plain data, laid out on a canvas and written as SVG, PNG or PDF.
 *
 * <p>Imports nothing of the project: what is drawn, and how its numbers are written ({@link org.advalorem.plot.Axis.Numbers}),
 * is handed in, and nothing is worked out on the way. A chart is data, not calls of a painter, so that anything else can draw
 * it too. These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>the charts: {@link org.advalorem.plot.RowChart}, {@link org.advalorem.plot.LinesChart},
 *       {@link org.advalorem.plot.HistogramChart}, {@link org.advalorem.plot.HeatMapChart} and
 *       {@link org.advalorem.plot.SpecificationChart}, each a {@link org.advalorem.plot.Chart};
 *   <li>what they are made of: {@link org.advalorem.plot.Caption}, {@link org.advalorem.plot.Axis},
 *       {@link org.advalorem.plot.Mark} and {@link org.advalorem.plot.Fill};
 *   <li>the way to a file: {@link org.advalorem.plot.ChartWriter}, {@link org.advalorem.plot.ChartFormat} and
 *       {@link org.advalorem.plot.ChartFont}.
 * </ul>
 *
 * <p>The charts and what they are made of are public with {@code org.advalorem.api} and follow semantic versioning. The way to a
 * file is internal and may change in any version: {@code org.advalorem.api.Drawing} is the public one.
 *
 * <p>Two bars and a threshold:
 *
 * <pre>{@code
 * Axis rate = new Axis("Ad valorem rate", numbers);
 * List<RowChart.Row> rows = List.of(
 *         RowChart.Row.of("Loans", new RowChart.Bar(0, 0.02, Fill.SKY), RowChart.Text.of("2.00%")),
 *         RowChart.Row.of("Grants", new RowChart.Bar(0.02, 0.05, Fill.AMBER), RowChart.Text.of("3.00%")));
 * RowChart.Panel panel = new RowChart.Panel("", rows, List.of(new Mark("de minimis", 0.01)), List.of());
 * Caption caption = new Caption("Acme: 5.00%", "", "", "");
 * Chart chart = new RowChart(caption, rate, List.of(), List.of(""), List.of(panel), true);
 * byte[] svg = ChartWriter.bytes(chart, ChartFormat.SVG);
 * }</pre>
 *
 * <p>A new kind of chart is a record that {@link org.advalorem.plot.Chart} permits and a painter that measures, widens the
 * canvas where it must, and draws.
 */
@NullMarked
package org.advalorem.plot;

import org.jspecify.annotations.NullMarked;
