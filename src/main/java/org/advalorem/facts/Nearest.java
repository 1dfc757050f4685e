package org.advalorem.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** A search for the known name nearest to an unknown one. */
public final class Nearest {
    private static final int MANY = 12;

    private Nearest() {}

    /** The name that differs least, if it is close enough to have been meant. */
    public static Optional<String> to(String name, Collection<String> names) {
        return names.stream()
                .filter(known -> distance(name, known) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The advice {@code Did you mean (x)?}, or a list of known names if none is near. */
    public static String advice(String name, Collection<String> names) {
        return to(name, names).map(near -> "Did you mean (" + near + ")?").orElseGet(() -> known(names));
    }

    private static String known(Collection<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String list = names.stream().sorted().limit(MANY).collect(Collectors.joining(", "));
        return "Known here: " + list + (names.size() > MANY ? ", ..." : "") + ".";
    }

    /** The number of edits, with a swap of neighbouring letters counted as one (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
