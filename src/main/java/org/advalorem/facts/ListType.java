package org.advalorem.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of a list of mappings of fields. */
final class ListType extends FieldType<List<Facts>> {
    private final FieldSet fields;
    private final String id;

    ListType(FieldSet fields, String id) {
        this.fields = fields;
        this.id = id;
    }

    @Override
    List<Facts> read(Reading reading) {
        List<Facts> items = new ArrayList<>();
        for (Facts.Layer item : items(reading, id, expected())) {
            items.add(Facts.of(fields, reading.context(), item));
        }
        return items;
    }

    /**
     * The mappings of a list, each with the address that its identifying key or its position gives it.
     *
     * @throws UnusableFactsException if it is not a list of mappings, after noting the problem
     */
    static List<Facts.Layer> items(Reading reading, String id, String expected) {
        if (!(reading.given() instanceof SourceNode.Sequence sequence)) {
            throw reading.wrongShape(expected);
        }
        List<String> names = names(sequence, id);
        List<Facts.Layer> items = new ArrayList<>();
        List<UnusableFactsException> noted = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            SourceNode item = sequence.items().get(i);
            if (item instanceof SourceNode.Mapping mapping) {
                items.add(new Facts.Layer(mapping, reading.address().child(names.get(i))));
            } else {
                noted.add(reading.of(item).wrongShape(expected));
            }
        }
        if (!noted.isEmpty()) {
            throw noted.get(0);
        }
        return items;
    }

    /** The name of each item: the value of its identifying key or its position, with a counter if that is taken. */
    static List<String> names(SourceNode.Sequence sequence, String id) {
        Map<String, Integer> taken = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            String name = identity(sequence.items().get(i), id).orElse(Integer.toString(i + 1));
            int times = taken.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + "#" + times);
        }
        return names;
    }

    private static Optional<String> identity(SourceNode item, String id) {
        return item instanceof SourceNode.Mapping mapping
                        && mapping.entries().get(id) instanceof SourceNode.Scalar scalar
                        && !scalar.text().isBlank()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return Optional.of(ChildField.named(FieldType.section(fields)));
    }

    @Override
    public List<String> itemNames(SourceNode.Sequence list) {
        return names(list, id);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", fields.schema());
    }

    @Override
    public String expected() {
        return "a list of mappings: " + fields.title();
    }
}
