package org.advalorem.rules;

import java.util.List;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.Specificity;

/**
 * The result of one program for one company.
 *
 * @param type the program type, as under {@code type:}
 * @param rate the sum of the rates of its uses, unrounded
 * @param rounded the rate rounded to two decimals of a percent
 * @param measurable whether the rate is at least 0.005 percent
 * @param measured the unrounded rate if measurable, otherwise zero; the input to the de minimis test
 * @param counted the unrounded rate to the extent that it counts in the sum: a rate that is not measurable is dropped
 *     unless it is kept
 * @param countedRounded the rounded rate to the extent that it counts in the sum
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

    /** Whether the rate of any use is based on facts available. */
    public boolean factsAvailable() {
        return restsOn(UseResult.Ground.FACTS_AVAILABLE);
    }

    /** Whether the rate of any use has the given ground. */
    boolean restsOn(UseResult.Ground ground) {
        return uses.stream().anyMatch(use -> use.ground() == ground);
    }
}
