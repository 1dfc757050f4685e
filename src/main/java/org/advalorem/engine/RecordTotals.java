package org.advalorem.engine;

import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/**
 * A sum over records as what it is made of: {@code byQuantity * quantity + byMoney * money}, over the records that count at its
 * benchmark.
 *
 * @param quantity the quantity of those records, in the units of their table
 * @param money their quantities times their prices, likewise; 0 for a mere quantity
 * @param byQuantity the slope of the sum with respect to the quantity
 * @param byMoney the slope with respect to the money
 */
public record RecordTotals(double quantity, double money, double byQuantity, double byMoney) {
    /**
     * Those of a sum over records.
     *
     * @param values the values at which it is taken
     * @param sum a sum over records, not a count of them
     */
    public static RecordTotals of(Values values, Term sum) {
        RecordTable table = sum.table();
        if (sum.operation() == Operation.RECORD_QUANTITY) {
            return new RecordTotals(table.totalQuantity(), 0, value(values, sum, 0), 0);
        }
        double priceScale = value(values, sum, 1);
        double scale = value(values, sum, 3) * priceScale;
        double at = Arithmetic.recordedPrice(value(values, sum, 0), priceScale, value(values, sum, 2));
        boolean zeroed = sum.operation() == Operation.RECORD_SUM_ZEROED;
        double quantity = zeroed ? table.quantityAtOrBelow(at) : table.totalQuantity();
        double money = zeroed ? quantity * at - table.zeroedSum(at) : table.totalMoney();
        return new RecordTotals(quantity, money, scale * at, -scale);
    }

    private static double value(Values values, Term sum, int operand) {
        return values.of(sum.operands().get(operand));
    }
}
