package org.advalorem.calculation;

import java.util.Arrays;

/**
 * Purchase records sorted once, so that {@code sum of quantity * max(0, x - price)} costs one look-up per x.
 *
 * <p>The sum is piecewise linear in x. The table keeps its <em>knots</em>: at each distinct price p<sub>k</sub> the
 * value F(p<sub>k</sub>) and the slope Q<sub>k</sub> (the quantity bought at or below p<sub>k</sub>), all made up of
 * non-negative terms, so that {@code F(p_k) + Q_k (x - p_k)} loses no digits. The sum without the positive part is
 * taken from the average price for the same reason. Knots are accumulated in double-double arithmetic.
 *
 * <p>Tables belong to the records and are reused by every graph built over them. Immutable and safe to share.
 */
public final class RecordTable {
    /**
     * The buckets per knot. Most are empty, so that a look-up rarely has to search: what makes a search slow is
     * mispredicted branches.
     */
    private static final int BUCKETS_PER_KNOT = 8;

    private static final int MOST_BUCKETS = 1 << 18;

    private final String name;
    private final String quantityName;
    private final Unit priceUnit;
    private final Unit quantityUnit;
    private final double[] prices;
    private final double[] quantities;
    private final int[] sourceRows;
    private final double[] knots;
    private final double[] values;
    private final double[] slopes;
    private final int[] rowsAtKnot;
    private final double totalQuantity;
    private final double totalMoney;
    private final double averagePrice;
    private final double nettedAtAverage;
    private final int[] buckets;
    private final double bucketsPerUnit;

    private RecordTable(
            String name, String quantityName, Unit priceUnit, Unit quantityUnit, double[] prices, double[] quantities) {
        int n = prices.length;
        this.name = name;
        this.quantityName = quantityName;
        this.priceUnit = priceUnit;
        this.quantityUnit = quantityUnit;
        this.sourceRows = sortedOrder(prices);
        this.prices = new double[n];
        this.quantities = new double[n];
        for (int i = 0; i < n; i++) {
            this.prices[i] = prices[sourceRows[i]];
            this.quantities[i] = quantities[sourceRows[i]];
        }
        int distinct = countDistinct(this.prices);
        knots = new double[distinct];
        values = new double[distinct];
        slopes = new double[distinct];
        rowsAtKnot = new int[distinct];
        DoubleDouble value = new DoubleDouble();
        DoubleDouble slope = new DoubleDouble();
        DoubleDouble money = new DoubleDouble();
        int knot = -1;
        for (int i = 0; i < n; i++) {
            if (knot < 0 || this.prices[i] != knots[knot]) {
                if (knot >= 0) {
                    value.addProduct(slope, this.prices[i] - knots[knot], differenceError(this.prices[i], knots[knot]));
                }
                knot++;
                knots[knot] = this.prices[i];
                values[knot] = value.value();
            }
            slope.add(this.quantities[i]);
            money.addProduct(this.quantities[i], this.prices[i]);
            slopes[knot] = slope.value();
            rowsAtKnot[knot] = i + 1;
        }
        totalQuantity = slope.value();
        totalMoney = money.value();
        averagePrice = totalQuantity > 0 ? totalMoney / totalQuantity : 0.0;
        money.addProduct(slope, -averagePrice, 0.0);
        nettedAtAverage = -money.value();
        buckets = new int[Math.max(1, Math.min(BUCKETS_PER_KNOT * distinct, MOST_BUCKETS))];
        double width = distinct == 0 ? 0.0 : knots[distinct - 1] - knots[0];
        bucketsPerUnit = width > 0 && Double.isFinite(buckets.length / width) ? buckets.length / width : 0.0;
        fillBuckets();
    }

