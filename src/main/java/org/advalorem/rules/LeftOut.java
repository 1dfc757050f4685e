package org.advalorem.rules;

import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * Something stated that no rate counts, because it lies outside the period: rows, receipts, filings, loans.
 *
 * @param about the address of the use or the data that states it
 * @param what one of them is called, in the plural: purchases, amounts received
 * @param count how many there are
 * @param sum what they add up to; none where they have no sum
 * @param why they are left out, as it goes on after "lie" or "are": {@code outside 2016}
 */
public record LeftOut(String about, String what, int count, Optional<Term> sum, String why) {}
