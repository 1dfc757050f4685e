package org.advalorem.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import org.advalorem.facts.Given;
import org.advalorem.facts.Measure;
import org.advalorem.facts.Origin;

/** What is done to every cell of a column: {@code cell * scale + shift}. */
record ColumnChange(BigDecimal scale, BigDecimal shift) {

    /** The change written in a mapping; nothing when it cannot be read. */
    static Optional<ColumnChange> of(Given.Mapping written) {
        Optional<BigDecimal> scale = number(written, "scale", BigDecimal.ONE);
        Optional<BigDecimal> shift = number(written, "shift", BigDecimal.ZERO);
        return scale.flatMap(factor -> shift.map(amount -> new ColumnChange(factor, amount)));
    }

    private static Optional<BigDecimal> number(Given.Mapping written, String key, BigDecimal neutral) {
        Given given = written.entries().get(key);
        if (given == null) {
            return Optional.of(neutral);
        }
        return given instanceof Given.Scalar scalar
                ? Measure.parse(scalar.text()).map(Measure::number)
                : Optional.empty();
    }

    /** The mapping with a further change made after this one; nothing when it is no change of a column. */
    Optional<Given.Mapping> then(Change change, Given.Mapping written, Origin here) {
        if (change instanceof Change.Scale further) {
            Given.Mapping scaled = put(written, "scale", scale.multiply(further.factor()), here);
            return Optional.of(
                    shift.signum() == 0 ? scaled : put(scaled, "shift", shift.multiply(further.factor()), here));
        }
        if (change instanceof Change.Add add
                && !add.amount().percent()
                && add.amount().unit().isEmpty()) {
            return Optional.of(put(written, "shift", shift.add(add.amount().number()), here));
        }
        return Optional.empty();
    }

    private static Given.Mapping put(Given.Mapping mapping, String key, BigDecimal number, Origin here) {
        Given old = mapping.entries().get(key);
        Given value = new Given.Scalar(Quantities.plain(number), false, here);
        return Trees.with(mapping, key, here, old == null ? value : Trees.replacing(old, value));
    }
}
