package org.advalorem.report;

/**
 * The report of {@code memo}: the calculation memorandum, every step with formula, numbers, value, unit and authority.
 *
 * <p>As JSON it is {@code advalorem-memo/1}, described in {@code docs/json.md}; as CSV the steps, or with records the
 * records.
 */
public final class MemoReport {
    private MemoReport() {}

    /**
     * The report.
     *
     * @param records whether every record of sums over records is written too
     */
    public static Report of(EvaluatedScenario scenario, boolean records) {
        return Report.of(
                () -> MemoDocument.of(scenario, records),
                () -> Header.comments(scenario),
                () -> records ? RecordRows.all(scenario) : MemoSteps.table(scenario),
                () -> MemoJson.of(scenario, records));
    }
}
