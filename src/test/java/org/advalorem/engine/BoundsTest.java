package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;

/** No result of numbers in their ranges lies outside the range of the result, to the last bit and the sign of zero. */
final class BoundsTest {
    private static final double[] EDGES = {
        0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-200, -1e200, 1e200, 0.1, 3.0, -0.3
    };

    private final SplittableRandom random = new SplittableRandom(40);

    @Test
    void arithmetic() {
        check("plus", Bounds::plus, (a, b) -> a + b);
        check("minus", Bounds::minus, (a, b) -> a - b);
        check("times", Bounds::times, (a, b) -> a * b);
        check("divided by", Bounds::dividedBy, (a, b) -> a / b);
        check("larger", Bounds::larger, Math::max);
        check("smaller", Bounds::smaller, Math::min);
        check("less", Bounds::less, Arithmetic::less);
        check("at most", Bounds::atMost, Arithmetic::atMost);
        check("or", Bounds::or, (a, b) -> random.nextBoolean() ? a : b);
        check("rounded", (a, b) -> a.rounded(3), (a, b) -> LegalDecimals.round(a, 3));
    }

    @Test
    void recordSums() {
        RecordTable table = RecordTable.of(
                "rows", Unit.FRACTION, Unit.FRACTION, new double[] {0.7, 1.3, 1.3, -2.0}, new double[] {3, 0.1, 7, 1e-3
                });
        Bounds scale = Bounds.of(0.5, 1.5);
        check(
                "record sum",
                (x, shift) -> x.zeroedRecordSum(table, scale, shift, scale),
                (x, shift) -> Arithmetic.zeroedRecordSum(
                        table, x, 0.5 + random.nextDouble(), shift, 0.5 + random.nextDouble()));
        assertThat(scale.zeroedRecordSum(table, Bounds.of(0.0, 1.0), scale, scale)
                        .isKnown())
                .isFalse();
    }

    @Test
    void whatMayNotBeANumberIsUnknown() {
        Bounds wide = Bounds.of(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(wide.plus(wide).isKnown()).isFalse();
        assertThat(Bounds.of(1.0).dividedBy(Bounds.of(-0.0, 1.0)).isKnown()).isFalse();
        assertThat(Bounds.of(1.0).dividedBy(Bounds.of(0.0, 1.0)).isKnown()).isFalse();
        assertThat(Bounds.UNKNOWN.times(Bounds.of(0.0)).isKnown()).isFalse();
        assertThat(Bounds.UNKNOWN.larger(Bounds.of(0.0)).isKnown()).isFalse();
        assertThat(Bounds.of(Double.NaN).isKnown()).isFalse();
        assertThat(Bounds.of(Double.NaN).isOneNumber()).isFalse();
        assertThat(Bounds.UNKNOWN.less(Bounds.of(1.0))).isEqualTo(Bounds.TRUTH);
        assertThat(Bounds.of(-0.0, 0.0).isOneNumber()).isFalse();
    }

    @Test
    void comparisonsAreSettledBeyondFifteenDigitsOnly() {
        double above = 0.01 * (1 + 2e-16);
        assertThat(Bounds.of(0.0, 0.01).less(Bounds.of(above)).isOneNumber()).isFalse();
        assertThat(Bounds.of(0.0, 0.01).atMost(Bounds.of(above))).isEqualTo(Bounds.of(1.0));
        assertThat(Bounds.of(0.0, 0.0099).less(Bounds.of(0.01))).isEqualTo(Bounds.of(1.0));
        assertThat(Bounds.of(0.01, 0.02).less(Bounds.of(0.01))).isEqualTo(Bounds.of(0.0));
    }

    private void check(String name, BinaryOperator<Bounds> ranges, DoubleBinaryOperator operation) {
        int known = 0;
        for (int i = 0; i < 20_000; i++) {
            Bounds a = range();
            Bounds b = range();
            Bounds result = ranges.apply(a, b);
            known += result.isKnown() ? 1 : 0;
            for (int k = 0; result.isKnown() && k < 10; k++) {
                double x = within(a);
                double y = within(b);
                double number = operation.applyAsDouble(x, y);
                boolean inside = Double.compare(result.min(), number) <= 0 && Double.compare(number, result.max()) <= 0;
                if (!inside) {
                    throw new AssertionError(name + " of " + x + " and " + y + " in " + a + " and " + b + ": " + number
                            + " is not in " + result);
                }
            }
        }
        assertThat(known).as(name).isGreaterThan(3_000);
    }

    private Bounds range() {
        double a = edge();
        double b = edge();
        return Bounds.of(Math.min(a, b), Math.max(a, b));
    }

    private double edge() {
        return random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : 4 * random.nextDouble() - 1;
    }

    private double within(Bounds range) {
        return switch (random.nextInt(4)) {
            case 0 -> range.min();
            case 1 -> range.max();
            case 2 -> {
                double zero = random.nextBoolean() ? 0.0 : -0.0;
                yield Double.compare(range.min(), zero) <= 0 && Double.compare(zero, range.max()) <= 0
                        ? zero
                        : range.min();
            }
            default -> {
                double number = range.min() + random.nextDouble() * (range.max() - range.min());
                yield Math.min(range.max(), Math.max(range.min(), number));
            }
        };
    }
}
