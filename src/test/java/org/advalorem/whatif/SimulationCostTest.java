package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps simulations fast, told without a clock: passes over the draws, and memory. */
final class SimulationCostTest {
    private static final UncertainModel LINE = Line.uncertainty(Line.model(Line.FILE));

    /** The passes of a simulation, by what its progress says of each. */
    private static List<String> passes(UncertainModel uncertainty, Simulation.Settings settings) {
        List<String> passes = new ArrayList<>();
        long[] before = {0};
        Simulation.Result result = Simulation.run(uncertainty, Line.CHOSEN, settings, (what, done, total) -> {
            if (passes.isEmpty() || done <= before[0]) {
                passes.add(what);
            }
            before[0] = done;
            return true;
        });
        assertThat(result.exactQuantiles()).isTrue();
        return passes;
    }

    @ParameterizedTest
    @EnumSource(
            value = Sampling.Kind.class,
            names = {"MONTE_CARLO", "LATIN_HYPERCUBE", "SOBOL"})
    void onePassFindsEveryQuantile(Sampling.Kind kind) {
        for (int threads : new int[] {1, 3}) {
            assertThat(passes(LINE, Line.settings(kind, 1_500_000, threads))).containsExactly("draws");
        }
    }

    @Test
    void onePassFindsEveryQuantileOfThreeMillionDraws() {
        assertThat(passes(LINE, Line.settings(Sampling.Kind.MONTE_CARLO, 3_000_000, 2)))
                .containsExactly("draws");
    }

    @Test
    void onePassIsEnoughUntilAPrecision() {
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, 1, 100_000_000),
                OptionalDouble.of(0.00002),
                2,
                Simulation.SHARES,
                false);
        assertThat(passes(LINE, settings)).containsExactly("draws");
    }

    @Test
    void aFullFactorialTakesTwo() {
        assertThat(passes(LINE, Line.settings(Sampling.Kind.FACTORIAL, 400_000, 2)))
                .containsExactly("draws", "quantiles");
    }

    /** Two results: counts by cell, and the few numbers near quantiles, every 4,096 draws. */
    @Test
    void aDrawAllocatesLittle() {
        allocated(100_000);
        long less = allocated(600_000);
        long more = allocated(1_600_000);
        assertThat((more - less) / 1e6).as("bytes for a draw").isLessThan(16.0);
    }

    private static long allocated(long draws) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Simulation.run(LINE, Line.CHOSEN, Line.settings(Sampling.Kind.MONTE_CARLO, draws, 1), Progress.NONE);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
