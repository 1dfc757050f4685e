package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/** The names of data files in a tree. */
final class DataNames {
    private static final String FILE = "file";
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".xlsx");

    private DataNames() {}

    /**
     * The tree with every data file name replaced.
     *
     * @param name the replacement for a name
     */
    static SourceNode replaced(SourceNode given, FieldType<?> type, UnaryOperator<SourceNode.Scalar> name) {
        if (given instanceof SourceNode.Scalar scalar) {
            return Trees.isFileName(scalar, type) && isName(scalar, type) ? name.apply(scalar) : scalar;
        }
        if (given instanceof SourceNode.Sequence list) {
            List<SourceNode> items = new ArrayList<>();
            List<String> names = type.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                FieldType<?> below = type.below(names.get(i), list)
                        .<FieldType<?>>map(ChildField::type)
                        .orElse(type);
                items.add(replaced(list.items().get(i), below, name));
            }
            return new SourceNode.Sequence(items, list.origin());
        }
        SourceNode.Mapping mapping = (SourceNode.Mapping) given;
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            SourceNode value = key.equals(FILE)
                    ? inFile(entry.getValue(), name)
                    : replaced(
                            entry.getValue(),
                            type.below(key, mapping)
                                    .<FieldType<?>>map(ChildField::type)
                                    .orElse(type),
                            name);
            entries.put(key, value);
        }
        return new SourceNode.Mapping(entries, mapping.keys(), mapping.origin());
    }

    /** The value of the key {@code file}, either plain or wrapped with its source. */
    private static SourceNode inFile(SourceNode given, UnaryOperator<SourceNode.Scalar> name) {
        if (given instanceof SourceNode.Scalar scalar) {
            return name.apply(scalar);
        }
        if (given instanceof SourceNode.Mapping wrapped
                && wrapped.entries().get("value") instanceof SourceNode.Scalar scalar) {
            return Trees.with(wrapped, "value", wrapped.keyOrigin("value"), name.apply(scalar));
        }
        return given;
    }

    /**
     * Whether the scalar is a file name. Where a quantity may stand too, such as a monthly price, only text with a data
     * file extension is; an unreadable price must not be taken for a file.
     */
    private static boolean isName(SourceNode.Scalar scalar, FieldType<?> type) {
        return !type.isQuantity() || isFileName(scalar.text());
    }

    /** Whether a name ends as those of data files do. */
    static boolean isFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
