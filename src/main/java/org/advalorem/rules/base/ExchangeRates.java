package org.advalorem.rules.base;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates by currency pair: monthly averages and daily rates.
 *
 * <p>A rate from USD to CNY is in CNY/USD and is used in both directions. A month without a stated average uses the
 * average of its stated days; a year uses the average of its months. Where a pair has no rate for the time, both
 * currencies are converted through a third.
 */
public final class ExchangeRates {
    static final Column MONTH =
            Column.optional("month", Column.Type.MONTH, "The month, where the rate is a monthly average.");
    static final Column DATE = Column.optional("date", Column.Type.DATE, "The day, where the rate is that of one day.");
    static final Column FROM = Column.required("from", Column.Type.TEXT, "The currency converted from: USD.");
    static final Column TO = Column.required("to", Column.Type.TEXT, "The currency converted into: CNY.");
    static final Column RATE =
            Column.required("rate", Column.Type.NUMBER, "What one unit of the first currency is worth in the second.");

    /** The columns by which doubtful rates are found. */
    public static final Measured MEASURED =
            new Measured(RATE, true, Optional.empty(), Optional.empty(), List.of(FROM, TO));

    public static final FieldType<Records> TYPE = FieldType.records(MONTH, DATE, FROM, TO, RATE);

    private final Optional<Records> rows;
    private final Period period;
    private final Map<Pair, NavigableMap<Time, Integer>> rates = new LinkedHashMap<>();
    private final Map<List<String>, Term> ofYears = new LinkedHashMap<>();
    private final Map<List<String>, Term> throughOthers = new LinkedHashMap<>();

    /** A pair of currencies, from one to the other. */
    record Pair(String from, String to) {
        Pair inverse() {
            return new Pair(to, from);
        }
    }

    /**
     * A month or a day.
     *
     * @param number the month as {@link Months}, or the day counted from 1970
     */
    record Time(boolean isMonth, long number) implements Comparable<Time> {
        public static Time of(LocalDate day) {
            return new Time(false, day.toEpochDay());
        }

        public static Time of(int month) {
            return new Time(true, month);
        }

        /** The month, or the day's month, as {@link Months}. */
        int month() {
            return isMonth ? (int) number : Months.of(LocalDate.ofEpochDay(number));
        }

        @Override
        public int compareTo(Time other) {
            return Comparator.comparing(Time::isMonth)
                    .thenComparing(Time::number)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return isMonth
                    ? Months.text((int) number)
                    : LocalDate.ofEpochDay(number).toString();
        }
    }

    private ExchangeRates(Optional<Records> rows, Period period) {
        this.rows = rows;
        this.period = period;
    }

    /**
     * The exchange rates in the given rows; unusable or contradictory rows are noted as problems.
     *
     * @param rows the rows, if any are stated
     * @param period the period whose years define annual averages
     */
    public static ExchangeRates of(Optional<Records> rows, Period period) {
        ExchangeRates rates = new ExchangeRates(rows, period);
        rows.ifPresent(records -> {
            int before = records.context().problems().size();
            for (int row = 0; row < records.rows(); row++) {
                rates.index(records, row);
            }
            if (records.context().problems().size() == before) {
                new ExchangeRateCheck(records, rates.rates).run();
            }
        });
        return rates;
    }

    private void index(Records records, int row) {
        Pair pair = new Pair(records.word(row, FROM), records.word(row, TO));
        boolean ofDay = !records.isBlank(row, DATE);
        if (!Unit.isCurrency(pair.from())
                || !Unit.isCurrency(pair.to())
                || pair.from().equals(pair.to())) {
            problem(
                    records,
                    row,
                    "The rate is from (" + pair.from() + ") to (" + pair.to() + ").",
                    "Write two three-letter codes: from USD, to CNY.");
        } else if (records.number(row, RATE) <= 0) {
            problem(records, row, "The rate from " + pair.from() + " to " + pair.to() + " must be more than 0.", "");
        } else if (ofDay == !records.isBlank(row, MONTH)) {
            problem(records, row, "A rate is for a month or for a day.", "Fill in either month or date.");
        } else {
            Time time = ofDay ? Time.of(records.day(row, DATE)) : Time.of(records.month(row, MONTH));
            once(rates.computeIfAbsent(pair, absent -> new TreeMap<>()).put(time, row), records, row);
        }
    }

