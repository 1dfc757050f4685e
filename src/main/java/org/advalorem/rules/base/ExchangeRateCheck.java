package org.advalorem.rules.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;

/**
 * The consistency check of exchange rates. Two rates of a pair whose product differs from 1 by more than 1 percent
 * contradict each other: an error. Three rates in a ring that do so are a warning, because nothing shows which is
 * wrong. A rate ten times its neighbors in time, or written the other way round, is also a warning.
 */
final class ExchangeRateCheck {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal TOLERANCE = new BigDecimal("1.01");
    /**
     * A misplaced decimal point is off by a factor of ten from the true rate, which itself has moved since its
     * neighbors.
     */
    private static final BigDecimal JUMP = new BigDecimal(5);

    /** Closer than this, a rate and its inverse are too similar to tell which was meant. */
    private static final BigDecimal APART = new BigDecimal("1.2");

    private static final BigDecimal SAME = new BigDecimal("1.1");

    private final Records records;
    private final Map<ExchangeRates.Pair, NavigableMap<ExchangeRates.Time, Integer>> rates;

    ExchangeRateCheck(Records records, Map<ExchangeRates.Pair, NavigableMap<ExchangeRates.Time, Integer>> rates) {
        this.records = records;
        this.rates = rates;
    }

    /** Notes contradictions as problems and doubtful rates as warnings. */
    void run() {
        rates.forEach((pair, inTime) -> {
            if (pair.from().compareTo(pair.to()) < 0) {
                inTime.forEach((time, row) -> Optional.ofNullable(rates.get(pair.inverse()))
                        .map(back -> back.get(time))
                        .ifPresent(back -> checkBack(pair, time, row, back)));
            }
            if (pair.from().compareTo(pair.to()) < 0 || !rates.containsKey(pair.inverse())) {
                checkInTime(pair);
            }
        });
        checkRings();
    }

    /**
     * A row and its rate, in the direction in which the pair is compared.
     *
     * @param month as {@link Months}
     */
    private record Quote(ExchangeRates.Pair pair, int row, int month, BigDecimal rate) {}

    /** Compares all rates of a pair, in whichever direction they are written. */
    private void checkInTime(ExchangeRates.Pair pair) {
        List<Quote> months = quotes(pair, true);
        List<Quote> days = quotes(pair, false);
        checkNeighbours(months);
        checkNeighbours(days);
        for (Quote day : days) {
            checkAmong(
                    day,
                    months.stream()
                            .filter(month -> month.month() == day.month())
                            .map(Quote::rate)
                            .toList());
        }
    }

    private List<Quote> quotes(ExchangeRates.Pair pair, boolean months) {
        NavigableMap<ExchangeRates.Time, Quote> quotes = new TreeMap<>();
        Optional.ofNullable(rates.get(pair.inverse()))
                .ifPresent(inTime -> inTime.forEach((time, row) -> quotes.put(
                        time, new Quote(pair.inverse(), row, time.month(), BigDecimal.ONE.divide(rate(row), DIGITS)))));
        Optional.ofNullable(rates.get(pair))
                .ifPresent(inTime ->
                        inTime.forEach((time, row) -> quotes.put(time, new Quote(pair, row, time.month(), rate(row)))));
        quotes.keySet().removeIf(time -> time.isMonth() != months);
        return List.copyOf(quotes.values());
    }

    private void checkBack(ExchangeRates.Pair pair, ExchangeRates.Time time, int row, int back) {
        if (apart(rate(row).multiply(rate(back), DIGITS), BigDecimal.ONE, TOLERANCE)) {
            int later = Math.max(row, back);
            records.context()
                    .problems()
                    .add(
                            Problem.Code.AV303,
                            records.origin(later),
                            "The rates between " + pair.from() + " and " + pair.to() + " of " + time
                                    + " contradict each other: " + records.digits(row, ExchangeRates.RATE) + " and "
                                    + records.digits(back, ExchangeRates.RATE)
                                    + " the other way; their product should be 1.",
                            "Keep one of them: it works both ways.");
        }
    }

