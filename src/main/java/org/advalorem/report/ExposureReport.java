package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.rules.exposure.Assessment;
import org.advalorem.rules.exposure.Exposure;
import org.advalorem.rules.exposure.ImportStatistics;

/**
 * The report of {@code exposure}: what an importer's entries cost, by phase, month, exporter, review and rate, what is paid
 * when, and entry by entry; and what import statistics say.
 */
public final class ExposureReport {
    private static final Address ENTRIES = Address.parse("exposure.entries");

    private final EvaluatedScenario scenario;
    private final Exposure exposure;

    private ExposureReport(EvaluatedScenario scenario, Exposure exposure) {
        this.scenario = scenario;
        this.exposure = exposure;
    }

    /** The report on the exposure of a scenario that has some. */
    public static Report of(EvaluatedScenario scenario, Exposure exposure) {
        ExposureReport report = new ExposureReport(scenario, exposure);
        return Report.of(
                "advalorem-exposure/1",
                scenario,
                () -> report.document(false),
                () -> report.document(true),
                () -> exposure.assessment().isPresent() && !isWithheld(scenario)
                        ? FlatTable.of(report.entries(exposure.assessment().get()))
                        : FlatTable.of(report.imports(exposure.imports().orElseThrow()), "duties"));
    }

    /** Sums of several lines. */
    private record Sum(
            String name,
            int entries,
            double value,
            double deposit,
            double bill,
            double refund,
            double interest,
            double owed) {}

    /** An entry: its line, and its place among the rows of the line. */
    private record Entry(Assessment.Line line, int place) {
        int row() {
            return line.rows().row(place);
        }
    }

    private double value(Term term) {
        return scenario.value(term);
    }

    /**
     * Whether the entries are confidential in the version shown: then their months, exporters and reviews are left out as
     * well.
     */
    public static boolean isWithheld(EvaluatedScenario scenario) {
        return scenario.publicVersion()
                .filter(version -> version.isWithheld(ENTRIES))
                .isPresent();
    }

    private Sum sum(String name, List<Assessment.Line> lines) {
        return new Sum(
                name,
                lines.stream().mapToInt(Assessment.Line::entries).sum(),
                total(lines, Assessment.Line::value),
                total(lines, Assessment.Line::deposit),
                total(lines, Assessment.Line::bill),
                total(lines, Assessment.Line::refund),
                total(lines, Assessment.Line::interestBilled) - total(lines, Assessment.Line::interestRefunded),
                total(lines, Assessment.Line::owed));
    }

    private double total(List<Assessment.Line> lines, Function<Assessment.Line, Term> amount) {
        return lines.stream().mapToDouble(line -> value(amount.apply(line))).sum();
    }

    private List<Sum> by(
            Assessment assessment, Map<String, List<Assessment.Line>> groups, Function<Assessment.Line, String> key) {
        assessment
                .lines()
                .forEach(line -> groups.computeIfAbsent(key.apply(line), absent -> new ArrayList<>())
                        .add(line));
        List<Sum> sums = new ArrayList<>();
        groups.forEach((name, lines) -> sums.add(sum(name, lines)));
        return sums;
    }

    private Document document(boolean forPrograms) {
        Document.Builder document = new Document.Builder();
        document.heading(1, scenario.determination().title());
        Header.flag(scenario, document);
        exposure.assessment().ifPresent(assessment -> {
            write(assessment, document);
            if (forPrograms && !isWithheld(scenario)) {
                document.data(entries(assessment));
            }
        });
        exposure.imports().ifPresent(imports -> {
            document.heading(2, "Import statistics");
            document.listing(imports(imports));
            document.view(duties(imports));
        });
        return Header.close(scenario, document);
    }

