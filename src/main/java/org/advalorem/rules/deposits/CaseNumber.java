package org.advalorem.rules.deposits;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a case: {@code C-570-195}, for a company {@code C-570-195-001}, without hyphens {@code C570195001}.
 *
 * @param kind {@code A} for antidumping, {@code C} for countervailing duties
 * @param country the three digits of the country; a case may cover goods entered from a third country under its number
 * @param serial the three digits of the case
 * @param company the three digits of the company, if any; 000 for all others
 */
public record CaseNumber(char kind, String country, String serial, Optional<String> company) {
    private static final Pattern WRITTEN = Pattern.compile("([AC])-?(\\d{3})-?(\\d{3})(?:-?(\\d{3}))?");

    /** The suffix that once stood for companies unknown. */
    private static final String WITHDRAWN = "999";

    /** The number as written; empty if it is none, or has the suffix 999, withdrawn in 2005. */
    static Optional<CaseNumber> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches() || WITHDRAWN.equals(matcher.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new CaseNumber(
                matcher.group(1).charAt(0), matcher.group(2), matcher.group(3), Optional.ofNullable(matcher.group(4))));
    }

    /** The number as written; empty if it is none of that kind. */
    static Optional<CaseNumber> parse(String written, char kind) {
        return parse(written).filter(number -> number.kind() == kind);
    }

    /** What is wrong with a text that is no number of that kind. */
    static String refusal(String written, char kind) {
        return "(" + written + ") is not the number of " + (kind == 'A' ? "an antidumping" : "a countervailing-duty")
                + " case.";
    }

    /** With hyphens. */
    @Override
    public String toString() {
        return kind + "-" + country + "-" + serial
                + company.map(suffix -> "-" + suffix).orElse("");
    }
}
