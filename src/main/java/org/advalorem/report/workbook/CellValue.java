package org.advalorem.report.workbook;

import org.advalorem.calculation.Unit;
import org.advalorem.engine.Values;

/** What the engine gives for a cell. */
final class CellValue {
    private CellValue() {}

    /** A {@code Double}, {@code Boolean} or {@code String}. */
    static Object of(Content content, Values values) {
        if (content instanceof Content.Composed composed) {
            return composed.value().apply(values);
        }
        Node node = content instanceof Content.Definition definition
                ? definition.node()
                : ((Content.Mirror) content).node();
        double value = node.value(values);
        boolean truth = node instanceof Node.Quantity && node.term().unit().equals(Unit.TRUTH);
        return truth ? (Object) (value == 1.0) : (Object) value;
    }
}
