package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.engine.RequirementTally;

/**
 * A condition of the calculation that does not hold in some draws.
 *
 * @param message what must hold
 * @param draws in which it does not
 * @param firstDraw the first of them, from 0
 * @param share of all draws
 */
public record BrokenCondition(String message, long draws, long firstDraw, double share) {
    static List<BrokenCondition> of(RequirementTally tally, long draws) {
        List<BrokenCondition> broken = new ArrayList<>();
        for (int i = 0; i < tally.requirements().size(); i++) {
            if (tally.failed(i) > 0) {
                broken.add(new BrokenCondition(
                        tally.requirements().get(i).message(),
                        tally.failed(i),
                        tally.firstFailed(i),
                        (double) tally.failed(i) / draws));
            }
        }
        return broken;
    }
}
