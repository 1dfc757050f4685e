package org.advalorem.rules;

import java.util.List;
import org.advalorem.calculation.Term;

/**
 * A program of one company.
 *
 * @param type the word under {@code type:}
 * @param rate the sum of its uses, unrounded
 * @param rounded the rate rounded to two decimals of a percent
 * @param measurable whether it is at least 0.005 percent
 * @param measured the unrounded rate if measurable, else zero: what the de minimis test takes
 * @param counted the unrounded rate as far as it counts in the sum: what is not measurable is dropped unless it is kept
 * @param countedRounded the rounded rate as far as it counts in the sum
 */
public record ProgramResult(
        String id,
        String name,
        String type,
        Specificity specificity,
        List<UseResult> uses,
        Term rate,
        Term rounded,
        Term measurable,
        Term measured,
        Term counted,
        Term countedRounded) {
    /** Copies the list. */
    public ProgramResult {
        uses = List.copyOf(uses);
    }

    /** Whether the rate of any use rests on facts available. */
    public boolean factsAvailable() {
        return restsOn(UseResult.Ground.FACTS_AVAILABLE);
    }

    /** Whether the rate of any use rests on that. */
    boolean restsOn(UseResult.Ground ground) {
        return uses.stream().anyMatch(use -> use.ground() == ground);
    }
}
