package org.advalorem.rules.base;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Column;

/**
 * The columns of records that measure a row: by them doubtful rows are found, and rows are weighed.
 *
 * @param amount the price, the exchange rate or the amount of a row
 * @param perUnit whether it is a price or an exchange rate, which varies little within a kind
 * @param quantity the quantity of a row
 * @param monthly the month of a row, where every month of the period is expected to have one
 * @param kinds the columns of text that tell prices of one kind from those of another, such as the grade
 */
public record Measured(
        Column amount, boolean perUnit, Optional<Column> quantity, Optional<Column> monthly, List<Column> kinds) {
    /** Copies the list. */
    public Measured {
        kinds = List.copyOf(kinds);
    }
}
