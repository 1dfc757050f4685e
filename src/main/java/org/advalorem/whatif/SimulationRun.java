package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.RemoteRun;
import org.advalorem.engine.RequirementTally;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;

/**
 * The work of one simulation: a pass over the draws, by workers if there are any, and further ones, always here, if quantiles
 * were not found in it.
 */
final class SimulationRun {
    /** About how many numbers are held in memory by all results together. */
    private static final int ROOM = 1 << 22;

    private static final int FEWEST_CHUNKS = 8;

    private final UncertainModel uncertainty;
    private final Simulation.Settings settings;
    private final Progress progress;
    private final Optional<Simulation.Remote> remote;
    private final List<ResultKey> asked;
    /** The requested results that vary. */
    private final List<ResultKey> keys;

    private final Map<ResultKey, Double> constants = new HashMap<>();
    private final UncertainModel.Evaluation evaluation;
    private final Sampling.Layout layout;
    private final Supplier<BlockSource> sources;
    private final List<ResultTally> tallies;
    private final Optional<Drawn> drawn;
    private long draws;
    private boolean partial;
    private boolean precise;

    SimulationRun(
            UncertainModel uncertainty,
            List<ResultKey> keys,
            Simulation.Settings settings,
            Progress progress,
            Optional<DrawSink> sink,
            Optional<Simulation.Remote> remote) {
        this.uncertainty = uncertainty;
        this.remote = remote;
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
        this.tallies = this.keys.stream()
                .map(key -> new ResultTally(
                        layout.replicates().size(),
                        settings.shares(),
                        ROOM / this.keys.size(),
                        isRandom(),
                        crossed(key)))
                .toList();
        this.drawn = sink.map(this::drawn);
    }

    private Drawn drawn(DrawSink to) {
        return new Drawn(uncertainty, layout, asked, keys, constants, to);
    }

    Simulation.Result result() {
        List<BrokenCondition> broken = BrokenCondition.of(firstPass(), draws);
        List<RankSearch> searches = tallies.stream()
                .map(tally -> tally.search(wanted(tally.moments().count())))
                .toList();
        boolean exact = laterPasses(searches);
        List<Distributed> results = asked.stream()
                .map(key -> constants.containsKey(key)
                        ? constant(key, constants.getOrDefault(key, 0.0))
                        : varying(keys.indexOf(key), searches.get(keys.indexOf(key))))
                .toList();
        return new Simulation.Result(settings, draws, partial, precise, exact, results, broken);
    }

    private RequirementTally firstPass() {
        List<ResultTally> watched = IntStream.range(0, keys.size())
                .filter(i -> keys.get(i).measure() == Measure.RATE_UNROUNDED
                        && keys.get(i).subject().isTotal())
                .mapToObj(tallies::get)
                .toList();
        long most = layout.draws();
        long[] chunks = {0};
        BatchRun.ChunkSink<List<ResultTally.Chunk>> sink = (chunk, tally) -> {
            long firstDraw = draws;
            chunks[0]++;
            draws = Math.min(most, chunks[0] * BatchRun.CHUNK);
            add(chunk, firstDraw, (int) (draws - firstDraw));
            if (!tally.isClean() && !settings.toleratesFailures()) {
                throw new BrokenConditionException(BrokenCondition.of(tally, draws), uncertainty, layout);
            }
            drawn.ifPresent(to -> to.take(
                    firstDraw,
                    (int) (draws - firstDraw),
                    chunk.stream().map(ResultTally.Chunk::numbers).toList()));
            precise = settings.until().isPresent() && isPrecise(chunks[0], watched);
            boolean goesOn = precise || progress.reached("draws", draws, most);
            partial = !goesOn && draws < most;
            return goesOn && !precise;
        };
        return remote.isPresent()
                ? RemoteRun.run(
                        remote.get().workers(),
                        evaluation.batch(),
                        most,
                        sources,
                        new Readings(remote.get().parts()),
                        sink)
                : BatchRun.run(
                        evaluation.batch(),
                        most,
                        settings.threads(),
                        sources,
                        (firstDraw, count, columns) -> reading().read(firstDraw, count, columns),
                        sink);
    }

    private SimulationReading reading() {
        return new SimulationReading(
                tallies.stream().map(ResultTally::reader).toList(),
                layout,
                drawn.isPresent(),
                remote.map(Simulation.Remote::parts),
                Optional.empty());
    }

    /** The readings of this run for processes elsewhere. */
    private final class Readings implements RemoteRun.Forms<SimulationReading> {
        private final DrawParts parts;

        Readings(DrawParts parts) {
            this.parts = parts;
        }

        @Override
        public SimulationReading now() {
            return reading();
        }

