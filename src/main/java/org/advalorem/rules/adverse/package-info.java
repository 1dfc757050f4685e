/**
 * Adverse facts available: the catalogues of program rates, and the hierarchy by which a rate is selected from them and
 * from the cooperating respondents of the same proceeding.
 *
 * <p>May import {@code calculation}, {@code facts} and {@code rules.base}. These types cross into other packages; the rest is
 * hidden:
 *
 * <ul>
 *   <li>{@link org.advalorem.rules.adverse.Catalogue}, the rates that a scenario may select from, and {@link org.advalorem.rules.adverse.Choices}, what it says about them;
 *   <li>{@link org.advalorem.rules.adverse.Hierarchy}, which selects a rate for what is {@link org.advalorem.rules.adverse.Hierarchy.Wanted}, and the {@link org.advalorem.rules.adverse.Selection} that says why;
 *   <li>{@link org.advalorem.rules.adverse.Petition}, the programs alleged.
 * </ul>
 *
 * <p>The rate of a program on facts available:
 *
 * <pre>{@code
 * Selection selection = new Hierarchy(catalogue, choices, proceeding, builder).select(wanted, respondents, use, outline);
 * Term rate = selection.rate();
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.adverse;

import org.jspecify.annotations.NullMarked;
