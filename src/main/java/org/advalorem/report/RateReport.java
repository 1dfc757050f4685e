package org.advalorem.report;

/**
 * The report of {@code rate}: every company's programs, total and verdict, and the all-others rate.
 *
 * <p>The JSON format, {@code advalorem-rate/2}, is a contract described in {@code docs/json.md}.
 */
public final class RateReport {
    private RateReport() {}

    /** The report on all rates of the scenario. */
    public static Report of(EvaluatedScenario scenario) {
        return Report.of(
                "advalorem-rate/2",
                scenario,
                () -> RateDocument.of(scenario),
                () -> new RateListings(scenario).document(),
                () -> new RateListings(scenario).table());
    }
}
