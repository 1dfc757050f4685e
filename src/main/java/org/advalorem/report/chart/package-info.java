/**
 * Charts: plain data of what to show, laid out on a sheet that knows every label's box, and written as SVG, PNG or PDF.
 *
 * <p>One record for each kind of chart ({@link org.advalorem.report.chart.Chart}), no arithmetic on rates: what is drawn is
 * what was handed in. Nothing here is loaded unless a chart is asked for.
 */
@NullMarked
package org.advalorem.report.chart;

import org.jspecify.annotations.NullMarked;
