package org.advalorem.uncertainty;

import java.util.OptionalLong;

/**
 * Where the draws lie in the unit cube: a pure function of input and draw, so that any range can be computed anywhere.
 */
public sealed interface Design permits MonteCarlo, LatinHypercube, Sobol, FullFactorial {
    /** The number of inputs. */
    int inputs();

    /** The number of draws, when it is part of the design; nothing when there are always more. */
    OptionalLong size();

    /**
     * The numbers of one input in {@code n} draws from {@code firstDraw} on, written to {@code u} from {@code offset} on.
     *
     * @throws IndexOutOfBoundsException when the design has no such input or draw, or {@code u} is too short
     */
    void fill(int input, long firstDraw, int n, double[] u, int offset);
}
