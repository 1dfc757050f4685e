/**
 * The tables that come with the program: asset class lives, developing countries, federal holidays, sample prices. May import {@code tables}.
 *
 * <p>Each is a CSV file among the resources, whose comment lines state its source and how it was read. A scenario names one
 * as {@code reference:NAME} wherever a data file may stand:
 *
 * <pre>{@code
 * ReferenceTable lives = ReferenceTables.of("asset-class-lives").orElseThrow();
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.reference;

import org.jspecify.annotations.NullMarked;