    private void write(Assessment assessment, Document.Builder document) {
        Sum all = sum("all", assessment.lines());
        document.paragraph(entries(all.entries()) + " of " + Figure.MONEY.text(all.value())
                + " USD "
                + (all.entries() == 1 ? "costs " : "cost ") + Figure.MONEY.text(value(assessment.owed()))
                + " USD in the end: "
                + Figure.MONEY.text(all.deposit()) + " deposited, " + Figure.MONEY.text(all.bill()) + " billed on "
                + entries((long) value(assessment.entriesBilled())) + ", "
                + Figure.MONEY.text(all.refund()) + " refunded on "
                + entries((long) value(assessment.entriesRefunded())) + ", and interest of "
                + Figure.MONEY.text(value(assessment.interestBilled())) + " on bills and "
                + Figure.MONEY.text(value(assessment.interestRefunded())) + " on refunds.");
        List<Assessment.Line> open =
                assessment.lines().stream().filter(Assessment.Line::open).toList();
        if (!open.isEmpty()) {
            int number = sum("open", open).entries();
            document.paragraph(entries(number) + (number == 1 ? " is" : " are") + " open"
                    + assessment
                            .asOf()
                            .map(day -> "; their interest is counted up to " + day)
                            .orElse("")
                    + ".");
        }
        document.heading(2, "By phase");
        document.listing(sums(
                "phases",
                "phase",
                by(assessment, new LinkedHashMap<>(), line -> line.phase().toString())));
        if (isWithheld(scenario)) {
            document.paragraph("The entries are left out, and with them months, exporters, reviews and payments.");
            return;
        }
        document.heading(2, "By month of entry");
        document.listing(sums("months", "month", by(assessment, new TreeMap<>(), Assessment.Line::month)));
        document.heading(2, "By exporter");
        document.listing(
                sums("exporters", "exporter", by(assessment, new LinkedHashMap<>(), Assessment.Line::exporter)));
        document.heading(2, "By review");
        document.listing(sums("reviews", "review", by(assessment, new LinkedHashMap<>(), Assessment.Line::review)));
        document.heading(2, "By deposit rate");
        document.listing(sums("rates", "line", by(assessment, new LinkedHashMap<>(), Assessment.Line::firm)));
        document.heading(2, "What is paid when");
        document.listing(cash(ExposureCash.of(scenario, assessment)));
    }

    private static String entries(long number) {
        return NumberText.count(number, "entry", "entries");
    }

    private Listing<Sum> sums(String name, String heading, List<Sum> sums) {
        return ListingType.<Sum>of(name, heading, "The entries by " + heading + ".")
                .text(heading, heading, Sum::name, "What they have in common.")
                .number(Figure.COUNT, "entries", "entries", Sum::entries, "Their number.")
                .number(Figure.MONEY, "value", "value", Sum::value, "The value on which duties are computed.")
                .number(Figure.MONEY, "deposit", "deposited", Sum::deposit, "What was deposited.")
                .number(Figure.MONEY, "bill", "billed", Sum::bill, "What is billed beyond it.")
                .number(Figure.MONEY, "refund", "refunded", Sum::refund, "What is refunded of it.")
                .number(Figure.MONEY, "interest", "interest", Sum::interest, "Interest on bills less that on refunds.")
                .number(Figure.MONEY, "owed", "in the end", Sum::owed, "What they cost in the end.")
                .of(sums);
    }

    private Listing<ExposureCash.Month> cash(List<ExposureCash.Month> months) {
        return ListingType.<ExposureCash.Month>of(
                        "cash", "month", "What is paid in each month in which something is, and the sum of it so far.")
                .text("month", "month", ExposureCash.Month::month, "The month.")
                .number(Figure.MONEY, "deposits", "deposits", ExposureCash.Month::deposits, "Deposits on entries.")
                .number(
                        Figure.MONEY,
                        "bills",
                        "bills with interest",
                        ExposureCash.Month::bills,
                        "Bills at liquidation, with interest.")
                .number(
                        Figure.MONEY,
                        "refunds",
                        "refunds with interest",
                        ExposureCash.Month::refunds,
                        "Refunds at liquidation, with interest.")
                .number(
                        Figure.MONEY,
                        "paid",
                        "paid so far",
                        ExposureCash.Month::paid,
                        "Deposits and bills less refunds, up to the end of the month.")
                .of(months);
    }

    private Listing<Entry> entries(Assessment assessment) {
        ListingType<Entry> type = ListingType.<Entry>of("entries", "entry", "Each entry.")
                .text("number", entry -> assessment.entries().number(entry.row()), "The entry number.")
                .text("line-number", entry -> assessment.entries().line(entry.row()), "The line of the entry.")
                .text("date", entry -> assessment.entries().day(entry.row()).toString(), "The day of entry.")
                .text("exporter", entry -> entry.line().exporter(), "The exporter.")
                .text("phase", entry -> entry.line().phase().toString(), "Where it falls.")
                .text("review", entry -> entry.line().review(), "The review that covers it.")
                .text("line", entry -> entry.line().firm(), "The line of the rates that serves it.")
                .number(
                        Figure.QUANTITY,
                        "quantity",
                        entry -> assessment.entries().quantity(entry.row()),
                        "The quantity entered.")
                .number(
                        Figure.MONEY,
                        "value",
                        entry -> assessment.entries().value(entry.row()),
                        "The value on which duties are computed.")
                .number(Figure.PUBLISHED, "rate", entry -> value(entry.line().rate()), "The cash deposit rate.")
                .number(Figure.PUBLISHED, "final", entry -> value(entry.line().finalRate()), "The assessment rate.")
                .number(
                        Figure.MONEY,
                        "deposit",
                        entry -> part(assessment, entry, Assessment.Line::deposit),
                        "What was deposited.")
                .number(
                        Figure.MONEY,
                        "bill",
                        entry -> part(assessment, entry, Assessment.Line::bill),
                        "What is billed.")
                .number(
                        Figure.MONEY,
                        "refund",
                        entry -> part(assessment, entry, Assessment.Line::refund),
                        "What is refunded.")
                .number(
                        Figure.MONEY,
                        "interest",
                        entry -> interest(assessment, entry),
                        "Interest on the bill less that on the refund.")
                .truth("open", entry -> entry.line().open(), "Whether it is not liquidated yet.");
        return inOrder(assessment, type);
    }

