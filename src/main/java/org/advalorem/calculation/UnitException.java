package org.advalorem.calculation;

/** Two quantities of different units met where one unit is needed. The message names both and where they come from. */
public final class UnitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnitException(Term first, String sign, Term second) {
        super("The units differ: " + describe(first) + " " + sign + " " + describe(second) + ".");
    }

    UnitException(Term term, String role) {
        super(describe(term) + " cannot be " + role + ".");
    }

    private static String describe(Term term) {
        String unit = term.unit().isFraction() ? "a fraction" : term.unit().toString();
        return switch (term.operation()) {
            case INPUT -> "(" + term.address() + ") in " + unit;
            case LITERAL -> term.decimal().toPlainString() + " in " + unit;
            default -> "a quantity in " + unit;
        };
    }
}