    private static void once(@Nullable Integer before, Records records, int row) {
        if (before != null) {
            problem(records, row, "The rate for this pair and time appears twice.", "Keep one row.");
        }
    }

    private static void problem(Records records, int row, String message, String advice) {
        records.context().problems().add(Problem.Code.AV303, records.origin(row), message, advice);
    }

    /**
     * The monthly average: the value of one unit of the first currency in the second.
     *
     * @param month as {@link Months}
     * @param at the facts that need the rate, for messages
     * @throws UnusableFactsException when there is no rate; the problem has been noted
     */
    public Term ofMonth(Unit from, Unit to, int month, Facts at) {
        return find(from, to, pair -> average(pair, month), Months.text(month))
                .orElseThrow(() -> missing(from, to, Months.text(month), Months.text(month), at));
    }

    /**
     * The rate of a day where stated, otherwise the average of its month.
     *
     * @param at the facts that need the rate, for messages
     * @throws UnusableFactsException when there is no rate; the problem has been noted
     */
    Term ofDay(Unit from, Unit to, LocalDate day, Facts at) {
        return direct(from, to, pair -> stated(pair, day))
                .or(() -> find(
                        from, to, pair -> stated(pair, day).or(() -> average(pair, Months.of(day))), day.toString()))
                .orElseThrow(() -> missing(
                        from,
                        to,
                        day + " or " + YearMonth.from(day),
                        YearMonth.from(day).toString(),
                        at));
    }

    /**
     * The average over the months of a year that have a rate.
     *
     * @param at the facts that need the rate, for messages
     * @throws UnusableFactsException when there is no rate; the problem has been noted
     */
    Term ofYear(Unit from, Unit to, int year, Facts at) {
        Term rate = find(from, to, pair -> ofYear(pair, year), period.name(year))
                .orElseThrow(() ->
                        missing(from, to, "a month of " + period.name(year), Months.text(period.firstMonth(year)), at));
        ofYears.put(List.of(period.name(year), from.toString(), to.toString()), rate);
        return rate;
    }

    private Optional<Term> ofYear(Pair pair, int year) {
        List<Term> months = period.months(year)
                .mapToObj(month -> average(pair, month))
                .flatMap(Optional::stream)
                .toList();
        return months.isEmpty() ? Optional.empty() : Optional.of(builder().average(months));
    }

    /** Money or a price in another currency, at the monthly average. */
    public Term convert(Term amount, Unit currency, int month, Facts at) {
        Unit from = currencyOf(amount);
        return from.equals(currency) ? amount : amount.times(ofMonth(from, currency, month, at));
    }

    /** Money or a price in another currency, at the rate of the day where stated, otherwise at the monthly average. */
    public Term convert(Term amount, Unit currency, LocalDate day, Facts at) {
        Unit from = currencyOf(amount);
        return from.equals(currency) ? amount : amount.times(ofDay(from, currency, day, at));
    }

    /** Money or a price for a whole year in another currency, at the annual average. */
    public Term convertOfYear(Term amount, Unit currency, int year, Facts at) {
        Unit from = currencyOf(amount);
        return from.equals(currency) ? amount : amount.times(ofYear(from, currency, year, at));
    }

    /** Writes the rates derived from stated rates. */
    public void write(OutlineBuilder outline) {
        if (ofYears.isEmpty() && throughOthers.isEmpty()) {
            return;
        }
        OutlineBuilder section = outline.section("Exchange rates", "");
        write(
                "Averages of the months stated",
                List.of(
                        SheetColumn.keyDate("year"),
                        SheetColumn.key("from"),
                        SheetColumn.key("to"),
                        SheetColumn.of("rate", Quality.PRICE)),
                ofYears,
                Assumption.EXCHANGE_RATE_OF_YEAR,
                section);
        write(
                "Through a third currency",
                List.of(
                        SheetColumn.keyDate("date"),
                        SheetColumn.key("from"),
                        SheetColumn.key("to"),
                        SheetColumn.text("through"),
                        SheetColumn.of("rate", Quality.PRICE)),
                throughOthers,
                Assumption.THIRD_CURRENCY,
                section);
    }

