/**
 * The calculation graph: quantities with units, the operations between them, and the outline that explains them.
 *
 * <p>Imports nothing from the project. A {@link org.advalorem.calculation.CalculationBuilder} makes {@link
 * org.advalorem.calculation.Term terms}; the finished {@link org.advalorem.calculation.Calculation} is immutable and is
 * read by the readers of {@code org.advalorem.engine}.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.calculation;

import org.jspecify.annotations.NullMarked;
