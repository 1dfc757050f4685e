package org.advalorem.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.DataFormat;
import org.advalorem.report.Format;
import org.advalorem.report.OfficeFile;
import org.advalorem.report.TooManyRowsException;
import org.advalorem.report.workbook.PlainSheet;
import org.advalorem.scenario.FilesRead;

/**
 * What a command prints: the findings first, then the tables, the sources and what it takes to reproduce them.
 *
 * <pre>{@code
 * Report report = scenario.evaluate().report();
 * System.out.print(report.text());
 * report.write(Path.of("rates.xlsx"));
 * }</pre>
 */
public final class Report {
    private final Lazy<org.advalorem.report.Report> people;
    private final Lazy<org.advalorem.report.Report> programs;
    private final FilesRead read;

    /**
     * A report.
     *
     * @param people the report as text
     * @param programs the report in formats for programs, with the digest of the scenario
     * @param read the files of which it takes the place of none
     */
    Report(Lazy<org.advalorem.report.Report> people, Lazy<org.advalorem.report.Report> programs, FilesRead read) {
        this.people = people;
        this.programs = programs;
        this.read = read;
    }

    /** Plain text in lines of up to 120 columns, ending in a line feed. */
    public String text() {
        return people.get().text(Format.TEXT);
    }

    /** Markdown, ending in a line feed. */
    public String markdown() {
        return people.get().text(Format.MARKDOWN);
    }

    /** The {@link Analysis#table table} as CSV (RFC 4180) below comment lines that begin with {@code #}. */
    public String csv() {
        return programs.get().text(Format.CSV);
    }

    /** JSON, whose first member {@code format} names its version, described in {@code docs/json.md}. */
    public String json() {
        return programs.get().text(Format.JSON);
    }

    Table table() {
        return Table.of(programs.get().table());
    }

    /**
     * Writes the report to a file in the format of its ending, whole or not at all: {@code .txt}, {@code .md}, {@code .csv},
     * {@code .json}, {@code .parquet} or {@code .xlsx}, and the memorandum as {@code .docx}.
     *
     * @throws ScenarioException if the ending is another, or the file is one that the scenario was read from
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        Optional<Format> format = Format.ofName(name);
        if (DataFormat.ofName(name).equals(Optional.of(DataFormat.PARQUET))) {
            WholeFile.write(file, read, programs.get()::parquet);
        } else if (format.isPresent()) {
            WholeFile.write(file, read, channel -> write(format.get(), channel));
        } else {
            write(office(name).orElseThrow(() -> noName(file)), file);
        }
    }

    private void write(Format format, FileChannel channel) throws IOException {
        boolean forPrograms = format == Format.CSV || format == Format.JSON;
        Writer writer =
                new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
        (forPrograms ? programs : people).get().write(format, VisibleText.WIDTH, CsvStyle.USUAL, writer);
        writer.flush();
    }

    private void write(OfficeFile.Form form, Path file) throws IOException {
        org.advalorem.report.Report report = programs.get();
        OfficeFile office = report.office().orElseGet(() -> PlainSheet.of(report));
        try {
            WholeFile.write(file, read, channel -> office.write(form, Channels.newOutputStream(channel)));
        } catch (TooManyRowsException e) {
            throw ScenarioException.of(String.valueOf(e.getMessage()), "Write it as .csv or .parquet.");
        }
    }

    private Optional<OfficeFile.Form> office(String name) {
        for (OfficeFile.Form form : OfficeFile.Form.values()) {
            if (name.endsWith(form.ending())
                    && (form == OfficeFile.Form.XLSX || programs.get().office().isPresent())) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private ScenarioException noName(Path file) {
        String word = programs.get().office().isPresent() ? ", .docx" : "";
        return ScenarioException.of(
                "(" + file + ") is not a name for a report.",
                "Use one that ends in .txt, .md, .csv, .json, .parquet" + word + " or .xlsx.");
    }

    /** The report as text. */
    @Override
    public String toString() {
        return text();
    }
}