    /**
     * A table of the given records.
     *
     * @param name the name of the records, for explanations
     * @param priceUnit the unit of prices
     * @param quantityUnit the unit of quantities
     * @param prices price of each record in {@code priceUnit}, finite
     * @param quantities quantity of each record in {@code quantityUnit}, finite and not negative
     * @throws IllegalArgumentException if the columns differ in length or hold a number outside their domain
     */
    public static RecordTable of(String name, Unit priceUnit, Unit quantityUnit, double[] prices, double[] quantities) {
        return of(name, "quantity", priceUnit, quantityUnit, prices, quantities);
    }

    /**
     * A table of the given records, with a name for the quantities.
     *
     * @param name the name of the records, for explanations
     * @param quantityName the name of the quantities in formulas
     * @param priceUnit the unit of prices
     * @param quantityUnit the unit of quantities
     * @param prices price of each record in {@code priceUnit}, finite
     * @param quantities quantity of each record in {@code quantityUnit}, finite and not negative
     * @throws IllegalArgumentException if the columns differ in length or hold a number outside their domain
     */
    public static RecordTable of(
            String name, String quantityName, Unit priceUnit, Unit quantityUnit, double[] prices, double[] quantities) {
        if (prices.length != quantities.length) {
            throw new IllegalArgumentException(
                    "Prices (" + prices.length + ") and quantities (" + quantities.length + ") differ in number.");
        }
        for (int i = 0; i < prices.length; i++) {
            if (!Double.isFinite(prices[i]) || !Double.isFinite(quantities[i]) || quantities[i] < 0) {
                throw new IllegalArgumentException("Record " + (i + 1) + " of " + name + " has price " + prices[i]
                        + " and quantity " + quantities[i] + ": both must be finite and the quantity not negative.");
            }
        }
        return new RecordTable(name, quantityName, priceUnit, quantityUnit, prices, quantities);
    }

    /** {@code sum of quantity * max(0, x - price)}; NaN if x is NaN. */
    public double zeroedSum(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        int k = knotAtOrBelow(x);
        return k < 0 ? 0.0 : values[k] + slopes[k] * (x - knots[k]);
    }

    /** The slope of {@link #zeroedSum} at x: the quantity bought at a price of x or less. */
    public double quantityAtOrBelow(double x) {
        int k = knotAtOrBelow(x);
        return k < 0 ? 0.0 : slopes[k];
    }

    /** {@code sum of quantity * (x - price)}. */
    public double nettedSum(double x) {
        return nettedAtAverage + totalQuantity * (x - averagePrice);
    }

    /** The number of records with a price strictly below x. */
    public int rowsBelow(double x) {
        int k = knotAtOrBelow(x);
        if (k >= 0 && knots[k] == x) {
            k--;
        }
        return k < 0 ? 0 : rowsAtKnot[k];
    }

    /** The sum of all quantities. */
    public double totalQuantity() {
        return totalQuantity;
    }

    /** The sum of price times quantity. */
    public double totalMoney() {
        return totalMoney;
    }

    /** The number of records. */
    public int rows() {
        return prices.length;
    }

    /** The price of the i-th record in order of price, from 0. */
    public double price(int i) {
        return prices[i];
    }

    /** The quantity of the i-th record in order of price, from 0. */
    public double quantity(int i) {
        return quantities[i];
    }

    /** The position, in the columns from which the table was made, of the i-th record in order of price. */
    public int sourceRow(int i) {
        return sourceRows[i];
    }

    /** The price of a knot: the distinct prices, ascending. */
    public double knotPrice(int knot) {
        return knots[knot];
    }

    /**
     * The sum of {@link #zeroedSum} at the price of a knot, finished: a reader elsewhere gets the same bits by the plain
     * arithmetic of {@code value + slope * (x - price)} at the last knot whose price is at most x.
     */
    public double knotValue(int knot) {
        return values[knot];
    }

    /** The quantity bought at or below the price of a knot. */
    public double knotSlope(int knot) {
        return slopes[knot];
    }

    /** The number of records with a price at or below that of a knot. */
    public int knotRows(int knot) {
        return rowsAtKnot[knot];
    }

