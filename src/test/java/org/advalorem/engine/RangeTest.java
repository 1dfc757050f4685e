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
final class RangeTest {
    private static final double[] EDGES = {
        0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-200, -1e200, 1e200, 0.1, 3.0, -0.3
    };

    private final SplittableRandom random = new SplittableRandom(40);

    @Test
    void arithmetic() {
        check("plus", Range::plus, (a, b) -> a + b);
        check("minus", Range::minus, (a, b) -> a - b);
        check("times", Range::times, (a, b) -> a * b);
        check("divided by", Range::dividedBy, (a, b) -> a / b);
        check("larger", Range::larger, Math::max);
        check("smaller", Range::smaller, Math::min);
        check("less", Range::less, Arithmetic::less);
        check("at most", Range::atMost, Arithmetic::atMost);
        check("or", Range::or, (a, b) -> random.nextBoolean() ? a : b);
        check("rounded", (a, b) -> a.rounded(3), (a, b) -> LegalDecimals.round(a, 3));
    }

    @Test
    void recordSums() {
        RecordTable table = RecordTable.of(
                "rows", Unit.FRACTION, Unit.FRACTION, new double[] {0.7, 1.3, 1.3, -2.0}, new double[] {3, 0.1, 7, 1e-3
                });
        Range scale = Range.of(0.5, 1.5);
        check(
                "record sum",
                (x, shift) -> x.zeroedRecordSum(table, scale, shift, scale),
                (x, shift) -> Arithmetic.zeroedRecordSum(
                        table, x, 0.5 + random.nextDouble(), shift, 0.5 + random.nextDouble()));
        assertThat(scale.zeroedRecordSum(table, Range.of(0.0, 1.0), scale, scale)
                        .isKnown())
                .isFalse();
    }

    @Test
    void whatMayNotBeANumberIsUnknown() {
        Range wide = Range.of(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(wide.plus(wide).isKnown()).isFalse();
        assertThat(Range.of(1.0).dividedBy(Range.of(-0.0, 1.0)).isKnown()).isFalse();
        assertThat(Range.of(1.0).dividedBy(Range.of(0.0, 1.0)).isKnown()).isFalse();
        assertThat(Range.UNKNOWN.times(Range.of(0.0)).isKnown()).isFalse();
        assertThat(Range.UNKNOWN.larger(Range.of(0.0)).isKnown()).isFalse();
        assertThat(Range.of(Double.NaN).isKnown()).isFalse();
        assertThat(Range.of(Double.NaN).isOneNumber()).isFalse();
        assertThat(Range.UNKNOWN.less(Range.of(1.0))).isEqualTo(Range.TRUTH);
        assertThat(Range.of(-0.0, 0.0).isOneNumber()).isFalse();
    }

    @Test
    void comparisonsAreSettledBeyondFifteenDigitsOnly() {
        double above = 0.01 * (1 + 2e-16);
        assertThat(Range.of(0.0, 0.01).less(Range.of(above)).isOneNumber()).isFalse();
        assertThat(Range.of(0.0, 0.01).atMost(Range.of(above))).isEqualTo(Range.of(1.0));
        assertThat(Range.of(0.0, 0.0099).less(Range.of(0.01))).isEqualTo(Range.of(1.0));
        assertThat(Range.of(0.01, 0.02).less(Range.of(0.01))).isEqualTo(Range.of(0.0));
    }

    private void check(String name, BinaryOperator<Range> ranges, DoubleBinaryOperator operation) {
        int known = 0;
        for (int i = 0; i < 20_000; i++) {
            Range a = range();
            Range b = range();
            Range result = ranges.apply(a, b);
            known += result.isKnown() ? 1 : 0;
            for (int k = 0; result.isKnown() && k < 10; k++) {
                double x = within(a);
                double y = within(b);
                double number = operation.applyAsDouble(x, y);
                boolean inside =
                        Double.compare(result.least(), number) <= 0 && Double.compare(number, result.most()) <= 0;
                if (!inside) {
                    throw new AssertionError(name + " of " + x + " and " + y + " in " + a + " and " + b + ": " + number
                            + " is not in " + result);
                }
            }
        }
        assertThat(known).as(name).isGreaterThan(3_000);
    }

    private Range range() {
        double a = edge();
        double b = edge();
        return Range.of(Math.min(a, b), Math.max(a, b));
    }

    private double edge() {
        return random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : 4 * random.nextDouble() - 1;
    }

    private double within(Range range) {
        return switch (random.nextInt(4)) {
            case 0 -> range.least();
            case 1 -> range.most();
            case 2 -> {
                double zero = random.nextBoolean() ? 0.0 : -0.0;
                yield Double.compare(range.least(), zero) <= 0 && Double.compare(zero, range.most()) <= 0
                        ? zero
                        : range.least();
            }
            default -> {
                double number = range.least() + random.nextDouble() * (range.most() - range.least());
                yield Math.min(range.most(), Math.max(range.least(), number));
            }
        };
    }
}
