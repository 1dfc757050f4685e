package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The order of summation: terms as given, groups of 8 left to right, group sums in pairs until one is left. */
final class SummationTest {
    private static final long SEED = 20_260_101L;

    @Test
    void groupsOfEightAreAddedFromLeftToRight() {
        // 1 + 2^-53 is 1 when added one by one, but 2^-53 + 2^-53 first gives a visible 2^-52
        double tiny = 0x1p-53;
        assertThat(sum(1, tiny, tiny)).isEqualTo(1.0);
        assertThat(sum(tiny, tiny, 1)).isEqualTo(1.0 + 0x1p-52);
        // the ninth and tenth term make a group of their own
        assertThat(sum(1, 0, 0, 0, 0, 0, 0, 0, tiny, tiny)).isEqualTo(1.0 + 0x1p-52);
        assertThat(sum(1, 0, 0, 0, 0, 0, 0, tiny, tiny)).isEqualTo(1.0);
    }

    @Test
    void groupSumsAreAddedInPairs() {
        double tiny = 0x1p-53;
        double[] values = new double[32];
        values[0] = 1.0;
        values[16] = tiny;
        values[24] = tiny;
        // (g0 + g1) + (g2 + g3); one by one it would be 1
        assertThat(sum(values)).isEqualTo(1.0 + 0x1p-52);
        values[24] = 0.0;
        values[8] = tiny;
        assertThat(sum(values)).isEqualTo(1.0);
        // of three groups the last waits for the sum of the first two
        double[] three = new double[24];
        three[0] = 1.0;
        three[8] = tiny;
        three[16] = tiny;
        assertThat(sum(three)).isEqualTo(1.0);
    }

    @Test
    void followsTheOrderBitForBit() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int count = 0; count <= 400; count++) {
            double[] values = mixed(random, count);
            assertThat(sum(values)).as("seed %d, %d terms", SEED, count).isEqualTo(inOrder(values));
        }
    }

    @Test
    void isAccurate() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int count : new int[] {10, 1_000, 100_000}) {
            double[] values = mixed(random, count);
            BigDecimal exact = BigDecimal.ZERO;
            double size = 0.0;
            for (double value : values) {
                exact = exact.add(new BigDecimal(value));
                size += Math.abs(value);
            }
            // 7 additions in a group and one for each pairing
            double roundings = 7 + Math.ceil(Math.log(count) / Math.log(2));
            double error = new BigDecimal(sum(values)).subtract(exact).abs().doubleValue();
            assertThat(error).as("seed %d, %d terms", SEED, count).isLessThanOrEqualTo(roundings * 0x1p-53 * size);
        }
    }

    @Test
    void looksAtTheFirstTermsOnly() {
        assertThat(Summation.sum(new double[] {1, 2, 4, 8}, 2)).isEqualTo(3.0);
        assertThat(Summation.sum(new double[] {5}, 0)).isEqualTo(0.0);
        assertThat(sum(-0.0)).isEqualTo(-0.0);
    }

    private static double sum(double... values) {
        return Summation.sum(values.clone(), values.length);
    }

    /** The order written again, with lists. */
    private static double inOrder(double[] values) {
        List<Double> level = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (i % 8 == 0) {
                level.add(values[i]);
            } else {
                int last = level.size() - 1;
                level.set(last, level.get(last) + values[i]);
            }
        }
        while (level.size() > 1) {
            List<Double> next = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                next.add(i + 1 < level.size() ? level.get(i) + level.get(i + 1) : level.get(i));
            }
            level = next;
        }
        return level.isEmpty() ? 0.0 : level.get(0);
    }

    private static double[] mixed(SplittableRandom random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(-6, 7));
        }
        return values;
    }
}
