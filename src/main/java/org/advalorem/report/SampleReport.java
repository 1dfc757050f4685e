package org.advalorem.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.facts.Column;
import org.advalorem.facts.Months;
import org.advalorem.facts.Records;
import org.advalorem.facts.Sheet;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.TracedRow;
import org.advalorem.whatif.TracedTable;
import org.advalorem.whatif.VerificationSample;
import org.advalorem.whatif.VerificationSample.Drawn;
import org.advalorem.whatif.VerificationSample.Taken;

/**
 * The report of {@code verify-sample}: the transactions that a verifier traces, as a checklist with room for what is found.
 *
 * <p>The JSON format, {@code advalorem-sample/1}, is a contract described in {@code docs/json.md}.
 */
public final class SampleReport {
    /** The most months without a row that are named. */
    private static final int FEW = 6;

    /** What the verifier fills in. */
    private static final String ROOM = "";

    private final EvaluatedScenario scenario;
    private final VerificationSample sample;

    private SampleReport(EvaluatedScenario scenario, VerificationSample sample) {
        this.scenario = scenario.withRun(sample.run());
        this.sample = sample;
    }

    /** The checklist of a sample that has a table. */
    public static Report of(EvaluatedScenario scenario, VerificationSample sample) {
        SampleReport report = new SampleReport(scenario, sample);
        return Report.of(
                "advalorem-sample/1",
                report.scenario,
                report::document,
                report::listings,
                () -> FlatTable.of(report.tables(report.rows(true)), "rows"));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(scenario, "Transactions to trace: ", finding(), document);
        document.paragraph("In each table the " + NumberText.count(sample.largest(), "largest row")
                + " first, by what they add to the benefit, else to the rate, else by their value; then "
                + NumberText.count(sample.random(), "row")
                + " at random among the others; then a row at random from every month of the period in which none was"
                + " taken. Random rows are those with the smallest random numbers under the seed: docs/verification.md"
                + " says how to draw them again.");
        document.paragraph(
                "Benefit: what the row adds to the benefit of its program, in the company's currency. Points: what it adds to the rate of"
                        + " its company, in percentage points; a sale, which is in the denominator, lowers it.");
        document.view(summary());
        String company = "";
        for (Drawn drawn : sample.tables()) {
            String name = companyName(drawn.table());
            if (!name.equals(company)) {
                document.heading(2, name);
                company = name;
            }
            write(drawn, document);
        }
        return Header.close(scenario, document);
    }

    private Finding finding() {
        long rows = sample.run().asked();
        return new Finding(
                "Trace " + Figure.COUNT.text((double) sample.run().made()) + " of "
                        + NumberText.count(rows, "transaction")
                        + " in " + NumberText.count(sample.tables().size(), "table") + ", drawn with seed "
                        + sample.seed(),
                "");
    }

    private String companyName(TracedTable table) {
        return companyResult(table).map(CompanyResult::name).orElse("Own loans, for benchmarks");
    }

    private Optional<CompanyResult> companyResult(TracedTable table) {
        return scenario.determination().company(table.company());
    }

    private String programName(TracedTable table) {
        return table.program().isEmpty()
                ? ""
                : companyResult(table)
                        .map(company -> company.subject().program(table.program()))
                        .map(this::nameOf)
                        .orElse(table.program());
    }

    private String nameOf(Subject program) {
        String name = scenario.name(program);
        return name.substring(name.lastIndexOf(": ") + 2);
    }

    private String title(TracedTable table) {
        String name =
                table.sheet().isPresent() ? InputNames.of(scenario, table.address()) : "Amounts stated one by one";
        return table.currency().isEmpty() ? name : name + ", in " + table.currency();
    }

    private Listing<Drawn> summary() {
        return ListingType.<Drawn>of("summary", "table", "")
                .shownLong("company", drawn -> companyName(drawn.table()))
                .shownLong("table", drawn -> title(drawn.table()))
                .shown(Figure.COUNT, "rows", drawn -> drawn.table().rows().size())
                .shown(Figure.COUNT, "to trace", drawn -> drawn.taken().size())
                .shown(Figure.MONEY, "value", drawn -> drawn.table().value())
                .shown(Figure.SHARE, "of it to trace", Drawn::share)
                .of("What the sample covers", sample.tables());
    }

    private void write(Drawn drawn, Document.Builder document) {
        document.heading(3, title(drawn.table()));
        document.paragraph(coverage(drawn));
        if (!drawn.taken().isEmpty()) {
            document.view(checklist(drawn));
        }
    }

