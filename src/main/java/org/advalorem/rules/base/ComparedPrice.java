package org.advalorem.rules.base;

/**
 * The terms on which a benchmark price is compared with the prices of one use.
 *
 * @param benchmark the name of the benchmark
 * @param use the address of the use
 * @param tier the tier of the benchmark under 19 CFR 351.511(a)(2)
 * @param delivery where the goods are priced, and what was added to bring the benchmark there
 * @param vat whether the prices compared include VAT, and whether any was added
 * @param exchangeRate the average at which the benchmark was converted
 */
public record ComparedPrice(
        String benchmark, String use, String tier, String delivery, String vat, String exchangeRate) {}
