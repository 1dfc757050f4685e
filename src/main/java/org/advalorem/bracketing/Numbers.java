package org.advalorem.bracketing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Withheld;
import org.advalorem.facts.Column;
import org.advalorem.facts.Sheet;

/**
 * The confidential numbers of a version, found again in a text however they are rounded, grouped or written in percent. A
 * number that a public value also rounds to is none.
 */
final class Numbers {
    /** A number, not as part of a word, a date, an address or a position in a file. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}_.:#/-])-?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(%?)(?![\\p{L}\\p{Nd}_:/]|[.-]\\d)");

    /** The number of a section at the beginning of a line: {@code 6.10 Program}. */
    private static final Pattern HEADING = Pattern.compile("#* ?\\d+\\.\\d+ (?=\\p{Lu})");

    /** Fewer digits agree by chance. */
    private static final int LEAST_DIGITS = 3;

    private static final int LEAST_DIGITS_COMPUTED = 5;
    private static final int LEAST_DIGITS_WHOLE = 5;
    private static final int LEAST_PLACES = 2;

    private final Rounded stated = new Rounded();
    private final Rounded computed = new Rounded();
    private final Rounded known = new Rounded();

    /** Numbers, and what they are rounded to some places; a set for each number of places that was asked for. */
    private static final class Rounded {
        private final List<BigDecimal> numbers = new ArrayList<>();
        private final Map<Integer, Set<BigDecimal>> byPlaces = new HashMap<>();

        /** Adds a number, and a fraction in percent as well. */
        void add(double value, boolean fraction) {
            if (Double.isFinite(value) && value != 0) {
                BigDecimal number = BigDecimal.valueOf(value).abs();
                if (number.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE)) {
                    // a power of ten stands everywhere
                    return;
                }
                numbers.add(number);
                if (fraction) {
                    numbers.add(number.movePointRight(2));
                }
            }
        }

        boolean contains(BigDecimal number, int places) {
            return byPlaces.computeIfAbsent(places, absent -> {
                        Set<BigDecimal> all = new HashSet<>();
                        numbers.forEach(of -> all.add(of.setScale(places, RoundingMode.HALF_UP)));
                        return all;
                    })
                    .contains(number);
        }
    }

    private Numbers() {}

    static Numbers of(Disclosed disclosed) {
        Numbers numbers = new Numbers();
        for (Term term : disclosed.complete().calculation().terms()) {
            double value = disclosed.values().of(term);
            if (!Double.isFinite(value) || term.unit().equals(Unit.TRUTH)) {
                continue;
            }
            Rounded to = disclosed.isShown(term)
                    ? numbers.known
                    : disclosed.confidential().leaves().get(term.index()) ? numbers.stated : numbers.computed;
            to.add(value, term.unit().isFraction() && term.operation() != Operation.RECORDS_BELOW);
        }
        for (Sheet sheet : disclosed.complete().sheets()) {
            boolean hidden =
                    disclosed.confidential().isSheet(sheet.rows().address().toString());
            for (Column column : sheet.columns()) {
                if (isNumber(column)) {
                    for (int row = 0; row < sheet.rows().rows(); row++) {
                        (hidden ? numbers.stated : numbers.known)
                                .add(sheet.rows().number(row, column), column.type() == Column.Type.RATE);
                    }
                }
            }
        }
        return numbers;
    }

    private static boolean isNumber(Column column) {
        return column.type() == Column.Type.NUMBER
                || column.type() == Column.Type.NOT_NEGATIVE
                || column.type() == Column.Type.RATE;
    }

    /** Whether a number as written is a confidential one. */
    private boolean isConfidential(Matcher found) {
        String whole = found.group(1).replace(",", "");
        String decimals = found.group(2) == null ? "" : found.group(2);
        boolean percent = !found.group(3).isEmpty();
        BigDecimal number = new BigDecimal(whole + decimals);
        int places = Math.max(0, decimals.length() - 1);
        int digits = (whole + decimals.replace(".", "")).replaceFirst("^0+", "").length();
        boolean plain = places == 0 && !percent && !found.group(1).contains(",");
        if (digits < (plain ? LEAST_DIGITS_WHOLE : LEAST_DIGITS) && !percent && places < LEAST_PLACES) {
            return false;
        }
        return !known.contains(number, places)
                && (stated.contains(number, places)
                        || (digits >= LEAST_DIGITS_COMPUTED && computed.contains(number, places)));
    }

    /** A text with brackets in place of confidential numbers. */
    String redacted(String text) {
        Matcher found = NUMBER.matcher(text);
        StringBuilder told = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(
                    told, Matcher.quoteReplacement(isConfidential(found) ? Withheld.BRACKETS : found.group()));
        }
        return found.appendTail(told).toString();
    }

    /**
     * Tells of every confidential number in a text.
     *
     * @param leak told the number as written
     */
    void find(String text, Consumer<String> leak) {
        Matcher found = NUMBER.matcher(text);
        Matcher heading = HEADING.matcher(text);
        int from = heading.lookingAt() ? heading.end() : 0;
        while (found.find()) {
            if (found.start() >= from && isConfidential(found)) {
                leak.accept(found.group());
            }
        }
    }
}
