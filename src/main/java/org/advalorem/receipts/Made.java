package org.advalorem.receipts;

import java.util.List;
import java.util.Optional;

/**
 * How a result was made.
 *
 * @param version the program and its version
 * @param command as typed, the program's name first
 * @param hash the digest of the scenario and its data files
 * @param results the digest of the results to the last bit
 * @param inputs four digits for every value of the scenario
 * @param folder the folder in which the command was typed, seen from that of the file
 */
public record Made(
        String version,
        List<String> command,
        Optional<String> hash,
        Optional<String> results,
        Optional<String> inputs,
        Optional<String> folder) {
    /** Copies the list. */
    public Made {
        command = List.copyOf(command);
    }
}
