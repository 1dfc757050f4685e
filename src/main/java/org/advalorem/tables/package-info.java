/**
 * Tables as people have them: text files and workbooks read into rows of text cells, and what their cells mean. Here
 * are encoding, separators and quotes ({@link org.advalorem.tables.CsvGrid}), sheets ({@link
 * org.advalorem.tables.Workbook}), where in a file the table stands ({@link org.advalorem.tables.Layout}), and how its
 * numbers and days are written ({@link org.advalorem.tables.NumberForm}, {@link org.advalorem.tables.DateForm}).
 * Everything is decided from all rows, and what two readings fit is refused.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.tables;

import org.jspecify.annotations.NullMarked;
