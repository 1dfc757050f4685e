package org.advalorem.receipts;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A kept result beside the same command run again.
 *
 * @param values how many values the kept result has
 * @param differing how many of them are not the same again, or are not there; further ones count too
 * @param first the first that differs, in the order of the kept result
 */
public record Comparison(int values, int differing, Optional<Difference> first) {
    /**
     * A value that is not the same again.
     *
     * @param kept as kept; empty if it is new
     * @param made as made again; empty if it is gone
     */
    public record Difference(String path, Optional<String> kept, Optional<String> made) {}

    /**
     * Compares value by value.
     *
     * @param names takes the names of files given anew back to those in the kept result
     */
    public static Comparison of(List<Leaf> kept, List<Leaf> made, UnaryOperator<String> names) {
        int differing = 0;
        Optional<Difference> first = Optional.empty();
        int longest = Math.max(kept.size(), made.size());
        for (int i = 0; i < longest; i++) {
            Optional<Leaf> one = at(kept, i);
            Optional<Leaf> other = at(made, i).map(leaf -> new Leaf(leaf.path(), names.apply(leaf.text())));
            if (!one.equals(other)) {
                differing++;
                if (first.isEmpty()) {
                    first = Optional.of(difference(one, other));
                }
            }
        }
        return new Comparison(kept.size(), differing, first);
    }

    private static Optional<Leaf> at(List<Leaf> leaves, int place) {
        return place < leaves.size() ? Optional.of(leaves.get(place)) : Optional.empty();
    }

    private static Difference difference(Optional<Leaf> kept, Optional<Leaf> made) {
        String path = kept.or(() -> made).map(Leaf::path).orElse("");
        boolean same = kept.isPresent() && made.filter(leaf -> leaf.path().equals(path)).isPresent();
        return new Difference(
                path,
                kept.map(Leaf::text),
                kept.isEmpty() || same ? made.map(Leaf::text) : Optional.empty());
    }
}
