package org.advalorem.tables;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The English names of the months. */
public final class MonthNames {
    /** The whole names, January first. */
    public static final List<String> ALL = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final int SHORT = 3;

    private MonthNames() {}

    /** The month, from 1, of a whole name or its first three letters, in any case; {@code Sept} too. */
    static OptionalInt number(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        String meant = word.equals("sept") ? "sep" : word;
        return IntStream.rangeClosed(1, ALL.size())
                .filter(month -> {
                    String whole = ALL.get(month - 1).toLowerCase(Locale.ROOT);
                    return whole.equals(meant) || (meant.length() == SHORT && whole.startsWith(meant));
                })
                .findFirst();
    }
}
