package org.advalorem.engine;

/**
 * The identity operands of fused loops: what takes the place of a missing part and changes no bit of the result.
 *
 * @param ones node of the column of ones
 * @param nothing node of the column of -0.0, the only number that leaves both zeros unchanged when added
 */
record IdentityOperands(int ones, int nothing) {
    static final double FACTOR = 1.0;
    static final double SUMMAND = -0.0;
    static final double BOUND = Double.NEGATIVE_INFINITY;

    static IdentityOperands in(PlainGraph graph) {
        return new IdentityOperands(graph.constant(FACTOR), graph.constant(SUMMAND));
    }
}
