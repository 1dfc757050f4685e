/**
 * The calculation as a workbook of live formulas: the fifth reader of the graph.
 *
 * <p>{@link org.advalorem.report.workbook.MemoFile}, {@link org.advalorem.report.workbook.PlainSheet} and {@link
 * org.advalorem.report.workbook.TypedInputs} are what crosses. A {@code Node} is what has a cell of its own,
 * {@code Places} knows where, {@code CellFormula} writes an operation as a formula, the classes named after pages lay them
 * out, and {@code SheetWriter} alone knows the library that writes the file.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.report.workbook;

import org.jspecify.annotations.NullMarked;
