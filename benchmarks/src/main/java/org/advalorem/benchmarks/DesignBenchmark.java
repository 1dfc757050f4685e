package org.advalorem.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.advalorem.uncertainty.Design;
import org.advalorem.uncertainty.LatinHypercube;
import org.advalorem.uncertainty.MonteCarlo;
import org.advalorem.uncertainty.Sobol;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each way to lay out draws: nanoseconds for a number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DesignBenchmark.BLOCK)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DesignBenchmark {
    static final int BLOCK = 1024;
    private static final int DRAWS = 1 << 20;
    private static final List<String> ADDRESSES = List.of("a", "b", "c");

    private final Design monteCarlo = MonteCarlo.of(1, ADDRESSES);
    private final Design latinHypercube = LatinHypercube.of(1, ADDRESSES, DRAWS);
    private final Design sobol = Sobol.of(1, ADDRESSES);
    private final double[] u = ReferenceModel.aligned(BLOCK);
    private int block;

    private double[] fill(Design design) {
        design.fill(1, (long) (block++ & 1023) * BLOCK, BLOCK, u, 0);
        return u;
    }

    /** Independent draws. */
    @Benchmark
    public double[] monteCarlo() {
        return fill(monteCarlo);
    }

    /** One draw in each of a million strata. */
    @Benchmark
    public double[] latinHypercube() {
        return fill(latinHypercube);
    }

    /** Scrambled Sobol' points. */
    @Benchmark
    public double[] sobol() {
        return fill(sobol);
    }
}
