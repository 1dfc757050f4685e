package org.advalorem.whatif;

import java.util.OptionalInt;
import org.advalorem.facts.Origin;

/**
 * A transaction that a verifier may trace.
 *
 * @param number its row in the data, from 1
 * @param address the address of the row, or of the amount
 * @param origin where the respondent wrote it
 * @param corrected whether a cell of it is corrected
 * @param month counted as {@link org.advalorem.facts.Months}; empty if the row has none
 * @param value in the currency of its table
 * @param benefit what it adds to the benefit, in the company's currency; not a number in a table without a benefit
 * @param contribution what it adds to the company's unrounded rate, a fraction; not a number outside companies
 * @param chance its random number, between 0 and 1
 */
public record TracedRow(
        int number,
        String address,
        Origin origin,
        boolean corrected,
        OptionalInt month,
        double value,
        double benefit,
        double contribution,
        double chance) {}
