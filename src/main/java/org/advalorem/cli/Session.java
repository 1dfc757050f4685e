package org.advalorem.cli;

import java.util.function.Supplier;
import org.advalorem.rules.Programs;

/**
 * What a command works with.
 *
 * @param programs the known program types
 * @param interruption starts to listen for the user's request to stop
 */
record Session(Console console, Programs programs, Supplier<Interruption> interruption) {}
