package org.advalorem.report;

/**
 * The report of {@code rate}: every company's programs, total and verdict, and the all-others rate.
 *
 * <p>JSON is a contract, {@code advalorem-rate/1}, described in {@code docs/json.md}.
 */
public final class RateReport {
    private RateReport() {}

    /** The report in that format, ending with a line feed. */
    public static String of(EvaluatedScenario scenario, Format format) {
        return switch (format) {
            case TEXT -> TextWriter.write(RateDocument.of(scenario));
            case MARKDOWN -> MarkdownWriter.write(RateDocument.of(scenario));
            case CSV -> CsvWriter.write(Header.comments(scenario), RateTable.of(scenario));
            case JSON -> JsonText.write(RateJson.of(scenario));
        };
    }
}
