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
     * The report in that format, ending with a line feed.
     *
     * @param records whether every record of sums over records is written too
     */
    public static String of(EvaluatedScenario scenario, boolean records, Format format) {
        return switch (format) {
            case TEXT -> TextWriter.write(MemoDocument.of(scenario, records));
            case MARKDOWN -> MarkdownWriter.write(MemoDocument.of(scenario, records));
            case CSV ->
                CsvWriter.write(
                        Header.comments(scenario), records ? RecordRows.all(scenario) : MemoSteps.table(scenario));
            case JSON -> JsonText.write(MemoJson.of(scenario, records));
        };
    }
}