    /** Whether another table gives the same bits for every question. */
    public boolean isSameAs(RecordTable other) {
        return this == other || (Arrays.equals(prices, other.prices) && Arrays.equals(quantities, other.quantities));
    }

    /** The number of knots: of distinct prices. */
    public int knots() {
        return knots.length;
    }

    /** The average price, weighted by quantity; zero without a quantity. */
    public double averagePrice() {
        return averagePrice;
    }

    /** {@link #nettedSum} at the average price: what rounding that average leaves. */
    public double nettedAtAverage() {
        return nettedAtAverage;
    }

    /** The name of the records. */
    public String name() {
        return name;
    }

    /** The name of the quantities; for amounts, that of their column. */
    public String quantityName() {
        return quantityName;
    }

    /** The unit of prices. */
    public Unit priceUnit() {
        return priceUnit;
    }

    /** The unit of quantities. */
    public Unit quantityUnit() {
        return quantityUnit;
    }

    private int knotAtOrBelow(double x) {
        int last = knots.length - 1;
        if (last < 0 || !(x >= knots[0])) {
            return -1;
        }
        if (x >= knots[last]) {
            return last;
        }
        int bucket = bucket(x);
        int low = bucket == 0 ? 0 : buckets[bucket - 1];
        int high = buckets[bucket];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (knots[middle] <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int bucket(double x) {
        int bucket = (int) ((x - knots[0]) * bucketsPerUnit);
        return Math.min(bucket, buckets.length - 1);
    }

    /** Fills {@code buckets[b]} with the last knot that falls into bucket b or an earlier one. */
    private void fillBuckets() {
        for (int k = 0; k < knots.length; k++) {
            buckets[bucket(knots[k])] = k;
        }
        for (int b = 1; b < buckets.length; b++) {
            buckets[b] = Math.max(buckets[b], buckets[b - 1]);
        }
    }

    private static int[] sortedOrder(double[] prices) {
        int n = prices.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        if (isSorted(prices)) {
            return order;
        }
        // a merge sort of indices: stable, and without boxing a hundred thousand integers
        int[] from = order;
        int[] to = new int[n];
        for (int width = 1; width < n; width *= 2) {
            for (int start = 0; start < n; start += 2 * width) {
                int middle = Math.min(start + width, n);
                int end = Math.min(start + 2 * width, n);
                int a = start;
                int b = middle;
                for (int i = start; i < end; i++) {
                    boolean first = a < middle && (b >= end || prices[from[a]] <= prices[from[b]]);
                    to[i] = first ? from[a++] : from[b++];
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static boolean isSorted(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i - 1] > values[i]) {
                return false;
            }
        }
        return true;
    }

    private static int countDistinct(double[] sorted) {
        int distinct = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    private static double differenceError(double a, double b) {
        double difference = a - b;
        double shadow = difference - a;
        return (a - (difference - shadow)) - (b + shadow);
    }

    @Override
    public String toString() {
        return name + " (" + rows() + " records)";
    }

    /** A running sum held as an unevaluated pair of doubles, about 32 digits (Dekker, 1971, doi:10.1007/BF01397083). */
    private static final class DoubleDouble {
        private double high;
        private double low;

        void add(double x) {
            double sum = high + x;
            double shadow = sum - high;
            double error = (high - (sum - shadow)) + (x - shadow);
            normalise(sum, low + error);
        }

        void addProduct(double a, double b) {
            double product = a * b;
            // exact error of the product; Math.fma is correctly rounded on every machine
            double error = Math.fma(a, b, -product);
            add(product);
            add(error);
        }

        void addProduct(DoubleDouble a, double b, double bError) {
            addProduct(a.high, b);
            add(a.low * b + a.high * bError);
        }

        double value() {
            return high;
        }

        private void normalise(double sum, double rest) {
            high = sum + rest;
            low = rest - (high - sum);
        }
    }
}
