package org.advalorem.whatif;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.advalorem.calculation.Term;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.Varied;

/**
 * Proof by interval arithmetic that a truth does not flip while an input moves within an interval: the bounds of all steps
 * of the calculation over the whole interval, or over each of the parts into which it is divided, leave one truth only.
 */
final class NoFlip {
    /**
     * The share of the way to a flip that a proof leaves out at its end, where bounds cannot tell the two sides apart: with
     * the rounding of what is printed, a proven move is the smallest up to one part in a thousand.
     */
    static final double LEFT_OUT = 5e-4;

    /** The largest number of parts examined. */
    private static final int MOST = 24;

    private NoFlip() {}

    /** Whether it is proven; false if the bounds are too wide to tell. */
    static boolean isProven(Model model, Varied varied, Term truth, double from, double to) {
        Deque<double[]> parts = new ArrayDeque<>();
        parts.push(new double[] {Math.min(from, to), Math.max(from, to)});
        for (int examined = 0; examined < MOST; examined++) {
            if (parts.isEmpty()) {
                return true;
            }
            double[] part = parts.pop();
            boolean constant = BatchPlan.of(
                            model.determination().calculation(),
                            List.of(varied.within(part[0], part[1])),
                            List.of(truth))
                    .constant(0)
                    .isPresent();
            double middle = part[0] + (part[1] - part[0]) / 2.0;
            if (!constant && (middle == part[0] || middle == part[1])) {
                return false;
            }
            if (!constant) {
                parts.push(new double[] {part[0], middle});
                parts.push(new double[] {middle, part[1]});
            }
        }
        return parts.isEmpty();
    }
}
