/**
 * Cash deposits: which rate an entry has, and what program-wide changes and the antidumping side do to it.
 *
 * <p>{@link org.advalorem.rules.deposits.Deposits} holds the rates; {@link org.advalorem.rules.deposits.RateTable} finds
 * the line that serves an exporter and a producer.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.deposits;

import org.jspecify.annotations.NullMarked;
