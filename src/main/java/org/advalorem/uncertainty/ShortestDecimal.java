package org.advalorem.uncertainty;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as written in the text forms: with the fewest digits, from 15 to 17, that read back as the same number. */
final class ShortestDecimal {
    private static final int FEWEST = 15;
    private static final int LONGEST_PLAIN = 25;

    private ShortestDecimal() {}

    // Double.toString differs between Java versions
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact.round(new MathContext(FEWEST));
        for (int digits = FEWEST + 1; shortest.doubleValue() != value; digits++) {
            shortest = exact.round(new MathContext(digits));
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        String plain = stripped.toPlainString();
        return plain.length() <= LONGEST_PLAIN ? plain : stripped.toString();
    }

    /** The text of a call, such as {@code name(1, 2, 3)}. */
    static String call(String name, double... arguments) {
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : ", ").append(of(arguments[i]));
        }
        return text.append(')').toString();
    }
}
