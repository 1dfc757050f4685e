package org.advalorem.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.rules.deposits.CaseNumber;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;
import org.advalorem.rules.deposits.ProgramWideChange;
import org.advalorem.rules.deposits.RateTable;

/** The report of {@code deposit}: what an entry deposits, line by line, and which rate each line is. */
public final class DepositReport {
    private static final String COUNTERVAILING = "countervailing duty";
    private static final String ANTIDUMPING = "antidumping duty";

    private final EvaluatedScenario scenario;
    private final Deposits deposits;
    private final Asked asked;
    private final List<String> notes = new ArrayList<>();
    private final List<PassedLine> passed = new ArrayList<>();

    /**
     * An entry.
     *
     * @param supplier the exporter in the country that supplied a reseller in another, if there is one
     * @param day the day of entry; as announced if empty
     * @param value the entered value
     */
    public record Asked(
            FirmName exporter,
            Optional<FirmName> producer,
            Optional<FirmName> supplier,
            Optional<LocalDate> day,
            Optional<BigDecimal> value) {}

    /**
     * A duty on the entry.
     *
     * @param line the rate that serves, in words
     * @param rate not a number where nothing is deposited because no rate covers the day
     */
    private record Duty(String name, String caseNumber, String line, String basis, double rate) {}

    private record PassedLine(String duty, RateTable.Passed passed) {}

    private DepositReport(EvaluatedScenario scenario, Asked asked) {
        this.scenario = scenario;
        this.deposits = scenario.determination().deposits();
        this.asked = asked;
    }

    /** The report on an entry. */
    public static Report of(EvaluatedScenario scenario, Asked asked) {
        DepositReport report = new DepositReport(scenario, asked);
        List<Duty> duties = report.duties();
        return Report.of(
                "advalorem-deposit/1",
                scenario,
                () -> report.document(duties),
                () -> FlatTable.of(report.listing(duties)));
    }

    private List<Duty> duties() {
        List<Duty> duties = new ArrayList<>();
        duties.add(countervailing());
        deposits.antidumpingTable().ifPresent(table -> duties.add(antidumping(table)));
        deposits.otherDuties()
                .forEach((name, rate) ->
                        duties.add(new Duty(name, "", "", "a duty stated in the scenario", scenario.value(rate))));
        note(duties);
        return duties;
    }

    private Duty countervailing() {
        RateTable table = asked.day().flatMap(day -> deposits.dated()).orElse(deposits.countervailing());
        if (asked.day().isPresent() && deposits.dated().isEmpty()) {
            notes.add("The scenario states no dates of countervailing rates: that of the determination stands for every"
                    + " day.");
        }
        return duty(
                COUNTERVAILING,
                table,
                asked.exporter(),
                deposits.countervailingCase(),
                table.order() == RateTable.Order.HIGHER ? "19 CFR 351.107(e)" : "19 CFR 351.107(b)(2) before 2025");
    }

    private Duty antidumping(RateTable table) {
        boolean separate = table.order() == RateTable.Order.SEPARATE;
        FirmName exporter = asked.supplier().filter(supplier -> separate).orElse(asked.exporter());
        asked.supplier()
                .filter(supplier -> separate)
                .ifPresent(supplier ->
                        notes.add("The antidumping rate of goods that a third-country reseller sells is that"
                                + " of the exporter that supplied them, " + supplier
                                + " (19 CFR 351.107(d)(1)(ii)(C))."));
        return duty(
                ANTIDUMPING,
                table,
                exporter,
                deposits.antidumpingCase(),
                separate ? "19 CFR 351.107(d)(1)(ii)" : "19 CFR 351.107(d)(1)(i)");
    }

    private Duty duty(
            String name, RateTable table, FirmName exporter, Optional<CaseNumber> caseNumber, String authority) {
        RateTable.Found found = table.find(new RateTable.Entry(exporter, asked.producer(), asked.day()));
        found.passed().forEach(line -> passed.add(new PassedLine(name, line)));
        if (table.unreadable() > 0) {
            notes.add("In the table of the " + name + " "
                    + (table.unreadable() == 1
                            ? "1 row names firms that could not be read in the source; it never matches."
                            : table.unreadable()
                                    + " rows name firms that could not be read in the source; they never match."));
        }
        String number = caseNumber.map(CaseNumber::toString).orElse("");
        Optional<RateTable.Rate> line =
                found.lines().stream().max(Comparator.comparingDouble(rate -> scenario.value(rate.deposit())));
        if (line.isEmpty()) {
            return new Duty(name, number, "none", found.none(), Double.NaN);
        }
        if (found.excluded()) {
            notes.add("Goods of " + line.get().row().producer().orElseThrow() + " that " + exporter
                    + " exports are excluded from the order; goods of other producers, and resellers, are not"
                    + " (19 CFR 351.107(c)(3)(ii)).");
        }
        return new Duty(
                name,
                line.get().row().caseNumber().map(CaseNumber::toString).orElse(number),
                words(table, line.get()),
                basis(table, found, exporter) + " (" + authority + ")",
                scenario.value(line.get().deposit()));
    }

    private static String words(RateTable table, RateTable.Rate rate) {
        return rate.row().isOfOthers() ? table.others() : rate.row().words();
    }

