package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.rules.exposure.Exposure;

/** The report of {@code exposure}: what an importer's entries cost, by month, by rate and by phase, and entry by entry. */
public final class ExposureReport {
    private final EvaluatedScenario scenario;
    private final Exposure exposure;

    private ExposureReport(EvaluatedScenario scenario, Exposure exposure) {
        this.scenario = scenario;
        this.exposure = exposure;
    }

    /** The report on the entries of a scenario that has some. */
    public static Report of(EvaluatedScenario scenario, Exposure exposure) {
        ExposureReport report = new ExposureReport(scenario, exposure);
        return Report.of("advalorem-exposure/1", scenario, report::document, () -> FlatTable.of(report.entries()));
    }

    /** Sums of several lines. */
    private record Sum(
            String name, int entries, double value, double deposit, double bill, double refund, double interest) {
        double owed() {
            return deposit + bill - refund + interest;
        }
    }

    /** An entry with its line. */
    private record Entry(Exposure.Line line, int row) {}

    private double value(Term term) {
        return scenario.value(term);
    }

    private Sum sum(String name, List<Exposure.Line> lines) {
        int entries = lines.stream().mapToInt(Exposure.Line::entries).sum();
        return new Sum(
                name,
                entries,
                total(lines, Exposure.Line::value),
                total(lines, Exposure.Line::deposit),
                total(lines, Exposure.Line::bill),
                total(lines, Exposure.Line::refund),
                total(lines, Exposure.Line::interest));
    }

    private double total(List<Exposure.Line> lines, Function<Exposure.Line, Term> amount) {
        return lines.stream().mapToDouble(line -> value(amount.apply(line))).sum();
    }

    private List<Sum> by(Map<String, List<Exposure.Line>> groups, Function<Exposure.Line, String> key) {
        exposure.lines()
                .forEach(line -> groups.computeIfAbsent(key.apply(line), absent -> new ArrayList<>())
                        .add(line));
        List<Sum> sums = new ArrayList<>();
        groups.forEach((name, lines) -> sums.add(sum(name, lines)));
        return sums;
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Sum all = sum("all", exposure.lines());
        document.heading(1, scenario.determination().title());
        Header.flag(scenario, document);
        document.paragraph(Figure.COUNT.text(all.entries()) + " entries of " + Figure.MONEY.text(all.value())
                + " USD cost " + Figure.MONEY.text(value(exposure.owed())) + " USD in the end: "
                + Figure.MONEY.text(all.deposit()) + " deposited, " + Figure.MONEY.text(all.bill()) + " billed, "
                + Figure.MONEY.text(all.refund()) + " refunded, and interest of "
                + Figure.MONEY.text(value(exposure.interestBilled())) + " on bills and "
                + Figure.MONEY.text(value(exposure.interestRefunded())) + " on refunds.");
        document.heading(2, "By phase");
        document.listing(sums(
                "phases",
                "phase",
                by(new LinkedHashMap<>(), line -> line.phase().toString())));
        document.heading(2, "By month of entry");
        document.listing(sums("months", "month", by(new TreeMap<>(), Exposure.Line::month)));
        document.heading(2, "By deposit rate");
        document.listing(sums("rates", "line", by(new LinkedHashMap<>(), Exposure.Line::firm)));
        document.data(entries());
        return Header.close(scenario, document);
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

    private Listing<Entry> entries() {
        return ListingType.<Entry>of("entries", "entry", "Each entry.")
                .text("number", entry -> exposure.number(entry.row()), "The entry number.")
                .text("date", entry -> exposure.day(entry.row()).toString(), "The day of entry.")
                .text("phase", entry -> entry.line().phase().toString(), "Where it falls.")
                .text("line", entry -> entry.line().firm(), "The line of the rates that serves it.")
                .number(
                        Figure.MONEY,
                        "value",
                        entry -> exposure.value(entry.row()),
                        "The value on which duties are computed.")
                .number(Figure.PUBLISHED, "rate", entry -> value(entry.line().rate()), "The cash deposit rate.")
                .number(Figure.PUBLISHED, "final", entry -> value(entry.line().finalRate()), "The assessment rate.")
                .number(Figure.MONEY, "deposit", entry -> part(entry, Exposure.Line::deposit), "What was deposited.")
                .number(Figure.MONEY, "bill", entry -> part(entry, Exposure.Line::bill), "What is billed.")
                .number(Figure.MONEY, "refund", entry -> part(entry, Exposure.Line::refund), "What is refunded.")
                .number(
                        Figure.MONEY,
                        "interest",
                        entry -> part(entry, Exposure.Line::interest),
                        "Interest on the bill less that on the refund.")
                .of(exposure.lines().stream()
                        .flatMap(line -> line.rows().stream().mapToObj(row -> new Entry(line, row)))
                        .toList());
    }

    /** The entry's share of its line, whose entries have the same rates and days. */
    private double part(Entry entry, Function<Exposure.Line, Term> amount) {
        double ofLine = value(entry.line().value());
        return ofLine == 0 ? 0 : value(amount.apply(entry.line())) * (exposure.value(entry.row()) / ofLine);
    }
}
