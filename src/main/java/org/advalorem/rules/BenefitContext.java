package org.advalorem.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;

/**
 * What a program's benefit is computed in: the proceeding, the currency of the company, the benchmarks, and the part of
 * the outline to explain it in.
 */
public final class BenefitContext {
    private final Proceeding proceeding;
    private final int year;
    private final Unit currency;
    private final Benchmarks benchmarks;
    private final ExchangeRates exchangeRates;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final Consumer<LeftOut> leftOut;

    BenefitContext(
            Proceeding proceeding,
            int year,
            Unit currency,
            Benchmarks benchmarks,
            ExchangeRates exchangeRates,
            CalculationBuilder builder,
            OutlineBuilder outline,
            Consumer<LeftOut> leftOut) {
        this.proceeding = proceeding;
        this.year = year;
        this.currency = currency;
        this.benchmarks = benchmarks;
        this.exchangeRates = exchangeRates;
        this.builder = builder;
        this.outline = outline;
        this.leftOut = leftOut;
    }

    /** The proceeding. */
    public Proceeding proceeding() {
        return proceeding;
    }

    /** The period of investigation or review. */
    public Period period() {
        return proceeding.period();
    }

    /** The year of the period whose benefits are computed. */
    public int year() {
        return year;
    }

    /** The first day of that year. */
    public LocalDate start() {
        return period().start(year);
    }

    /** The first day after that year. */
    public LocalDate end() {
        return period().end(year);
    }

    /** The year in which a day lies, as the years of the period are counted. */
    public int yearOf(LocalDate day) {
        return period().yearOf(day);
    }

    /** That year as printed: {@code 2016}, {@code 2010/11}. */
    public String yearName() {
        return period().name(year);
    }

    /**
     * Notes something stated that no year of the period counts.
     *
     * @param at the use or the data that states it
     * @param sum what they add up to; none where they have no sum
     * @param why they are left out, as printed: {@code received outside 2016}
     */
    public void leaveOut(Facts at, LeftOut.What what, int count, Optional<Term> sum, String why) {
        leftOut.accept(new LeftOut(at.address().toString(), what, count, sum, why));
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

    /**
     * Money or a price of a whole year in the company's currency, at the average of the year.
     *
     * @param of the year, as the years of the period are counted
     * @param at what needs it, for the place of the problem when there is no rate
     */
    public Term inReportingCurrencyOfYear(Term amount, int of, Facts at) {
        return exchangeRates.convertOfYear(amount, currency, of, at);
    }

    /**
     * An amount at the prices of the year's last month, where inflation is high.
     *
     * @param what the amount is called among the steps
     * @param day on which it was received; of an earlier year where a slice of it is of this one
     */
    Term atOneLevelOfPrices(Term amount, String what, LocalDate day) {
        return inflation()
                .map(inflation -> outline.line(
                        what + " of " + day + " at the prices of " + inflation.level(),
                        inflation.brought(amount, day),
                        yearOf(day) == year
                                ? inflation.authority()
                                : Assumption.MONTH_OF_BENEFIT.under("19 CFR 351.525(d)")))
                .orElse(amount);
    }

    /** A benefit of the year that no day is known of, at the prices of its last month, where inflation is high. */
    Term atOneLevelOfPrices(Term amount) {
        return inflation()
                .map(inflation -> outline.line(
                        "Benefit at the prices of " + inflation.level(),
                        inflation.broughtEvenly(amount),
                        Assumption.MONTH_OF_BENEFIT.under("19 CFR 351.525(d)")))
                .orElse(amount);
    }

    /** What was received and approved, that of the year at the prices of its last month, where inflation is high. */
    Benefit.Received atOneLevelOfPrices(Benefit.Received received) {
        return inflation().map(inflation -> inflation.brought(received)).orElse(received);
    }

    private Optional<Inflation> inflation() {
        return Inflation.of(proceeding, year, builder);
    }

    Benchmarks benchmarks() {
        return benchmarks;
    }

    ExchangeRates exchangeRates() {
        return exchangeRates;
    }
}
