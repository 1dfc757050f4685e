package org.advalorem.facts;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A search for the known name nearest to an unknown one. */
public final class Nearest {
    private static final int MANY = 12;

    private Nearest() {}

    /**
     * The name that was probably meant: the same word in another case or with other separators, the one whose initials were
     * written, such as {@code LTAR}, or the one that differs least, if it is close enough.
     */
    public static Optional<String> to(String name, Collection<String> names) {
        String written = plain(name);
        Optional<String> close = closest(written, names);
        return close.filter(known -> plain(known).equals(written)).isPresent()
                ? close
                : ofInitials(written, names).or(() -> close);
    }

    private static Optional<String> closest(String written, Collection<String> names) {
        int least = Math.max(2, written.length() / 3);
        String nearest = null;
        for (String known : names) {
            int distance = distance(written, plain(known), least);
            if (distance < least || (distance == least && (nearest == null || known.compareTo(nearest) < 0))) {
                least = distance;
                nearest = known;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The only name of several words whose initials were written, alone or as a part: {@code aluminum-ltar}. */
    private static Optional<String> ofInitials(String written, Collection<String> names) {
        List<String> parts = List.of(written.split("-"));
        List<String> found = names.stream()
                .filter(known -> {
                    String initials = initials(known);
                    return initials.length() > 1
                            && (initials.equals(written) || (initials.length() > 2 && parts.contains(initials)));
                })
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String initials(String known) {
        if (known.indexOf('-') < 0 || known.indexOf('.') >= 0) {
            return "";
        }
        return Arrays.stream(plain(known).split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** In lower case, with hyphens between words. */
    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
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
        return "Known here: " + list + (names.size() > MANY ? " and " + (names.size() - MANY) + " more" : "") + ".";
    }

    /**
     * The number of edits, with a swap of neighbouring letters counted as one (optimal string alignment).
     *
     * @param most the largest number of interest: where there are more edits, the result is only known to be larger
     */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most + 1) {
                return most + 1;
            }
            int[] oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
        }
        return last[b.length()];
    }
}
