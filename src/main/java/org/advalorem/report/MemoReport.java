package org.advalorem.report;

/**
 * The report of {@code memo}: the calculation memorandum, with worksheets and lines that give formula, value, unit and
 * authority; or the same calculation step by step.
 *
 * <p>The JSON format, {@code advalorem-memo/2}, is described in {@code docs/json.md}; CSV has the steps or, with
 * records, the transactions.
 */
public final class MemoReport {
    private MemoReport() {}

    /**
     * The calculation memorandum.
     *
     * @param steps whether to write every step with its numbers, and every input
     * @param records whether to write every transaction compared as well
     */
    public static Report of(EvaluatedScenario scenario, boolean steps, boolean records) {
        Report report = Report.ofTree(
                () -> steps ? StepsDocument.of(scenario, records) : MemoDocument.of(scenario, records),
                () -> Header.comments(scenario),
                () -> FlatTable.of(records ? TransactionRows.flat(scenario) : MemoSteps.of(scenario)),
                () -> MemoJson.of(scenario, steps, records));
        return report.about(scenario);
    }
}
