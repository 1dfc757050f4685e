/**
 * The readers of a calculation: values, gradient and explanation, each one walk over the same terms.
 *
 * <p>May import {@code org.advalorem.calculation} only. No reader repeats a rule: what an operation does to numbers stands
 * in one place, so that all readers give the same bits.
 */
@NullMarked
package org.advalorem.engine;

import org.jspecify.annotations.NullMarked;
