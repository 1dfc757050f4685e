package org.advalorem.calculation;

/**
 * The affine change of the columns of purchase records: a price becomes {@code priceScale * price + priceShift}, a
 * quantity becomes {@code quantityScale * quantity}.
 *
 * @param priceScale a fraction, greater than zero
 * @param priceShift in the unit of prices
 * @param quantityScale a fraction, not negative
 */
public record RecordColumns(Term priceScale, Term priceShift, Term quantityScale) {}
