package org.advalorem.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import org.advalorem.facts.Given;
import org.advalorem.facts.Measure;
import org.advalorem.facts.Origin;

/**
 * What is done to every cell of a column: {@code cell * scale + shift}.
 *
 * @param percent whether the shift is in percentage points, for a column of rates
 */
record ColumnChange(BigDecimal scale, BigDecimal shift, boolean percent) {

    /** The change written in a mapping; nothing when it cannot be read. */
    static Optional<ColumnChange> of(Given.Mapping written) {
        Optional<Measure> scale = number(written, "scale", "1");
        Optional<Measure> shift = number(written, "shift", "0");
        return scale.flatMap(
                factor -> shift.map(amount -> new ColumnChange(factor.number(), amount.number(), amount.percent())));
    }

    private static Optional<Measure> number(Given.Mapping written, String key, String neutral) {
        Given given = written.entries().get(key);
        if (given == null) {
            return Measure.parse(neutral);
        }
        return given instanceof Given.Scalar scalar ? Measure.parse(scalar.text()) : Optional.empty();
    }

    /** The mapping with a further change made after this one; nothing when it is no change of a column. */
    Optional<Given.Mapping> then(Change change, Given.Mapping written, Origin here) {
        if (change instanceof Change.Scale further) {
            String factor = Quantities.plain(scale.multiply(further.factor()));
            Given.Mapping scaled = put(written, "scale", factor, here);
            return Optional.of(
                    shift.signum() == 0
                            ? scaled
                            : put(scaled, "shift", text(shift.multiply(further.factor()), percent), here));
        }
        if (change instanceof Change.Add add
                && add.amount().unit().isEmpty()
                && (shift.signum() == 0 || percent == add.amount().percent())) {
            String sum = text(shift.add(add.amount().number()), add.amount().percent());
            return Optional.of(put(written, "shift", sum, here));
        }
        return Optional.empty();
    }

    private static String text(BigDecimal number, boolean percent) {
        return Quantities.plain(number) + (percent ? "%" : "");
    }

    private static Given.Mapping put(Given.Mapping mapping, String key, String number, Origin here) {
        Given old = mapping.entries().get(key);
        Given value = new Given.Scalar(number, false, here);
        return Trees.with(mapping, key, here, old == null ? value : Trees.replacing(old, value));
    }
}
