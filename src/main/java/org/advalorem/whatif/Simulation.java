package org.advalorem.whatif;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.engine.Workers;
import org.advalorem.rules.ResultKey;

/**
 * Simulation of the distributions of results when inputs are uncertain.
 *
 * <p>One pass over the draws gives moments, histograms and, as a rule, exact quantiles; memory does not grow with the number
 * of draws. Where quantiles are not found in it, draws are regenerated in further passes. The same seed gives
 * bit-identical results on any number of threads.
 */
public final class Simulation {
    /** The default shares at which quantiles are given. */
    public static final List<Double> SHARES = List.of(0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99);

    private Simulation() {}

    /**
     * The settings of a simulation.
     *
     * @param until the precision at which to stop: the half-width, as a fraction, of the 95 percent interval of every
     *     company's mean rate and of the all-others mean rate
     * @param threads at least one
     * @param shares the shares at which quantiles are given, ascending, more than 0 and less than 1
     * @param toleratesFailures whether draws that violate a condition of the calculation are counted rather than
     *     refused
     * @param crossed the rates, as fractions, below and above which draws are counted, besides the baseline
     */
    public record Settings(
            Sampling sampling,
            OptionalDouble until,
            int threads,
            List<Double> shares,
            boolean toleratesFailures,
            List<Double> crossed) {
        /** Copies the lists. */
        public Settings {
            shares = List.copyOf(shares);
            crossed = List.copyOf(crossed);
        }

        /** Settings without rates to be crossed. */
        public Settings(
                Sampling sampling, OptionalDouble until, int threads, List<Double> shares, boolean toleratesFailures) {
            this(sampling, until, threads, shares, toleratesFailures, List.of());
        }

        /** Settings for independent draws on one thread, none of which may violate a condition. */
        public static Settings of(long draws, long seed) {
            Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, seed, draws);
            return new Settings(sampling, OptionalDouble.empty(), 1, SHARES, false);
        }
    }

    /**
     * Processes that evaluate the draws.
     *
     * @param parts where they write those that they evaluate
     */
    public record Remote(Workers workers, DrawParts parts) {}

    /**
     * The distribution of every requested result.
     *
     * @param draws the number of draws made
     * @param partial whether the work was stopped before its end
     * @param precise whether a precision was requested and reached
     * @param exactQuantiles whether quantiles are exact; if the work was stopped before they were found, they are
     *     interpolated within less than a hundredth of the range
     * @param broken the conditions that fail in some draws
     */
    public record Result(
            Settings settings,
            long draws,
            boolean partial,
            boolean precise,
            boolean exactQuantiles,
            List<Distributed> results,
            List<BrokenCondition> broken) {
        /** Copies the lists. */
        public Result {
            results = List.copyOf(results);
            broken = List.copyOf(broken);
        }

        /** The extent of the run. */
        public Run run() {
            Sampling sampling = settings.sampling();
            return Run.drawn(
                    sampling.draws(),
                    draws,
                    partial,
                    sampling.seed(),
                    sampling.kind().toString());
        }

        /**
         * The distribution of a result.
         *
         * @throws IllegalArgumentException if the result was not requested
         */
        public Distributed result(ResultKey key) {
            return results.stream()
                    .filter(result -> result.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("(" + key + ") was not asked for."));
        }
    }

    /**
     * The outcome of a simulation.
     *
     * @param keys the results; a verdict counts as 1 or 0
     * @throws IllegalArgumentException if the design does not support that many draws or inputs, or cannot continue
     *     until a precision is reached, or the number of threads is less than one
     * @throws BrokenConditionException if a draw violates a condition of the calculation and that is not tolerated
     */
    public static Result run(UncertainModel uncertainty, List<ResultKey> keys, Settings settings, Progress progress) {
        return run(uncertainty, keys, settings, progress, Optional.empty());
    }

    /**
     * The outcome of a simulation that passes every draw counted to a sink, including draws that violate a condition if
     * these are tolerated.
     *
     * @param keys the results; a verdict counts as 1 or 0
     * @param sink receives the draws
     * @throws IllegalArgumentException if the design does not support that many draws or inputs, or cannot continue
     *     until a precision is reached, or the number of threads is less than one
     * @throws BrokenConditionException if a draw violates a condition of the calculation and that is not tolerated
     * @throws RuntimeException the exception of the sink, if it throws one
     */
    public static Result run(
            UncertainModel uncertainty,
            List<ResultKey> keys,
            Settings settings,
            Progress progress,
            Optional<DrawSink> sink) {
        return run(uncertainty, keys, settings, progress, sink, Optional.empty());
    }

    /**
     * The same, with the draws evaluated by workers: bit for bit what threads make of them.
     *
     * @param sink receives the draws
     * @param remote empty for threads of this process
     */
    public static Result run(
            UncertainModel uncertainty,
            List<ResultKey> keys,
            Settings settings,
            Progress progress,
            Optional<DrawSink> sink,
            Optional<Remote> remote) {
        if (settings.until().isPresent()) {
            settings.sampling().requireExtendable();
        }
        return new SimulationRun(uncertainty, keys, settings, progress, sink, remote).result();
    }
}
