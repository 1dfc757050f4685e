package org.advalorem.report.workbook;

import java.util.List;
import java.util.function.Function;
import org.advalorem.engine.Values;

/** What stands in a cell. */
sealed interface Content {
    /** Text. */
    record Words(String text) implements Content {}

    /** A number that is stated. */
    record Stated(double number) implements Content {}

    /** Yes or no, stated. */
    record Truth(boolean holds) implements Content {}

    /** The formula of a node: its one definition. */
    record Definition(Node node) implements Content {}

    /** A reference to the definition of a node. */
    record Mirror(Node node) implements Content {}

    /**
     * A formula of the workbook's own: its texts, nodes and places one after another.
     *
     * @param parts of type {@code String}, {@link Node} or {@link Spot}
     * @param value what it gives: a {@code Double}, {@code Boolean} or {@code String}
     */
    record Composed(List<Object> parts, Function<Values, Object> value) implements Content {
        public Composed {
            parts = List.copyOf(parts);
        }
    }
}
