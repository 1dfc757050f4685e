package org.advalorem.report;

/**
 * The report of {@code rate}: every company's programs, total and verdict, and the all-others rate.
 *
 * <p>JSON is a contract, {@code advalorem-rate/2}, described in {@code docs/json.md}.
 */
public final class RateReport {
    private RateReport() {}

    /** The report. */
    public static Report of(EvaluatedScenario scenario) {
        return Report.of(
                "advalorem-rate/2",
                scenario,
                () -> RateDocument.of(scenario),
                () -> new RateListings(scenario).document(),
                () -> new RateListings(scenario).table());
    }
}
