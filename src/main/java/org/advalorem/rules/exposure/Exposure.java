package org.advalorem.rules.exposure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.RowGroups;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.calendar.Protest;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;
import org.advalorem.rules.deposits.RateTable;

/**
 * What an importer deposited on its entries, and what it owes or gets back in the end.
 *
 * <p>For each line of entries with one deposit rate d, one final rate f, one day and one day of liquidation, of entered
 * value V in USD: deposit {@code V d}; bill {@code max(0, V f - V d)} unless the deposit is the most owed; refund
 * {@code max(0, V d - V f)}; interest on either from the day of entry to that of liquidation where the entry falls under
 * the order. 19 U.S.C. 1671f, 1677g; 19 CFR 351.212.
 *
 * @param entries the records of the entries
 * @param lines entries that are alike: of one day, exporter, producer and day of liquidation
 * @param deposited what was deposited
 * @param billed what is billed beyond the deposits
 * @param refunded what is refunded of them
 * @param interestBilled interest on bills
 * @param interestRefunded interest on refunds
 * @param owed what the entries cost in the end: deposits and bills less refunds, with interest
 */
public record Exposure(
        Records entries,
        List<Line> lines,
        Term deposited,
        Term billed,
        Term refunded,
        Term interestBilled,
        Term interestRefunded,
        Term owed) {
    static final Column NUMBER = Column.required("number", Column.Type.TEXT, "The entry number, each once.");
    static final Column DATE =
            Column.required("date", Column.Type.DATE, "The day of entry or withdrawal from warehouse.");
    static final Column EXPORTER = Column.required("exporter", Column.Type.TEXT, "The exporter.");
    static final Column PRODUCER =
            Column.optional("producer", Column.Type.TEXT, "", "The producer, if the entry names it.");
    static final Column VALUE = Column.required("value", Column.Type.NUMBER, "The entered value in USD.");
    static final Column SPECIAL_VALUE = Column.optional(
            "special-value",
            Column.Type.NOT_NEGATIVE,
            "The value for these duties where it differs from the entered value, in USD.");
    static final Column LIQUIDATED =
            Column.optional("liquidated", Column.Type.DATE, "The day of liquidation; that of the scenario when empty.");
    static final Field<Records> ENTRIES = Field.required(
            "entries",
            FieldType.records(NUMBER, DATE, EXPORTER, PRODUCER, VALUE, SPECIAL_VALUE, LIQUIDATED),
            "The entries of subject goods.");
    static final Field<List<String>> UNLISTED = Field.optional(
            "unlisted",
            FieldType.oneOrMore(FieldType.text()),
            "Names in the entries that resemble those of firms with rates and are of other firms.");
    static final Field<Facts> TIMELINE = Field.required(
            "timeline",
            FieldType.section(Timeline.FIELDS),
            "The days of the proceeding that decide what an entry owes.");
    static final Field<Map<String, Term>> FINAL_RATES = Field.optional(
            "final-rates",
            FieldType.named(FieldType.rate().within(Domain.NOT_NEGATIVE)),
            "The assessment rate of each company of the scenario, and of all-others; the rates of the determination when"
                    + " left out.");
    static final Field<Boolean> NEGATIVE = Field.optional(
                    "negative",
                    FieldType.flag(),
                    "Whether the final determination was negative: everything comes back.")
            .orElse("no");
    static final Field<LocalDate> LIQUIDATION = Field.optional(
            "liquidation",
            FieldType.date(),
            "The day of liquidation of entries that state none, or the day up to which interest is counted.");
    static final Field<Boolean> CORPORATION = Field.optional(
                    "corporation",
                    FieldType.flag(),
                    "Whether the importer is a corporation, whose refunds bear less interest.")
            .orElse("yes")
            .under("26 U.S.C. 6621(a)(1)");

    /** The fields of the section {@code exposure}. */
    public static final FieldSet FIELDS = FieldSet.of(
            "an importer's entries",
            ENTRIES,
            TIMELINE,
            FINAL_RATES,
            NEGATIVE,
            LIQUIDATION,
            UNLISTED,
            CORPORATION,
            DutyInterest.RATES);

    /** The fields of its parts, for the documentation. */
    public static Map<String, FieldSet> parts() {
        Map<String, FieldSet> parts = new LinkedHashMap<>();
        parts.put("exposure", FIELDS);
        parts.put("exposure.timeline", Timeline.FIELDS);
        return parts;
    }

    /** Copies the collections. */
    public Exposure {
        lines = List.copyOf(lines);
    }

    /**
     * Entries that are alike.
     *
     * @param month the month of entry, as {@code 2018-04}
     * @param firm the line of the rates that serves them
     * @param phase where they fall
     * @param rows the rows of the entries
     * @param interest interest on the bill or, below zero, on the refund
     */
    public record Line(
            String month,
            String firm,
            Timeline.Phase phase,
            Rows rows,
            Term value,
            Term rate,
            Term finalRate,
            Term deposit,
            Term bill,
            Term refund,
            Term interest) {
        /** The number of entries. */
        public int entries() {
            return rows.count();
        }
    }

    /** The rows of entries that are alike. */
    public static final class Rows {
        private final int[] rows;

        private Rows(int[] rows) {
            this.rows = rows;
        }

        private int count() {
            return rows.length;
        }

        /** The rows, in the order of the records. */
        public IntStream stream() {
            return Arrays.stream(rows);
        }
    }

    /** The number of an entry. */
    public String number(int row) {
        return entries.word(row, NUMBER);
    }

    /** The day of an entry. */
    public LocalDate day(int row) {
        return entries.day(row, DATE);
    }

    /** The value on which the duty of an entry is computed, in USD. */
    public double value(int row) {
        return entries.number(row, entries.isBlank(row, SPECIAL_VALUE) ? VALUE : SPECIAL_VALUE);
    }

    /** What entries have in common on a line. */
    private record Key(LocalDate day, String exporter, String producer, Optional<LocalDate> liquidated) {}

    /**
     * The exposure of a scenario.
     *
     * @param deposits the rates of deposits
     * @param rates the published rate of each company and of all others, by id
     */
    public static Exposure of(Facts facts, Deposits deposits, Map<String, Term> rates, CalculationBuilder builder) {
        return new Maker(facts, deposits, rates, builder).made();
    }

    /** The maker of the lines. */
    private static final class Maker {
        private static final Unit USD = Unit.of("USD");
        private static final int MOST_NAMED = 20;
        private static final String VALUES = "value";
        private static final String DEPOSIT_RATE = "deposit rate";
        private static final String FINAL_RATE = "final rate";
        private static final String DEPOSITED = "deposited";

        private final Facts facts;
        private final Deposits deposits;
        private final Map<String, Term> rates;
        private final CalculationBuilder builder;
        private final Records rows;
        private final Timeline timeline;
        private final DutyInterest interest;
        private final RateTable table;
        private final Map<String, FirmName> names = new HashMap<>();
        private final List<Term> owedBills = new ArrayList<>();
        private final List<Term> owedRefunds = new ArrayList<>();

        Maker(Facts facts, Deposits deposits, Map<String, Term> rates, CalculationBuilder builder) {
            this.facts = facts;
            this.deposits = deposits;
            this.rates = rates;
            this.builder = builder;
            this.rows = facts.get(ENTRIES);
            this.timeline = Timeline.of(facts.get(TIMELINE));
            this.interest = new DutyInterest(facts, facts.get(CORPORATION));
            this.table = deposits.dated().orElse(deposits.countervailing());
        }

        private Exposure made() {
            check();
            List<Line> lines = new ArrayList<>();
            boolean usable = true;
            for (Map.Entry<Key, int[]> group : groups().entrySet()) {
                try {
                    lines.add(line(group.getKey(), group.getValue()));
                } catch (UnusableFactsException noted) {
                    usable = false;
                }
            }
            if (!usable) {
                throw new UnusableFactsException();
            }
            Term deposited = total(lines.stream().map(Line::deposit).toList());
            Term billed = total(lines.stream().map(Line::bill).toList());
            Term refunded = total(lines.stream().map(Line::refund).toList());
            Term onBills = total(owedBills);
            Term onRefunds = total(owedRefunds);
            Term owed = deposited.plus(billed).minus(refunded).plus(onBills).minus(onRefunds);
            OutlineBuilder outline =
                    builder.outline().section("Exposure", facts.address().toString());
            write(lines, outline);
            outline.line("Deposited", deposited, Authority.law("19 U.S.C. 1671b(d)(1)(B)"));
            outline.line("Billed", billed, Authority.law("19 U.S.C. 1671f(b)(1)"));
            outline.line("Refunded", refunded, Authority.law("19 U.S.C. 1671f(a)(2), (b)(2)"));
            outline.line("Interest on bills", onBills, Authority.law("19 U.S.C. 1677g"));
            outline.line("Interest on refunds", onRefunds, Authority.law("19 U.S.C. 1677g"));
            outline.line("Owed in the end", owed, Authority.derived("deposits and bills less refunds, with interest"));
            return new Exposure(rows, lines, deposited, billed, refunded, onBills, onRefunds, owed);
        }

        private void write(List<Line> lines, OutlineBuilder outline) {
            outline.sheet(
                    "Entries",
                    List.of(
                            SheetColumn.keyDate("month"),
                            SheetColumn.key("rate of"),
                            SheetColumn.text("phase"),
                            SheetColumn.of("entries", Quality.COUNT),
                            SheetColumn.of(VALUES, Quality.MONEY),
                            SheetColumn.of(DEPOSIT_RATE, Quality.PUBLISHED_RATE),
                            SheetColumn.of(FINAL_RATE, Quality.PUBLISHED_RATE),
                            SheetColumn.of(DEPOSITED, Quality.MONEY, VALUES, DEPOSIT_RATE),
                            SheetColumn.of("billed", Quality.MONEY, VALUES, FINAL_RATE, DEPOSITED),
                            SheetColumn.of("refunded", Quality.MONEY, VALUES, FINAL_RATE, DEPOSITED),
                            SheetColumn.of("interest", Quality.MONEY)),
                    lines.stream()
                            .map(line -> List.of(
                                    Outline.words(line.month()),
                                    Outline.words(line.firm()),
                                    Outline.words(line.phase().toString()),
                                    Outline.count(line.entries()),
                                    Outline.quantity(line.value()),
                                    Outline.quantity(line.rate()),
                                    Outline.quantity(line.finalRate()),
                                    Outline.quantity(line.deposit()),
                                    Outline.quantity(line.bill()),
                                    Outline.quantity(line.refund()),
                                    Outline.quantity(line.interest())))
                            .toList(),
                    Authority.law("19 U.S.C. 1671f, 19 CFR 351.212"));
        }

        private Term total(List<Term> amounts) {
            return builder.sum(amounts, USD);
        }

        /** Refuses entries that are there twice or have a negative value, all at once. */
        private void check() {
            boolean usable = true;
            for (int row = 0; row < rows.rows(); row++) {
                if (rows.number(row, VALUE) < 0) {
                    usable = false;
                    problem(row, "The entry (" + rows.word(row, NUMBER) + ") has a negative value.");
                }
            }
            usable &= refuseNearMisses(EXPORTER);
            usable &= refuseNearMisses(PRODUCER);
            for (int[] alike : RowGroups.ofEqualHash(
                    rows.rows(), row -> rows.word(row, NUMBER).hashCode())) {
                usable &= areDistinct(alike);
            }
            if (!usable) {
                throw new UnusableFactsException();
            }
        }

        /** Tells of names that resemble that of a firm with a rate without being it; whether there are none. */
        private boolean refuseNearMisses(Column column) {
            Set<FirmName> others = facts.optional(UNLISTED).orElse(List.of()).stream()
                    .map(FirmName::of)
                    .collect(Collectors.toSet());
            Set<String> seen = new HashSet<>();
            boolean usable = true;
            for (int row = 0; row < rows.rows(); row++) {
                String word = rows.word(row, column);
                if (word.isEmpty() || !seen.add(word) || others.contains(firm(word))) {
                    continue;
                }
                List<String> resembling = deposits.resembling(firm(word));
                if (!resembling.isEmpty()) {
                    usable = false;
                    facts.context()
                            .problems()
                            .add(
                                    Problem.Code.AV402,
                                    rows.origin(row),
                                    "(" + word + ") has no rate, but resembles: " + String.join("; ", resembling) + ".",
                                    "Write the name as listed, or list it under unlisted: if it is another firm.");
                }
            }
            return usable;
        }

        /** Whether the numbers of rows with one hash differ; tells of those that do not. */
        private boolean areDistinct(int[] sameHash) {
            Map<String, Integer> first = new HashMap<>();
            boolean distinct = true;
            for (int row : sameHash) {
                String number = rows.word(row, NUMBER);
                Integer before = first.putIfAbsent(number, row);
                if (before != null) {
                    distinct = false;
                    problem(row, "The entry (" + number + ") is there twice, first in row " + (before + 1) + ".");
                }
            }
            return distinct;
        }

        private void problem(int row, String message) {
            facts.context()
                    .problems()
                    .add(Problem.Code.AV401, rows.origin(row), message, "Correct the row, or leave it out.");
        }

        private Map<Key, int[]> groups() {
            Optional<LocalDate> liquidation = facts.optional(LIQUIDATION);
            Map<Key, Integer> places = new LinkedHashMap<>();
            int[] group = new int[rows.rows()];
            for (int row = 0; row < group.length; row++) {
                Optional<LocalDate> liquidated =
                        rows.isBlank(row, LIQUIDATED) ? liquidation : Optional.of(rows.day(row, LIQUIDATED));
                Key key = new Key(rows.day(row, DATE), rows.word(row, EXPORTER), rows.word(row, PRODUCER), liquidated);
                Integer known = places.putIfAbsent(key, places.size());
                group[row] = known == null ? places.size() - 1 : known;
            }
            int[][] selections = RowGroups.of(group, places.size());
            Map<Key, int[]> groups = new LinkedHashMap<>();
            places.forEach((key, place) -> groups.put(key, selections[place]));
            return groups;
        }

        private FirmName firm(String name) {
            return names.computeIfAbsent(name, FirmName::of);
        }

        private Line line(Key key, int[] selection) {
            Timeline.Phase phase = timeline.phase(key.day());
            if (!phase.isSuspended()) {
                return notSuspended(key, phase, selection);
            }
            warnOfLiquidation(key, phase, selection);
            FirmName exporter = firm(key.exporter());
            Optional<FirmName> producer =
                    key.producer().isEmpty() ? Optional.empty() : Optional.of(firm(key.producer()));
            RateTable.Found found = table.find(
                    new RateTable.Entry(exporter, producer, deposits.dated().map(dated -> key.day())));
            if (found.lines().isEmpty()) {
                throw facts.problem(
                        Problem.Code.AV403,
                        ENTRIES,
                        "The entries of " + key.day() + " exported by " + exporter + " have no deposit rate: "
                                + found.none() + ".",
                        "Add the rates of that day to deposits.countervailing.rates.");
            }
            Term rate = found.lines().stream()
                    .map(RateTable.Rate::deposit)
                    .reduce(Term::larger)
                    .orElseThrow();
            Term finalRate = finalRate(exporter, producer);
            Term value = value(key, selection);
            Term deposit = value.times(rate);
            Term owed = value.times(finalRate);
            Term none = builder.literal(0, USD);
            Term bill =
                    timeline.isCapped(key.day()) ? none : owed.minus(deposit).positivePart();
            Term refund = deposit.minus(owed).positivePart();
            Term net = interest(key, bill, refund);
            return new Line(
                    Months.text(Months.of(key.day())),
                    found.lines().get(0).row().words(),
                    phase,
                    new Rows(selection),
                    value,
                    rate,
                    finalRate,
                    deposit,
                    bill,
                    refund,
                    net);
        }

        /** Warns of entries liquidated before the order, while liquidation was suspended. */
        private void warnOfLiquidation(Key key, Timeline.Phase phase, int[] selection) {
            key.liquidated()
                    .filter(day -> phase != Timeline.Phase.ORDER)
                    .filter(day -> timeline.order().map(day::isBefore).orElse(true))
                    .filter(day -> !rows.isBlank(selection[0], LIQUIDATED))
                    .ifPresent(day -> facts.context()
                            .warnings()
                            .add(
                                    facts.address().child(ENTRIES.name()),
                                    "Liquidated on " + day + " while liquidation was suspended: "
                                            + Arrays.stream(selection)
                                                    .limit(MOST_NAMED)
                                                    .mapToObj(row -> rows.word(row, NUMBER))
                                                    .collect(Collectors.joining(", "))
                                            + (selection.length > MOST_NAMED
                                                    ? " and " + (selection.length - MOST_NAMED) + " more"
                                                    : "")
                                            + ". The last day to protest is " + Protest.lastDay(day)
                                            + " (19 U.S.C. 1514(c)(3))."));
        }

        /** Entries before suspension and in the gap, on which nothing is owed. */
        private Line notSuspended(Key key, Timeline.Phase phase, int[] selection) {
            Term none = builder.literal(0, USD);
            Term free = builder.fraction("0");
            return new Line(
                    Months.text(Months.of(key.day())),
                    "none",
                    phase,
                    new Rows(selection),
                    value(key, selection),
                    free,
                    free,
                    none,
                    none,
                    none,
                    none);
        }

        private Term value(Key key, int[] selection) {
            String name = key.day() + " of " + key.exporter() + " " + key.producer() + " "
                    + key.liquidated().map(LocalDate::toString).orElse("");
            int[] special = Arrays.stream(selection)
                    .filter(row -> !rows.isBlank(row, SPECIAL_VALUE))
                    .toArray();
            int[] entered = Arrays.stream(selection)
                    .filter(row -> rows.isBlank(row, SPECIAL_VALUE))
                    .toArray();
            return rows.total(name, entered, VALUE, USD)
                    .plus(rows.total(name + ", special value", special, SPECIAL_VALUE, USD));
        }

        /** The assessment rate: that of the exporter, of the producer, or of all others. */
        private Term finalRate(FirmName exporter, Optional<FirmName> producer) {
            if (facts.get(NEGATIVE)) {
                return builder.fraction("0");
            }
            Map<String, Term> stated = facts.optional(FINAL_RATES).orElse(rates);
            return of(stated, exporter)
                    .or(() -> producer.flatMap(firm -> of(stated, firm)))
                    .or(() -> Optional.ofNullable(stated.get("all-others")))
                    .orElseThrow(() -> facts.problem(
                            Problem.Code.AV403,
                            FINAL_RATES,
                            "There is no final rate of " + exporter + " nor of all-others.",
                            "Write final-rates: {all-others: 18.56%}."));
        }

        private Optional<Term> of(Map<String, Term> stated, FirmName firm) {
            return deposits.id(firm).flatMap(id -> Optional.ofNullable(stated.get(id)));
        }

        private Term interest(Key key, Term bill, Term refund) {
            if (!timeline.bearsInterest(key.day()) || key.liquidated().isEmpty()) {
                return builder.literal(0, USD);
            }
            LocalDate to = key.liquidated().get();
            Term onBill = bill.times(factor(key.day(), to, DutyInterest.Kind.UNDERPAYMENT));
            Term onRefund = refund.times(factor(key.day(), to, DutyInterest.Kind.OVERPAYMENT));
            owedBills.add(onBill);
            owedRefunds.add(onRefund);
            return onBill.minus(onRefund);
        }

        private Term factor(LocalDate from, LocalDate to, DutyInterest.Kind kind) {
            return builder.literal(
                    new BigDecimal(interest.factor(from, to, kind)).round(MathContext.DECIMAL64), Unit.FRACTION);
        }
    }
}
