package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Slot;

/** The names of data files in a tree. */
final class DataNames {
    private static final String FILE = "file";
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt");

    private DataNames() {}

    /** The tree with every name of a data file replaced. */
    static Given replaced(Given given, Kind<?> kind, UnaryOperator<Given.Scalar> name) {
        if (given instanceof Given.Scalar scalar) {
            return Trees.isFileName(scalar, kind) && isName(scalar, kind) ? name.apply(scalar) : scalar;
        }
        if (given instanceof Given.Sequence list) {
            List<Given> items = new ArrayList<>();
            List<String> names = kind.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                Kind<?> below =
                        kind.below(names.get(i), list).<Kind<?>>map(Slot::kind).orElse(kind);
                items.add(replaced(list.items().get(i), below, name));
            }
            return new Given.Sequence(items, list.origin());
        }
        Given.Mapping mapping = (Given.Mapping) given;
        Given.Mapping result = mapping;
        for (Map.Entry<String, Given> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            Given value = key.equals(FILE)
                    ? inFile(entry.getValue(), name)
                    : replaced(
                            entry.getValue(),
                            kind.below(key, mapping).<Kind<?>>map(Slot::kind).orElse(kind),
                            name);
            result = Trees.with(result, key, mapping.keyOrigin(key), value);
        }
        return result;
    }

    /** What stands under the key {@code file}, plain or with its source around it. */
    private static Given inFile(Given given, UnaryOperator<Given.Scalar> name) {
        if (given instanceof Given.Scalar scalar) {
            return name.apply(scalar);
        }
        if (given instanceof Given.Mapping wrapped && wrapped.entries().get("value") instanceof Given.Scalar scalar) {
            return Trees.with(wrapped, "value", wrapped.keyOrigin("value"), name.apply(scalar));
        }
        return given;
    }

    /** A month's price that cannot be read is no name; where only rows can stand, any text is. */
    private static boolean isName(Given.Scalar scalar, Kind<?> kind) {
        String lower = scalar.text().toLowerCase(Locale.ROOT);
        return !kind.isQuantity() || ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