    private String coverage(Drawn drawn) {
        TracedTable table = drawn.table();
        if (table.rows().isEmpty()) {
            return "The table has no rows.";
        }
        List<String> sentences = new ArrayList<>();
        int rows = table.rows().size();
        if (drawn.isWhole()) {
            boolean fewer = rows < sample.largest() + sample.random();
            sentences.add((rows == 1 ? "Its only row" : "All " + NumberText.count(rows, "row"))
                    + (fewer ? ", fewer than were asked for" : "") + ": " + Figure.MONEY.text(table.value()) + " "
                    + table.currency() + ".");
        } else {
            sentences.add(Figure.COUNT.text(drawn.taken().size()) + " of " + NumberText.count(rows, "row") + ", "
                    + Figure.MONEY.text(drawn.value()) + " of " + Figure.MONEY.text(table.value()) + " "
                    + table.currency() + ": " + Figure.SHARE.text(drawn.share()) + " of the value.");
        }
        table.sheet().ifPresent(sheet -> sentences.add("File: " + file(table) + "."));
        lineOfFirst(table).ifPresent(line -> sentences.add("Row 1 is on line " + line + "."));
        if (!drawn.dated() && table.sheet().isPresent()) {
            sentences.add("Its rows have no month.");
        }
        if (!drawn.emptyMonths().isEmpty()) {
            sentences.add("In the period it has "
                    + (drawn.emptyMonths().size() <= FEW
                            ? "no row in " + months(drawn.emptyMonths())
                            : "no row in " + drawn.emptyMonths().size() + " months")
                    + ".");
        }
        return String.join(" ", sentences);
    }

    private static String months(List<Integer> months) {
        return months.stream().map(Months::text).collect(Collectors.joining(", "));
    }

    private static String file(TracedTable table) {
        return table.rows().stream().map(row -> row.origin().place()).distinct().collect(Collectors.joining(", "));
    }

    /** The rows of a table with empty columns for the verifier. */
    private Listing<Taken> checklist(Drawn drawn) {
        boolean hasBenefit = drawn.table().rank() == TracedTable.Rank.BENEFIT;
        boolean records = drawn.table().sheet().isPresent();
        ListingType<Taken> type = ListingType.<Taken>of("rows", "row", "")
                .shown("why", SampleReport::why)
                .shown(
                        Figure.COUNT,
                        records ? "row" : "no.",
                        taken -> taken.row().number());
        if (lineOfFirst(drawn.table()).isEmpty()) {
            type.shownRight("written at", taken -> at(taken.row()));
        }
        type.shownLong(
                        records ? "as written" : "amount",
                        taken -> records
                                ? written(drawn.table(), taken.row())
                                : InputNames.of(scenario, taken.row().address()))
                .shown(Figure.MONEY, "value", taken -> taken.row().value());
        if (hasBenefit) {
            type.shown(Figure.MONEY, "benefit", taken -> taken.row().benefit());
        }
        if (!drawn.table().company().isEmpty()) {
            type.shownRight("points", taken -> Points.text(taken.row().contribution()));
        }
        return type.shown("traced to", taken -> ROOM)
                .shown("found", taken -> ROOM)
                .shown("difference", taken -> ROOM)
                .of(drawn.taken());
    }

    private static String why(Taken taken) {
        return taken.reason().name().toLowerCase(Locale.ROOT);
    }

    /** The file, without its folder, and the line. */
    private static String at(TracedRow row) {
        String place = row.origin().fileLine();
        return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
    }

    /** The line of the first row, if all others follow it in one file without a gap. */
    private static OptionalInt lineOfFirst(TracedTable table) {
        Set<String> files = new HashSet<>();
        Set<Integer> lines = new HashSet<>();
        for (TracedRow row : table.rows()) {
            files.add(row.origin().place());
            lines.add(row.origin().line() - row.number() + 1);
        }
        return table.sheet().isPresent() && files.size() == 1 && lines.size() == 1
                ? OptionalInt.of(lines.iterator().next())
                : OptionalInt.empty();
    }

    /** The row as the respondent wrote it; its cells where it has no line of its own. */
    private static String written(TracedTable table, TracedRow row) {
        String text = row.origin().text().strip();
        boolean ofFile = row.origin().column() == 0 && !text.isEmpty();
        String shown = !ofFile && !text.startsWith("- ")
                ? table.sheet().stream()
                        .flatMap(sheet -> cells(sheet, row).stream())
                        .map(cell -> cell.column() + " " + cell.text())
                        .collect(Collectors.joining("; "))
                : ofFile ? text : text.substring(2);
        return row.corrected() ? shown + " (corrected)" : shown;
    }

    /** A cell as read. */
    private record ReadCell(String column, String text) {}

    private static List<ReadCell> cells(Sheet sheet, TracedRow row) {
        return sheet.columns().stream()
                .map(column -> new ReadCell(column.name(), text(sheet.rows(), row.number() - 1, column)))
                .filter(cell -> !cell.text().isEmpty())
                .toList();
    }

