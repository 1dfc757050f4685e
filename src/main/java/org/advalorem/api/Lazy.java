package org.advalorem.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, by whichever thread. */
final class Lazy<T> {
    private @Nullable Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T made = value;
        Supplier<T> by = maker;
        if (made == null && by != null) {
            made = by.get();
            value = made;
            maker = null;
        }
        if (made == null) {
            throw new IllegalStateException("Nothing was made.");
        }
        return made;
    }
}
