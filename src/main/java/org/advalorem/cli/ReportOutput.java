package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.facts.Problems;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.DataFormat;
import org.advalorem.report.Format;
import org.advalorem.report.PublicReport;
import org.advalorem.report.Report;
import picocli.CommandLine.ParseResult;

/** Where a report goes, and in which format. */
record ReportOutput(Output output, Format format, CsvStyle style) {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;

    private static final FileKind KIND = new FileKind(
            "a report",
            Stream.concat(Format.endings().stream(), DataFormat.endings().stream())
                    .distinct()
                    .toList(),
            false);

    /** The output as given; refused if its name is none for a report. */
    static ReportOutput of(ParseResult given, Session session) {
        String name = CommonOptions.outputName(given);
        if (CommonOptions.formatGiven(given) && isParquet(name)) {
            throw new UsageException("(--format " + given.matchedOptionValue("--format", "") + ") and ("
                    + CommonOptions.OUTPUT + " " + name
                    + ") contradict each other. Omit --format for Parquet, or name another file.");
        }
        return of(given, Output.of(given, KIND, session));
    }

    /** The same for one of the versions that are written. */
    static ReportOutput of(ParseResult given, Session session, Version version, List<Version> all) {
        return all.size() == 1
                ? of(given, session)
                : of(given, Output.of(Version.file(CommonOptions.outputName(given), version, all), KIND, session));
    }

    /** The output to standard output, whatever {@code --output} names. */
    static ReportOutput standard(ParseResult given, Session session) {
        return of(given, Output.standard(session));
    }

    private static ReportOutput of(ParseResult given, Output output) {
        Format format = CommonOptions.format(given, output);
        return new ReportOutput(output, format, CsvOptions.of(given, format));
    }

    /** Whether programs read the report, which then has the digest of the scenario. */
    boolean isForPrograms() {
        return format == Format.JSON || format == Format.CSV || isParquet();
    }

    private boolean isParquet() {
        return output.file().filter(file -> isParquet(file.path().toString())).isPresent();
    }

    /** Whether a name is that of a Parquet file. */
    static boolean isParquet(String name) {
        return DataFormat.ofName(name).equals(Optional.of(DataFormat.PARQUET));
    }

    /** The columns of a line of text. */
    private int width() {
        return output.file().isEmpty() ? columns() : VisibleText.WIDTH;
    }

    /** Writes the whole report. */
    void write(Report report) throws IOException {
        write(report, false);
    }

    /**
     * Writes the whole report in its format, or its table if the file is a Parquet file; a public version once it was read
     * for what is confidential.
     *
     * @param partial whether the run was stopped, so that the report takes the place of no file
     */
    void write(Report report, boolean partial) throws IOException {
        if (report.publicVersion().isPresent()) {
            Problems problems = new Problems();
            String text = PublicReport.text(report, format, width(), style, problems);
            problems.throwIfAny();
            output.write(text, partial);
        } else if (isParquet()) {
            output.file()
                    .orElseThrow()
                    .make(
                            file -> {
                                report.parquet(file);
                                return report;
                            },
                            made -> partial);
        } else {
            output.write(to -> report.write(format, width(), style, to), partial);
        }
    }

    /**
     * The columns of the terminal, if standard output is one: the launcher says so with the property {@code
     * advalorem.columns}, since Java cannot tell. Otherwise, and in files, lines have the same width everywhere.
     */
    private static int columns() {
        int columns = Integer.getInteger("advalorem.columns", VisibleText.WIDTH);
        return Math.max(NARROWEST, Math.min(WIDEST, columns));
    }
}