    private void checkRings() {
        Set<String> currencies = new TreeSet<>();
        rates.keySet().forEach(pair -> currencies.addAll(List.of(pair.from(), pair.to())));
        Set<Set<String>> seen = new LinkedHashSet<>();
        rates.forEach((pair, inTime) -> currencies.stream()
                .filter(third -> !pair.from().equals(third) && !pair.to().equals(third))
                .filter(third -> seen.add(Set.of(pair.from(), pair.to(), third)))
                .forEach(third -> inTime.keySet().stream()
                        .filter(time -> isOpen(pair, third, time))
                        .findFirst()
                        .ifPresent(time -> warn(
                                inTime.getOrDefault(time, 0),
                                "The rates between " + pair.from() + ", " + pair.to() + " and " + third + " of " + time
                                        + " contradict each other by more than 1 percent: " + pair.from() + " to "
                                        + pair.to() + " is not the same through " + third + "."))));
    }

    private boolean isOpen(ExchangeRates.Pair pair, String third, ExchangeRates.Time time) {
        Optional<BigDecimal> direct = at(pair, time);
        Optional<BigDecimal> first = at(new ExchangeRates.Pair(pair.from(), third), time);
        Optional<BigDecimal> second = at(new ExchangeRates.Pair(third, pair.to()), time);
        return direct.isPresent()
                && first.isPresent()
                && second.isPresent()
                && apart(direct.get(), first.get().multiply(second.get(), DIGITS), TOLERANCE);
    }

    private Optional<BigDecimal> at(ExchangeRates.Pair pair, ExchangeRates.Time time) {
        return Optional.ofNullable(rates.get(pair))
                .map(inTime -> inTime.get(time))
                .map(this::rate)
                .or(() -> Optional.ofNullable(rates.get(pair.inverse()))
                        .map(inTime -> inTime.get(time))
                        .map(row -> BigDecimal.ONE.divide(rate(row), DIGITS)));
    }

    /** Compares each rate with the two before and the two after it. */
    private void checkNeighbours(List<Quote> quotes) {
        for (int i = 0; i < quotes.size(); i++) {
            List<BigDecimal> others = new ArrayList<>();
            for (int j = Math.max(0, i - 2); j < Math.min(quotes.size(), i + 3); j++) {
                if (j != i) {
                    others.add(quotes.get(j).rate());
                }
            }
            // with fewer rates nothing shows which one is wrong; the later one is named
            if (others.size() < 2 && i == 0) {
                continue;
            }
            checkAmong(quotes.get(i), others);
        }
    }

    private void checkAmong(Quote quote, List<BigDecimal> others) {
        BigDecimal rate = quote.rate();
        BigDecimal inverse = BigDecimal.ONE.divide(rate, DIGITS);
        int row = quote.row();
        String name =
                "The rate from " + quote.pair().from() + " to " + quote.pair().to() + " in "
                        + records.origin(row).fileLine() + " is " + records.digits(row, ExchangeRates.RATE);
        if (mostly(others, other -> apart(rate, other, APART) && !apart(inverse, other, SAME))) {
            warn(
                    row,
                    name + "; the rates of this pair before and after are near "
                            + BigDecimal.ONE
                                    .divide(rate(row), DIGITS)
                                    .round(new MathContext(3))
                                    .toPlainString()
                            + ": it seems to be inverted.");
        } else if (mostly(others, other -> apart(rate, other, JUMP))) {
            warn(row, name + ": about ten times the rates of this pair before and after, or a tenth of them.");
        }
    }

    private static boolean mostly(List<BigDecimal> others, Predicate<BigDecimal> test) {
        return !others.isEmpty() && 2 * others.stream().filter(test).count() > others.size();
    }

    /** Whether the larger is more than the given multiple of the smaller. */
    private static boolean apart(BigDecimal one, BigDecimal other, BigDecimal times) {
        return one.max(other).compareTo(one.min(other).multiply(times, DIGITS)) > 0;
    }

    private BigDecimal rate(int row) {
        return new BigDecimal(records.number(row, ExchangeRates.RATE)).round(DIGITS);
    }

    private void warn(int row, String text) {
        records.context().warnings().add(records.address(row, ExchangeRates.RATE), text);
    }
}
