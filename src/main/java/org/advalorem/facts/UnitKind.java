package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Unit;

/** A mapping that states the unit of the bare prices in it: the unit decides how they are read, so it is looked up first. */
final class UnitKind<T> extends Kind<T> {
    private final String key;
    private final Kind<T> mapping;

    UnitKind(String key, Kind<T> mapping) {
        this.key = key;
        this.mapping = mapping;
    }

    @Override
    T read(Reading reading) {
        FactsContext context =
                unit(reading.given()).map(reading.context()::withUnit).orElse(reading.context());
        return mapping.read(new Reading(reading.given(), reading.address(), context, reading.descriptive()));
    }

    /** The unit stated; what is wrong with it is told when the field itself is read. */
    private Optional<Unit> unit(Given given) {
        return entry(given, key)
                .flatMap(stated -> stated instanceof Given.Mapping ? entry(stated, "value") : Optional.of(stated))
                .flatMap(
                        stated -> stated instanceof Given.Scalar scalar ? Unit.parse(scalar.text()) : Optional.empty());
    }

    private static Optional<Given> entry(Given given, String name) {
        return given instanceof Given.Mapping entries
                ? Optional.ofNullable(entries.entries().get(name))
                : Optional.empty();
    }

    @Override
    public Optional<Slot> below(String name, Given given) {
        return mapping.below(name, given);
    }

    @Override
    public List<String> keys(Given given) {
        return mapping.keys(given);
    }

    @Override
    public Map<String, Object> schema() {
        return mapping.schema();
    }

    @Override
    public String expected() {
        return mapping.expected();
    }
}
