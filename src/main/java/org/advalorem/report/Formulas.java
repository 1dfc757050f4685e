package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** The formulas and authorities as the memorandum and {@code explain} print them. */
public final class Formulas {
    private Formulas() {}

    /** The formula in words, and in numbers with its result, omitting whatever would only repeat the value. */
    static List<String> lines(Term term, String formula, String numbers, double value) {
        String plain = (term.unit().equals(Unit.TRUTH) ? Figure.TRUTH : Figure.PLAIN).text(value);
        List<String> lines = new ArrayList<>();
        if (!formula.equals(plain)) {
            lines.add(formula);
        }
        if (!numbers.equals(plain) && !numbers.equals(formula)) {
            lines.add(numbers + " = " + plain);
        }
        return lines;
    }

    /** The citation, with the number of the assumption or, if it is not a provision, the kind of support. */
    public static String shortAuthority(Authority authority) {
        return switch (authority.support()) {
            case LAW -> authority.citation();
            case ASSUMPTION ->
                authority
                        .assumption()
                        .map(number -> authority.citation() + ", " + number)
                        .orElse(authority.citation());
            case PRACTICE, COURT, DERIVED ->
                authority.citation().equals(authority.support().label())
                        ? authority.citation()
                        : authority.citation() + " (" + authority.support().label() + ")";
        };
    }

    /** The citation and the kind of support. */
    static String authority(Authority authority) {
        return authority.citation() + " (" + authority.support().label()
                + authority.assumption().map(number -> " " + number).orElse("") + ")";
    }
}
