package org.advalorem.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.facts.Problems;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.DataFormat;
import org.advalorem.report.Format;
import org.advalorem.report.OfficeFile;
import org.advalorem.report.PublicReport;
import org.advalorem.report.Report;
import org.advalorem.report.TooManyRowsException;
import org.advalorem.report.workbook.PlainSheet;
import picocli.CommandLine.ParseResult;

/** Where a report goes, and in which format. */
record ReportOutput(Output output, Format format, CsvStyle style, Optional<OfficeFile.Form> office) {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;

    private static FileKind kind(ParseResult given) {
        Stream<String> office =
                CommonOptions.officeForms(given.commandSpec()).stream().map(OfficeFile.Form::ending);
        return new FileKind(
                "a report",
                Stream.of(Format.endings().stream(), DataFormat.endings().stream(), office)
                        .flatMap(endings -> endings)
                        .distinct()
                        .toList(),
                false);
    }

    /** The output as given; refused if its name is none for a report. */
    static ReportOutput of(ParseResult given, Session session) {
        String name = CommonOptions.outputName(given);
        String word = CommonOptions.formatWord(given);
        Optional<OfficeFile.Form> office = office(given, name);
        boolean own = office.isPresent() && office.get().word().equals(word);
        if (CommonOptions.formatGiven(given) && !own && (isParquet(name) || office.isPresent())) {
            throw new UsageException("(--format " + word + ") and (" + CommonOptions.OUTPUT + " " + name
                    + ") contradict each other. Omit --format for "
                    + (isParquet(name) ? "Parquet" : office.get().ending()) + ", or name another file.");
        }
        for (OfficeFile.Form form : CommonOptions.officeForms(given.commandSpec())) {
            if (form.word().equals(word) && !own && !name.equals("-")) {
                throw new UsageException("(--format " + word + ") and (" + CommonOptions.OUTPUT + " " + name
                        + ") contradict each other. Omit --format, or name a file that ends in " + form.ending() + ".");
            }
            if (form.word().equals(word) && !own) {
                throw new UsageException("(--format " + word + ") writes a file. Add " + CommonOptions.OUTPUT + " FILE"
                        + form.ending() + ".");
            }
        }
        return of(given, Output.of(given, kind(given), session));
    }

    /** The same for one of the versions that are written. */
    static ReportOutput of(ParseResult given, Session session, Version version, List<Version> all) {
        return all.size() == 1
                ? of(given, session)
                : of(
                        given,
                        Output.of(Version.file(CommonOptions.outputName(given), version, all), kind(given), session));
    }

    /** The output to standard output, whatever {@code --output} names. */
    static ReportOutput standard(ParseResult given, Session session) {
        return of(given, Output.standard(session));
    }

    private static ReportOutput of(ParseResult given, Output output) {
        Optional<OfficeFile.Form> office =
                output.file().flatMap(file -> office(given, file.path().toString()));
        Format format = office.isPresent() ? Format.TEXT : CommonOptions.format(given, output);
        return new ReportOutput(output, format, CsvOptions.of(given, format), office);
    }

    /** The form of office programs of a file name, among those that the command can write. */
    private static Optional<OfficeFile.Form> office(ParseResult given, String name) {
        return CommonOptions.officeForms(given.commandSpec()).stream()
                .filter(form -> name.toLowerCase(Locale.ROOT).endsWith(form.ending()))
                .findFirst();
    }

    /** Whether programs read the report, which then has the digest of the scenario. */
    boolean isForPrograms() {
        return format == Format.JSON || format == Format.CSV || isParquet() || office.isPresent();
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
        if (office.isPresent()) {
            office(report, office.get(), partial);
        } else if (report.publicVersion().isPresent()) {
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

    private void office(Report report, OfficeFile.Form form, boolean partial) throws IOException {
        if (report.office().isEmpty() && form != OfficeFile.Form.XLSX) {
            throw new UsageException(
                    "A table is not written as Word. Write " + CommonOptions.OUTPUT + " FILE.xlsx, .md or .csv.");
        }
        OfficeFile file = report.office().orElseGet(() -> PlainSheet.of(report));
        if (report.publicVersion().isPresent()) {
            Problems problems = new Problems();
            PublicReport.check(report.publicVersion().get(), file.read(form), "the output", problems);
            problems.throwIfAny();
        }
        try {
            output.file()
                    .orElseThrow()
                    .make(
                            channel -> {
                                file.write(form, Channels.newOutputStream(channel));
                                return file;
                            },
                            made -> partial);
        } catch (TooManyRowsException e) {
            throw UsageException.of(
                    String.valueOf(e.getMessage()),
                    "Add up purchases of a day at one price, take one company with --company, or write"
                            + " --format csv --records.");
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
