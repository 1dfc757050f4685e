package org.advalorem.whatif;

import java.util.List;
import org.advalorem.scenario.Assignment;

/**
 * One input, method or rule, changed alone.
 *
 * @param address what is changed, as after {@code --set}
 * @param what what is done to it, such as {@code divided by 1,000}
 * @param before the value as written, or a default
 * @param after the value after the change
 * @param settings what reproduces it; cannot be applied to a single cell of a data file
 */
record Edit(EditKind kind, String address, String what, String before, String after, List<Assignment> settings) {
    /** Copies the list. */
    Edit {
        settings = List.copyOf(settings);
    }
}
