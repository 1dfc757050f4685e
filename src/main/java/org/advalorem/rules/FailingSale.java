package org.advalorem.rules;

import java.util.List;
import org.advalorem.calculation.Term;

/**
 * A sale to the affiliated reseller, or its resale, that fails a criterion of the export value adjustment.
 *
 * @param row in the ledger, from 1
 * @param buyer empty for anyone outside
 * @param invoice what ties the sale to its resale; empty when nothing does
 * @param criteria those it fails, as the columns of the ledger name them
 * @param value f.o.b.
 */
public record FailingSale(
        int row, String seller, String buyer, String destination, String invoice, List<String> criteria, Term value) {
    /** Copies the list. */
    public FailingSale {
        criteria = List.copyOf(criteria);
    }
}
