/**
 * Uncertainty: distributions, counter-based random numbers, sampling designs and rank correlation.
 *
 * <p>Imports nothing else from the project. A {@link org.advalorem.uncertainty.Design} fills blocks with numbers
 * between 0 and 1, a {@link org.advalorem.uncertainty.RankCorrelation} couples them, and a {@link
 * org.advalorem.uncertainty.Distribution} turns them into values. All three are pure functions of seed, address and
 * draw index, and use only operations that give the same bits on every machine: {@code + - * /}, square root, minimum,
 * maximum and {@code StrictMath}.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.uncertainty;

import org.jspecify.annotations.NullMarked;
