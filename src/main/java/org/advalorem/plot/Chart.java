package org.advalorem.plot;

/** A chart as plain data: what is to be shown, and nothing of how it is drawn. */
public sealed interface Chart permits HeatMapChart, HistogramChart, LinesChart, RowChart, SpecificationChart {

    /** The words above and below the drawing. */
    Caption caption();
}
