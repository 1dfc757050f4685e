package org.advalorem.api;

/**
 * The effects of the uncertain inputs along random paths (Morris): cheap, for many inputs. What {@code advalorem sensitivity
 * --method morris} writes.
 *
 * <pre>{@code
 * Table effects = scenario.screening(256).table();
 * }</pre>
 */
public final class Screening extends Charted {
    Screening(Report report, Drawing drawing) {
        super(report, drawing);
    }
}
