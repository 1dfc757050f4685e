/** Public versions: what of a calculation stands in brackets, and whether what is printed gives it away. */
@NullMarked
package org.advalorem.bracketing;

import org.jspecify.annotations.NullMarked;
