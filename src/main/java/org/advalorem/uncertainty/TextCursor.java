package org.advalorem.uncertainty;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position in the text of a distribution, from which words and numbers are read. */
final class TextCursor {
    private static final Pattern NUMBER = Pattern.compile("([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "(?:\\s*(thousand|million|billion|trillion)\\b)?(?:\\s*(%|percent\\b))?");
    private static final String SYMBOL = "(?:(?:short|long) tons?|(?!to\\b)[A-Za-z][A-Za-z0-9]*)";
    private static final Pattern UNIT = Pattern.compile(SYMBOL + "(?:\\s*[*/]\\s*" + SYMBOL + ")*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]*");
    private static final Pattern FOUND = Pattern.compile("[A-Za-z0-9_.+-]+|.");

    /** An exponent of four digits: beyond any size just as one of three is, and cheaper to write out. */
    private static final Pattern ENDLESS = Pattern.compile("([eE][+-]?)0*\\d{4,}$");

    /** The largest absolute value of a quantity. */
    private static final double LARGEST = 1e18;

    /** Shapes and spreads are plain numbers, even where a percentage of the same size is written beside them. */
    private static final String NOT_A_SHAPE = "(?<!shape alpha |shape beta |geometric standard deviation )";

    private static final Map<String, Integer> SCALES =
            Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);

    /**
     * A number as written.
     *
     * @param value the number, a percentage as a fraction
     * @param percent whether it has a percent sign
     * @param unit the unit behind it, without spaces around its signs; empty if there is none
     * @param offset where it begins in the text
     */
    record Written(double value, boolean percent, String unit, int offset) {}

    private final String text;
    private final Map<String, String> percentages = new HashMap<>();
    private int at;

    TextCursor(String text) {
        this.text = text;
        skipSpace();
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** Whether the sign is next; if so, it is consumed. */
    boolean take(char sign) {
        if (atEnd() || text.charAt(at) != sign) {
            return false;
        }
        at++;
        skipSpace();
        return true;
    }

    /**
     * Whether the word is next, in any case; if so, it is consumed.
     *
     * @param word in lower case
     */
    boolean take(String word) {
        if (!word.equals(peekWord())) {
            return false;
        }
        at += word.length();
        skipSpace();
        return true;
    }

    /** The next word in lower case; empty if something else is next. */
    String peekWord() {
        Matcher matcher = matcher(WORD);
        return matcher.lookingAt() ? matcher.group().toLowerCase(Locale.ROOT) : "";
    }

    boolean atNumber() {
        return matcher(NUMBER).lookingAt();
    }

    Written number() {
        Matcher matcher = matcher(NUMBER);
        if (!matcher.lookingAt()) {
            throw expected("a number such as 6%, 0.06 or 3.2 million");
        }
        BigDecimal number = new BigDecimal(ENDLESS.matcher(matcher.group(1)).replaceFirst("$1999"));
        String scale = matcher.group(2);
        if (scale != null) {
            number = number.scaleByPowerOfTen(SCALES.getOrDefault(scale, 0));
        }
        boolean percent = matcher.group(3) != null;
        int start = at;
        at = matcher.end();
        checkEndOfNumber();
        skipSpace();
        String unit = percent ? "" : unit();
        double value = (percent ? number.scaleByPowerOfTen(-2) : number).doubleValue();
        if (Math.abs(value) > LARGEST) {
            throw failure(
                    start, "Found (" + text.substring(start, at).strip() + "), which is too large for a quantity.");
        }
        if (percent) {
            percentages.put("(" + ShortestDecimal.of(value + 0.0) + ")", "(" + matcher.group() + ")");
        }
        return new Written(value + 0.0, percent, unit, start);
    }

    private String unit() {
        Matcher matcher = matcher(UNIT);
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        skipSpace();
        return matcher.group().replaceAll("\\s*([*/])\\s*", "$1");
    }

    private void checkEndOfNumber() {
        if (!atEnd() && "_'.".indexOf(text.charAt(at)) >= 0) {
            throw failure(
                    at,
                    "Found (" + text.charAt(at) + ") in a number. Write numbers with a decimal point and"
                            + " without grouping: 1420000 or 1.42 million.");
        }
    }

    /** The text up to the nearest of these signs or the end, without surrounding space; it is consumed. */
    String before(String signs) {
        int start = at;
        while (!atEnd() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /** A message in which percentages appear as they were written rather than as fractions. */
    String asWritten(String message) {
        String told = message;
        for (Map.Entry<String, String> percentage : percentages.entrySet()) {
            told = told.replaceAll(
                    NOT_A_SHAPE + Pattern.quote(percentage.getKey()), Matcher.quoteReplacement(percentage.getValue()));
        }
        return told;
    }

    DistributionSyntaxException expected(String what) {
        Matcher matcher = matcher(FOUND);
        String found = matcher.lookingAt() ? "(" + matcher.group() + ")" : "the end";
        return failure(at, "Found " + found + "; expected " + what + ".");
    }

    DistributionSyntaxException failure(int offset, String message) {
        return new DistributionSyntaxException(offset, "Column " + (offset + 1) + " of (" + text + "): " + message);
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
