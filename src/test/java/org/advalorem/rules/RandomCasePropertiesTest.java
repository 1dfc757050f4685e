package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.advalorem.Shows;
import org.advalorem.rules.Scenarios.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The twelve properties of RULES 14 on whole proceedings made by a seed. The seed stands in the name of the case;
 * {@code -Dadvalorem.seed=N} and {@code -Dadvalorem.cases=M} run M others from N on.
 */
@Tag("slow")
final class RandomCasePropertiesTest {
    private static final double TINY = 1e-13;

    static LongStream seeds() {
        long first = Long.getLong("advalorem.seed", 1_677);
        return LongStream.range(first, first + Integer.getInteger("advalorem.cases", 12));
    }

    private static Outcome run(long seed, Consumer<RandomCase> change) {
        RandomCase made = new RandomCase(seed);
        change.accept(made);
        return made.run();
    }

    private static double rate(long seed, Consumer<RandomCase> change) {
        return run(seed, change).rate("g");
    }

    private static double slice(long seed, int year) {
        return run(seed, made -> made.period = year).slice("g", "grant");
    }

    @Shows({"P1", "P2", "P3"})
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void slicesOfAGrant(long seed) {
        RandomCase made = new RandomCase(seed);
        int n = made.years();
        double[] slices = IntStream.range(0, n)
                .mapToDouble(k -> slice(seed, made.received + k))
                .toArray();
        double presentValue = IntStream.range(0, n)
                .mapToDouble(k -> slices[k] / Math.pow(1 + made.discountRate, k))
                .sum();
        assertThat(presentValue)
                .as("present value")
                .isCloseTo((double) made.grantAmount, within(made.grantAmount * 1e-12));
        double last = made.grantAmount / (double) n;
        assertThat(slices[n - 1]).as("last slice").isCloseTo(last, within(last * 1e-12));
        if (made.discountRate == 0) {
            assertThat(slices).as("straight line").containsOnly(slices[n - 1]);
        }
    }

    @Shows("P4")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scale(long seed) {
        double rate = rate(seed, made -> {});
        assertThat(rate(seed, made -> made.benefit = 2)).as("twice the benefit").isEqualTo(2 * rate);
        assertThat(rate(seed, made -> made.money = 977)).as("another unit").isCloseTo(rate, within(rate * TINY));
        // the test of half a percent is of sales too: such a grant stays spread
        assertThat(rate(seed, made -> {
                    made.sales = 2;
                    made.benefit = 2;
                }))
                .as("twice both")
                .isCloseTo(rate, within(rate * TINY));
    }

    @Shows("P5")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void methodsOfAdjustmentAreOrdered(long seed) {
        double none = rate(seed, made -> made.method = "none");
        double denominator = rate(seed, made -> made.method = "denominator");
        double ratio = rate(seed, made -> made.method = "ratio");
        assertThat(ratio).isLessThan(denominator);
        assertThat(denominator).isLessThan(none);
    }

    @Shows("P6")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void zeroedIsNeverBelowNetted(long seed) {
        double zeroed = rate(seed, made -> made.zeroing = "transaction");
        double monthly = rate(seed, made -> made.zeroing = "month");
        double netted = rate(seed, made -> made.zeroing = "none");
        assertThat(zeroed).isGreaterThanOrEqualTo(monthly);
        assertThat(monthly).isGreaterThanOrEqualTo(netted);
    }

    @Shows("P7")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFurtherProgramNeverLowersTheRate(long seed) {
        assertThat(rate(seed, made -> made.oneMoreProgram = true)).isGreaterThan(rate(seed, made -> {}));
    }

    @Shows("P8")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allOthersLiesBetweenAndIgnoresTheExcluded(long seed) {
        Outcome outcome = run(seed, made -> {});
        double[] qualifying = java.util.stream.Stream.of("g", "b", "c")
                .filter(company -> !outcome.deMinimis(company))
                .mapToDouble(outcome::rate)
                .sorted()
                .toArray();
        double allOthers = outcome.of("all-others.rate-unrounded");
        assertThat(allOthers).isBetween(qualifying[0] - 5e-5, qualifying[qualifying.length - 1] + 5e-5);
        assertThat(run(seed, made -> made.oneMoreExcluded = true).of("all-others.rate-unrounded"))
                .isCloseTo(allOthers, within(1e-15));
    }

    @Shows("P9")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anUncreditworthyFirmPaysMoreIfMoreDefault(long seed) {
        double level = rate(seed, made -> made.defaultRate = "2%");
        double before = 0;
        for (int p = 0; p <= 60; p += 6) {
            String below = p + "%";
            double rate = rate(seed, made -> made.defaultRate = below);
            assertThat(rate).as(below).isGreaterThan(before);
            assertThat(rate > level).as(below).isEqualTo(p > 2);
            before = rate;
        }
    }

    @Shows("P10")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderDoesNotMatter(long seed) {
        double rate = rate(seed, made -> {});
        assertThat(rate(seed, made -> made.shuffled = true)).isCloseTo(rate, within(rate * TINY));
    }

    /** By the markup M = T (1 + m), the duty collected on M and on other sales to the United States is the subsidy. */
    @Shows("P11")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBlendedRateCollectsTheSubsidyExactly(long seed) {
        RandomCase made = new RandomCase(seed);
        double none = rate(seed, other -> other.method = "none");
        double blended = rate(seed, other -> other.method = "blended");
        // all sales to the United States go through the affiliate
        assertThat(blended * (1 + made.markup)).isCloseTo(none, within(none * TINY));
    }

    @Shows("P12")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theHalfPercentTurnsOnlyAtItsBoundary(long seed) {
        RandomCase made = new RandomCase(seed);
        BigDecimal half =
                BigDecimal.valueOf(made.salesOfPeriod()).movePointLeft(3).multiply(BigDecimal.valueOf(5));
        BigDecimal cent = new BigDecimal("0.01");
        for (BigDecimal factor : new BigDecimal[] {new BigDecimal("0.3"), new BigDecimal("0.99")}) {
            assertThat(spread(seed, half.multiply(factor).setScale(2, RoundingMode.DOWN)))
                    .isFalse();
        }
        assertThat(spread(seed, half.subtract(cent))).isFalse();
        assertThat(spread(seed, half)).isTrue();
        assertThat(spread(seed, half.add(cent))).isTrue();
        assertThat(spread(seed, half.multiply(BigDecimal.TEN))).isTrue();
    }

    /** Whether a grant of that amount is spread, seen in the year of receipt. */
    private static boolean spread(long seed, BigDecimal amount) {
        double slice = run(seed, made -> {
                    made.period = made.received;
                    made.grantOf = amount;
                })
                .slice("g", "grant");
        return Math.abs(slice - amount.doubleValue()) > amount.doubleValue() * 1e-6;
    }
}
