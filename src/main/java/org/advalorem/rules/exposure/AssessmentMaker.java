package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Months;
import org.advalorem.facts.RowGroups;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.calendar.Protest;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;
import org.advalorem.rules.deposits.RateTable;

/** Brings together the entries that are alike, and assesses them. */
final class AssessmentMaker {
    static final Field<LocalDate> AS_OF = Field.optional(
                    "as-of",
                    FieldType.date(),
                    "The day up to which interest of open entries is counted: entries under the order without a day of"
                            + " liquidation.")
            .under("19 U.S.C. 1677g");

    private static final Unit USD = Unit.of("USD");
    private static final int MOST_NAMED = 20;
    private static final String NONE = "none";
    private static final double[] NO_INTEREST = {};
    private static final List<Column> VALUE_COLUMNS = List.of(Entries.VALUE, Entries.SPECIAL_VALUE);

    private final CalculationBuilder builder;
    private final Deposits deposits;
    private final Entries entries;
    private final Timeline timeline;
    private final DutyInterest interest;
    private final RateTable table;
    private final AssessmentRates rates;
    private final Optional<LocalDate> asOf;
    private final Map<Goods, Optional<Served>> served = new HashMap<>();
    private final Map<List<RateTable.Rate>, Term> depositRates = new HashMap<>();
    private final Map<LocalDate, List<Integer>> liquidatedWhileSuspended = new LinkedHashMap<>();

    AssessmentMaker(
            Facts facts, Timeline timeline, Deposits deposits, Map<String, Term> rates, CalculationBuilder builder) {
        this.builder = builder;
        this.deposits = deposits;
        this.entries = Entries.of(facts, deposits);
        this.timeline = timeline;
        this.interest = new DutyInterest(facts);
        this.table = deposits.dated().orElse(deposits.countervailing());
        this.rates = new AssessmentRates(facts, deposits, rates, builder);
        this.asOf = facts.optional(AS_OF);
    }

    /** What decides about the rates of an entry. */
    private record Goods(LocalDate day, FirmName exporter, Optional<FirmName> producer) {}

    /** The rates of an entry. */
    private record Served(
            Timeline.Phase phase, String firm, Term rate, Term finalRate, Optional<Review> review, boolean capped) {}

    /** What entries that are alike have in common. */
    private record Alike(
            Served served,
            int month,
            FirmName exporter,
            Optional<Integer> settled,
            boolean open,
            boolean bearsInterest) {}

    Assessment made() {
        List<Assessment.Line> lines = new ArrayList<>();
        for (Map.Entry<Alike, int[]> group : groups().entrySet()) {
            lines.add(line(group.getKey(), group.getValue(), lines.size() + 1));
        }
        warnOfLiquidation();
        Term deposited = total(lines.stream().map(Assessment.Line::deposit).toList());
        Term billed = total(lines.stream().map(Assessment.Line::bill).toList());
        Term refunded = total(lines.stream().map(Assessment.Line::refund).toList());
        Term onBills = total(lines.stream().map(Assessment.Line::interestBilled).toList());
        Term onRefunds =
                total(lines.stream().map(Assessment.Line::interestRefunded).toList());
        Term owed = owed(deposited, billed, refunded, onBills, onRefunds);
        Term entriesBilled = counted(lines, Assessment.Line::bill);
        Term entriesRefunded = counted(lines, Assessment.Line::refund);
        return new Assessment(
                entries,
                lines,
                deposited,
                billed,
                refunded,
                onBills,
                onRefunds,
                owed,
                entriesBilled,
                entriesRefunded,
                asOf);
    }

    private Term total(List<Term> amounts) {
        return builder.sum(amounts, USD);
    }

    private Term counted(List<Assessment.Line> lines, Function<Assessment.Line, Term> amount) {
        Term nothing = builder.literal(0, USD);
        return builder.sum(
                lines.stream()
                        .map(line -> nothing.less(amount.apply(line))
                                .choose(builder.literal(line.entries(), Unit.COUNT), builder.literal(0, Unit.COUNT)))
                        .toList(),
                Unit.COUNT);
    }

