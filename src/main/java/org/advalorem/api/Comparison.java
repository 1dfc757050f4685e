package org.advalorem.api;

/**
 * What accounts for the difference between two scenarios, change by change, whatever their order (Shapley value). What
 * {@code advalorem compare} writes.
 *
 * <pre>{@code
 * Comparison comparison = petitioner.compare(respondent);
 * }</pre>
 */
public final class Comparison extends Charted {
    Comparison(Report report, Drawing drawing) {
        super(report, drawing);
    }
}
