package org.advalorem.rules;

import java.time.LocalDate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;

/**
 * What a program's benefit is computed in: the proceeding, the currency of the company, the benchmarks, and the part of
 * the outline to explain it in.
 */
public final class Setting {
    private final Proceeding proceeding;
    private final Unit currency;
    private final Benchmarks benchmarks;
    private final ExchangeRates exchangeRates;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;

    Setting(
            Proceeding proceeding,
            Unit currency,
            Benchmarks benchmarks,
            ExchangeRates exchangeRates,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.proceeding = proceeding;
        this.currency = currency;
        this.benchmarks = benchmarks;
        this.exchangeRates = exchangeRates;
        this.builder = builder;
        this.outline = outline;
    }

    /** The proceeding. */
    public Proceeding proceeding() {
        return proceeding;
    }

    /** The year of the period of investigation or review. */
    public int period() {
        return proceeding.period();
    }

    /** The company's reporting currency. */
    public Unit currency() {
        return currency;
    }

    /** The calculation being built. */
    public CalculationBuilder builder() {
        return builder;
    }

    /** Where the steps of this use are written. */
    public OutlineBuilder outline() {
        return outline;
    }

    /**
     * Money or a price in the company's currency: at the rate of the day where one is stated, else at the average of its
     * month.
     *
     * @param at what needs it, for the place of the problem when there is no rate
     */
    public Term inReportingCurrency(Term amount, LocalDate day, Facts at) {
        return exchangeRates.convert(amount, currency, day, at);
    }

    /**
     * Money or a price in the company's currency, at the average of the month.
     *
     * @param month as {@link org.advalorem.facts.Months}
     * @param at what needs it, for the place of the problem when there is no rate
     */
    public Term inReportingCurrency(Term amount, int month, Facts at) {
        return exchangeRates.convert(amount, currency, month, at);
    }

    Benchmarks benchmarks() {
        return benchmarks;
    }

    ExchangeRates exchangeRates() {
        return exchangeRates;
    }
}
