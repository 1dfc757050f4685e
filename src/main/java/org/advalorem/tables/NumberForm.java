package org.advalorem.tables;

/**
 * How numbers are written in a column.
 *
 * @param decimal the decimal sign: a point or a comma
 * @param group what stands between groups of three digits: a comma, point, blank or apostrophe; NUL if nothing may
 */
public record NumberForm(char decimal, char group) {
    /** No sign between groups. */
    public static final char NONE = '\0';

    /** A decimal point and no groups. */
    public static final NumberForm PLAIN = new NumberForm('.', NONE);

    static final String DECIMALS = ".,";
    static final String GROUPS = "\0,. '";
    private static final int GROUP = 3;
    private static final String SYMBOLS = "$€£¥₹₩₫₺฿₱";

    /**
     * A cell split into its number and what surrounds it.
     *
     * @param negative whether it has a minus sign before or after it, or brackets around it
     * @param digits digits, decimal sign and group signs
     * @param rest what follows: a percent sign, a scale word, a unit
     * @param symbol the currency sign before or after the number; empty if there is none
     */
    record Parts(boolean negative, String digits, String rest, String symbol) {}

    /** The parts of a cell; the digits are empty if it does not begin with a number. */
    static Parts parts(String cell) {
        String text = Cell.plain(cell);
        boolean negative = false;
        if (text.length() > 2 && text.charAt(0) == '(' && text.charAt(text.length() - 1) == ')') {
            negative = true;
            text = text.substring(1, text.length() - 1).strip();
        }
        String symbol = "";
        String code = "";
        int at = 0;
        while (at < text.length() && !isDigit(text.charAt(at)) && text.charAt(at) != '.' && text.charAt(at) != ',') {
            char c = text.charAt(at);
            if (c == '-' && !negative) {
                negative = true;
            } else if (SYMBOLS.indexOf(c) >= 0 && symbol.isEmpty()) {
                symbol = String.valueOf(c);
            } else if (c >= 'A' && c <= 'Z' && code.length() < GROUP) {
                code += c;
            } else if (c != ' ' && !(c == '+' && at == 0)) {
                return new Parts(false, "", text, "");
            }
            at++;
        }
        int end = at;
        while (end < text.length() && isPart(text, end)) {
            end++;
        }
        String digits = text.substring(at, end);
        String rest = text.substring(end).strip();
        if (rest.equals("-") && !negative) {
            negative = true;
            rest = "";
        } else if (rest.length() == 1 && SYMBOLS.contains(rest) && symbol.isEmpty()) {
            symbol = rest;
            rest = "";
        }
        if (code.length() == GROUP && symbol.isEmpty() && rest.isEmpty()) {
            rest = code;
        } else if (!code.isEmpty() && symbol.isEmpty()) {
            return new Parts(false, "", text, "");
        } else {
            // US$, A$, R$: the letters belong to the sign
            symbol = code + symbol;
        }
        return new Parts(negative, digits, rest, symbol);
    }

    /** A blank or an apostrophe is part of a number only between digits. */
    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        if (isDigit(c) || c == '.' || c == ',') {
            return true;
        }
        boolean between =
                at + 1 < text.length() && isDigit(text.charAt(at + 1)) && at > 0 && isDigit(text.charAt(at - 1));
        return ((c == ' ' || c == '\'') && between) || isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        char c = text.charAt(at);
        boolean sign = (c == '-' || c == '+') && at > 0 && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e');
        boolean letter = (c == 'E' || c == 'e') && at > 0 && isDigit(text.charAt(at - 1)) && hasExponent(text, at + 1);
        return sign || letter;
    }

    /** Whether digits follow, with a sign or without. */
    private static boolean hasExponent(String text, int at) {
        int first = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
        return first < text.length() && isDigit(text.charAt(first));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether digits are a number in this form. */
    boolean accepts(String digits) {
        int point = digits.indexOf(decimal);
        int end = point < 0 ? digits.length() : point;
        if (!isWhole(digits, end)) {
            return false;
        }
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        for (int i = end + 1; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (!isDigit(c) && !(isExponent(digits, i) && group == NONE)) {
                return false;
            }
        }
        return end > 0 || decimals > 0;
    }

    private boolean isWhole(String digits, int end) {
        int groups = 0;
        int length = 0;
        boolean pairs = false;
        for (int i = 0; i < end; i++) {
            char c = digits.charAt(i);
            if (isDigit(c)) {
                length++;
                continue;
            }
            if (c != group || group == NONE || length == 0) {
                return isExponent(digits, i) && groups == 0 && decimalAbsent(digits);
            }
            if (groups == 0) {
                if (length > GROUP || digits.charAt(0) == '0') {
                    return false;
                }
            } else if (length != GROUP) {
                // lakh and crore: groups of two before the last three digits
                if (length != 2 || group != ',') {
                    return false;
                }
                pairs = true;
            }
            groups++;
            length = 0;
        }
        return groups == 0 || (length == GROUP && !(pairs && firstGroup(digits) > 2));
    }

    private boolean decimalAbsent(String digits) {
        return digits.indexOf(decimal) < 0;
    }

    private int firstGroup(String digits) {
        return digits.indexOf(group);
    }

    /** A cell with a minus sign, a decimal point and no groups, and what follows its number; unchanged if it is none. */
    public String plain(String cell) {
        Parts parts = parts(cell);
        if (parts.digits().isEmpty() || !accepts(parts.digits())) {
            return Cell.plain(cell);
        }
        String digits = group == NONE ? parts.digits() : parts.digits().replace(String.valueOf(group), "");
        String number = (parts.negative() ? "-" : "") + digits.replace(decimal, '.');
        return parts.rest().isEmpty() ? number : number + (parts.rest().startsWith("%") ? "" : " ") + parts.rest();
    }

    /**
     * What is special about this form, in words; empty for a plain one.
     *
     * @param withDecimal whether the decimal sign was not stated
     */
    public String words(boolean withDecimal) {
        String point = withDecimal && decimal == ',' ? "a decimal comma" : "";
        String groups = switch (group) {
            case ',' -> "commas between thousands";
            case '.' -> "points between thousands";
            case ' ' -> "blanks between thousands";
            case '\'' -> "apostrophes between thousands";
            default -> "";
        };
        return point.isEmpty() || groups.isEmpty() ? point + groups : point + " and " + groups;
    }
}
