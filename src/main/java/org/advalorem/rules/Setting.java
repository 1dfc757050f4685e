package org.advalorem.rules;

import java.time.LocalDate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Unit;

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

    /** Whether the day lies in the period. */
    public boolean inPeriod(LocalDate day) {
        return day.getYear() == period();
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

    Benchmarks benchmarks() {
        return benchmarks;
    }

    ExchangeRates exchangeRates() {
        return exchangeRates;
    }
}
