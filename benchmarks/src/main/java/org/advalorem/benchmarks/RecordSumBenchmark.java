package org.advalorem.benchmarks;

import java.util.concurrent.TimeUnit;
import org.advalorem.engine.BatchWorker;
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

/** Twelve months of purchases, each on a benchmark of its own that varies: nanoseconds for a draw, drawing included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RecordSumBenchmark.DRAWS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RecordSumBenchmark {
    static final int DRAWS = 1 << 14;

    /** Records of the year. */
    @Param({"120", "24000", "1000000"})
    public int records = 120;

    private Records purchases = Records.of(Records.MONTHS);
    private BatchWorker worker = purchases.plan.worker();
    private long draw;

    /** Makes the records. */
    @Setup
    public void make() {
        purchases = Records.of(records);
        worker = purchases.plan.worker();
    }

    /** The sums of all months over sales. */
    @Benchmark
    public double sums() {
        double[] last = new double[1];
        worker.run(draw += DRAWS, DRAWS, purchases.sampling, (first, n, outputs) -> last[0] = outputs[0][0]);
        return last[0];
    }
}
