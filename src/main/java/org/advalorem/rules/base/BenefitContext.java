package org.advalorem.rules.base;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Months;

/**
 * The setting in which a program's benefit is calculated: the proceeding, the company's currency, the benchmarks, and
 * the section of the outline that explains it.
 */
public final class BenefitContext {
    private final Proceeding proceeding;
    private final int year;
    private final List<Integer> countedYears;
    private final Recipient recipient;
    private final boolean exportContingent;
    private final Map<String, Facts> benchmarks;
    private final ExchangeRates exchangeRates;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final Asides asides;

    /**
     * Who received the benefit.
     *
     * @param currency the company's reporting currency
     * @param changesInOwnership the days on which it was sold
     */
    public record Recipient(Unit currency, List<LocalDate> changesInOwnership) {
        /** Copies the list. */
        public Recipient {
            changesInOwnership = List.copyOf(changesInOwnership);
        }
    }

    /**
     * The setting of a use.
     *
     * @param year the year of the period whose benefits are calculated
     * @param countedYears the years of the period in which the use counts
     * @param recipient who received the benefit
     * @param exportContingent whether the program is specific because it depends on exports
     * @param asides receive what is found beside the benefit
     */
    public BenefitContext(
            Proceeding proceeding,
            int year,
            List<Integer> countedYears,
            Recipient recipient,
            boolean exportContingent,
            Map<String, Facts> benchmarks,
            ExchangeRates exchangeRates,
            CalculationBuilder builder,
            OutlineBuilder outline,
            Asides asides) {
        this.proceeding = proceeding;
        this.year = year;
        this.countedYears = List.copyOf(countedYears);
        this.recipient = recipient;
        this.exportContingent = exportContingent;
        this.benchmarks = Collections.unmodifiableMap(benchmarks);
        this.exchangeRates = exchangeRates;
        this.builder = builder;
        this.outline = outline;
        this.asides = asides;
    }

    /** The proceeding. */
    public Proceeding proceeding() {
        return proceeding;
    }

    /** The period of investigation or review. */
    public Period period() {
        return proceeding.period();
    }

    /** The year of the period whose benefits are calculated. */
    public int year() {
        return year;
    }

    /** Whether a year belongs to the period and the use counts in it. */
    public boolean counts(int ofPeriod) {
        return countedYears.contains(ofPeriod);
    }

    /** The years in which the use counts, as printed: the period, or some of its years. */
    public String countedYears() {
        return countedYears.equals(period().years())
                ? period().toString()
                : countedYears.stream().map(period()::name).collect(Collectors.joining(" and "));
    }

    /** The first day of that year. */
    public LocalDate start() {
        return period().start(year);
    }

    /** The first day after that year. */
    public LocalDate end() {
        return period().end(year);
    }

    /**
     * The year containing a day, as the proceeding's period counts years.
     *
     * @param day any day, inside the period or not
     */
    public int yearOf(LocalDate day) {
        return period().yearOf(day);
    }

    /** The year as printed: {@code 2016}, {@code 2010/11}. */
    public String yearName() {
        return period().name(year);
    }

    /**
     * Records stated items that no rate counts.
     *
     * @param at the use or the data that states them
     * @param what the kind of item
     * @param reason the kind of reason
     * @param count the number of items
     * @param sum their total; empty where they have none
     * @param why the reason they are left out, as printed: {@code received outside 2016}
     */
    public void leaveOut(
            Facts at, LeftOut.What what, LeftOut.Reason reason, int count, Optional<Term> sum, String why) {
        asides.leftOut().accept(new LeftOut(at.address().toString(), what, reason, count, sum, why));
    }

    /** Records the terms on which a benchmark price is compared. */
    public void compare(ComparedPrice price) {
        asides.compared().accept(price);
    }

    /** The company's reporting currency. */
    public Unit currency() {
        return recipient.currency();
    }

    /** The calculation under construction. */
    public CalculationBuilder builder() {
        return builder;
    }

    /** The outline of this use's steps. */
    public OutlineBuilder outline() {
        return outline;
    }

    /**
     * Money or a price in the company's currency, at the rate of the day where stated, otherwise at the monthly
     * average.
     *
     * @param day the day of the conversion rate
     * @param at the facts that need the rate, for locating the problem when there is none
     * @throws org.advalorem.facts.UnusableFactsException when there is no rate; the problem has been noted
     */
    public Term inReportingCurrency(Term amount, LocalDate day, Facts at) {
        return exchangeRates.convert(amount, currency(), day, at);
    }

    /**
     * Money or a price in the company's currency, at the monthly average.
     *
     * @param month as {@link org.advalorem.facts.Months}
     * @param at the facts that need the rate, for locating the problem when there is none
     * @throws org.advalorem.facts.UnusableFactsException when there is no rate; the problem has been noted
     */
    public Term inReportingCurrency(Term amount, int month, Facts at) {
        return exchangeRates.convert(amount, currency(), month, at);
    }

