package org.advalorem.facts;

/**
 * A pattern that selects addresses. {@code *} matches any characters, dots included; a pattern without it matches that
 * address and everything below it.
 */
public final class AddressPattern {
    private final String pattern;

    private AddressPattern(String pattern) {
        this.pattern = pattern;
    }

    /** The pattern parsed from its written form. */
    public static AddressPattern of(String pattern) {
        return new AddressPattern(pattern);
    }

    /** Whether the pattern selects the address. */
    public boolean matches(String address) {
        return pattern.indexOf('*') < 0
                ? address.equals(pattern) || address.startsWith(pattern + ".")
                : matchesStars(address);
    }

    /** Matches letter by letter; wherever that fails, the last star absorbs one more letter. */
    private boolean matchesStars(String address) {
        int a = 0;
        int p = 0;
        int star = -1;
        int tried = 0;
        while (a < address.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                tried = a;
            } else if (p < pattern.length() && pattern.charAt(p) == address.charAt(a)) {
                p++;
                a++;
            } else if (star >= 0) {
                p = star + 1;
                a = ++tried;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
