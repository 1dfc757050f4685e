package org.advalorem.benchmarks;

import java.util.concurrent.TimeUnit;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.RandomStream;
import org.advalorem.uncertainty.Variation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each distribution, with new random numbers every time: nanoseconds for a number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DistributionBenchmark.BLOCK)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DistributionBenchmark {
    static final int BLOCK = 1024;

    /** As in a scenario. */
    @Param({
        "uniform(1, 2)",
        "triangular(2, 6, 12)",
        "pert(2, 6, 12)",
        "normal(6, 1)",
        "truncated normal(6, 1, 4, 9)",
        "lognormal(62, 1.4)",
        "beta(2, 3)",
        "quantiles(p5: 1, p50: 2, p95: 7.5)",
        "bernoulli(0.6)",
        "discrete(denied: 0.4, granted: 0.35, split: 0.25)"
    })
    public String text = "";

    private final RandomStream stream = RandomStream.of(1, "benchmark");
    private final double[] u = ReferenceModel.aligned(BLOCK);
    private final double[] out = ReferenceModel.aligned(BLOCK);
    private Distribution distribution =
            Variation.parse("uniform(0, 1)", name -> new double[0]).distribution();
    private long draw;

    /** Reads the distribution. */
    @Setup
    public void read() {
        distribution = Variation.parse(text, name -> new double[0]).distribution();
    }

    /** The random numbers alone. */
    @Benchmark
    public double[] numbersOnly() {
        stream.uniforms(draw += BLOCK, BLOCK, u, 0);
        return u;
    }

    /** The random numbers and the distribution. */
    @Benchmark
    public double[] draws() {
        stream.uniforms(draw += BLOCK, BLOCK, u, 0);
        distribution.quantiles(u, 0, BLOCK, out);
        return out;
    }
}
