/**
 * The arithmetic of countervailing-duty rates, each rule once, as a calculation graph with its authority.
 *
 * <p>May import {@code calculation} and {@code facts}. {@link org.advalorem.rules.Determination} builds the whole; one
 * class a {@link org.advalorem.rules.ProgramType}; netting, allocation over time, attribution, the export value
 * adjustment and measurability are common to all programs. Nothing here evaluates a number.
 */
@NullMarked
package org.advalorem.rules;

import org.jspecify.annotations.NullMarked;
