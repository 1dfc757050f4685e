package org.advalorem.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;

/**
 * A change to every cell of a column: {@code cell * scale + shift}.
 *
 * @param percent whether the shift is in percentage points, for a column of rates
 */
record ColumnChange(BigDecimal scale, BigDecimal shift, boolean percent) {

    /** The change written in a mapping; empty if it is not readable. */
    static Optional<ColumnChange> of(SourceNode.Mapping written) {
        Optional<WrittenNumber> scale = number(written, "scale", "1");
        Optional<WrittenNumber> shift = number(written, "shift", "0");
        return scale.flatMap(
                factor -> shift.map(amount -> new ColumnChange(factor.number(), amount.number(), amount.percent())));
    }

    private static Optional<WrittenNumber> number(SourceNode.Mapping written, String key, String neutral) {
        SourceNode given = written.entries().get(key);
        if (given == null) {
            return WrittenNumber.parse(neutral);
        }
        return given instanceof SourceNode.Scalar scalar ? WrittenNumber.parse(scalar.text()) : Optional.empty();
    }

    /** The mapping with a further change applied after this one; empty if that change does not apply to a column. */
    Optional<SourceNode.Mapping> then(Change change, SourceNode.Mapping written, Origin here) {
        if (change instanceof Change.Scale further) {
            String factor = Quantities.plain(scale.multiply(further.factor()));
            SourceNode.Mapping scaled = put(written, "scale", factor, here);
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

    private static SourceNode.Mapping put(SourceNode.Mapping mapping, String key, String number, Origin here) {
        SourceNode old = mapping.entries().get(key);
        SourceNode value = new SourceNode.Scalar(number, false, here);
        return Trees.with(mapping, key, here, old == null ? value : Trees.replacing(old, value));
    }
}
