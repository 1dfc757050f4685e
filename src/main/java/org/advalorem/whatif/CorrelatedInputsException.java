package org.advalorem.whatif;

import java.util.List;

/**
 * Sobol' indices asked for inputs that are correlated: the variance cannot be divided among them, and first-order and total
 * indices no longer bound what an input does.
 */
public final class CorrelatedInputsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorrelatedInputsException(List<String> inputs) {
        super("The inputs (" + String.join("), (", inputs) + ") are correlated.");
    }
}
