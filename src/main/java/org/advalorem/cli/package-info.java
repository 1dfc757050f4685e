/**
 * The command line: reads arguments, calls the other packages, sets the exit code.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.cli;

import org.jspecify.annotations.NullMarked;
