/**
 * The presentation of results to the user: tables, charts, pages and workbooks, and problems as text.
 *
 * <p>May import {@code whatif}, {@code scenario}, {@code engine}, {@code rules}, {@code facts} and {@code calculation}.
 * A report is made from an {@link org.advalorem.report.EvaluatedScenario}; the rates and amounts printed are values of
 * terms. Two things are not in the calculation and are computed here: the extent to which a rate rests on assumed or
 * disputed values, and the individual rows of a sum over records.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.report;

import org.jspecify.annotations.NullMarked;
