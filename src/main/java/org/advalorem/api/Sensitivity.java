package org.advalorem.api;

/**
 * How the variance of each result divides among the uncertain inputs (Sobol' indices with their intervals). What
 * {@code advalorem sensitivity} writes.
 *
 * <pre>{@code
 * Table indices = scenario.sensitivity(16_384).table();
 * }</pre>
 */
public final class Sensitivity extends Charted {
    Sensitivity(Report report, Drawing drawing) {
        super(report, drawing);
    }
}
