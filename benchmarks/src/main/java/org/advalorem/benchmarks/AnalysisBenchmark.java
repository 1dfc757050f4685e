package org.advalorem.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.advalorem.facts.Problems;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.SobolAnalysis;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole analyses on one thread, from a scenario that is read to the numbers of the report. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AnalysisBenchmark {
    private static final long SEED = 1;
    private static final long DRAWS = 100_000;
    private static final long BASE_DRAWS = 1 << 14;

    private final UncertainModel uncertainty =
            Loaded.read(ReferenceModel.SCENARIO).uncertainty();
    private final Loaded contested = Loaded.read(Path.of("scenarios", "aluminum-foil", "scenario.yaml"));

    /** Mean, quantiles and histogram of every result of the reference model, 100,000 draws. */
    @Benchmark
    public Object simulate() {
        Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, SEED, DRAWS);
        return Simulation.run(
                uncertainty,
                uncertainty.results(),
                new Simulation.Settings(sampling, OptionalDouble.empty(), 1, Simulation.SHARES, false),
                Progress.NONE);
    }

    /** Sobol' indices of one rate of the reference model, 16,384 draws of each sample. */
    @Benchmark
    public Object sensitivity() {
        return SobolAnalysis.run(
                uncertainty,
                List.of(Loaded.key(ReferenceModel.RESULT)),
                new SobolAnalysis.Settings(SEED, BASE_DRAWS, 1, 0, false),
                Progress.NONE);
    }

    /** Every combination of the issues of a determination, each built anew. */
    @Benchmark
    public Object issues() {
        return IssueTable.of(contested.model(), List.of(), 1, Progress.NONE, new Problems());
    }
}
