package org.advalorem.receipts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A kept result beside the same command run again.
 *
 * @param what what is compared: {@code value} or {@code row}
 * @param count how many of them the kept result has
 * @param differing how many of them are not the same again, or are not there
 * @param further how many there are now besides, as a later version may write more
 * @param first the first that differs, in the order of the kept result, or else the first that is there besides
 */
public record Comparison(String what, int count, int differing, int further, Optional<Difference> first) {
    /**
     * A value that is not the same again.
     *
     * @param kept as kept; empty if it is new
     * @param made as made again; empty if it is gone
     */
    public record Difference(String path, Optional<String> kept, Optional<String> made) {}

    /**
     * Compares value by value, each with the one at the same place.
     *
     * @param names takes the names of files given anew back to those in the kept result
     */
    public static Comparison of(List<Leaf> kept, List<Leaf> made, UnaryOperator<String> names) {
        Map<String, Deque<String>> again = new LinkedHashMap<>();
        for (Leaf leaf : made) {
            // two columns may have the same heading
            again.computeIfAbsent(leaf.path(), absent -> new ArrayDeque<>(1)).add(names.apply(leaf.text()));
        }
        int differing = 0;
        Optional<Difference> first = Optional.empty();
        for (Leaf leaf : kept) {
            Optional<String> now = Optional.ofNullable(again.get(leaf.path())).map(Deque::poll);
            if (!now.equals(Optional.of(leaf.text()))) {
                differing++;
                if (first.isEmpty()) {
                    first = Optional.of(new Difference(leaf.path(), Optional.of(leaf.text()), now));
                }
            }
        }
        again.values().removeIf(Deque::isEmpty);
        return new Comparison(
                "value",
                kept.size(),
                differing,
                again.values().stream().mapToInt(Deque::size).sum(),
                first.or(() -> again.entrySet().stream()
                        .findFirst()
                        .map(added -> new Difference(
                                added.getKey(),
                                Optional.empty(),
                                Optional.of(added.getValue().element())))));
    }
}