        @Override
        public SimulationReading of(PackedReader in, int stretch) {
            return SimulationReading.of(
                    tallies, layout, in, () -> parts.part(in, stretch).map(part -> new DrawnPart(drawn(part), part)));
        }
    }

    private void add(List<ResultTally.Chunk> chunk, long firstDraw, int count) {
        int[] ends = SimulationReading.ends(layout, firstDraw, count);
        int[] replicates = IntStream.range(0, ends.length)
                .map(i -> layout.replicate(firstDraw + ends[i] - 1))
                .toArray();
        for (int i = 0; i < chunk.size(); i++) {
            tallies.get(i).add(chunk.get(i), replicates);
        }
    }

    private boolean isPrecise(long chunks, List<ResultTally> watched) {
        boolean mayStop =
                chunks >= FEWEST_CHUNKS && chunks % layout.replicates().size() == 0;
        return mayStop
                && watched.stream()
                        .allMatch(tally ->
                                meanError(tally).margin() <= settings.until().orElse(0.0));
    }

    private MeanError meanError(ResultTally tally) {
        return isRandom() ? MeanError.of(tally.byReplicate()) : MeanError.NONE;
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

    /** Whether all numbers are found. */
    private boolean laterPasses(List<RankSearch> searches) {
        while (searches.stream().anyMatch(RankSearch::isOpen)) {
            if (partial || !laterPass(searches)) {
                return false;
            }
        }
        return true;
    }

    private boolean laterPass(List<RankSearch> searches) {
        long[] done = {0};
        boolean[] stopped = {false};
        BatchRun.run(
                evaluation.batch(),
                draws,
                settings.threads(),
                sources,
                (firstDraw, count, columns) -> IntStream.range(0, columns.length)
                        .mapToObj(i -> searches.get(i).isOpen()
                                ? searches.get(i).read(columns[i], count)
                                : List.<RankSearch.Part>of())
                        .toList(),
                (List<List<RankSearch.Part>> chunk, RequirementTally tally) -> {
                    for (int i = 0; i < chunk.size(); i++) {
                        searches.get(i).add(chunk.get(i));
                    }
                    done[0] = Math.min(draws, done[0] + BatchRun.CHUNK);
                    stopped[0] = !progress.reached("quantiles", done[0], draws);
                    return !stopped[0];
                });
        if (!stopped[0]) {
            searches.forEach(RankSearch::endPass);
        }
        return !stopped[0];
    }

    /** The baseline, if it is a number, and the rates asked for. */
    private List<Double> crossed(ResultKey key) {
        if (key.measure() != Measure.RATE_UNROUNDED || !key.subject().isTotal()) {
            return List.of();
        }
        List<Double> crossed = new ArrayList<>();
        uncertainty.model().result(key).filter(Double::isFinite).ifPresent(crossed::add);
        crossed.addAll(settings.crossed());
        return crossed;
    }

    private Distributed constant(ResultKey key, double value) {
        Crossings crossings = new Crossings(crossed(key));
        crossings.add(value, draws);
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
                new Distributed.Histogram(List.of(), List.of()),
                crossings.found());
    }

    private Distributed varying(int output, RankSearch search) {
        ResultTally tally = tallies.get(output);
        Moments moments = tally.moments();
        MeanError error = meanError(tally);
        return new Distributed(
                keys.get(output),
                uncertainty.model().result(keys.get(output)).orElse(0.0),
                moments.count(),
                moments.notFinite(),
                moments.mean(),
                error.error(),
                error.margin(),
                moments.count() < 2 && isRandom() ? Double.NaN : moments.standardDeviation(),
                moments.min(),
                moments.max(),
                settings.shares().stream()
                        .map(share -> quantile(
                                share,
                                moments.count(),
                                rank -> search.number(rank).orElseGet(() -> tally.interpolated(rank))))
                        .toList(),
                tally.histogram(),
                tally.crossings());
    }

    private Distributed.Quantile quantile(double share, long count, LongToDoubleFunction numbers) {
        if (count == 0) {
            return new Distributed.Quantile(share, Double.NaN, Double.NaN, Double.NaN);
        }
        double value = numbers.applyAsDouble(Confidence.rank(share, count));
        return isRandom()
                ? new Distributed.Quantile(
                        share,
                        value,
                        bound(Confidence.lowerRank(share, count), numbers),
                        bound(Confidence.upperRank(share, count), numbers))
                : new Distributed.Quantile(share, value, value, value);
    }

    private static double bound(OptionalLong rank, LongToDoubleFunction numbers) {
        return rank.isPresent() ? numbers.applyAsDouble(rank.getAsLong()) : Double.NaN;
    }
}
