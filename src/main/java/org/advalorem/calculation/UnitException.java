package org.advalorem.calculation;

/**
 * A mismatch between the unit of a quantity and that of another quantity, or of its use. The message names both and
 * where they come from.
 */
public final class UnitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnitException(Term first, String sign, Term second) {
        super("The units differ: " + describe(first) + " " + sign + " " + describe(second) + ".");
    }

    UnitException(Term term, String role) {
        super(describe(term) + " cannot be " + role + ".");
    }

    UnitException(Term term, String role, Unit needed) {
        super("The units differ: " + describe(term) + " as " + role + ", which is "
                + (needed.isFraction() ? "a fraction." : "in " + needed + "."));
    }

    private static String describe(Term term) {
        boolean fraction = term.unit().isFraction();
        String ending = fraction ? " (a fraction)" : " in " + term.unit();
        return switch (term.operation()) {
            case INPUT -> "(" + term.address() + ")" + ending;
            case LITERAL -> term.decimal().toPlainString() + ending;
            default -> fraction ? "a fraction" : "a quantity in " + term.unit();
        };
    }
}
