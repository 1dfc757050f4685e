package org.advalorem.report;

import java.util.List;
import org.advalorem.bracketing.LeakCheck;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/** The text of a public version: a report with the index of what stands in brackets, read once more before it is sent. */
public final class PublicReport {
    private PublicReport() {}

    /**
     * The whole text of a public version.
     *
     * @param report on a scenario in public
     * @param columns the columns of a line of text; other formats have no use for it
     * @param style how CSV is written; other formats have no use for it
     * @param problems told of everything confidential that the text holds nevertheless
     */
    public static String text(Report report, Format format, int columns, CsvStyle style, Problems problems) {
        PublicVersion version = report.publicVersion().orElseThrow();
        String text = switch (format) {
            case TEXT -> {
                String body = report.text(format, columns);
                yield body + '\n' + TextWriter.write(BracketIndex.of(version, body), columns);
            }
            case MARKDOWN -> {
                String body = report.text(format, columns);
                yield body + '\n' + MarkdownWriter.write(BracketIndex.of(version, body));
            }
            case CSV ->
                report.withComments(() -> BracketIndex.comments(version, report.table()))
                        .text(format, columns, style);
            case JSON -> report.text(format);
        };
        check(version, text, "the output", problems);
        return text;
    }

    /**
     * Reads what is about to be written.
     *
     * @param where what it is, such as {@code the chart}
     */
    public static void check(PublicVersion version, String text, String where, Problems problems) {
        List<LeakCheck.Leak> leaks = LeakCheck.of(version, text);
        for (LeakCheck.Leak leak : leaks) {
            problems.add(
                    Problem.Code.AV503,
                    Origin.of(where, leak.line(), 0, ""),
                    "The public version would print (" + leak.text() + "), which is confidential.",
                    "Change the text of the scenario that says it, or make the value public.");
        }
    }
}
