package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.RequirementTally;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;

/**
 * Simulation of the distributions of results when inputs are uncertain.
 *
 * <p>A first pass over the draws gives moments and counts by cell, later passes histograms and exact quantiles. Draws
 * are regenerated in each pass, so that memory does not grow with their number. The same seed gives bit-identical
 * results on any number of threads.
 */
public final class Simulation {
    /** The default shares at which quantiles are given. */
    public static final List<Double> SHARES = List.of(0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99);

    /** The max count of numbers held in memory by all exact quantiles together. */
    private static final int ROOM = 1 << 22;

    private static final int FEWEST_CHUNKS = 8;

    private static final double[] NOT_TAKEN = {};

    private final UncertainModel uncertainty;
    private final Settings settings;
    private final Progress progress;
    private final List<ResultKey> asked;
    /** The requested results that vary. */
    private final List<ResultKey> keys;

    private final Map<ResultKey, Double> constants = new HashMap<>();
    private final UncertainModel.Evaluation evaluation;
    private final Sampling.Layout layout;
    private final Supplier<BlockSource> sources;
    private final Pass first;
    private final Optional<Drawn> drawn;
    private long draws;
    private boolean partial;

    /**
     * The settings of a simulation.
     *
     * @param until the precision at which to stop: the half-width, as a fraction, of the 95 percent interval of every
     *     company's mean rate and of the all-others mean rate
     * @param threads at least one
     * @param shares the shares at which quantiles are given, ascending, more than 0 and less than 1
     * @param toleratesFailures whether draws that violate a condition of the calculation are counted rather than
     *     refused
     */
    public record Settings(
            Sampling sampling, OptionalDouble until, int threads, List<Double> shares, boolean toleratesFailures) {
        /** Copies the list. */
        public Settings {
            shares = List.copyOf(shares);
        }

        /** Settings for independent draws on one thread, none of which may violate a condition. */
        public static Settings of(long draws, long seed) {
            Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, seed, draws);
            return new Settings(sampling, OptionalDouble.empty(), 1, SHARES, false);
        }
    }

    /**
     * The distribution of every requested result.
     *
     * @param draws the number of draws made
     * @param partial whether the work was stopped before its end
     * @param precise whether a precision was requested and reached
     * @param exactQuantiles whether quantiles are exact; if the work was stopped before they were found, they have four
     *     digits
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

    /** The moments of all results, overall and by replicate, and their counts by cell. */
    private static final class Pass {
        final List<Moments> moments = new ArrayList<>();
        final List<List<Moments>> byReplicate = new ArrayList<>();
        final List<QuantileBuckets> tallies = new ArrayList<>();

        Pass(int outputs, int replicates) {
            for (int i = 0; i < outputs; i++) {
                moments.add(new Moments());
                tallies.add(new QuantileBuckets());
                byReplicate.add(IntStream.range(0, replicates)
                        .mapToObj(r -> new Moments())
                        .toList());
            }
        }
    }

    /**
     * The contribution of one chunk to one result: moments by stretch of one replicate, and numbers if there is a sink.
     */
    private static final class Counted {
        final List<Moments> stretches;
        final List<QuantileBuckets.Counted> cells;
        final double[] numbers;

        Counted(List<Moments> stretches, List<QuantileBuckets.Counted> cells, double[] numbers) {
            this.stretches = stretches;
            this.cells = cells;
            this.numbers = numbers;
        }
    }

    /** The contribution of one chunk to one result in a later pass. */
    private static final class Recounted {
        final int[] bins;
        final List<QuantileRefinement.Part> parts;

        Recounted(int[] bins, List<QuantileRefinement.Part> parts) {
            this.bins = bins;
            this.parts = parts;
        }
    }

    private Simulation(
            UncertainModel uncertainty,
            List<ResultKey> keys,
            Settings settings,
            Progress progress,
            Optional<DrawSink> sink) {
        this.uncertainty = uncertainty;
        this.settings = settings;
        this.progress = progress;
        this.asked = List.copyOf(keys);
        UncertainModel.Evaluation all = uncertainty.evaluation(keys);
        this.keys = IntStream.range(0, keys.size())
                .filter(i -> all.batch().constant(i).isEmpty())
                .mapToObj(keys::get)
                .toList();
        IntStream.range(0, keys.size())
                .filter(i -> all.batch().constant(i).isPresent())
                .forEach(i -> constants.put(keys.get(i), all.batch().constant(i).getAsDouble()));
        this.evaluation = uncertainty.evaluation(this.keys);
        this.layout = uncertainty.layout(settings.sampling());
        this.sources = uncertainty.sources(layout, evaluation.columns());
        this.first = new Pass(this.keys.size(), layout.replicates().size());
        this.drawn = sink.map(to -> new Drawn(uncertainty, layout, asked, this.keys, constants, to));
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
        if (settings.until().isPresent()) {
            settings.sampling().requireExtendable();
        }
        return new Simulation(uncertainty, keys, settings, progress, sink).result();
    }

    private Result result() {
        boolean[] precise = {false};
        RequirementTally tally = firstPass(precise);
        List<BrokenCondition> broken = BrokenCondition.of(tally, draws);
        List<QuantileRefinement> ranks = new ArrayList<>();
        List<Bins> bins = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Moments moments = first.moments.get(i);
            ranks.add(new QuantileRefinement(first.tallies.get(i), wanted(moments.count()), ROOM / keys.size()));
            bins.add(Bins.over(moments.min(), moments.max()));
        }
        boolean exact = !partial && laterPasses(ranks, bins);
        List<Distributed> results = asked.stream()
                .map(key -> constants.containsKey(key)
                        ? constant(key, constants.getOrDefault(key, 0.0))
                        : varying(keys.indexOf(key), exact, ranks, bins))
                .toList();
        return new Result(settings, draws, partial, precise[0], exact, results, broken);
    }

    private Distributed constant(ResultKey key, double value) {
        return new Distributed(
                key,
                value,
                draws,
                0,
                value,
                0.0,
                0.0,
                0.0,
                value,
                value,
                settings.shares().stream()
                        .map(share -> new Distributed.Quantile(share, value, value, value))
                        .toList(),
                new Distributed.Histogram(List.of(), List.of()));
    }

    private Distributed varying(int output, boolean exact, List<QuantileRefinement> ranks, List<Bins> bins) {
        if (exact) {
            return distributed(output, ranks.get(output)::number, bins.get(output));
        }
        Moments moments = first.moments.get(output);
        QuantileBuckets cells = first.tallies.get(output);
        Bins counted = Bins.over(moments.min(), moments.max());
        cells.forEach(counted::add);
        return distributed(
                output, rank -> QuantileBuckets.middle(cells.find(rank).cell()), counted);
    }

    private RequirementTally firstPass(boolean[] precise) {
        List<Integer> watched = IntStream.range(0, keys.size())
                .filter(i -> keys.get(i).measure() == Measure.RATE_UNROUNDED
                        && keys.get(i).subject().isTotal())
                .boxed()
                .toList();
        long most = layout.draws();
        long[] chunks = {0};
        return BatchRun.run(
                evaluation.batch(),
                most,
                settings.threads(),
                sources,
                (firstDraw, count, columns) -> count(firstDraw, count, columns),
                (List<Counted> chunk, RequirementTally tally) -> {
                    long firstDraw = chunks[0] * BatchRun.CHUNK;
                    add(chunk, firstDraw);
                    chunks[0]++;
                    draws = Math.min(most, chunks[0] * BatchRun.CHUNK);
                    if (!tally.isClean() && !settings.toleratesFailures()) {
                        throw new BrokenConditionException(BrokenCondition.of(tally, draws), uncertainty, layout);
                    }
                    drawn.ifPresent(to -> to.take(
                            firstDraw,
                            (int) (draws - firstDraw),
                            chunk.stream().map(of -> of.numbers).toList()));
                    precise[0] = settings.until().isPresent() && isPrecise(chunks[0], watched);
                    boolean goesOn = precise[0] || progress.reached("draws", draws, most);
                    partial = !goesOn && draws < most;
                    return goesOn && !precise[0];
                });
    }

    private List<Counted> count(long firstDraw, int count, double[][] columns) {
        List<Counted> counted = new ArrayList<>();
        for (double[] column : columns) {
            List<Moments> stretches = new ArrayList<>();
            for (int from = 0; from < count; from += stretch(firstDraw + from, count - from)) {
                stretches.add(Moments.of(column, from, from + stretch(firstDraw + from, count - from)));
            }
            counted.add(new Counted(
                    stretches,
                    QuantileBuckets.count(column, 0, count),
                    drawn.isPresent() ? Arrays.copyOf(column, count) : NOT_TAKEN));
        }
        return counted;
    }

    /** The number of next draws that belong to one replicate, at most {@code most}. */
    private int stretch(long draw, int most) {
        return layout.replicates().size() == 1 ? most : (int) Math.min(most, layout.length() - draw % layout.length());
    }

    private void add(List<Counted> chunk, long firstDraw) {
        for (int i = 0; i < chunk.size(); i++) {
            long draw = firstDraw;
            for (Moments stretch : chunk.get(i).stretches) {
                first.moments.get(i).add(stretch);
                first.byReplicate.get(i).get(layout.replicate(draw)).add(stretch);
                draw += stretch.count() + stretch.notFinite();
            }
            first.tallies.get(i).add(chunk.get(i).cells);
        }
    }

    private boolean isPrecise(long chunks, List<Integer> watched) {
        boolean mayStop =
                chunks >= FEWEST_CHUNKS && chunks % layout.replicates().size() == 0;
        return mayStop
                && watched.stream()
                        .allMatch(i -> meanError(i).margin() <= settings.until().orElse(0.0));
    }

    /**
     * A standard error of the mean.
     *
     * @param independent the independent draws or replicates from which it was estimated
     */
    private record MeanError(double error, long independent) {
        static MeanError of(Moments moments) {
            double error = moments.count() < 2
                    ? Double.NaN
                    : moments.standardDeviation() / Math.sqrt((double) moments.count());
            return new MeanError(error, moments.count());
        }

        /** Half of the 95 percent interval of the mean. */
        double margin() {
            return error == 0.0 ? 0.0 : Confidence.factor(independent) * error;
        }
    }

    /**
     * The standard error of the mean, from the spread of independent draws or of independent replicates; 0 if nothing
     * is random.
     */
    private MeanError meanError(int output) {
        if (!isRandom()) {
            return new MeanError(0.0, 0);
        }
        List<Moments> replicates = first.byReplicate.get(output);
        if (replicates.size() == 1) {
            Moments moments = first.moments.get(output);
            return MeanError.of(moments);
        }
        double[] means = replicates.stream()
                .filter(replicate -> replicate.count() > 0)
                .mapToDouble(Moments::mean)
                .toArray();
        return MeanError.of(Moments.of(means, 0, means.length));
    }

    private boolean laterPasses(List<QuantileRefinement> ranks, List<Bins> bins) {
        boolean counts = true;
        while (counts || ranks.stream().anyMatch(QuantileRefinement::open)) {
            if (!laterPass(ranks, bins, counts)) {
                return false;
            }
            counts = false;
        }
        return true;
    }

    private boolean laterPass(List<QuantileRefinement> ranks, List<Bins> bins, boolean counts) {
        long[] done = {0};
        boolean[] stopped = {false};
        BatchRun.run(
                evaluation.batch(),
                draws,
                settings.threads(),
                sources,
                (firstDraw, count, columns) -> IntStream.range(0, columns.length)
                        .mapToObj(i -> new Recounted(
                                counts ? bins.get(i).read(columns[i], 0, count) : new int[0],
                                ranks.get(i).open() ? ranks.get(i).read(columns[i], 0, count) : List.of()))
                        .toList(),
                (List<Recounted> chunk, RequirementTally tally) -> {
                    for (int i = 0; i < chunk.size(); i++) {
                        bins.get(i).add(chunk.get(i).bins);
                        ranks.get(i).add(chunk.get(i).parts);
                    }
                    done[0] = Math.min(draws, done[0] + BatchRun.CHUNK);
                    stopped[0] = !progress.reached("quantiles", done[0], draws);
                    return !stopped[0];
                });
        ranks.forEach(QuantileRefinement::endPass);
        return !stopped[0];
    }

    private boolean isRandom() {
        return settings.sampling().errors() != Sampling.Errors.NONE;
    }

    private List<Long> wanted(long count) {
        List<Long> wanted = new ArrayList<>();
        if (count > 0) {
            for (double share : settings.shares()) {
                wanted.add(Confidence.rank(share, count));
                if (isRandom()) {
                    Confidence.lowerRank(share, count).ifPresent(wanted::add);
                    Confidence.upperRank(share, count).ifPresent(wanted::add);
                }
            }
        }
        return wanted;
    }

    /** A lookup of numbers by rank. */
    @FunctionalInterface
    private interface ByRank {
        double number(long rank);
    }

    private Distributed.Quantile quantile(double share, long count, ByRank numbers) {
        double value = numbers.number(Confidence.rank(share, count));
        return isRandom()
                ? new Distributed.Quantile(
                        share,
                        value,
                        bound(Confidence.lowerRank(share, count), numbers),
                        bound(Confidence.upperRank(share, count), numbers))
                : new Distributed.Quantile(share, value, value, value);
    }

    private static double bound(OptionalLong rank, ByRank numbers) {
        return rank.isPresent() ? numbers.number(rank.getAsLong()) : Double.NaN;
    }

    private Distributed distributed(int output, ByRank numbers, Bins bins) {
        Moments moments = first.moments.get(output);
        List<Distributed.Quantile> quantiles = new ArrayList<>();
        for (double share : settings.shares()) {
            quantiles.add(
                    moments.count() == 0
                            ? new Distributed.Quantile(share, Double.NaN, Double.NaN, Double.NaN)
                            : quantile(share, moments.count(), numbers));
        }
        ResultKey key = keys.get(output);
        MeanError error = meanError(output);
        return new Distributed(
                key,
                uncertainty.model().result(key).orElse(0.0),
                moments.count(),
                moments.notFinite(),
                moments.mean(),
                error.error(),
                error.margin(),
                moments.count() < 2 && isRandom() ? Double.NaN : moments.standardDeviation(),
                moments.min(),
                moments.max(),
                quantiles,
                bins.histogram());
    }
}
