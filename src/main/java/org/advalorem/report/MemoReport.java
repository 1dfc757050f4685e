package org.advalorem.report;

/**
 * The report of {@code memo}: the calculation memorandum, worksheets and lines with formula, value, unit and authority; or
 * the same step by step.
 *
 * <p>As JSON it is {@code advalorem-memo/2}, described in {@code docs/json.md}; as CSV the steps, or with records the
 * transactions.
 */
public final class MemoReport {
    private MemoReport() {}

    /**
     * The report.
     *
     * @param steps whether every step is written with its numbers, and every input
     * @param records whether every transaction that was compared is written too
     */
    public static Report of(EvaluatedScenario scenario, boolean steps, boolean records) {
        return Report.ofTree(
                () -> steps ? StepsDocument.of(scenario, records) : MemoDocument.of(scenario, records),
                () -> Header.comments(scenario),
                () -> FlatTable.of(records ? TransactionRows.flat(scenario) : MemoSteps.of(scenario)),
                () -> MemoJson.of(scenario, steps, records));
    }
}
