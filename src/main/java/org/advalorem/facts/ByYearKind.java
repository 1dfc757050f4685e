package org.advalorem.facts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.Term;

/** A mapping from years to quantities. */
final class ByYearKind extends Kind<Map<Integer, Term>> {
    private final QuantityKind kind;

    ByYearKind(QuantityKind kind) {
        this.kind = kind;
    }

    @Override
    Map<Integer, Term> read(Reading reading) {
        if (!(reading.given() instanceof Given.Mapping mapping)) {
            throw reading.wrongShape(expected());
        }
        Map<Integer, Term> values = new TreeMap<>();
        boolean complete = true;
        for (Map.Entry<String, Given> entry : mapping.entries().entrySet()) {
            try {
                Given.Scalar year = new Given.Scalar(entry.getKey(), false, mapping.keyOrigin(entry.getKey()));
                values.put(
                        WordKinds.YEAR.readSilently(reading.at(year, entry.getKey())),
                        kind.read(reading.at(entry.getValue(), entry.getKey())));
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return values;
    }

    @Override
    public Optional<Slot> below(String key, Given given) {
        return key.matches("[0-9]{4}") ? Optional.of(Slot.declared(kind)) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "type",
                "object",
                "patternProperties",
                Map.of("^[0-9]{4}$", kind.schema()),
                "additionalProperties",
                false);
    }

    @Override
    public String expected() {
        return "a mapping from years to values, such as {2016: 3.0 billion}";
    }
}
