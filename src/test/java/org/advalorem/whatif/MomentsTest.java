package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments against two passes in decimals. */
final class MomentsTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static BigDecimal mean(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.length), DIGITS);
    }

    private static double deviation(double[] numbers) {
        BigDecimal mean = mean(numbers);
        return Arrays.stream(numbers)
                .mapToObj(number -> new BigDecimal(number).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.length - 1L), DIGITS)
                .sqrt(DIGITS)
                .doubleValue();
    }

    private static Moments merged(double[] numbers, int chunk) {
        Moments moments = new Moments();
        for (int from = 0; from < numbers.length; from += chunk) {
            moments.add(Moments.of(numbers, from, Math.min(numbers.length, from + chunk)));
        }
        return moments;
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1000", "0, 1, 7", "0.17, 0.006, 4096", "1e6, 1e-3, 100", "-5, 1e-7, 333", "1e150, 1e140, 50"})
    void agreeWithTwoPassesInDecimals(double middle, double spread, int chunk) {
        SplittableRandom random = new SplittableRandom(11);
        double[] numbers =
                random.doubles(10_000).map(u -> middle + spread * (u - 0.5)).toArray();
        Moments moments = merged(numbers, chunk);
        double deviation = deviation(numbers);
        assertThat(moments.count()).isEqualTo(10_000);
        assertThat(moments.mean())
                .isCloseTo(mean(numbers).doubleValue(), within(1e-15 * Math.max(Math.abs(middle), spread)));
        // the deviation loses the digits that the mean has before it
        double conditioned = Math.max(1.0, Math.abs(middle) / spread);
        assertThat(moments.standardDeviation() / deviation).isCloseTo(1.0, within(1e-14 * conditioned));
        assertThat(moments.min()).isEqualTo(Arrays.stream(numbers).min().orElseThrow());
        assertThat(moments.max()).isEqualTo(Arrays.stream(numbers).max().orElseThrow());
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32. */
    @Test
    void ofSmallNumbers() {
        Moments moments = merged(new double[] {2, 4, 4, 4, 5, 5, 7, 9}, 3);
        assertThat(moments.mean()).isEqualTo(5.0);
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(32.0 / 7.0), within(1e-15));
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        double[] numbers = {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5, Double.NEGATIVE_INFINITY};
        for (int chunk : new int[] {1, 2, 6}) {
            Moments moments = merged(numbers, chunk);
            assertThat(moments.count()).isEqualTo(3);
            assertThat(moments.notFinite()).isEqualTo(3);
            assertThat(moments.mean()).isEqualTo(3.0);
            assertThat(moments.standardDeviation()).isEqualTo(2.0);
            assertThat(moments.min()).isEqualTo(1.0);
            assertThat(moments.max()).isEqualTo(5.0);
        }
    }

    @Test
    void ofNothingThereIsNoMean() {
        for (Moments moments : new Moments[] {
            new Moments(), Moments.of(new double[0], 0, 0), merged(new double[] {Double.NaN, Double.NaN}, 1)
        }) {
            assertThat(moments.count()).isZero();
            assertThat(moments.mean()).isNaN();
            assertThat(moments.min()).isNaN();
            assertThat(moments.max()).isNaN();
            assertThat(moments.standardDeviation()).isZero();
        }
    }

    @Test
    void aSumBeyondTheLargestNumberIsNoTrouble() {
        Moments moments = Moments.of(new double[] {1.5e308, 1.0e308, 0.5e308}, 0, 3);
        assertThat(moments.count()).isEqualTo(3);
        assertThat(moments.mean()).isCloseTo(1.0e308, within(1e293));
    }

    /** Negative zero is less than zero, in whatever order they come. */
    @Test
    void zerosOfBothSignsAreToldApart() {
        for (double[] zeros : new double[][] {{0.0, -0.0}, {-0.0, 0.0}}) {
            Moments moments = Moments.of(zeros, 0, 2);
            assertThat(Double.doubleToRawLongBits(moments.min())).isEqualTo(Double.doubleToRawLongBits(-0.0));
            assertThat(Double.doubleToRawLongBits(moments.max())).isZero();
        }
        assertThat(Double.doubleToRawLongBits(
                        Moments.of(new double[] {0.0, 1.0}, 0, 2).min()))
                .isZero();
    }

    @Test
    void aConstantHasNoDeviation() {
        double[] numbers = new double[5000];
        Arrays.fill(numbers, 0.1);
        assertThat(merged(numbers, 4096).mean()).isCloseTo(0.1, within(1e-17));
        assertThat(merged(numbers, 4096).standardDeviation()).isLessThan(1e-14);
    }
}
