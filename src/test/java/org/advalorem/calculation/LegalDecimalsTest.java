package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LegalDecimalsTest {
    private static final long SEED = 351_525L;
    private static final int NUMBERS = 1_000_000;
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final MathContext THIRTEEN = new MathContext(13, RoundingMode.HALF_EVEN);

    /** Published averages of published rates (RULES, section 18). */
    @ParameterizedTest
    @CsvSource({"20.33, 2.04, 11.19, 0.1119", "17.14, 19.98, 18.56, 0.1856"})
    void averagesOfTwoPublishedRatesRoundAsPublished(double first, double second, double percent, double fraction) {
        assertThat(LegalDecimals.round((first + second) / 2, 2)).isEqualTo(percent);
        assertThat(LegalDecimals.round((first / 100 + second / 100) / 2, 4)).isEqualTo(fraction);
    }

    @ParameterizedTest
    @CsvSource({"11.185, 11.19", "10.865, 10.87", "6.065, 6.07", "71.865, 71.87"})
    void tiesRoundUp(double tie, double rounded) {
        assertThat(LegalDecimals.round(tie, 2)).isEqualTo(rounded);
        assertThat(LegalDecimals.round(Math.nextDown(tie), 2)).isEqualTo(rounded);
        assertThat(LegalDecimals.round(Math.nextUp(tie), 2)).isEqualTo(rounded);
        assertThat(LegalDecimals.round(-tie, 2)).isEqualTo(-rounded);
        assertThat(LegalDecimals.round(tie * (1 - 1e-12), 2)).isLessThan(rounded);
    }

    @Test
    void allTwoRateAveragesThatEndInFiveRoundUp() {
        for (int first = 1; first < 3_000; first += 7) {
            for (int second = first + 1; second < 3_000; second += 2) {
                double average = (first / 100.0 + second / 100.0) / 2;
                int cents = (first + second + 1) / 2;
                assertThat(LegalDecimals.round(average, 2)).isEqualTo(cents / 100.0);
            }
        }
    }

    @Test
    void threeProgramsOfExactlyOnePercentAreNotDeMinimis() {
        for (int first = 1; first < 99; first++) {
            for (int second = 1; second < 100 - first; second++) {
                double sum = first / 10_000.0 + second / 10_000.0 + (100 - first - second) / 10_000.0;
                assertThat(LegalDecimals.less(sum, 0.01)).isFalse();
                assertThat(LegalDecimals.atMost(sum, 0.01)).isTrue();
            }
        }
        assertThat(LegalDecimals.less(0.00999999999999, 0.01)).isTrue();
    }

    /** A tie that is one in decimals, by way of differences of prices that cost a digit or two. */
    @Test
    void aTieByDifferencesIsATie() {
        double domestic = 90_000 * (77.3 - 72.0) - 10_000 * (77.3 - 59.6);
        double rate = domestic / 40e6 + 150_000 / 60e6;
        assertThat(rate).isNotEqualTo(0.01);
        assertThat(LegalDecimals.less(rate, 0.01)).isFalse();
        assertThat(LegalDecimals.atMost(rate, 0.01)).isTrue();
    }

    /** The quick path has the digits and the scale of the slow one. */
    @Test
    void takesFifteenDigitsOfAMillionNumbersAsBigDecimalDoes() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < NUMBERS; i++) {
            double size = StrictMath.pow(10, random.nextDouble(-9, 17));
            double cents = Math.rint(random.nextDouble() * 1e9) / 100;
            double tie = random.nextLong(100_000_000_000_000L, 999_999_999_999_999L) / 2.0;
            double edge = StrictMath.pow(10, random.nextInt(-8, 16)) * (1 + random.nextInt(-3, 4) * 0x1p-52);
            for (double value : new double[] {size * random.nextDouble(), -size, cents, tie, edge, -edge}) {
                BigDecimal quick = LegalDecimals.decimal(value);
                BigDecimal slow = new BigDecimal(value).round(FIFTEEN);
                if (quick.compareTo(slow) != 0 || quick.scale() != slow.scale()) {
                    assertThat(quick).isEqualTo(slow);
                }
            }
        }
        assertThat(LegalDecimals.decimal(-0.0)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void roundsAMillionNumbersAsBigDecimalDoes() {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] places = {2, 4, 6, 0, 15};
        for (int i = 0; i < NUMBERS; i++) {
            int digits = i % 50 == 0 ? places[3 + random.nextInt(2)] : places[random.nextInt(3)];
            double value = nearTie(random, digits);
            double rounded = LegalDecimals.round(value, digits);
            BigDecimal legal = new BigDecimal(value).round(THIRTEEN);
            double expected = (legal.scale() > digits ? legal : new BigDecimal(value).round(FIFTEEN))
                    .setScale(digits, RoundingMode.HALF_UP)
                    .doubleValue();
            if (rounded != expected) {
                throw new AssertionError("seed " + SEED + ", number " + i + ": " + new BigDecimal(value) + " to "
                        + digits + " places is " + rounded + " and not " + expected);
            }
        }
    }

    @Test
    void comparesAMillionPairsAsBigDecimalDoes() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] thresholds = {0.01, 0.005, 0.00005, 0.02, 0.25, 1.0, 33_333.33};
        for (int i = 0; i < NUMBERS; i++) {
            double threshold = random.nextInt(4) == 0
                    ? random.nextDouble() * Math.pow(10, random.nextInt(-9, 9))
                    : thresholds[random.nextInt(thresholds.length)];
            threshold = random.nextInt(8) == 0 ? -threshold : threshold;
            double value = neighbour(random, threshold);
            int expected = new BigDecimal(value).round(THIRTEEN).compareTo(new BigDecimal(threshold).round(THIRTEEN));
            boolean agrees = Integer.signum(LegalDecimals.compare(value, threshold)) == expected
                    && Integer.signum(LegalDecimals.compare(threshold, value)) == -expected
                    && LegalDecimals.less(value, threshold) == expected < 0
                    && LegalDecimals.atMost(value, threshold) == expected <= 0;
            if (!agrees) {
                throw new AssertionError("seed " + SEED + ", pair " + i + ": " + new BigDecimal(value) + " against "
                        + new BigDecimal(threshold) + " is not " + expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.00005, 4, 0.0001",
        "0.0000499999999999, 4, 0.0",
        "1.00499999999, 2, 1.00",
        "1.004999999999999, 2, 1.01",
        "-0.00005, 4, -0.0001",
        "0.5, 0, 1",
        "1.5, 0, 2",
        "2.5, 0, 3",
        "-2.5, 0, -3",
        "1e300, 2, 1e300",
        "123456789012.345, 2, 123456789012.35",
        "1234567890123456.7, 0, 1234567890123460",
        "0.0000000000000005, 15, 0.000000000000001",
        "4.9e-324, 6, 0",
        "0.999999999999999, 15, 0.999999999999999",
        "0.9999999999999999, 15, 1"
    })
    void roundsAtTheEdges(double value, int places, double rounded) {
        assertThat(LegalDecimals.round(value, places)).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteStaysSo(double value) {
        assertThat(LegalDecimals.round(value, 2)).isEqualByComparingTo(value);
        assertThatThrownBy(() -> LegalDecimals.decimal(value)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void notANumberIsNeitherLessNorAtMost() {
        assertThat(LegalDecimals.less(Double.NaN, 1)).isFalse();
        assertThat(LegalDecimals.less(1, Double.NaN)).isFalse();
        assertThat(LegalDecimals.atMost(Double.NaN, Double.NaN)).isFalse();
        assertThat(LegalDecimals.atMost(1, Double.NaN)).isFalse();
    }

    @Test
    void infinitiesAndZerosCompareAsNumbers() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(LegalDecimals.less(1, infinity)).isTrue();
        assertThat(LegalDecimals.less(-infinity, infinity)).isTrue();
        assertThat(LegalDecimals.less(infinity, infinity)).isFalse();
        assertThat(LegalDecimals.atMost(infinity, infinity)).isTrue();
        assertThat(LegalDecimals.less(-0.0, 0.0)).isFalse();
        assertThat(LegalDecimals.atMost(0.0, -0.0)).isTrue();
        assertThat(LegalDecimals.less(-Double.MAX_VALUE, Double.MAX_VALUE)).isTrue();
        assertThat(LegalDecimals.less(0.0, Double.MIN_VALUE)).isTrue();
    }

    /** A number of the given places and a half, or a whole number of them, a little off; or any number. */
    private static double nearTie(SplittableRandom random, int places) {
        double range = Math.pow(10, random.nextInt(1, 12));
        double steps = Math.floor(random.nextDouble() * range) + (random.nextBoolean() ? 0.5 : 0.0);
        double value = random.nextInt(4) == 0 ? random.nextDouble() * range : steps / Math.pow(10, places);
        value = random.nextInt(6) == 0 ? value / 3 + value / 3 + value / 3 : value;
        double near = neighbour(random, value);
        return random.nextInt(8) == 0 ? -near : near;
    }

    /** The number itself, a few units in the last place off, or off by 1e-17 to 1e-10 of itself. */
    private static double neighbour(SplittableRandom random, double value) {
        return switch (random.nextInt(3)) {
            case 0 -> value;
            case 1 -> value + random.nextInt(-8, 9) * Math.ulp(value);
            default -> value * (1 + (random.nextBoolean() ? 1 : -1) * Math.pow(10, -10 - 7 * random.nextDouble()));
        };
    }
}
