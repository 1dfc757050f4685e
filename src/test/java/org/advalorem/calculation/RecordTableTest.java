package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordTableTest {
    private static final long SEED = 702_019L;
    private static final Unit TONNE = Unit.of("t");
    private static final Unit PRICE = Unit.of("USD").per(TONNE);

    /** How the prices of a random table lie. */
    enum Shape {
        SPREAD {
            @Override
            double price(SplittableRandom random) {
                return 800 + 400 * random.nextDouble();
            }
        },
        DUPLICATES {
            @Override
            double price(SplittableRandom random) {
                return 900 + random.nextInt(5);
            }
        },
        CLUSTER_AND_OUTLIER {
            @Override
            double price(SplittableRandom random) {
                return random.nextInt(50) == 0 ? 1e12 * random.nextDouble() : 950 + 1e-9 * random.nextDouble();
            }
        },
        NEIGHBOURS {
            @Override
            double price(SplittableRandom random) {
                return 950 + random.nextInt(40) * Math.ulp(950.0);
            }
        },
        MANY_SIZES {
            @Override
            double price(SplittableRandom random) {
                return Math.pow(10, random.nextDouble() * 40 - 20);
            }
        },
        BOTH_SIGNS {
            @Override
            double price(SplittableRandom random) {
                return random.nextInt(20) == 0 ? 0.0 : 100 * (random.nextDouble() - 0.5);
            }
        };

        abstract double price(SplittableRandom random);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheNaiveSum(Shape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int rows : new int[] {1, 2, 3, 10, 100, 1_000}) {
            double[] prices = new double[rows];
            double[] quantities = new double[rows];
            for (int i = 0; i < rows; i++) {
                prices[i] = shape.price(random);
                quantities[i] = random.nextInt(10) == 0 ? 0.0 : Math.pow(10, random.nextDouble() * 8 - 4);
            }
            RecordTable table = RecordTable.of("rows", PRICE, TONNE, prices, quantities);
            for (int i = 0; i < 40; i++) {
                double price = prices[random.nextInt(rows)];
                double x = switch (i % 5) {
                    case 0 -> price;
                    case 1 -> Math.nextDown(price);
                    case 2 -> Math.nextUp(price);
                    case 3 -> shape.price(random);
                    default -> price * (random.nextDouble() * 4 - 1);
                };
                check(table, prices, quantities, x);
            }
        }
    }

    @Test
    void agreesWithTheNaiveSumOverAHundredThousandRecords() {
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = 100_000;
        double[] prices = new double[rows];
        double[] quantities = new double[rows];
        for (int i = 0; i < rows; i++) {
            prices[i] = Shape.values()[random.nextInt(4)].price(random);
            quantities[i] = 1_000 * random.nextDouble();
        }
        RecordTable table = RecordTable.of("rows", PRICE, TONNE, prices, quantities);
        for (double x : new double[] {0, 799, 900, 902.5, 950, 950 + 5e-10, 1_100, 2e11, 1e12}) {
            check(table, prices, quantities, x);
        }
    }

    private static void check(RecordTable table, double[] prices, double[] quantities, double x) {
        BigDecimal benchmark = new BigDecimal(x);
        BigDecimal zeroed = BigDecimal.ZERO;
        BigDecimal netted = BigDecimal.ZERO;
        BigDecimal size = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        int below = 0;
        for (int i = 0; i < prices.length; i++) {
            BigDecimal term = benchmark.subtract(new BigDecimal(prices[i])).multiply(new BigDecimal(quantities[i]));
            netted = netted.add(term);
            size = size.add(term.abs());
            zeroed = zeroed.add(term.max(BigDecimal.ZERO));
            below += prices[i] < x ? 1 : 0;
            quantity = prices[i] <= x ? quantity.add(new BigDecimal(quantities[i])) : quantity;
        }
        String where = "seed " + SEED + ", " + prices.length + " records at " + x;
        near(table.zeroedSum(x), zeroed, zeroed, "zeroed, " + where);
        near(table.nettedSum(x), netted, size, "netted, " + where);
        near(table.quantityAtOrBelow(x), quantity, quantity, "quantity, " + where);
        assertThat(table.rowsBelow(x)).as(where).isEqualTo(below);
    }

    private static void near(double value, BigDecimal exact, BigDecimal size, String where) {
        double error = new BigDecimal(value).subtract(exact).abs().doubleValue();
        assertThat(error)
                .as("%s: %s is not %s", where, value, exact.doubleValue())
                .isLessThanOrEqualTo(1e-12 * size.doubleValue());
    }

    @Test
    void totalsAreExactSums() {
        RecordTable table = table(new double[] {3, 1, 2}, new double[] {10, 20, 30});
        assertThat(table.totalQuantity()).isEqualTo(60);
        assertThat(table.totalMoney()).isEqualTo(110);
        assertThat(table.rows()).isEqualTo(3);
        // a small quantity beside large ones that a plain running sum would lose
        double[] quantities = {1e16, 1, 1, 1, 1};
        assertThat(table(new double[] {1, 1, 1, 1, 1}, quantities).totalQuantity())
                .isEqualTo(1e16 + 4);
    }

    @Test
    void aDifferenceOfPricesThatNoDoubleHoldsIsStillExact() {
        // 2^53 + 2 less 1 is no double; three of it, 3 * (2^53 + 1), lies next to another double than 3 * 2^53
        double high = 0x1p53 + 2;
        assertThat(table(new double[] {1, high}, new double[] {3, 1}).zeroedSum(high))
                .isEqualTo(3 * 0x1p53 + 4);
    }

    @Test
    void keepsWhereEachRecordStood() {
        RecordTable table = table(new double[] {3, 1, 2, 1}, new double[] {10, 20, 30, 40});
        assertThat(table.price(0)).isEqualTo(1);
        assertThat(table.quantity(0)).isEqualTo(20);
        assertThat(new int[] {table.sourceRow(0), table.sourceRow(1), table.sourceRow(2), table.sourceRow(3)})
                .containsExactly(1, 3, 2, 0);
        assertThat(table.quantity(3)).isEqualTo(10);
    }

    @Test
    void aTableWithoutRecordsGivesNothing() {
        RecordTable none = table(new double[0], new double[0]);
        assertThat(none.zeroedSum(5)).isZero();
        assertThat(none.nettedSum(5)).isZero();
        assertThat(none.rowsBelow(5)).isZero();
        assertThat(none.quantityAtOrBelow(5)).isZero();
        assertThat(none.totalQuantity()).isZero();
    }

    @Test
    void oneRecord() {
        RecordTable one = table(new double[] {900}, new double[] {10});
        assertThat(one.zeroedSum(950)).isEqualTo(500);
        assertThat(one.zeroedSum(900)).isZero();
        assertThat(one.zeroedSum(850)).isZero();
        assertThat(one.nettedSum(850)).isEqualTo(-500);
        assertThat(one.rowsBelow(900)).isZero();
        assertThat(one.rowsBelow(Math.nextUp(900.0))).isEqualTo(1);
    }

    @Test
    void infiniteAndMissingBenchmarks() {
        RecordTable table = table(new double[] {3, 1, 2}, new double[] {10, 20, 30});
        assertThat(table.zeroedSum(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(table.zeroedSum(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(table.nettedSum(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(table.rowsBelow(Double.POSITIVE_INFINITY)).isEqualTo(3);
        assertThat(table.rowsBelow(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(table.zeroedSum(Double.NaN)).isNaN();
        assertThat(table.nettedSum(Double.NaN)).isNaN();
        assertThat(table.rowsBelow(Double.NaN)).isZero();
    }

    @Test
    void changingTheColumnsAfterwardsChangesNothing() {
        double[] prices = {1, 2};
        double[] quantities = {1, 1};
        RecordTable table = table(prices, quantities);
        prices[0] = 100;
        quantities[0] = 100;
        assertThat(table.zeroedSum(3)).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatThrownBy(() -> table(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Prices (1) and quantities (2) differ in number.");
        assertThatThrownBy(() -> table(new double[] {1, 2}, new double[] {1, -2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Record 2 of bars has price 2.0 and quantity -2.0: both must be finite and the quantity not "
                                + "negative.");
        assertThatThrownBy(() -> table(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordTable table(double[] prices, double[] quantities) {
        return RecordTable.of("bars", PRICE, TONNE, prices, quantities);
    }
}
