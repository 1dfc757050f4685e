/**
 * Public versions: what of a calculation stands in brackets, and whether what is printed gives it away.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.bracketing;

import org.jspecify.annotations.NullMarked;
