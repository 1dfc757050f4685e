package org.advalorem.cli;

import org.advalorem.rules.Programs;

/**
 * What a command works with.
 *
 * @param programs the known program types
 */
record Session(Console console, Programs programs) {}