    /** A cell as read; empty if it is blank. */
    static String text(Records rows, int row, Column column) {
        if (column.type() == Column.Type.TEXT) {
            return rows.word(row, column);
        }
        if (rows.isBlank(row, column)) {
            return "";
        }
        return switch (column.type()) {
            case DATE -> rows.day(row, column).toString();
            case MONTH -> Months.text(rows.month(row, column));
            case YEAR -> Integer.toString(rows.year(row, column));
            case RATE -> Figure.EXACT_RATE.text(rows.number(row, column));
            case NUMBER, NOT_NEGATIVE, TEXT ->
                rows.digits(row, column)
                        + rows.unit(row, column).map(unit -> " " + unit).orElse("");
        };
    }

    private Document listings() {
        return new Document.Builder()
                .data(tables(rows(false)
                        .with(
                                cellListing(),
                                row -> row.table().sheet().stream()
                                        .flatMap(sheet ->
                                                cells(sheet, row.taken().row()).stream())
                                        .toList())))
                .build();
    }

    private static ListingType<ReadCell> cellListing() {
        return ListingType.<ReadCell>of("cells", "cell", "The cells of the row that are not blank, as read.")
                .text("column", ReadCell::column, "The column.")
                .text("text", ReadCell::text, "The cell.");
    }

    /** A row taken, in its table. */
    private record InTable(TracedTable table, Taken taken) {}

    private Listing<Drawn> tables(ListingType<InTable> rows) {
        return ListingType.<Drawn>of(
                        "tables", "table", "The tables from which the sample is drawn, one for each currency.")
                .text("company", drawn -> drawn.table().company(), "The company; empty outside companies.")
                .text("program", drawn -> drawn.table().program(), "The program; empty outside programs.")
                .text("program-name", drawn -> programName(drawn.table()), "The name of the program.")
                .text(
                        "address",
                        drawn -> drawn.table().address(),
                        "The address of the records; that of the company for the amounts that it states one by one.")
                .text("title", drawn -> title(drawn.table()), "What they are.")
                .text("currency", drawn -> drawn.table().currency(), "The currency of the values.")
                .number(
                        Figure.COUNT,
                        "rows-in-all",
                        drawn -> drawn.table().rows().size(),
                        "The number of its rows.")
                .number(Figure.COUNT, "rows-taken", drawn -> drawn.taken().size(), "The number of rows in the sample.")
                .number(
                        Figure.MONEY,
                        "value-in-all",
                        drawn -> drawn.table().value(),
                        "The sum of the values of its rows, without their signs.")
                .number(Figure.MONEY, "value-taken", Drawn::value, "The same of the rows in the sample.")
                .number(Figure.RATE, "share", Drawn::share, "The second of these divided by the first.")
                .text(
                        "empty-months",
                        drawn -> months(drawn.emptyMonths()),
                        "The months of the period in which it has no row; empty if its rows have no month.")
                .with(
                        rows,
                        drawn -> drawn.taken().stream()
                                .map(taken -> new InTable(drawn.table(), taken))
                                .toList())
                .of(sample.tables());
    }

    private ListingType<InTable> rows(boolean withRoom) {
        ListingType<InTable> type = ListingType.<InTable>of(
                        "rows", "row", "The rows in the sample, in the order of the data.")
                .number(Figure.COUNT, "row", of -> of.taken().row().number(), "Its row in the data, from 1.")
                .text("row-address", of -> of.taken().row().address(), "Its address.")
                .text("reason", of -> why(of.taken()), "Why it was taken: `largest`, `random` or `month`.")
                .number(
                        Figure.PLAIN,
                        "random-number",
                        of -> of.taken().row().chance(),
                        "Its random number, between 0 and 1.")
                .text("month", of -> month(of.taken().row()), "Its month; empty if it has none.")
                .text("file", of -> of.taken().row().origin().place(), "The file in which it is written.")
                .number(
                        Figure.COUNT,
                        "line",
                        of -> of.taken().row().origin().line() > 0
                                ? of.taken().row().origin().line()
                                : Double.NaN,
                        "The line.")
                .text(
                        "written",
                        of -> written(of.table(), of.taken().row()),
                        "The row as it is written; its cells where the file keeps no text.")
                .truth("corrected", of -> of.taken().row().corrected(), "Whether a cell of it is corrected.")
                .number(
                        Figure.MONEY,
                        "value",
                        of -> of.taken().row().value(),
                        "Quantity times price, or its first amount.")
                .number(
                        Figure.MONEY,
                        "benefit",
                        of -> of.taken().row().benefit(),
                        "What it adds to the benefit of its program, in the company's currency; none outside programs.")
                .number(
                        Figure.POINTS,
                        "contribution",
                        of -> of.taken().row().contribution(),
                        "What it adds to the company's unrounded rate; none outside companies.");
        return withRoom
                ? type.text("traced-to", of -> ROOM, "")
                        .text("found", of -> ROOM, "")
                        .text("difference", of -> ROOM, "")
                : type;
    }

    private static String month(TracedRow row) {
        return row.month().isPresent() ? Months.text(row.month().getAsInt()) : "";
    }
}
