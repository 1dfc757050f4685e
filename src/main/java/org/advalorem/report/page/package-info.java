/**
 * The live report: one HTML file that shows a calculation and computes it anew.
 *
 * <p>May import {@code report}, {@code report.chart}, {@code plot}, {@code bracketing}, {@code whatif}, {@code scenario}, {@code rules}, {@code engine}, {@code facts} and {@code
 * calculation}. A page is made of {@link org.advalorem.report.page.Unit units}, fragments of HTML with places for numbers, each
 * written once for all the alternatives that show it in the same words; the script of the page ({@code
 * src/main/resources/org/advalorem/report/page}) computes the steps of {@code engine.Script} and fills the places.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.report.page;

import org.jspecify.annotations.NullMarked;
