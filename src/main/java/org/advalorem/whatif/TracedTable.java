package org.advalorem.whatif;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Sheet;

/**
 * The transactions of one table in one currency, from which a sample is drawn.
 *
 * @param company the id of the company; empty outside companies
 * @param program the id of the program; empty outside programs
 * @param address the address of the records, or of the company for the amounts that it states one by one
 * @param currency the currency of the values
 * @param sheet the records; empty for amounts stated one by one
 */
public record TracedTable(
        String company, String program, String address, String currency, Optional<Sheet> sheet, List<TracedRow> rows) {
    /** Copies the list. */
    public TracedTable {
        rows = List.copyOf(rows);
    }

    /** By what its rows are ranked. */
    public enum Rank {
        /** What they add to the benefit. */
        BENEFIT,
        /** What they add to the rate, of rows that add to no benefit. */
        CONTRIBUTION,
        /** Their value, of rows that add to no rate either. */
        VALUE
    }

    /** By what its rows are ranked: the first that any of them has. */
    public Rank rank() {
        if (rows.stream().anyMatch(row -> Math.abs(row.benefit()) > 0.0)) {
            return Rank.BENEFIT;
        }
        return rows.stream().anyMatch(row -> Math.abs(row.contribution()) > 0.0) ? Rank.CONTRIBUTION : Rank.VALUE;
    }

    /** The sum of the values, without their signs. */
    public double value() {
        return rows.stream().mapToDouble(row -> Math.abs(row.value())).sum();
    }
}