    /**
     * Money or a price for a whole year in the company's currency, at the annual average.
     *
     * @param of the year, as the proceeding's period counts years
     * @param at the facts that need the rate, for locating the problem when there is none
     * @throws org.advalorem.facts.UnusableFactsException when there is no rate; the problem has been noted
     */
    public Term inReportingCurrencyOfYear(Term amount, int of, Facts at) {
        return exchangeRates.convertOfYear(amount, currency(), of, at);
    }

    /** Whether the program is specific because it depends on exports. */
    public boolean isExportContingent() {
        return exportContingent;
    }

    /**
     * The first of the days whose receipts may be summed with those of the given day: that of the year, but none
     * before a change in ownership with one after it.
     */
    public LocalDate receiptDay(LocalDate day) {
        LocalDate first = period().start(yearOf(day));
        return recipient.changesInOwnership().stream()
                .filter(change -> change.isAfter(first) && !day.isBefore(change))
                .max(Comparator.naturalOrder())
                .orElse(first);
    }

    /**
     * Rows whose receipts may be summed, by the first of their days.
     *
     * @param count the number of rows
     * @param day the day of a row
     */
    public SortedMap<LocalDate, int[]> byReceipt(int count, IntFunction<LocalDate> day) {
        return grouped(IntStream.range(0, count), row -> receiptDay(day.apply(row)));
    }

    private static <K extends Comparable<? super K>> SortedMap<K, int[]> grouped(IntStream rows, IntFunction<K> key) {
        return rows.boxed()
                .collect(Collectors.groupingBy(
                        key::apply,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                of -> of.stream().mapToInt(Integer::intValue).toArray())));
    }

    /** The name of what is received on such a day and those after it: a year, or the rest of one. */
    public String receiptName(LocalDate first) {
        String name = period().name(yearOf(first));
        return first.equals(period().start(yearOf(first))) ? name : name + " from " + first;
    }

    /**
     * An amount of a month at the price level of the last month of the year calculated, where inflation is high;
     * unchanged if it is of another year.
     *
     * @param month as {@link org.advalorem.facts.Months}; empty for an amount received evenly over the year
     */
    public Term atOneLevelOfPrices(Term amount, Optional<Integer> month) {
        if (month.filter(of -> period().yearOfMonth(of) != year).isPresent()) {
            return amount;
        }
        return inflation()
                .map(inflation -> month.map(of -> amount.times(inflation.factor(of)))
                        .orElseGet(() -> inflation.broughtEvenly(amount)))
                .orElse(amount);
    }

    /**
     * A total of dated rows at the price level of the last month of the year calculated, where inflation is high.
     *
     * @param selection the rows
     * @param day the day of a row
     * @param total the total of some of them
     */
    public Term totalAtOneLevelOfPrices(int[] selection, IntFunction<LocalDate> day, Function<int[], Term> total) {
        if (proceeding.priceIndex().isEmpty()) {
            return total.apply(selection);
        }
        List<Term> months = new ArrayList<>();
        grouped(Arrays.stream(selection), row -> Months.of(day.apply(row)))
                .forEach((month, rows) -> months.add(atOneLevelOfPrices(total.apply(rows), Optional.of(month))));
        return builder.sum(months);
    }

    /** What restating a benefit at one level of prices rests on; empty where no price index is stated. */
    public Optional<Authority> ofOneLevelOfPrices() {
        return inflation().map(Inflation::authority);
    }

    /**
     * An amount restated at the price level of the year's last month, where inflation is high.
     *
     * @param what the name of the amount in the outline
     * @param day the day of receipt; in an earlier year where only a slice of the amount is allocated to this one
     */
    public Term atOneLevelOfPrices(Term amount, String what, LocalDate day) {
        return inflation()
                .map(inflation -> outline.line(
                        what + " of " + day + " at the prices of " + inflation.level(),
                        inflation.brought(amount, day),
                        yearOf(day) == year
                                ? inflation.authority()
                                : Assumption.MONTH_OF_BENEFIT.under("19 CFR 351.525(d)")))
                .orElse(amount);
    }

    /**
     * A benefit of the year with no known day, restated at the price level of the year's last month where inflation is
     * high.
     */
    public Term atOneLevelOfPrices(Term amount) {
        return inflation()
                .map(inflation -> outline.line(
                        "Benefit at the prices of " + inflation.level(),
                        inflation.broughtEvenly(amount),
                        Assumption.MONTH_OF_BENEFIT.under("19 CFR 351.525(d)")))
                .orElse(amount);
    }

    /**
     * Receipts and approvals, with those of the year restated at the price level of its last month where inflation is
     * high.
     */
    public Benefit.Received atOneLevelOfPrices(Benefit.Received received) {
        return inflation().map(inflation -> inflation.brought(received)).orElse(received);
    }

    private Optional<Inflation> inflation() {
        return Inflation.of(proceeding, year, builder);
    }

    /** The facts of each benchmark, by name. */
    public Map<String, Facts> benchmarks() {
        return benchmarks;
    }

    public ExchangeRates exchangeRates() {
        return exchangeRates;
    }
}
