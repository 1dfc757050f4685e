package org.advalorem.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Origin;

/** Copies of trees with a part changed. */
final class Trees {
    static final Given.Mapping NOTHING = Given.mapping();
    private static final String REMOVED = "none";
    private static final Set<String> WRAPPER = Set.of("value", "status", "source", "public");

    private Trees() {}

    static Given.Mapping with(Given.Mapping mapping, String key, Origin keyOrigin, Given value) {
        Map<String, Given> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
        entries.put(key, value);
        keys.put(key, keyOrigin);
        return new Given.Mapping(entries, keys, mapping.origin());
    }

    static Given.Mapping without(Given.Mapping mapping, String key) {
        Map<String, Given> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
        entries.remove(key);
        keys.remove(key);
        return new Given.Mapping(entries, keys, mapping.origin());
    }

    /** The mapping with a key that has nothing usable behind it. */
    static Given.Mapping unusable(Given.Mapping mapping, String key, Origin keyOrigin) {
        Map<String, Given> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
        entries.remove(key);
        keys.put(key, keyOrigin);
        return new Given.Mapping(entries, keys, mapping.origin());
    }

    /** A mapping of one key around a value, where the value stood. */
    static Given.Mapping around(String key, Given value) {
        return new Given.Mapping(Map.of(key, value), Map.of(key, value.origin()), value.origin());
    }

    static Given at(Given given, Origin origin) {
        if (given instanceof Given.Scalar scalar) {
            return new Given.Scalar(scalar.text(), scalar.quoted(), origin);
        }
        if (given instanceof Given.Mapping mapping) {
            return new Given.Mapping(mapping.entries(), mapping.keys(), origin);
        }
        return new Given.Sequence(((Given.Sequence) given).items(), origin);
    }

    /** The winner, which remembers what it replaced. */
    static Given replacing(Given old, Given winner) {
        return at(winner, winner.origin().overriding(old.origin()));
    }

    /** Whether the value says that what stood there is to be removed. */
    static boolean removes(Given given, Kind<?> kind) {
        return given instanceof Given.Scalar scalar
                && !scalar.quoted()
                && scalar.text().equals(REMOVED)
                && !kind.takes(REMOVED);
    }

    /** Whether it is a single value with its status and source around it. */
    static boolean isWrapped(Given given) {
        return given instanceof Given.Mapping mapping
                && mapping.entries().containsKey("value")
                && WRAPPER.containsAll(mapping.entries().keySet());
    }

    /** Whether it is the name of a data file that stands for its rows. */
    static boolean isFileName(Given given, Kind<?> kind) {
        return given instanceof Given.Scalar scalar && kind.isFileName(scalar.text());
    }
}
