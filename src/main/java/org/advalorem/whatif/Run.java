package org.advalorem.whatif;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The extent of a run, and the source of its draws.
 *
 * @param asked the number of cases, draws or inputs requested
 * @param made the number completed
 * @param partial whether the run was stopped before its end
 * @param seed the seed of the draws; empty if nothing is drawn
 * @param design the design of the draws, such as {@code monte-carlo}; empty if nothing is drawn
 */
public record Run(long asked, long made, boolean partial, OptionalLong seed, Optional<String> design) {
    /** A run without draws. */
    static Run of(long asked, long made, boolean partial) {
        return new Run(asked, made, partial, OptionalLong.empty(), Optional.empty());
    }

    /** A run with draws. */
    static Run drawn(long asked, long made, boolean partial, long seed, String design) {
        return new Run(asked, made, partial, OptionalLong.of(seed), Optional.of(design));
    }
}
