package org.advalorem.whatif;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.engine.RequirementTally;

/**
 * A condition of the calculation that fails in some draws.
 *
 * @param message what must hold
 * @param draws the number of draws in which it fails
 * @param firstDraw the first of them, from 0
 * @param share their share of all draws
 */
public record BrokenCondition(String message, long draws, long firstDraw, double share) {
    /** The number of the first draw in which it fails, counted from 1 as readers count. */
    public long firstNumber() {
        return firstDraw + 1;
    }

    /**
     * The conditions that failed, ordered by the first draw in which they did.
     *
     * @param draws the number of all draws
     */
    static List<BrokenCondition> of(RequirementTally tally, long draws) {
        Map<String, BrokenCondition> broken = new LinkedHashMap<>();
        for (int i = 0; i < tally.requirements().size(); i++) {
            if (tally.failed(i) > 0) {
                String message = tally.requirements().get(i).message();
                BrokenCondition condition = new BrokenCondition(
                        message, tally.failed(i), tally.firstFailed(i), (double) tally.failed(i) / draws);
                // each combination of choices repeats the same condition, and a draw belongs to just one combination
                broken.merge(message, condition, (one, other) -> one.and(other, draws));
            }
        }
        return broken.values().stream()
                .sorted(Comparator.comparingLong(BrokenCondition::firstDraw))
                .toList();
    }

    private BrokenCondition and(BrokenCondition other, long all) {
        long together = Math.min(all, draws + other.draws);
        return new BrokenCondition(message, together, Math.min(firstDraw, other.firstDraw), (double) together / all);
    }
}
