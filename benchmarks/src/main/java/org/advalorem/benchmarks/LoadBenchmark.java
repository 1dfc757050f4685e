package org.advalorem.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.advalorem.engine.Values;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What comes before the first draw: reading a scenario, evaluating it once, planning. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LoadBenchmark {
    /** A folder of {@code scenarios}. */
    @Param({"reference-model", "every-program", "aluminum-foil"})
    public String scenario = "reference-model";

    private Path file = ReferenceModel.SCENARIO;
    private Loaded loaded = Loaded.read(ReferenceModel.SCENARIO);

    /** Reads the scenario once. */
    @Setup
    public void read() {
        file = Path.of("scenarios", scenario, "scenario.yaml");
        loaded = Loaded.read(file);
    }

    /** Files to calculation. */
    @Benchmark
    public Object load() {
        return Loaded.read(file);
    }

    /** Every value once. */
    @Benchmark
    public Object evaluate() {
        return Values.of(loaded.calculation());
    }

    /** A plan for all results and the uncertain inputs, if the scenario has any. */
    @Benchmark
    public Object plan() {
        List<String> results = loaded.determination().results().addresses();
        return loaded.plan(results.toArray(String[]::new));
    }
}
