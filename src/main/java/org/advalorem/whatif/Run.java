package org.advalorem.whatif;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run came, and what its draws were made from.
 *
 * @param asked how many cases, draws or inputs were asked for
 * @param made how many were worked out
 * @param partial whether the run was stopped before its end
 * @param seed of the draws; none where nothing is drawn
 * @param design of the draws, such as {@code monte-carlo}; none where nothing is drawn
 */
public record Run(long asked, long made, boolean partial, OptionalLong seed, Optional<String> design) {
    /** A run without draws. */
    static Run of(long asked, long made, boolean partial) {
        return new Run(asked, made, partial, OptionalLong.empty(), Optional.empty());
    }

    /** A run of draws. */
    static Run drawn(long asked, long made, boolean partial, long seed, String design) {
        return new Run(asked, made, partial, OptionalLong.of(seed), Optional.of(design));
    }
}
