package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on every item of a list, so that the problems of all of them are reported and not those of the first. */
public final class Every {
    private Every() {}

    /**
     * The results for all items, in order.
     *
     * @throws UnusableFactsException after all items, if one or more of them is unusable; the problems have been noted
     */
    public static <T, R> List<R> of(Collection<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>();
        for (T item : items) {
            try {
                results.add(work.apply(item));
            } catch (UnusableFactsException noted) {
                // the next item may have problems of its own to report
            }
        }
        if (results.size() < items.size()) {
            throw new UnusableFactsException();
        }
        return results;
    }

    /**
     * Checks all items, in order.
     *
     * @throws UnusableFactsException after all items, if one or more of them is unusable; the problems have been noted
     */
    public static <T> void check(Collection<T> items, Consumer<T> check) {
        of(items, item -> {
            check.accept(item);
            return item;
        });
    }
}
