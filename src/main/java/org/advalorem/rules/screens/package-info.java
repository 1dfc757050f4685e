/**
 * Tests that a petition, an agreement, an allegation or a correction has to pass: whether imports are negligible, whether the
 * industry supports a petition, whether an agreement may suspend an investigation, whether imports are massive, whether a
 * ministerial error is significant, and how far a rate is from de minimis.
 *
 * <p>May import {@code calculation}, {@code facts} and {@code rules.base}. One class per screen, with its fields and its
 * authority. These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>{@link org.advalorem.rules.screens.Screens}, what a scenario may state, and the screens that it states;
 *   <li>{@link org.advalorem.rules.screens.Screen}, its verdict, its {@link org.advalorem.rules.screens.Comparison}s and what follows;
 *   <li>{@link org.advalorem.rules.screens.ScreenedRate}, the rate of a company, which screens refer to.
 * </ul>
 *
 * <p>The screens of a scenario:
 *
 * <pre>{@code
 * List<Screen> screens = Screens.of(facts, proceeding, rateOf, builder);
 * Term holds = screens.get(0).met();
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.screens;

import org.jspecify.annotations.NullMarked;