    private static void write(
            String title,
            List<SheetColumn> headings,
            Map<List<String>, Term> rates,
            Assumption assumption,
            OutlineBuilder section) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        rates.forEach((words, rate) -> {
            List<Outline.Cell> row = new ArrayList<>();
            words.forEach(word -> row.add(Outline.words(word)));
            row.add(Outline.quantity(rate));
            rows.add(row);
        });
        if (!rows.isEmpty()) {
            section.sheet(title, headings, rows, assumption.under("practice"));
        }
    }

    private static Unit currencyOf(Term amount) {
        return amount.unit()
                .currency()
                .orElseThrow(() -> new IllegalArgumentException("(" + amount + ") is neither money nor a price."));
    }

    /** A lookup of the rate of a pair. */
    private interface Lookup {
        Optional<Term> in(Pair pair);
    }

    /** The rate of the pair, otherwise the rate through the first third currency that has a rate with both. */
    private Optional<Term> find(Unit from, Unit to, Lookup lookup, String when) {
        return direct(from, to, lookup).or(() -> through(from, to, lookup, when));
    }

    private Optional<Term> direct(Unit from, Unit to, Lookup lookup) {
        Pair pair = new Pair(from.toString(), to.toString());
        return lookup.in(pair)
                .or(() -> lookup.in(pair.inverse())
                        .map(inverse -> builder().fraction("1").dividedBy(inverse)));
    }

    private Optional<Term> through(Unit from, Unit to, Lookup lookup, String when) {
        Set<String> thirds = new TreeSet<>();
        rates.keySet().forEach(pair -> thirds.addAll(List.of(pair.from(), pair.to())));
        for (String third : thirds) {
            Unit middle = Unit.of(third);
            if (middle.equals(from) || middle.equals(to)) {
                continue;
            }
            Optional<Term> first = direct(from, middle, lookup);
            Optional<Term> second = first.isEmpty() ? first : direct(middle, to, lookup);
            if (second.isPresent()) {
                Term rate = first.get().times(second.get());
                throughOthers.put(List.of(when, from.toString(), to.toString(), third), rate);
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    private Optional<Term> average(Pair pair, int month) {
        NavigableMap<Time, Integer> inTime = rates.getOrDefault(pair, new TreeMap<>());
        Integer row = inTime.get(Time.of(month));
        if (row != null) {
            return Optional.of(rate(pair, row));
        }
        if (rates.getOrDefault(pair.inverse(), new TreeMap<>()).containsKey(Time.of(month))) {
            // a stated average prevails over an average of days, in whichever direction it is written
            return Optional.empty();
        }
        YearMonth of = Months.yearMonth(month);
        List<Term> ofDays =
                inTime.subMap(Time.of(of.atDay(1)), true, Time.of(of.atEndOfMonth()), true).values().stream()
                        .map(ofDay -> rate(pair, ofDay))
                        .toList();
        return ofDays.isEmpty() ? Optional.empty() : Optional.of(builder().average(ofDays));
    }

    private Optional<Term> stated(Pair pair, LocalDate day) {
        return Optional.ofNullable(rates.getOrDefault(pair, new TreeMap<>()).get(Time.of(day)))
                .map(row -> rate(pair, row));
    }

    private Term rate(Pair pair, int row) {
        Term rate = rows.orElseThrow().term(row, RATE, Unit.of(pair.to()).per(Unit.of(pair.from())));
        Term zero = builder().literal(0, rate.unit());
        builder()
                .require(
                        zero.less(rate),
                        "The exchange rate from " + pair.from() + " to " + pair.to() + " must be more than 0.",
                        rows.orElseThrow().address(row, RATE).toString());
        return rate;
    }

    private CalculationBuilder builder() {
        return rows.orElseThrow().context().builder();
    }

    private static UnusableFactsException missing(Unit from, Unit to, String when, String month, Facts at) {
        return at.problem(
                Problem.Code.AV403,
                "(" + at.address() + ") needs a rate that (exchange-rates) does not state: between " + from + " and "
                        + to + " for " + when + ".",
                "Add to exchange-rates: {month: " + month + ", from: " + from + ", to: " + to + ", rate: ...}.");
    }
}
