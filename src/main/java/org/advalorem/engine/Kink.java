package org.advalorem.engine;

import org.advalorem.calculation.Term;

/**
 * A term at or very near a point where it bends or jumps, so that its slope holds on one side only.
 *
 * @param term the positive part, larger or smaller of two, comparison or sum over records
 * @param form whether the term bends or jumps there
 * @param distance from that point, relative to the larger of the quantities that meet; 0 at the point, at most {@link
 *     #NEAR}
 */
public record Kink(Term term, Form form, double distance) {
    /** The relative distance up to which a bend or jump is listed. */
    public static final double NEAR = 1e-6;

    /** The behaviour at the point. */
    public enum Form {
        /** The slope changes. */
        BEND,
        /** The value changes. */
        JUMP
    }
}
