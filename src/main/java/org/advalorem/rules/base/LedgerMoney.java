package org.advalorem.rules.base;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/**
 * Amounts of records in any currency, converted into the company's: {@code sum over currencies and times of (sum of
 * amounts) * rate}. A cell's currency is its own if stated, otherwise that of its row, its column, or the company, in
 * that order.
 */
public final class LedgerMoney {
    private final Records rows;
    private final Column currencyOfRow;
    private final Unit currency;
    private final ExchangeRates exchangeRates;
    private final Facts owner;
    private final boolean rowsStateCurrency;

    /** The time at which an amount is converted. */
    public sealed interface When permits OfDay, OfMonth, OfYear {}

    /** The rate of a day. */
    public record OfDay(LocalDate day) implements When {}

    /**
     * The monthly average.
     *
     * @param month as {@link org.advalorem.facts.Months}
     */
    public record OfMonth(int month) implements When {}

    /** The annual average. */
    public record OfYear(int year) implements When {}

    private record Part(Unit currency, Optional<When> when) {}

    /**
     * The amounts of the given rows.
     *
     * @param currencyOfRow the column that states a row's currency
     * @param currency the company's currency
     * @param owner the facts that need a rate, for messages
     */
    public LedgerMoney(Records rows, Column currencyOfRow, Unit currency, ExchangeRates exchangeRates, Facts owner) {
        this.rows = rows;
        this.currencyOfRow = currencyOfRow;
        this.currency = currency;
        this.exchangeRates = exchangeRates;
        this.owner = owner;
        this.rowsStateCurrency = IntStream.range(0, rows.rows())
                .anyMatch(row -> !rows.word(row, currencyOfRow).isEmpty());
    }

    /** Whether the whole column is in the company's currency, as in nearly every ledger. */
    public boolean isPlain(Column column) {
        return !rowsStateCurrency
                && !rows.hasUnits(column)
                && rows.unit(column).orElse(currency).equals(currency);
    }

    /** The column that states a row's currency. */
    public static Column currencyColumn() {
        return Column.optional(
                "currency", Column.Type.TEXT, "", "The currency of the amounts, where it is not the company's.");
    }

    /** Whether the cell is an amount of money; if not, the problem is noted. */
    public boolean isMoney(int row, Column column) {
        if (isPlain(column)) {
            return true;
        }
        Unit unit = unit(row, column);
        boolean money = unit.currency().filter(unit::equals).isPresent();
        if (!money) {
            rows.context()
                    .problems()
                    .add(
                            Problem.Code.AV206,
                            rows.origin(row),
                            "(" + column.name() + ") is in (" + unit + "), which is not a currency.",
                            "Write the three-letter code: CNY, USD, EUR.");
        }
        return money;
    }

    /** The currency of a cell. */
    public Unit unit(int row, Column column) {
        if (rows.hasUnits(column)) {
            Optional<Unit> own = rows.unit(row, column);
            if (own.isPresent()) {
                return own.get();
            }
        }
        String ofRow = rows.word(row, currencyOfRow);
        return ofRow.isEmpty() ? rows.unit(column).orElse(currency) : Unit.of(ofRow);
    }

    /** An amount in the company's currency. */
    public Term amount(int row, Column column, When when) {
        return converted(rows.term(row, column, unit(row, column)), when);
    }

    /**
     * The total of a column over some rows, in the company's currency.
     *
     * @param key a description of these rows
     * @param when the time at which a row's amount is converted, if it is in another currency
     * @throws UnusableFactsException when an amount cannot be converted; the problem has been noted
     */
    public Term total(String key, int[] selection, Column column, IntFunction<When> when) {
        if (isPlain(column) || selection.length == 0) {
            return rows.total(key, selection, column, currency);
        }
        Map<Part, List<Integer>> parts = new LinkedHashMap<>();
        for (int row : selection) {
            Unit unit = unit(row, column);
            parts.computeIfAbsent(
                            new Part(unit, unit.equals(currency) ? Optional.empty() : Optional.of(when.apply(row))),
                            absent -> new ArrayList<>())
                    .add(row);
        }
        return rows.context().builder().sum(Every.of(parts.entrySet(), entry -> {
            Part part = entry.getKey();
            String name = part.when().map(time -> key + ", " + part).orElse(key);
            int[] rowsOfPart =
                    entry.getValue().stream().mapToInt(Integer::intValue).toArray();
            Term total = rows.total(name, rowsOfPart, column, part.currency());
            return part.when().map(time -> converted(total, time)).orElse(total);
        }));
    }

    private Term converted(Term amount, When when) {
        if (amount.unit().currency().isEmpty()) {
            throw new UnusableFactsException();
        }
        if (when instanceof OfDay day) {
            return exchangeRates.convert(amount, currency, day.day(), owner);
        }
        if (when instanceof OfMonth month) {
            return exchangeRates.convert(amount, currency, month.month(), owner);
        }
        return exchangeRates.convertOfYear(amount, currency, ((OfYear) when).year(), owner);
    }
}
