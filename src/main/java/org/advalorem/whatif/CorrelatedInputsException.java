package org.advalorem.whatif;

import java.util.List;

/**
 * Exception for Sobol' indices requested for correlated inputs: the variance cannot be apportioned among them, and the
 * first-order and total indices no longer bound the influence of an input.
 */
public final class CorrelatedInputsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorrelatedInputsException(List<String> inputs) {
        super("The inputs (" + String.join("), (", inputs) + ") are correlated.");
    }
}
