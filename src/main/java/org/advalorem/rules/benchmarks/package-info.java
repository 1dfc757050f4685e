/**
 * What a benefit is measured against: lending rates and prices.
 *
 * <p>May import {@code rules.base}. These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>{@link org.advalorem.rules.benchmarks.Benchmarks}, which finds a benchmark of the scenario by its name;
 *   <li>lending rates: {@link org.advalorem.rules.benchmarks.LendingRates} (asked for a loan, answers with a quote), read from an {@link org.advalorem.rules.benchmarks.InterestBenchmark} (a table)
 *       or from {@code OwnLoans} (the firm's own commercial loans);
 *   <li>prices: {@link org.advalorem.rules.benchmarks.MarketPrice} (the price to compare with, built up to the basis that a {@link org.advalorem.rules.benchmarks.BenchmarkUse} states, from one benchmark
 *       or from the highest tier of several candidates: 19 CFR 351.511(a)(2)) and {@link org.advalorem.rules.benchmarks.PriceBenchmark} (what a scenario states).
 * </ul>
 *
 * <p>The delivered price of January 2016 for a use that names its benchmark:
 *
 * <pre>{@code
 * BenchmarkUse delivered = BenchmarkUse.ofProvision(BenchmarkUse.Basis.WITH_VAT);
 * MarketPrice price = new MarketPrice(facts.get(BENCHMARK), Unit.of("CNY"), delivered, context, facts);
 * Term ofJanuary = price.at(Months.of(LocalDate.of(2016, 1, 31)), grade);
 * price.write(context.outline());
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.benchmarks;

import org.jspecify.annotations.NullMarked;
