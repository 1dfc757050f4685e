/**
 * What the user sees: results as tables, charts, pages and workbooks, and problems as text.
 *
 * <p>May import {@code whatif}, {@code scenario}, {@code engine}, {@code facts} and {@code calculation}.
 */
@NullMarked
package org.advalorem.report;

import org.jspecify.annotations.NullMarked;
