package org.advalorem.facts;

import java.util.Locale;
import java.util.Optional;

/** Yes and no as people write them: {@code yes}, {@code no}, {@code true}, {@code false}, in any case. */
public final class YesNo {
    /** The word for true. */
    public static final String YES = "yes";

    /** The word for false. */
    public static final String NO = "no";

    private YesNo() {}

    /** Whether the text says yes; empty if it says neither yes nor no. */
    public static Optional<Boolean> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case YES, "true" -> Optional.of(true);
            case NO, "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The answer as this program writes it. */
    public static String word(boolean answer) {
        return answer ? YES : NO;
    }

    /** Whether two words are the same, {@code True} and {@code yes} included. */
    public static boolean same(String one, String other) {
        return one.equals(other) || (parse(one).isPresent() && parse(one).equals(parse(other)));
    }
}
