package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.PickFreeze;
import org.advalorem.engine.RequirementTally;
import org.advalorem.engine.Workers;
import org.advalorem.rules.ResultKey;

/**
 * Variance-based sensitivity analysis: first-order and total Sobol' indices of uncertain inputs with 95 percent
 * intervals.
 *
 * <p>The first-order index of an input is the share of the variance of a rate that would vanish if the input were
 * known; the total index is the share that would remain if everything else were known. Two samples are drawn, and for
 * every input the first sample is evaluated once more with that input taken from the second, recalculating only what is
 * downstream of it ({@link PickFreeze}). For the estimators and their intervals see {@link SobolIndices}. The same seed
 * gives bit-identical results on any number of threads.
 */
public final class SobolAnalysis {
    /**
     * The granularity of the draws of each sample, which are rounded up to a multiple of it so that all batches are
     * equal in size.
     */
    public static final long DRAWS_AT_ONCE = BatchRun.CHUNK;

    /**
     * The number of changed draws below which an interval rests on few events: with 10 or fewer, 95 percent intervals of
     * a rarely drawn input cover too little, with 20 or more 92 to 96 percent.
     */
    public static final long FEW_EVENTS = 30;

    /**
     * The kurtosis above which the tails of a result count as heavy: 95 percent intervals covered 93 to 95 percent at a
     * kurtosis of 7, 89 to 92 at 12 and 75 to 78 at 50. That of uniform, triangular, normal and exponential numbers is at
     * most 9.
     */
    public static final double HEAVY_TAILS = 10.0;

    /** The number of draws in the pilot run whose mean centres the sums. */
    private static final int PILOT = 1024;

    private final UncertainModel uncertainty;
    private final List<ResultKey> keys;
    private final Settings settings;
    private final long draws;
    private final Supplier<BlockSource> first;
    private final Supplier<BlockSource> second;
    private final Sampling.Layout layout;
    private final Sampling.Layout secondLayout;
    private final UncertainModel.Evaluation evaluation;
    private final List<List<Integer>> groups;
    private final PickFreeze exchange;

    /**
     * The settings of an analysis.
     *
     * @param draws the draws of each sample, at least one; rounded up to a multiple of {@link #DRAWS_AT_ONCE}
     * @param threads at least one
     * @param resamples the number of bootstrap resamples; 0 for asymptotic intervals
     * @param together whether correlated inputs count as one
     */
    public record Settings(long seed, long draws, int threads, int resamples, boolean together) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if there is less than one draw, or the number of resamples is negative
         */
        public Settings {
            if (draws < 1) {
                throw new IllegalArgumentException("The number of draws (" + draws + ") must be at least 1.");
            }
            if (resamples < 0) {
                throw new IllegalArgumentException("The number of resamples (" + resamples + ") is negative.");
            }
        }

