package org.advalorem.engine;

import java.util.Optional;

/**
 * An expression that one fused loop can work out, not yet worked out: it grows by one operation at a time as long as the
 * loop has room for it, and without rearranging anything.
 *
 * <p>Columns are nodes of a {@link PlainGraph} that have been worked out. Where there is no room the answer is empty; then
 * whoever asks works this form out and begins a new one from the result. Immutable.
 */
sealed interface Form permits Line, Weighted, Ratio {
    /** This times a number. */
    Optional<Form> times(double number);

    /** This times a column. */
    Optional<Form> times(int column);

    /** This plus a number. */
    Optional<Form> plus(double number);

    /** This plus a number times a column; the product is rounded before it is added. */
    Optional<Form> plus(double weight, int column);

    /** The larger of this and a number. */
    Optional<Form> atLeast(double bound);

    /** This with the other sign, the sign of zero too. */
    Optional<Form> negated();

    /** The pass that works this out. */
    Pass pass(int result);
}
