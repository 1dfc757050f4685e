package org.advalorem.api;

/**
 * How one number is derived: its formula in words and in numbers, that of each operand, and where every input is written.
 * What {@code advalorem explain} prints.
 *
 * <pre>{@code
 * System.out.print(scenario.explain("companies.acme.rate"));
 * }</pre>
 */
public final class Explanation extends Analysis {
    Explanation(Report report) {
        super(report);
    }
}
