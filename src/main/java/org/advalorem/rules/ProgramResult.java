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
 * @param counted the unrounded rate if measurable, else zero
 * @param countedRounded the rounded rate if measurable, else zero
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
