package org.advalorem.report;

import java.util.List;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;

/** The name of an input in worksheet formulas: the last part of its address that is a word. */
public final class FormulaNames {
    private FormulaNames() {}

    public static String of(Term input) {
        List<String> segments = Address.parse(input.address()).segments();
        int last = segments.size() - 1;
        while (last > 0 && !Character.isLetter(segments.get(last).charAt(0))) {
            last--;
        }
        return segments.get(last).replace('-', ' ');
    }
}
