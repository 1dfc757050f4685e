package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RandomStreamTest {
    private static final long SEED = 20_260_703L;

    @Test
    void givesThePublishedNumbersOfSplitmix64() {
        // the first numbers for seed 1234567, as rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64 lists them
        RandomStream stream = new RandomStream(1_234_567L);
        assertThat(Long.toUnsignedString(stream.bits(0))).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(stream.bits(1))).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(stream.bits(2))).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(stream.bits(3))).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(stream.bits(4))).isEqualTo("16408922859458223821");
    }

    @Test
    void givesTheNumbersOfSplittableRandom() {
        for (long key : new long[] {0, 1, -1, SEED, Long.MIN_VALUE}) {
            SplittableRandom reference = new SplittableRandom(key);
            RandomStream stream = new RandomStream(key);
            for (int draw = 0; draw < 2_000; draw++) {
                assertThat(stream.bits(draw)).isEqualTo(reference.nextLong());
            }
        }
    }

    @Test
    void hashesTextsAsPublished() {
        // test vectors of the authors of FNV
        assertThat(StableHash.of("")).isEqualTo(0xCBF29CE484222325L);
        assertThat(StableHash.of("a")).isEqualTo(0xAF63DC4C8601EC8CL);
        assertThat(StableHash.of("foobar")).isEqualTo(0x85944171F73967E8L);
    }

    @Test
    void anyRangeGivesTheSameBits() {
        RandomStream stream = RandomStream.of(SEED, "companies.zhongji.markup");
        double[] whole = new double[3_000];
        long first = (1L << 40) - 1_000;
        stream.uniforms(first, whole.length, whole, 0);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] parts = new double[whole.length];
        for (int from = 0; from < parts.length; ) {
            int n = Math.min(parts.length - from, random.nextInt(1, 1_100));
            stream.uniforms(first + from, n, parts, from);
            from += n;
        }
        assertThat(parts).as("seed %d", SEED).isEqualTo(whole);
        for (int i = 0; i < whole.length; i++) {
            assertThat(stream.uniform(first + i)).isEqualTo(whole[i]);
        }
    }

    @Test
    void numbersLieBetweenZeroAndOneAndMirror() {
        assertThat(RandomStream.uniformOf(0L)).isEqualTo(0x1p-53);
        assertThat(RandomStream.uniformOf(-1L)).isEqualTo(1.0 - 0x1p-53);
        for (int draw = 0; draw < 10_000; draw++) {
            long bits = new RandomStream(SEED).bits(draw);
            assertThat(RandomStream.uniformOf(bits)).isEqualTo(((bits >>> 12) + 0.5) * 0x1p-52);
            assertThat(RandomStream.uniformOf(~bits)).isEqualTo(1.0 - RandomStream.uniformOf(bits));
        }
    }

    @Test
    void dependsOnSeedAndAddressOnly() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -20; seed < 20; seed++) {
            for (int input = 0; input < 200; input++) {
                assertThat(seen.add(RandomStream.of(seed, "programs[" + input + "].rate")
                                .bits(0)))
                        .isTrue();
            }
        }
        assertThat(RandomStream.of(7, "a.b").bits(3))
                .isEqualTo(RandomStream.of(7, "a.b").bits(3));
    }

    @Test
    void cellsAreFilledEvenly() {
        int cells = 1 << 12;
        int n = 1 << 20;
        for (String address : new String[] {"a", "b", "companies.zhongji.sales"}) {
            int[] counts = new int[cells];
            double[] u = new double[n];
            RandomStream.of(SEED, address).uniforms(0, n, u, 0);
            for (double value : u) {
                counts[(int) (value * cells)]++;
            }
            double statistic = 0.0;
            double expected = (double) n / cells;
            for (int count : counts) {
                statistic += (count - expected) * (count - expected) / expected;
            }
            // nearly normal with mean 4095 and deviation 90.5
            assertThat((statistic - (cells - 1)) / Math.sqrt(2.0 * (cells - 1)))
                    .as("seed %d", SEED)
                    .isBetween(-4.5, 4.5);
        }
    }

    @Test
    void streamsOfDifferentAddressesDoNotGoTogether() {
        int inputs = 100;
        int n = 4_096;
        double[][] u = new double[inputs][n];
        for (int input = 0; input < inputs; input++) {
            // names as alike as names get
            RandomStream.of(SEED, "programs.p" + input + ".rate").uniforms(0, n, u[input], 0);
        }
        double largest = 0.0;
        double squares = 0.0;
        int pairs = 0;
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < i; j++) {
                for (int lag = 0; lag < 3; lag++) {
                    double score = correlation(u[i], u[j], lag) * Math.sqrt(n - lag);
                    largest = Math.max(largest, Math.abs(score));
                    squares += score * score;
                    pairs++;
                }
            }
        }
        // 14,850 scores that are nearly standard normal: the largest above 5.2 in 3 of 1,000 seeds
        assertThat(largest).as("seed %d", SEED).isLessThan(5.2);
        assertThat(squares / pairs).isCloseTo(1.0, within(5 * Math.sqrt(2.0 / pairs)));
    }

    @Test
    void neighbouringSeedsDoNotGoTogether() {
        int n = 1 << 16;
        double[] one = new double[n];
        double[] other = new double[n];
        RandomStream.of(SEED, "a").uniforms(0, n, one, 0);
        RandomStream.of(SEED + 1, "a").uniforms(0, n, other, 0);
        assertThat(correlation(one, other, 0) * Math.sqrt(n)).isBetween(-4.0, 4.0);
        // pairs of them fill the square evenly
        int[] counts = new int[32 * 32];
        for (int i = 0; i < n; i++) {
            int column = (int) (one[i] * 32);
            int row = (int) (other[i] * 32);
            counts[column * 32 + row]++;
        }
        double expected = n / 1024.0;
        double statistic = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat((statistic - 1023) / Math.sqrt(2.0 * 1023))
                .as("seed %d", SEED)
                .isBetween(-4.5, 4.5);
    }

    private static double correlation(double[] x, double[] y, int lag) {
        int n = x.length - lag;
        double sum = 0.0;
        for (int i = 0; i < n; i++) {
            sum += (x[i] - 0.5) * (y[i + lag] - 0.5);
        }
        return 12 * sum / n;
    }
}
