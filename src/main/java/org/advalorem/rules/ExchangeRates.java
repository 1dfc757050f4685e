package org.advalorem.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates by pair of currencies: averages of months and rates of days.
 *
 * <p>A rate from USD to CNY is in CNY/USD and serves both ways. A month without a stated average takes the average of the
 * days stated in it.
 */
final class ExchangeRates {
    static final Column MONTH =
            Column.optional("month", Column.Type.MONTH, "The month, when the rate is the average of one.");
    static final Column DATE = Column.optional("date", Column.Type.DATE, "The day, when the rate is that of one.");
    static final Column FROM = Column.required("from", Column.Type.TEXT, "The currency converted from: USD.");
    static final Column TO = Column.required("to", Column.Type.TEXT, "The currency converted into: CNY.");
    static final Column RATE = Column.required(
            "rate", Column.Type.NOT_NEGATIVE, "What one unit of the first currency is worth in the second.");

    static final Kind<Records> KIND = Kind.records(MONTH, DATE, FROM, TO, RATE);

    private final Optional<Records> rows;
    private final Map<Pair, Map<Integer, Integer>> months = new HashMap<>();
    private final Map<Pair, NavigableMap<LocalDate, Integer>> days = new HashMap<>();

    private record Pair(String from, String to) {}

    private ExchangeRates(Optional<Records> rows) {
        this.rows = rows;
    }

    /** The rates of those rows; rows that cannot be used are noted as problems. */
    static ExchangeRates of(Optional<Records> rows) {
        ExchangeRates rates = new ExchangeRates(rows);
        rows.ifPresent(records -> {
            for (int row = 0; row < records.rows(); row++) {
                rates.index(records, row);
            }
        });
        return rates;
    }

    private void index(Records records, int row) {
        Pair pair = new Pair(records.word(row, FROM), records.word(row, TO));
        boolean ofDay = !records.isBlank(row, DATE);
        if (!isCurrency(pair.from()) || !isCurrency(pair.to()) || pair.from().equals(pair.to())) {
            problem(
                    records,
                    row,
                    "The rate is from (" + pair.from() + ") to (" + pair.to() + ").",
                    "Write two three-letter codes: from USD, to CNY.");
        } else if (records.number(row, RATE) <= 0) {
            problem(records, row, "The rate from " + pair.from() + " to " + pair.to() + " must be more than 0.", "");
        } else if (ofDay == !records.isBlank(row, MONTH)) {
            problem(records, row, "A rate is of a month or of a day.", "Fill in one of month and date.");
        } else if (ofDay) {
            once(days.computeIfAbsent(pair, absent -> new TreeMap<>()).put(records.day(row, DATE), row), records, row);
        } else {
            once(
                    months.computeIfAbsent(pair, absent -> new HashMap<>()).put(records.month(row, MONTH), row),
                    records,
                    row);
        }
    }

    private static void once(@Nullable Integer before, Records records, int row) {
        if (before != null) {
            problem(records, row, "The rate of this pair and time stands twice.", "Keep one row.");
        }
    }

    private static boolean isCurrency(String code) {
        return code.matches("[A-Z]{3}");
    }

    private static void problem(Records records, int row, String message, String advice) {
        records.context().problems().add(Problem.Code.AV303, records.origin(row), message, advice);
    }

    /** The average of a month, as what one unit of the first currency is worth in the second. */
    Term ofMonth(Unit from, Unit to, int month, Facts at) {
        return find(from, to, pair -> average(pair, month))
                .orElseThrow(() -> missing(from, to, Months.text(month), at));
    }

    /** The rate of a day where one is stated, else the average of its month. */
    Term ofDay(Unit from, Unit to, LocalDate day, Facts at) {
        return find(from, to, pair -> stated(pair, day))
                .or(() -> find(from, to, pair -> average(pair, Months.of(day))))
                .orElseThrow(() -> missing(from, to, day + " or " + YearMonth.from(day), at));
    }

    /** Money or a price in another currency, at the average of a month. */
    Term convert(Term amount, Unit currency, int month, Facts at) {
        Unit from = currencyOf(amount);
        return from.equals(currency) ? amount : amount.times(ofMonth(from, currency, month, at));
    }

    /** Money or a price in another currency, at the rate of a day where one is stated, else the average of its month. */
    Term convert(Term amount, Unit currency, LocalDate day, Facts at) {
        Unit from = currencyOf(amount);
        return from.equals(currency) ? amount : amount.times(ofDay(from, currency, day, at));
    }

    private static Unit currencyOf(Term amount) {
        return Currencies.of(amount.unit())
                .orElseThrow(() -> new IllegalArgumentException("(" + amount + ") is neither money nor a price."));
    }

    /** A way to look a pair up. */
    private interface Lookup {
        Optional<Term> in(Pair pair);
    }

    private Optional<Term> find(Unit from, Unit to, Lookup lookup) {
        Pair pair = new Pair(from.toString(), to.toString());
        return lookup.in(pair)
                .or(() -> lookup.in(new Pair(pair.to(), pair.from()))
                        .map(inverse -> builder().fraction("1").dividedBy(inverse)));
    }

    private Optional<Term> average(Pair pair, int month) {
        Integer row = months.getOrDefault(pair, Map.of()).get(month);
        if (row != null) {
            return Optional.of(rate(pair, row));
        }
        YearMonth of = Months.yearMonth(month);
        List<Term> rates = days
                .getOrDefault(pair, new TreeMap<>())
                .subMap(of.atDay(1), true, of.atEndOfMonth(), true)
                .values()
                .stream()
                .map(ofDay -> rate(pair, ofDay))
                .toList();
        return rates.isEmpty() ? Optional.empty() : Optional.of(builder().average(rates));
    }

    private Optional<Term> stated(Pair pair, LocalDate day) {
        return Optional.ofNullable(days.getOrDefault(pair, new TreeMap<>()).get(day))
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

    private static UnusableFactsException missing(Unit from, Unit to, String when, Facts at) {
        return at.problem(
                Problem.Code.AV403,
                "(" + at.address() + ") needs a rate that (exchange-rates) does not state: between " + from + " and "
                        + to + " for " + when + ".",
                "Add to exchange-rates: {month: " + when.substring(when.length() - "2016-01".length()) + ", from: "
                        + from + ", to: " + to + ", rate: ...}.");
    }
}
