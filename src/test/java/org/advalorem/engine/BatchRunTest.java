package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on several threads: the same results in the same order, and orderly ends. */
final class BatchRunTest {
    private static final long DRAWS = 20 * BatchRun.CHUNK + 17;

    private final CalculationBuilder builder = new CalculationBuilder();
    private final Term a = builder.input("a", BigDecimal.ONE, Unit.FRACTION);
    private final Term b = builder.input("b", new BigDecimal("0.3"), Unit.FRACTION);
    private final Term output = a.times(b).plus(b).minus(a.dividedBy(b)).rounded(3);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void givesTheSameOnAnyNumberOfThreads(int threads) {
        List<double[]> read = new ArrayList<>();
        List<Long> firstDraws = new ArrayList<>();
        RequirementTally tally = BatchRun.run(
                plan(),
                DRAWS,
                threads,
                () -> BatchRunTest::fill,
                (firstDraw, count, outputs) -> copy(firstDraw, count, outputs[0]),
                (chunk, soFar) -> {
                    firstDraws.add((long) chunk[0]);
                    read.add(chunk);
                    return true;
                });

        assertThat(firstDraws).hasSize(21).isSorted().startsWith(0L, 4096L);
        int draw = 0;
        for (double[] chunk : read) {
            for (int i = 1; i < chunk.length; i++) {
                double first = drawn(0, draw);
                double second = drawn(1, draw);
                double expected =
                        org.advalorem.calculation.LegalDecimals.round(first * second + second - first / second, 3);
                assertThat(Double.doubleToRawLongBits(chunk[i])).isEqualTo(Double.doubleToRawLongBits(expected));
                draw++;
            }
        }
        assertThat(draw).isEqualTo(DRAWS);
        assertThat(tally.isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void countsFailedRequirementsUpToTheChunkThatStops(int threads) {
        builder.require(a.less(builder.fraction("0.999")), "a is large.");
        builder.require(builder.truth(false), "Never.");
        long[] expected = failures(5L * BatchRun.CHUNK);
        List<Long> counted = new ArrayList<>();
        RequirementTally tally = BatchRun.run(
                plan(),
                DRAWS,
                threads,
                () -> BatchRunTest::fill,
                (firstDraw, count, outputs) -> firstDraw,
                (firstDraw, soFar) -> {
                    counted.add(soFar.failed(0));
                    return firstDraw < 4L * BatchRun.CHUNK;
                });

        assertThat(expected[0]).isGreaterThan(10);
        assertThat(counted).hasSize(5).isSorted();
        assertThat(counted.get(4)).isEqualTo(expected[0]);
        assertThat(tally.failed(0)).isEqualTo(expected[0]);
        assertThat(tally.firstFailed(0)).isEqualTo(expected[1]);
        assertThat(tally.failed(1)).isEqualTo(5L * BatchRun.CHUNK);
        assertThat(tally.firstFailed(1)).isZero();
        assertThat(tally.isClean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theLowestFailureIsThrownAfterEverythingBeforeIt(int threads) {
        List<Long> handedOver = new ArrayList<>();
        assertThatThrownBy(() -> BatchRun.run(
                        plan(),
                        DRAWS,
                        threads,
                        () -> BatchRunTest::fill,
                        (firstDraw, count, outputs) -> {
                            if (firstDraw >= 6L * BatchRun.CHUNK) {
                                throw new IllegalStateException("draw " + firstDraw);
                            }
                            return firstDraw;
                        },
                        (firstDraw, soFar) -> handedOver.add(firstDraw)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("draw " + 6L * BatchRun.CHUNK);
        assertThat(handedOver).hasSize(6).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void whatSinkOrSourceThrowsIsThrown(int threads) {
        assertThatThrownBy(() -> run(threads, () -> BatchRunTest::fill, (read, soFar) -> {
                    throw new IllegalStateException("sink");
                }))
                .hasMessage("sink");
        AtomicInteger made = new AtomicInteger();
        assertThatThrownBy(() -> run(
                        threads,
                        () -> {
                            if (made.incrementAndGet() == threads) {
                                throw new IllegalStateException("source");
                            }
                            return BatchRunTest::fill;
                        },
                        (read, soFar) -> true))
                .hasMessage("source");
        assertThatThrownBy(() -> run(
                        threads,
                        () -> (column, firstDraw, count, out) -> {
                            throw new AssertionError("fill");
                        },
                        (read, soFar) -> true))
                .isInstanceOf(AssertionError.class)
                .hasMessage("fill");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInterruptCancels(int threads) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(threads, () -> BatchRunTest::fill, (read, soFar) -> true))
                .isInstanceOf(CancellationException.class)
                .hasMessage("The run was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noDrawsAndFewDraws() {
        List<Integer> counts = new ArrayList<>();
        for (long draws : new long[] {0, 1, 5}) {
            BatchRun.run(
                    plan(),
                    draws,
                    3,
                    () -> BatchRunTest::fill,
                    (firstDraw, count, outputs) -> count,
                    (count, soFar) -> counts.add(count));
        }
        assertThat(counts).containsExactly(1, 5);
    }

    @Test
    void refusesWhatCannotBeRun() {
        assertThatThrownBy(() ->
                        BatchRun.run(plan(), -1, 1, () -> BatchRunTest::fill, (f, n, outputs) -> n, (n, soFar) -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of draws (-1) is negative.");
        assertThatThrownBy(() -> run(0, () -> BatchRunTest::fill, (read, soFar) -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of threads (0) is less than one.");
    }

    private void run(int threads, Supplier<BlockSource> sources, BatchRun.ChunkSink<Long> sink) {
        BatchRun.run(plan(), DRAWS, threads, sources, (firstDraw, count, outputs) -> firstDraw, sink);
    }

    private BatchPlan plan() {
        Calculation calculation = builder.build();
        return BatchPlan.of(
                calculation,
                List.of(Varied.replaced(calculation, "a"), Varied.replaced(calculation, "b")),
                List.of(output));
    }

    private static double[] copy(long firstDraw, int count, double[] column) {
        double[] copy = new double[count + 1];
        copy[0] = firstDraw;
        System.arraycopy(column, 0, copy, 1, count);
        return copy;
    }

    private static long[] failures(long draws) {
        long failed = 0;
        long first = -1;
        for (long draw = 0; draw < draws; draw++) {
            if (drawn(0, draw) >= 0.999) {
                failed++;
                first = first < 0 ? draw : first;
            }
        }
        return new long[] {failed, first};
    }

    private static void fill(int column, long firstDraw, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = drawn(column, firstDraw + i);
        }
    }

    private static double drawn(int column, long draw) {
        long z = (draw * 2 + column + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53 + 0x1p-54;
    }
}
