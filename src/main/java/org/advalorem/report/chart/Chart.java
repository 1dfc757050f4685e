package org.advalorem.report.chart;

/** A chart as plain data. Rates are fractions, as everywhere inside the program. */
public sealed interface Chart
        permits DistancesChart,
                HeatMapChart,
                HistogramChart,
                IntervalsChart,
                LinesChart,
                SpecificationChart,
                StackChart,
                TornadoChart,
                WaterfallChart {

    /** What stands above and below the drawing. */
    Caption caption();
}
