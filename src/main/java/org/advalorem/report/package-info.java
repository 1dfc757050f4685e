/**
 * What the user sees: results as tables, charts, pages and workbooks, and problems as text.
 *
 * <p>May import {@code whatif}, {@code scenario}, {@code engine}, {@code rules}, {@code facts} and {@code calculation}. A
 * report is made from an {@link org.advalorem.report.EvaluatedScenario}, and every number printed is the value of a term.
 */
@NullMarked
package org.advalorem.report;

import org.jspecify.annotations.NullMarked;
