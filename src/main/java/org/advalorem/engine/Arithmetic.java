package org.advalorem.engine;

import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;

/**
 * The arithmetic of every operation, written once for all readers so that they agree bit for bit.
 *
 * <p>True is 1.0 and false is 0.0; any other value, NaN included, does not hold.
 */
final class Arithmetic {
    private Arithmetic() {}

    static boolean holds(double truth) {
        return truth == 1.0;
    }

    static double truth(boolean holds) {
        return holds ? 1.0 : 0.0;
    }

    static double power(double base, double exponent) {
        return StrictMath.pow(base, exponent);
    }

    static double positivePart(double x) {
        return Math.max(0.0, x);
    }

    static double less(double a, double b) {
        return truth(LegalDecimals.less(a, b));
    }

    static double atMost(double a, double b) {
        return truth(LegalDecimals.atMost(a, b));
    }

    static double both(double a, double b) {
        return truth(holds(a) && holds(b));
    }

    static double either(double a, double b) {
        return truth(holds(a) || holds(b));
    }

    static double not(double a) {
        return truth(!holds(a));
    }

    static double choose(double condition, double yes, double no) {
        return holds(condition) ? yes : no;
    }

    /**
     * The benchmark restated in the prices as recorded: {@code x < priceScale * price + priceShift} exactly when this
     * is below {@code price}. NaN unless the scale is positive, because the equivalence fails there.
     */
    static double recordedPrice(double x, double priceScale, double priceShift) {
        return priceScale > 0.0 ? (x - priceShift) / priceScale : Double.NaN;
    }

    static double zeroedRecordSum(
            RecordTable table, double x, double priceScale, double priceShift, double quantityScale) {
        return quantityScale * priceScale * table.zeroedSum(recordedPrice(x, priceScale, priceShift));
    }

    static double nettedRecordSum(
            RecordTable table, double x, double priceScale, double priceShift, double quantityScale) {
        return quantityScale * priceScale * table.nettedSum(recordedPrice(x, priceScale, priceShift));
    }

    static double recordsBelow(RecordTable table, double x, double priceScale, double priceShift) {
        return table.rowsBelow(recordedPrice(x, priceScale, priceShift));
    }

    static double recordQuantity(RecordTable table, double quantityScale) {
        return quantityScale * table.totalQuantity();
    }
}
