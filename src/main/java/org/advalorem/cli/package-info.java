/** The command line: reads arguments, calls the other packages, sets the exit code. */
@NullMarked
package org.advalorem.cli;

import org.jspecify.annotations.NullMarked;
