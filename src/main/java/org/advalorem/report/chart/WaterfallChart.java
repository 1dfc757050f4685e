package org.advalorem.report.chart;

import java.util.List;

/**
 * The way from one rate to another: what each difference adds or takes away.
 *
 * @param rate the axis
 * @param steps in order; their changes are drawn as given, and {@code end} is drawn where it is
 */
public record WaterfallChart(Caption caption, Axis rate, Mark start, List<Step> steps, Mark end, List<Mark> thresholds)
        implements Chart {
    /** Copies the lists. */
    public WaterfallChart {
        steps = List.copyOf(steps);
        thresholds = List.copyOf(thresholds);
    }

    /** One difference. */
    public record Step(String label, double change) {
        /** Checks. */
        public Step {
            Checks.finite(change, label);
        }
    }
}
