/**
 * Results that were kept as files: {@link org.advalorem.receipts.KeptResult} reads one with what it says about itself, and
 * {@link org.advalorem.receipts.Comparison} holds it against the same command run again.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.receipts;

import org.jspecify.annotations.NullMarked;
