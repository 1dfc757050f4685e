package org.advalorem.rules.attribution;

import java.util.List;
import org.advalorem.calculation.Term;

/**
 * A sale to the affiliated reseller, or its resale, that fails a criterion of the export value adjustment.
 *
 * @param row the ledger row, counted from 1
 * @param buyer empty for any unaffiliated customer
 * @param invoice the key that links the sale to its resale; empty when there is none
 * @param criteria the criteria that it fails, as the ledger columns name them
 * @param value the f.o.b. value
 */
public record FailingSale(
        int row, String seller, String buyer, String destination, String invoice, List<String> criteria, Term value) {
    /** Copies the list. */
    public FailingSale {
        criteria = List.copyOf(criteria);
    }
}
