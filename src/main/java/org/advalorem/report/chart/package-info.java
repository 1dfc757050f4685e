/**
 * The charts of results: one class for each analysis turns its result into the plain data of a chart.
 *
 * <p>May import {@code plot}, which draws that data, and whatever {@code report} may import. No arithmetic on rates: what is
 * drawn is what the analysis found. Nothing here is loaded unless a chart is asked for.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.report.chart;

import org.jspecify.annotations.NullMarked;
