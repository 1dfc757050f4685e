package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a formula must be to be read at a glance. */
final class PlainFormula {
    private static final int LONGEST = 100;

    /** Nothing volatile, nothing that builds references from text, nothing that spills; all known to Excel 2007. */
    private static final Set<String> FUNCTIONS = Set.of(
            "ABS", "AND", "COUNTIF", "IF", "INT", "LOG10", "MAX", "MIN", "NOT", "OR", "ROUND", "SUM", "SUMPRODUCT");

    /** Of units and of legal rounding: 13 digits are those from the 12th before the first, cents and published rates. */
    private static final Set<String> CONSTANTS = Set.of("0", "1", "2", "4", "8", "12", "100", "360", "365");

    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\(");
    private static final Pattern CONSTANT = Pattern.compile("(?<![A-Za-z0-9_$.!])[0-9][0-9.]*(?![A-Za-z0-9_!(])");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    private PlainFormula() {}

    /** What is wrong with a formula, without its equals sign. */
    static List<String> wrong(String formula) {
        List<String> wrong = new ArrayList<>();
        if (formula.length() + 1 > LONGEST) {
            wrong.add("too long");
        }
        String plain = TEXT.matcher(formula).replaceAll("\"\"");
        Matcher functions = FUNCTION.matcher(plain);
        int choices = 0;
        while (functions.find()) {
            choices += functions.group(1).equals("IF") ? 1 : 0;
            if (!FUNCTIONS.contains(functions.group(1))) {
                wrong.add("function " + functions.group(1));
            }
        }
        if (choices > 1) {
            wrong.add("choice within a choice");
        }
        if (plain.contains("#") || plain.contains("{") || plain.contains("@")) {
            wrong.add("spills");
        }
        Matcher constants = CONSTANT.matcher(plain);
        while (constants.find()) {
            if (!CONSTANTS.contains(constants.group())) {
                wrong.add("constant " + constants.group());
            }
        }
        return wrong;
    }
}