    /** The entries in the order of the records, as a place each: a million objects would take more than the records. */
    private static Listing<Entry> inOrder(Assessment assessment, ListingType<Entry> type) {
        List<Assessment.Line> lines = assessment.lines();
        int[] lineOf = new int[assessment.entries().count()];
        int[] placeOf = new int[lineOf.length];
        for (int line = 0; line < lines.size(); line++) {
            for (int place = 0; place < lines.get(line).entries(); place++) {
                int row = lines.get(line).rows().row(place);
                lineOf[row] = line;
                placeOf[row] = place;
            }
        }
        return type.of(lineOf.length, row -> new Entry(lines.get(lineOf[row]), placeOf[row]));
    }

    /** The entry's share of its line, whose entries have the same rates and days. */
    private double part(Assessment assessment, Entry entry, Function<Assessment.Line, Term> amount) {
        double ofLine = value(entry.line().value());
        return ofLine == 0
                ? 0
                : value(amount.apply(entry.line())) * (assessment.entries().value(entry.row()) / ofLine);
    }

    /** The interest on the entry's bill less that on its refund. */
    private double interest(Assessment assessment, Entry entry) {
        Assessment.Rows rows = entry.line().rows();
        return part(assessment, entry, Assessment.Line::bill) * rows.onBill(entry.place())
                - part(assessment, entry, Assessment.Line::refund) * rows.onRefund(entry.place());
    }

    /** A duty on the imports of a year. */
    private record Duty(String year, String name, double amount) {}

    private static List<Duty> dutiesOf(ImportStatistics.Year year, EvaluatedScenario scenario) {
        List<Duty> duties = new ArrayList<>();
        year.duties()
                .forEach((name, duty) ->
                        duties.add(new Duty(Integer.toString(year.year()), name, scenario.value(duty))));
        return duties;
    }

    private static ListingType<Duty> dutyType() {
        return ListingType.<Duty>of("duties", "duty", "The duty on the imports of the year at each rate.")
                .text("rate-of", "rate of", Duty::name, "Whose rate it is.")
                .number(Figure.MONEY, "amount", "duty in USD", Duty::amount, "The duty in USD.");
    }

    private Listing<ImportStatistics.Year> imports(ImportStatistics imports) {
        return ListingType.<ImportStatistics.Year>of("imports", "year", "The imports of each year.")
                .text("year", "year", year -> Integer.toString(year.year()), "The year.")
                .number(
                        Figure.QUANTITY,
                        "quantity",
                        "quantity",
                        year -> value(year.quantity()),
                        "The quantity imported.")
                .text("unit", "unit", year -> year.quantity().unit().toString(), "The unit of the quantity.")
                .number(Figure.MONEY, "value", "value in USD", year -> value(year.value()), "The value in USD.")
                .number(
                        Figure.QUANTITY,
                        "unit-value",
                        "unit value",
                        year -> value(year.unitValue()),
                        "The value per unit of quantity.")
                .number(
                        Figure.SHARE,
                        "change",
                        "change of volume",
                        year -> year.change().map(this::value).orElse(Double.NaN),
                        "The change of volume from the year before, a fraction.")
                .with(dutyType(), year -> dutiesOf(year, scenario))
                .of(imports.years());
    }

    /** The duties of all years one below another, for people. */
    private Listing<Duty> duties(ImportStatistics imports) {
        return ListingType.<Duty>of("import-duties", "duty", "")
                .shown("year", Duty::year)
                .shown("rate of", Duty::name)
                .shown(Figure.MONEY, "duty in USD", Duty::amount)
                .of(imports.years().stream()
                        .flatMap(year -> dutiesOf(year, scenario).stream())
                        .toList());
    }
}
