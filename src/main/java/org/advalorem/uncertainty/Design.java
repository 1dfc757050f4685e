package org.advalorem.uncertainty;

import java.util.OptionalLong;

/**
 * A sampling design: the positions of the draws in the unit cube, as a pure function of input and draw, so that any
 * range can be computed independently.
 */
public sealed interface Design permits MonteCarlo, LatinHypercube, Sobol, FullFactorial {
    /** The number of inputs. */
    int inputs();

    /** The number of draws if it is part of the design; empty if the design can always be continued. */
    OptionalLong size();

    /**
     * Fills part of {@code u} with the numbers of one input in consecutive draws.
     *
     * @param input the input, from 0
     * @param firstDraw the first draw, from 0
     * @param n the number of draws
     * @param u the array to write to
     * @param offset the index of the first number in {@code u}
     * @throws IndexOutOfBoundsException if the design has no such input or draw, or if {@code u} is too short
     */
    void fill(int input, long firstDraw, int n, double[] u, int offset);
}