    /** The rows of entries that are alike; every entry that lacks something is told of. */
    private Map<Alike, int[]> groups() {
        Map<Alike, Integer> places = new LinkedHashMap<>();
        int[] group = new int[entries.count()];
        boolean usable = true;
        for (int row = 0; row < group.length; row++) {
            try {
                Alike alike = alike(row);
                Integer known = places.putIfAbsent(alike, places.size());
                group[row] = known == null ? places.size() - 1 : known;
            } catch (UnusableFactsException noted) {
                usable = false;
            }
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
        int[][] selections = RowGroups.of(group, places.size());
        Map<Alike, int[]> groups = new LinkedHashMap<>();
        places.forEach((alike, place) -> groups.put(alike, selections[place]));
        return groups;
    }

    private Alike alike(int row) {
        LocalDate day = entries.day(row);
        Goods goods = new Goods(day, entries.exporter(row), entries.producer(row));
        Served of = served.computeIfAbsent(goods, absent -> serve(row, goods)).orElseThrow(UnusableFactsException::new);
        boolean suspended = of.phase().isSuspended();
        Optional<LocalDate> liquidated = liquidated(row, of.review());
        Optional<LocalDate> settled = liquidated.or(() -> asOf);
        boolean bearsInterest = suspended && timeline.bearsInterest(day);
        if (bearsInterest && settled.isEmpty()) {
            throw entries.missing(
                    row,
                    "The entry (" + entries.number(row) + ") of " + day
                            + " bears interest and has no day of liquidation."
                            + " Nor is there an (as-of).",
                    "Write that day, or as-of: with the day up to which interest is counted.");
        }
        if (bearsInterest && settled.get().isBefore(day)) {
            throw entries.missing(
                    row,
                    "The entry (" + entries.number(row) + ") of " + day
                            + " is later than the day up to which its interest" + " is counted, " + settled.get() + ".",
                    "Correct the day of liquidation, or as-of:.");
        }
        if (suspended && of.phase() != Timeline.Phase.ORDER) {
            noteLiquidation(row);
        }
        return new Alike(
                of,
                Months.of(day),
                goods.exporter(),
                settled.filter(on -> suspended).map(Months::of),
                suspended && liquidated.isEmpty(),
                bearsInterest);
    }

    private Optional<Served> serve(int row, Goods goods) {
        Timeline.Phase phase = timeline.phase(goods.day());
        if (!phase.isSuspended()) {
            Term free = builder.fraction("0");
            return Optional.of(new Served(phase, NONE, free, free, Optional.empty(), false));
        }
        RateTable.Found found = table.find(new RateTable.Entry(
                goods.exporter(), goods.producer(), deposits.dated().map(dated -> goods.day())));
        if (found.lines().isEmpty()) {
            entries.missing(
                    row,
                    "The entries of " + goods.day() + " exported by " + goods.exporter() + " (" + phase
                            + " in the timeline) have no deposit rate: "
                            + found.none() + ".",
                    "Add the rates of that day to deposits.countervailing.rates.");
            return Optional.empty();
        }
        Term rate = depositRates.computeIfAbsent(
                found.lines(),
                lines -> lines.stream()
                        .map(RateTable.Rate::deposit)
                        .reduce(Term::larger)
                        .orElseThrow());
        Optional<Review> review = rates.review(goods.day());
        try {
            return Optional.of(new Served(
                    phase,
                    found.lines().get(0).row().words(),
                    rate,
                    rates.rate(review, goods.exporter(), goods.producer(), rate),
                    review,
                    timeline.isCapped(goods.day())));
        } catch (UnusableFactsException noted) {
            return Optional.empty();
        }
    }

    /** Keeps in mind an entry that says it was liquidated before the order, while liquidation was suspended. */
    private void noteLiquidation(int row) {
        entries.liquidated(row)
                .filter(day -> timeline.order().map(day::isBefore).orElse(true))
                .ifPresent(day -> liquidatedWhileSuspended
                        .computeIfAbsent(day, absent -> new ArrayList<>())
                        .add(row));
    }

    private void warnOfLiquidation() {
        liquidatedWhileSuspended.forEach((day, rows) -> entries.rows()
                .context()
                .warnings()
                .add(
                        entries.rows().address(),
                        "Liquidated on " + day + " while liquidation was suspended: "
                                + rows.stream()
                                        .limit(MOST_NAMED)
                                        .map(entries::number)
                                        .collect(Collectors.joining(", "))
                                + (rows.size() > MOST_NAMED ? " and " + (rows.size() - MOST_NAMED) + " more" : "")
                                + ". The last day to protest is " + Protest.lastDay(day)
                                + " (19 U.S.C. 1514(c)(3))."));
    }

    private Assessment.Line line(Alike alike, int[] rows, int number) {
        Served of = alike.served();
        Term value = value("line " + number, rows);
        Term none = builder.literal(0, USD);
        boolean suspended = of.phase().isSuspended();
        Term deposit = suspended ? value.times(of.rate()) : none;
        // assessed as deposited, entries settle nothing
        boolean settles = suspended && !of.finalRate().equals(of.rate());
        boolean bearsInterest = settles && alike.bearsInterest();
        Term shortfall = of.finalRate().minus(of.rate()).positivePart();
        Term excess = of.rate().minus(of.finalRate()).positivePart();
        Term bill = settles && !of.capped() ? value.times(shortfall) : none;
        Term refund = settles ? value.times(excess) : none;
        double[] onBill = bearsInterest ? factors(rows, of.review(), DutyInterest.Kind.UNDERPAYMENT) : NO_INTEREST;
        double[] onRefund = bearsInterest ? factors(rows, of.review(), DutyInterest.Kind.OVERPAYMENT) : NO_INTEREST;
        Term interestBilled = bearsInterest
                ? weighted("line " + number + ", interest on bills", rows, onBill)
                        .times(shortfall)
                : none;
        Term interestRefunded = bearsInterest
                ? weighted("line " + number + ", interest on refunds", rows, onRefund)
                        .times(excess)
                : none;
        return new Assessment.Line(
                Months.text(alike.month()),
                alike.exporter().toString(),
                of.firm(),
                of.phase(),
                of.review().map(Review::id).orElse(AssessmentRates.NO_REVIEW),
                alike.settled().map(Months::text),
                alike.open(),
                new Assessment.Rows(rows, onBill, onRefund),
                value,
                of.rate(),
                of.finalRate(),
                deposit,
                bill,
                refund,
                interestBilled,
                interestRefunded,
                owed(deposit, bill, refund, interestBilled, interestRefunded));
    }

    /** What entries cost in the end. */
    private static Term owed(Term deposit, Term bill, Term refund, Term interestBilled, Term interestRefunded) {
        return deposit.plus(bill).minus(refund).plus(interestBilled).minus(interestRefunded);
    }

    private Term value(String key, int[] rows) {
        return byColumn(
                rows,
                (column, places) -> entries.rows().total(key + ", " + column.name(), at(rows, places), column, USD));
    }

    /** The values of the rows, each times its interest on one unit of money. */
    private Term weighted(String key, int[] rows, double[] factors) {
        return byColumn(
                rows,
                (column, places) -> entries.rows()
                        .weightedTotal(
                                key + ", " + column.name(),
                                at(rows, places),
                                column,
                                USD,
                                Arrays.stream(places)
                                        .mapToDouble(place -> factors[place])
                                        .toArray()));
    }

    private static int[] at(int[] rows, int[] places) {
        return Arrays.stream(places).map(place -> rows[place]).toArray();
    }

    /**
     * The sum over the columns in which values stand.
     *
     * @param total that of a column, for the places among the rows whose value stands in it
     */
    private Term byColumn(int[] rows, BiFunction<Column, int[], Term> total) {
        List<Term> totals = new ArrayList<>();
        for (Column column : VALUE_COLUMNS) {
            boolean special = column.equals(Entries.SPECIAL_VALUE);
            int[] places = IntStream.range(0, rows.length)
                    .filter(place -> entries.hasSpecialValue(rows[place]) == special)
                    .toArray();
            if (places.length > 0) {
                totals.add(total.apply(column, places));
            }
        }
        return totals.size() == 1 ? totals.get(0) : builder.sum(totals, USD);
    }

    /** The day of liquidation of an entry: its own, else that of the review that covers it. */
    private Optional<LocalDate> liquidated(int row, Optional<Review> review) {
        return entries.liquidated(row).or(() -> review.flatMap(Review::liquidation));
    }

    private double[] factors(int[] rows, Optional<Review> review, DutyInterest.Kind kind) {
        return Arrays.stream(rows)
                .mapToDouble(row -> interest.factor(
                        entries.day(row), liquidated(row, review).or(() -> asOf).orElseThrow(), kind))
                .toArray();
    }
}