    private String basis(RateTable table, RateTable.Found found, FirmName exporter) {
        RateTable.Rate first = found.lines().get(0);
        if (found.lines().size() > 1) {
            return "exporter and producer have rates that differ: the higher of "
                    + found.lines().stream()
                            .map(rate -> Figure.PUBLISHED.text(scenario.value(rate.deposit())) + " ("
                                    + words(table, rate) + ")")
                            .collect(Collectors.joining(" and "));
        }
        if (found.excluded()) {
            return "the combination is excluded";
        }
        if (first.row().isCombination()) {
            return "the combination of exporter and producer has a rate";
        }
        if (first.row().isOfOthers()) {
            return "neither a combination nor a firm of the entry has a rate of its own";
        }
        return first.row().isOwnOfExporter(exporter) ? "the exporter's own rate" : "the producer's own rate";
    }

    private void note(List<Duty> duties) {
        if (asked.day().isEmpty()) {
            notes.add(
                    0,
                    "As announced; no entry deposits this. Write --on with the day of entry for the rates in force.");
        }
        if (asked.producer().isEmpty()) {
            notes.add(
                    "The entry does not name the producer: no combination and no producer's rate can serve it. Customs"
                            + " takes the exporter's own rate, or that of all firms without one.");
        }
        if (deposits.antidumpingTable().isEmpty()) {
            notes.add("The scenario states no antidumping case on the same goods; where there is a companion case, its"
                    + " deposit comes on top.");
        } else if (deposits.antidumpingCase().isPresent()
                != deposits.countervailingCase().isPresent()) {
            notes.add("Only one of the two cases has a number: the entry has to name both (case "
                    + deposits.antidumpingCase()
                            .or(deposits::countervailingCase)
                            .orElseThrow() + " lacks its companion).");
        }
        deposits.changes().stream()
                .map(ProgramWideChange::program)
                .distinct()
                .forEach(program -> notes.add("The program (" + program
                        + ") changed after the period; memo says what that does to the deposit, which leaves the verdict as"
                        + " it is."));
        if (duties.stream().anyMatch(duty -> duty.rate() == 0)) {
            notes.add(
                    "A rate of zero still needs an entry of type 03; a higher rate found later is billed with interest.");
        }
    }

    private double total(List<Duty> duties) {
        return LegalDecimals.decimal(duties.stream()
                        .mapToDouble(Duty::rate)
                        .filter(rate -> !Double.isNaN(rate))
                        .sum())
                .doubleValue();
    }

    private double amount(double rate) {
        return asked.value()
                .filter(value -> !Double.isNaN(rate))
                .map(value -> value.multiply(LegalDecimals.decimal(rate)).doubleValue())
                .orElse(Double.NaN);
    }

    private Document document(List<Duty> duties) {
        Document.Builder document = new Document.Builder();
        double total = total(duties);
        document.heading(1, scenario.determination().title());
        Header.flag(scenario, document);
        document.paragraph("Deposit of goods of "
                + asked.producer().map(FirmName::toString).orElse("a producer not named") + " exported by "
                + asked.exporter()
                + asked.day().map(day -> ", entered on " + day).orElse(", as announced") + ": "
                + Figure.PUBLISHED.text(total)
                + asked.value()
                        .map(value -> " of " + Figure.MONEY.text(value.doubleValue()) + " USD, "
                                + Figure.MONEY.text(amount(total)) + " USD")
                        .orElse("")
                + ".");
        document.listing(listing(duties));
        if (!passed.isEmpty()) {
            document.heading(2, "Lines that do not serve");
            document.listing(
                    ListingType.<PassedLine>of("passed-over", "line", "The lines that come near, and why none serves.")
                            .text("duty", PassedLine::duty, "The duty.")
                            .longText("line", "line", line -> line.passed().line(), "The line.")
                            .longText("why", "why not", line -> line.passed().why(), "Why it does not serve.")
                            .of(passed));
        }
        document.heading(2, "To note");
        List<String> all = new ArrayList<>(notes);
        all.add(
                "Every duty is a rate of the same entered value; the amounts are added and none is computed on another.");
        document.items(all);
        return Header.close(scenario, document);
    }

    private Listing<Duty> listing(List<Duty> duties) {
        List<Duty> rows = new ArrayList<>(duties);
        rows.add(new Duty("total", "", "", "", total(duties)));
        return ListingType.<Duty>of("duties", "duty", "Each duty on the entry, and their total.")
                .text("duty", "duty", Duty::name, "The duty.")
                .text("case", "case", Duty::caseNumber, "The case number, where there is a case.")
                .longText("line", "line", Duty::line, "The line of the table that serves.")
                .number(Figure.PUBLISHED, "rate", "rate", Duty::rate, "The cash deposit rate.")
                .number(
                        Figure.MONEY,
                        "entered-value",
                        "of",
                        duty -> asked.value().map(BigDecimal::doubleValue).orElse(Double.NaN),
                        "The value on which it is computed.")
                .number(Figure.MONEY, "amount", "amount", duty -> amount(duty.rate()), "The deposit.")
                .longText("basis", "because", Duty::basis, "Why that line serves.")
                .of(rows);
    }
}
