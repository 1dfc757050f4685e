/**
 * An importer's entries: {@link org.advalorem.rules.exposure.Exposure} computes what was deposited on them and what is
 * owed in the end, by the days of the proceeding's {@link org.advalorem.rules.exposure.Timeline}.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.exposure;

import org.jspecify.annotations.NullMarked;