        /** The number of draws of each sample, rounded up to a multiple of {@link #DRAWS_AT_ONCE}. */
        public long drawsMade() {
            return (draws + DRAWS_AT_ONCE - 1) / DRAWS_AT_ONCE * DRAWS_AT_ONCE;
        }
    }

    /**
     * How often a position of a choice was drawn.
     *
     * @param input the address of the choice
     * @param position its name, such as {@code yes}
     * @param draws the number of draws of both samples with that position
     */
    public record Frequency(String input, String position, long draws) {}

    /**
     * The indices of one input, or of correlated inputs that count as one.
     *
     * @param inputs their addresses
     * @param reaches whether the calculation leads from them to the result; if not, the result does not depend on them
     * @param changes the number of draws in which taking them from the second sample changed the result
     * @param drawn how often each position of the choices among them was drawn; empty for quantities
     * @param first the share of variance due to the input by itself; no estimate if the input {@link #isUnseen}
     * @param total that share plus the share due to its interactions with others; likewise
     */
    public record Index(
            List<String> inputs, boolean reaches, long changes, List<Frequency> drawn, Estimate first, Estimate total) {
        /** Copies the lists. */
        public Index {
            inputs = List.copyOf(inputs);
            drawn = List.copyOf(drawn);
        }

        /**
         * Whether the result may depend on the input, but did not change with it in any draw: zeros in place of indices
         * then say nothing, and an interval would claim what no draw shows.
         */
        public boolean isUnseen() {
            return reaches && changes == 0;
        }

        /** Whether the intervals rest on so few changed draws that they may be too narrow. */
        public boolean hasFewEvents() {
            return changes > 0 && changes < FEW_EVENTS;
        }

        /** The addresses, joined by plus signs. */
        public String name() {
            return String.join(" + ", inputs);
        }
    }

    /**
     * The indices of one result.
     *
     * @param key the result
     * @param base its value in the baseline
     * @param mean the mean over both samples; NaN, like all indices, if the result is not finite in some draw
     * @param standardDeviation the standard deviation over both samples
     * @param skewness the skewness over both samples; NaN if the result does not vary
     * @param kurtosis the kurtosis over both samples, 3 for a normal distribution; NaN if the result does not vary
     * @param unexplained one minus the sum of the first-order indices: the share due to interactions
     * @param ranking the indices of all inputs, largest total index first
     */
    public record Indices(
            ResultKey key,
            double base,
            double mean,
            double standardDeviation,
            double skewness,
            double kurtosis,
            Estimate unexplained,
            List<Index> ranking) {
        /** Copies the list. */
        public Indices {
            ranking = List.copyOf(ranking);
        }

        /** Whether the result may depend on inputs, but did not change with any of them in any draw. */
        public boolean isUnseen() {
            return ranking.stream().anyMatch(Index::reaches)
                    && ranking.stream().allMatch(index -> index.changes() == 0);
        }

        /** Whether the tails of the result are so heavy that intervals may be too narrow. */
        public boolean hasHeavyTails() {
            return kurtosis > HEAVY_TAILS;
        }

        /**
         * The indices of an input.
         *
         * @param input its address
         * @throws IllegalArgumentException if the input is not uncertain
         */
        public Index index(String input) {
            return ranking.stream()
                    .filter(index -> index.inputs().contains(input))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("(" + input + ") is not uncertain."));
        }
    }

    /**
     * The cost of an analysis.
     *
     * @param evaluations the number of evaluations of all results: two samples, and the first sample again for every
     *     input
     * @param downstreamOnly whether only what is downstream of an input was recalculated for it, as is possible without
     *     uncertain choices
     * @param operations the number of operations that one draw of one sample takes
     * @param exchangeOperations the number of operations that one draw takes for all inputs together
     */
    public record Cost(long evaluations, boolean downstreamOnly, long operations, long exchangeOperations) {
        /** The operations of the analysis as a multiple of those of evaluating one sample. */
        public double ratio() {
            return operations == 0 ? 2.0 : 2.0 + (double) exchangeOperations / operations;
        }
    }

    /**
     * The indices of every requested result.
     *
     * @param draws the number of draws of each sample made
     * @param partial whether the work was stopped before its end; the indices are those of the draws made
     */
    public record Result(Settings settings, long draws, boolean partial, Cost cost, List<Indices> results) {
        /** Copies the list. */
        public Result {
            results = List.copyOf(results);
        }

        /** The extent of the run. */
        public Run run() {
            return Run.drawn(settings.drawsMade(), draws, partial, settings.seed(), "monte-carlo");
        }

        /**
         * The indices of a result.
         *
         * @throws IllegalArgumentException if the result was not requested
         */
        public Indices result(ResultKey key) {
            return results.stream()
                    .filter(result -> result.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("(" + key + ") was not asked for."));
        }
    }

    private SobolAnalysis(UncertainModel uncertainty, List<ResultKey> keys, Settings settings) {
        this.uncertainty = uncertainty;
        this.keys = List.copyOf(keys);
        this.settings = settings;
        this.draws = settings.drawsMade();
        this.evaluation = uncertainty.evaluation(keys);
        this.layout = uncertainty.layout(new Sampling(Sampling.Kind.MONTE_CARLO, settings.seed(), draws));
        this.secondLayout = uncertainty.secondLayout(settings.seed(), draws);
        this.first = uncertainty.sources(layout, evaluation.columns());
        this.second = uncertainty.sources(secondLayout, evaluation.columns());
        this.groups = groups();
        this.exchange = PickFreeze.of(
                evaluation.batch(), groups.stream().map(this::columns).toList());
    }

    /**
     * The indices of the uncertain inputs.
     *
     * @param keys the results; a verdict counts as 1 or 0
     * @throws IllegalArgumentException if the number of threads is less than one
     * @throws CorrelatedInputsException if inputs are correlated and do not count as one
     * @throws BrokenConditionException if a draw violates a condition of the calculation
     */
    public static Result run(UncertainModel uncertainty, List<ResultKey> keys, Settings settings, Progress progress) {
        return run(uncertainty, keys, settings, progress, Optional.empty());
    }

    /**
     * The same, with the draws evaluated by workers: bit for bit what threads make of them.
     *
     * @param workers empty for threads of this process
     */
    public static Result run(
            UncertainModel uncertainty,
            List<ResultKey> keys,
            Settings settings,
            Progress progress,
            Optional<Workers> workers) {
        if (!uncertainty.correlated().isEmpty() && !settings.together()) {
            throw new CorrelatedInputsException(uncertainty.correlated().stream()
                    .map(input -> uncertainty.inputs().get(input).address())
                    .toList());
        }
        return new SobolAnalysis(uncertainty, keys, settings).result(progress, workers);
    }

    /**
     * The indices of inputs that are exchanged together: each by itself, except that the correlated ones form one
     * group.
     */
    private List<List<Integer>> groups() {
        List<List<Integer>> all = new ArrayList<>();
        List<Integer> correlated = uncertainty.correlated();
        for (int input = 0; input < uncertainty.inputs().size(); input++) {
            if (!correlated.contains(input)) {
                all.add(List.of(input));
            } else if (correlated.get(0) == input) {
                all.add(correlated);
            }
        }
        return all;
    }

    /** The columns of inputs; an input on which nothing depends has none. */
    private List<Integer> columns(List<Integer> inputs) {
        return inputs.stream()
                .map(input -> evaluation.columns().indexOf(input))
                .filter(column -> column >= 0)
                .toList();
    }

    private Result result(Progress progress, Optional<Workers> workers) {
        double[] centres = centres();
        List<SobolSums> sums = sums(centres);
        long[] done = {0};
        boolean[] stopped = {false};
        BatchRun.ChunkSink<List<SobolSums>> sink = (chunk, soFar) -> {
            for (int i = 0; i < chunk.size(); i++) {
                sums.get(i).add(chunk.get(i));
            }
            done[0] = done[0] + BatchRun.CHUNK;
            stopped[0] = !progress.reached("draws", done[0], draws) && done[0] < draws;
            return soFar.isClean() && !stopped[0];
        };
        RequirementTally tally = workers.isPresent()
                ? exchange.run(
                        workers.get(),
                        draws,
                        first,
                        second,
                        () -> new Summing(centres),
                        new SumsForm(centres, groups.size()),
                        sink)
                : exchange.run(draws, settings.threads(), first, second, () -> new Summing(centres), sink);
        long evaluations = done[0] * (2 + groups.size());
        if (!tally.isClean()) {
            throw broken(BrokenCondition.of(tally, evaluations));
        }
        Cost cost =
                new Cost(evaluations, exchange.downstreamOnly(), exchange.operations(), exchange.exchangeOperations());
        List<List<Frequency>> drawn =
                groups.stream().map(inputs -> drawn(inputs, done[0])).toList();
        List<Indices> results = IntStream.range(0, keys.size())
                .mapToObj(i -> indices(i, sums.get(i), drawn, done[0]))
                .toList();
        return new Result(settings, done[0], stopped[0], cost, results);
    }

    /** The means of the results over a pilot run. */
    private double[] centres() {
        List<Moments> moments = keys.stream().map(key -> new Moments()).toList();
        BatchRun.run(
                evaluation.batch(),
                Math.min(draws, PILOT),
                1,
                first,
                (firstDraw, count, columns) -> IntStream.range(0, columns.length)
                        .mapToObj(i -> Moments.of(columns[i], 0, count))
                        .toList(),
                (List<Moments> chunk, RequirementTally ignored) -> {
                    IntStream.range(0, chunk.size()).forEach(i -> moments.get(i).add(chunk.get(i)));
                    return true;
                });
        return moments.stream().mapToDouble(Moments::mean).toArray();
    }

    private List<SobolSums> sums(double[] centres) {
        List<SobolSums> sums = new ArrayList<>();
        for (double centre : centres) {
            sums.add(new SobolSums(centre, groups.size()));
        }
        return sums;
    }

    /** An accumulator of the evaluations of one thread. */
    private final class Summing implements PickFreeze.Reader<List<SobolSums>> {
        private final double[] centres;
        private final boolean[] constant = new boolean[keys.size()];
        private final boolean[][] reached = new boolean[groups.size()][keys.size()];
        private List<SobolSums> sums;

        Summing(double[] centres) {
            this.centres = centres;
            this.sums = sums(centres);
            for (int output = 0; output < constant.length; output++) {
                constant[output] = evaluation.batch().constant(output).isPresent();
                for (int i = 0; i < reached.length; i++) {
                    reached[i][output] = exchange.reaches(i, output);
                }
            }
        }

        @Override
        public void samples(int offset, int count, double[][] a, double[][] b) {
            for (int output = 0; output < constant.length; output++) {
                if (!constant[output]) {
                    sums.get(output).samples(offset, count, a[output], b[output]);
                }
            }
        }

        @Override
        public void exchanged(int group, int offset, int count, double[][] outputs) {
            for (int output = 0; output < constant.length; output++) {
                if (reached[group][output]) {
                    sums.get(output).exchanged(group, offset, count, outputs[output]);
                }
            }
        }

        @Override
        public List<SobolSums> chunk() {
            List<SobolSums> chunk = sums;
            sums = sums(centres);
            return chunk;
        }
    }

    /** How often each position of the choices among those inputs was drawn, by drawing them again. */
    private List<Frequency> drawn(List<Integer> inputs, long draws) {
        List<Frequency> found = new ArrayList<>();
        for (int input : inputs) {
            UncertainModel.Input of = uncertainty.inputs().get(input);
            long[] counts = new long[of.names().size()];
            double[] block = new double[BatchRun.CHUNK];
            for (BlockSource sample :
                    counts.length == 0 ? List.<BlockSource>of() : List.of(first.get(), second.get())) {
                for (long from = 0; from < draws; from += block.length) {
                    sample.fill(evaluation.columns().indexOf(input), from, block.length, block);
                    for (double position : block) {
                        counts[(int) position]++;
                    }
                }
            }
            for (int position = 0; position < counts.length; position++) {
                found.add(new Frequency(of.address(), of.names().get(position), counts[position]));
            }
        }
        return found;
    }

    private Indices indices(int output, SobolSums sums, List<List<Frequency>> drawn, long draws) {
        ResultKey key = keys.get(output);
        SobolIndices indices = SobolIndices.of(
                sums, draws, new SobolIndices.Intervals(settings.resamples(), settings.seed(), key.toString()));
        List<Index> ranking = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            SobolIndices.Effect effect = indices.effects().get(i);
            boolean reaches = columns(groups.get(i)).stream()
                    .anyMatch(column -> evaluation.batch().reaches(column, output));
            ranking.add(new Index(
                    groups.get(i).stream()
                            .map(input -> uncertainty.inputs().get(input).address())
                            .toList(),
                    reaches,
                    sums.changes(i),
                    drawn.get(i),
                    effect.first(),
                    effect.total()));
        }
        // the sort is stable: ties stay in the order written
        ranking.sort(Comparator.comparingDouble((Index index) -> -index.total().value()));
        boolean constant = evaluation.batch().constant(output).isPresent();
        double base = uncertainty.model().result(key).orElse(0.0);
        return new Indices(
                key,
                base,
                constant ? evaluation.batch().constant(output).getAsDouble() : indices.mean(),
                constant ? 0.0 : indices.standardDeviation(),
                constant ? Double.NaN : indices.skewness(),
                constant ? Double.NaN : indices.kurtosis(),
                constant ? Estimate.exact(0.0) : indices.unexplained(),
                ranking);
    }

    /** The exception for the first draw that violates a condition, with the inputs as drawn there. */
    private BrokenConditionException broken(List<BrokenCondition> broken) {
        List<List<Integer>> exchanged = new ArrayList<>();
        exchanged.add(List.of());
        exchanged.add(IntStream.range(0, uncertainty.inputs().size()).boxed().toList());
        exchanged.addAll(groups);
        long draw = broken.get(0).firstDraw();
        Set<Integer> guilty = exchanged.stream()
                .filter(inputs -> breaks(draw, columns(inputs)))
                .findFirst()
                .map(inputs -> (Set<Integer>) new HashSet<>(inputs))
                .orElse(Set.of());
        return new BrokenConditionException(broken, uncertainty, layout, secondLayout, guilty);
    }

    private boolean breaks(long draw, List<Integer> fromSecond) {
        BlockSource one = first.get();
        BlockSource other = second.get();
        return !BatchRun.run(
                        evaluation.batch(),
                        1,
                        1,
                        () -> (column, from, count, out) ->
                                (fromSecond.contains(column) ? other : one).fill(column, draw + from, count, out),
                        (from, count, outputs) -> count,
                        (count, soFar) -> true)
                .isClean();
    }
}
