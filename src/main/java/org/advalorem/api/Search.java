package org.advalorem.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.advalorem.facts.Nearest;

/** The search for values by words of their addresses and names. */
final class Search {
    private final List<Value> all;

    Search(List<Value> all) {
        this.all = all;
    }

    /**
     * The values whose address and name contain all words; if there are none, those of the known words that the words
     * probably are. A value whose address ends in the words comes first, and shorter addresses before longer ones.
     */
    List<Value> find(String words) {
        List<String> asked = words(words);
        List<Value> found = containing(asked);
        return found.isEmpty() ? containing(corrected(asked)) : found;
    }

    private List<Value> containing(List<String> asked) {
        Predicate<Value> ends = value -> plain(value.address()).endsWith(String.join(" ", asked));
        return all.stream()
                .filter(value -> {
                    String text = text(value);
                    return asked.stream().allMatch(text::contains);
                })
                .sorted(Comparator.comparing((Value value) -> !ends.test(value))
                        .thenComparing(value -> value.kind() == Value.Kind.DESCRIPTION)
                        .thenComparingInt(value -> value.address().length()))
                .toList();
    }

    private List<String> corrected(List<String> asked) {
        Set<String> known = new TreeSet<>();
        all.forEach(value -> known.addAll(words(text(value))));
        List<String> corrected = new ArrayList<>();
        for (String word : asked) {
            boolean isKnown = known.stream().anyMatch(of -> of.contains(word));
            corrected.add(isKnown ? word : Nearest.to(word, known).orElse(word));
        }
        return corrected;
    }

    private static String text(Value value) {
        return plain(value.address() + " " + value.name());
    }

    private static List<String> words(String text) {
        return Arrays.stream(plain(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** In lower case, with a blank in place of everything between words. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(point -> plain.appendCodePoint(Character.isLetterOrDigit(point) ? point : ' '));
        return plain.toString();
    }
}
