package org.advalorem.benchmarks;

import java.util.concurrent.TimeUnit;
import org.advalorem.engine.BatchWorker;
import org.advalorem.engine.BlockSource;
import org.advalorem.uncertainty.MonteCarlo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The reference model, one block of draws that lie in the cache: nanoseconds for a draw. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BatchReaderBenchmark.BLOCK)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BatchReaderBenchmark {
    static final int BLOCK = 1024;

    private final double[][] columns = new double[ReferenceModel.INPUTS][];
    private final double[] out = ReferenceModel.aligned(BLOCK);
    private final double[] x = new double[ReferenceModel.INPUTS];
    private final ReferenceModel.Buffers buffers = new ReferenceModel.Buffers(BLOCK);
    private final ReferenceModel model;
    private final BatchWorker worker;
    private final Sampling sampling;
    private final BlockSource held;

    /** Reads the scenario. */
    public BatchReaderBenchmark() {
        Loaded loaded = Loaded.read(ReferenceModel.SCENARIO);
        model = ReferenceModel.read(ReferenceModel.SCENARIO.getParent());
        worker = loaded.plan(ReferenceModel.RESULT).worker();
        sampling = new Sampling(MonteCarlo.of(1, loaded.addresses()), loaded.variations());
        held = JavaPeer.held(columns);
    }

    /** Draws one block. */
    @Setup
    public void draw() {
        for (int k = 0; k < columns.length; k++) {
            columns[k] = ReferenceModel.aligned(BLOCK);
            sampling.fill(k, 0, BLOCK, columns[k]);
        }
    }

    /** Nothing but handing over an array: what every figure of this class contains. */
    @Benchmark
    public double[] nothing() {
        return out;
    }

    /** The obvious loop over draws. */
    @Benchmark
    public double[] perDraw() {
        model.perDraw(columns, x, out, BLOCK);
        return out;
    }

    /** Loops fused by hand. */
    @Benchmark
    public double[] fusedByHand() {
        model.fused(columns, buffers, out, BLOCK);
        return out;
    }

    /** The batch reader over columns that are there. */
    @Benchmark
    public double batchReader() {
        double[] last = new double[1];
        worker.run(0, BLOCK, held, (first, n, outputs) -> last[0] = outputs[0][0]);
        return last[0];
    }

    /** The same, drawing the columns too. */
    @Benchmark
    public double batchReaderAndSampling() {
        double[] last = new double[1];
        worker.run(0, BLOCK, sampling, (first, n, outputs) -> last[0] = outputs[0][0]);
        return last[0];
    }
}
