package org.advalorem.tables;

import java.util.Locale;
import java.util.Set;

/** Whether a cell looks like a number, an amount, a rate or a date, whatever its exact form. */
final class Typed {
    private static final Set<String> WORDS = Set.of(
            "thousand",
            "million",
            "billion",
            "trillion",
            "am",
            "pm",
            "us",
            "usd",
            "cny",
            "rmb",
            "eur",
            "t",
            "mt",
            "kg",
            "kwh",
            "lb",
            "m",
            "e",
            "年",
            "月",
            "日");
    private static final int LONGEST = 40;

    private Typed() {}

    /** Whether the text begins with a number or a month and holds no other words. */
    static boolean looksTyped(String text) {
        String cell = Cell.strip(text);
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return false;
        }
        boolean digit = false;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= cell.length(); i++) {
            char c = i < cell.length() ? cell.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                if (!isKnown(word.toString())) {
                    return false;
                }
                word.setLength(0);
            }
            digit |= Character.isDigit(c);
            if (!Character.isDigit(c) && " .,'/:-+%()$€£¥₹\u00A0\u202F\u2009\u2212".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    private static boolean isKnown(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT))
                || MonthNames.number(word).isPresent();
    }

    /** Whether the text is a year, as headings of wide tables are. */
    static boolean isYear(String text) {
        String cell = Cell.strip(text);
        return cell.length() == 4
                && (cell.startsWith("19") || cell.startsWith("20"))
                && cell.chars().allMatch(Character::isDigit);
    }
}
