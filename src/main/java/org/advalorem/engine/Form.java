package org.advalorem.engine;

import java.util.Optional;

/**
 * An expression that one fused loop can compute, not yet computed: it grows by one operation at a time as long as the
 * loop has room for it and nothing has to be rearranged.
 *
 * <p>Columns are nodes of a {@link PlainGraph} that have been computed. Where there is no room the answer is empty; the
 * caller then computes this form and begins a new one from the result. Immutable.
 */
sealed interface Form permits Line, Weighted, Ratio {
    /** This form times a number. */
    Optional<Form> times(double number);

    /** This form times a column. */
    Optional<Form> times(int column);

    /** This form plus a number. */
    Optional<Form> plus(double number);

    /** This form plus a number times a column; the product is rounded before it is added. */
    Optional<Form> plus(double weight, int column);

    /** The larger of this form and a number. */
    Optional<Form> atLeast(double bound);

    /** This form with its sign reversed, including the sign of zero. */
    Optional<Form> negated();

    /** The pass that computes this form. */
    Pass pass(int result);
}
