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

    /**
     * This design, if it can be continued until the results are precise enough.
     *
     * @throws IllegalArgumentException when its number of draws is part of it
     */
    default Design requireExtendable() {
        if (size().isPresent()) {
            throw new IllegalArgumentException("A design of exactly " + size().getAsLong()
                    + " draws cannot be continued until a precision is reached. Choose Monte Carlo or Sobol' draws, or"
                    + " give the number of draws.");
        }
        return this;
    }
}
