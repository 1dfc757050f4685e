package org.advalorem.report;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The order of exhibits and pages, in which numbers within words count as numbers: {@code GOV-2} before {@code GOV-12}. */
final class ExhibitOrder {
    private ExhibitOrder() {}

    static int compare(String one, String other) {
        List<String> first = parts(one);
        List<String> second = parts(other);
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = compareParts(first.get(i), second.get(i));
            if (order != 0) {
                return order;
            }
        }
        int length = Integer.compare(first.size(), second.size());
        return length == 0 ? one.compareTo(other) : length;
    }

    private static List<String> parts(String text) {
        return Arrays.asList(text.split("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])", -1));
    }

    private static int compareParts(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareToIgnoreCase(other);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
