package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.RequirementTally;
import org.advalorem.rules.ResultKey;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.RandomStream;

/**
 * Screening by elementary effects: an inexpensive test of which uncertain inputs matter at all (M. D. Morris,
 * Technometrics 33 (1991) 161-174, doi:10.2307/1269043, with the mean absolute effect of F. Campolongo, J. Cariboni and
 * A. Saltelli, Environmental Modelling and Software 22 (2007) 1509-1518, doi:10.1016/j.envsoft.2006.10.004).
 *
 * <p>Each trajectory starts at a random point and moves the inputs one after the other, in a random order, by half of
 * their probability: from the quantile u to u + 1/2, or to u - 1/2 if u is at least 1/2. The effect of an input is the
 * change of the result from the lower to the higher quantile, not divided by the step. Starting points are not on a
 * grid, so that rare choices are reached as often as they are probable. Correlations are ignored: every input moves by
 * itself.
 */
public final class MorrisScreening {
    private static final double STEP = 0.5;

    private final UncertainModel uncertainty;
    private final List<ResultKey> keys;
    private final Settings settings;
    private final List<String> inputs;
    private final double[][] starts;
    private final int[][] turns;
    private final int length;

    /**
     * The settings of a screening.
     *
     * @param trajectories at least two
     * @param threads at least one
     */
    public record Settings(long seed, int trajectories, int threads) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if there are fewer than two trajectories
         */
        public Settings {
            if (trajectories < 2) {
                throw new IllegalArgumentException("The number of trajectories (" + trajectories
                        + ") is less than 2: there would be no spread. Ask for more.");
            }
        }
    }

    /**
     * The effects of one input on one result, over all trajectories.
     *
     * @param reaches whether the calculation leads from the input to the result; if not, the result does not depend on it
     * @param changes the number of trajectories in which moving the input changed the result
     * @param meanAbsolute the mean absolute effect, known as mu*
     * @param mean the mean signed effect, known as mu
     * @param deviation the standard deviation, known as sigma: large relative to the mean absolute effect where the
     *     effect depends on the other inputs or is not linear; NaN, like the others, if the result is not finite at
     *     some point
     */
    public record Effect(
            String input, boolean reaches, long changes, Estimate meanAbsolute, double mean, double deviation) {
        /**
         * Whether the result may depend on the input, but no move of it changed the result: the zeros in place of effects
         * then say nothing, and an interval would claim what no trajectory shows.
         */
        public boolean isUnseen() {
            return reaches && changes == 0;
        }
    }

    /**
     * The effects on one result.
     *
     * @param base its value in the baseline
     * @param ranking the effects of all inputs, largest mean absolute effect first
     */
    public record Effects(ResultKey key, double base, List<Effect> ranking) {
        /** Copies the list. */
        public Effects {
            ranking = List.copyOf(ranking);
        }

        /**
         * The effect of an input.
         *
         * @param input its address
         * @throws IllegalArgumentException if the input is not uncertain
         */
        public Effect effect(String input) {
            return ranking.stream()
                    .filter(effect -> effect.input().equals(input))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("(" + input + ") is not uncertain."));
        }
    }

    /**
     * The effects on every requested result.
     *
     * @param trajectories the number of trajectories completed
     * @param partial whether the work was stopped before its end; the effects are those of the trajectories completed
     * @param evaluations the number of evaluations of all results
     * @param step the probability by which an input moves
     * @param correlated the addresses of inputs whose correlation was ignored
     */
    public record Result(
            Settings settings,
            int trajectories,
            boolean partial,
            long evaluations,
            double step,
            List<String> correlated,
            List<Effects> results) {
        /** Copies the lists. */
        public Result {
            correlated = List.copyOf(correlated);
            results = List.copyOf(results);
        }

        /** The extent of the run. */
        public Run run() {
            return Run.drawn(settings.trajectories(), trajectories, partial, settings.seed(), "trajectories");
        }

        /**
         * Whether an input has an effect at so few of the points that its interval may be too narrow; where it has one
         * everywhere, as few trajectories as there are will do.
         */
        public boolean hasFewEvents(Effect effect) {
            return effect.changes() > 0
                    && effect.changes() < trajectories
                    && effect.changes() < SobolAnalysis.FEW_EVENTS;
        }

        /**
         * The effects on a result.
         *
         * @throws IllegalArgumentException if the result was not requested
         */
        public Effects result(ResultKey key) {
            return results.stream()
                    .filter(result -> result.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("(" + key + ") was not asked for."));
        }
    }

    private MorrisScreening(UncertainModel uncertainty, List<ResultKey> keys, Settings settings) {
        this.uncertainty = uncertainty;
        this.keys = List.copyOf(keys);
        this.settings = settings;
        this.inputs =
                uncertainty.inputs().stream().map(UncertainModel.Input::address).toList();
        this.length = inputs.size() + 1;
        this.starts = new double[settings.trajectories()][inputs.size()];
        this.turns = new int[settings.trajectories()][];
        layOut();
    }

    /**
     * The effects of the uncertain inputs.
     *
     * @param keys the results; a verdict counts as 1 or 0
     * @throws IllegalArgumentException if the number of threads is less than one
     * @throws BrokenConditionException if a point violates a condition of the calculation
     * @throws CancellationException if the work is stopped before two trajectories are complete
     */
    public static Result run(UncertainModel uncertainty, List<ResultKey> keys, Settings settings, Progress progress) {
        return new MorrisScreening(uncertainty, keys, settings).result(progress);
    }

    /** Draws random starting points, and the turn at which each input moves. */
    private void layOut() {
        for (int trajectory = 0; trajectory < starts.length; trajectory++) {
            long[] keys = new long[inputs.size()];
            for (int input = 0; input < keys.length; input++) {
                starts[trajectory][input] =
                        RandomStream.of(settings.seed(), inputs.get(input)).uniform(trajectory);
                keys[input] = RandomStream.of(settings.seed(), "turn of " + inputs.get(input))
                        .bits(trajectory);
            }
            List<Integer> order = IntStream.range(0, keys.length)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer input) -> keys[input]))
                    .toList();
            turns[trajectory] = new int[keys.length];
            for (int turn = 0; turn < keys.length; turn++) {
                turns[trajectory][order.get(turn)] = turn;
            }
        }
    }

    /** Fills in the quantiles of an input at consecutive points, trajectory by trajectory. */
    private void quantiles(int input, long firstPoint, int count, double[] u) {
        for (int i = 0; i < count; i++) {
            long point = firstPoint + i;
            int trajectory = (int) (point / length);
            double start = starts[trajectory][input];
            boolean moved = turns[trajectory][input] < point % length;
            u[i] = !moved ? start : start < STEP ? start + STEP : start - STEP;
        }
    }

    private BlockSource source(List<Integer> columns) {
        double[] u = new double[BatchRun.CHUNK];
        return (column, firstPoint, count, out) -> {
            int input = columns.get(column);
            quantiles(input, firstPoint, count, u);
            Distribution distribution = uncertainty.inputs().get(input).distribution();
            distribution.quantiles(u, 0, count, out);
        };
    }

    private Result result(Progress progress) {
        UncertainModel.Evaluation evaluation = uncertainty.evaluation(keys);
        long points = (long) settings.trajectories() * length;
        List<double[]> values = new ArrayList<>();
        keys.forEach(key -> values.add(new double[Math.toIntExact(points)]));
        long[] done = {0};
        RequirementTally tally = BatchRun.run(
                evaluation.batch(),
                points,
                settings.threads(),
                () -> source(evaluation.columns()),
                (firstPoint, count, columns) -> {
                    for (int i = 0; i < columns.length; i++) {
                        System.arraycopy(columns[i], 0, values.get(i), (int) firstPoint, count);
                    }
                    return count;
                },
                (count, soFar) -> {
                    done[0] += count;
                    return progress.reached("points", done[0], points) || done[0] == points;
                });
        if (!tally.isClean()) {
            throw new BrokenConditionException(BrokenCondition.of(tally, done[0]), at(tally));
        }
        int made = (int) (done[0] / length);
        if (made < 2) {
            throw new CancellationException("The work was stopped.");
        }
        List<Effects> results = IntStream.range(0, keys.size())
                .mapToObj(i -> effects(i, evaluation, values.get(i), made))
                .toList();
        return new Result(
                settings,
                made,
                done[0] < points,
                (long) made * length,
                STEP,
                uncertainty.correlated().stream().map(inputs::get).toList(),
                results);
    }

    /** The inputs at the first point that violates a condition. */
    private Map<String, Double> at(RequirementTally tally) {
        long point = BrokenCondition.of(tally, 1).get(0).firstDraw();
        Map<String, Double> at = new LinkedHashMap<>();
        double[] value = new double[1];
        List<Integer> all = IntStream.range(0, inputs.size()).boxed().toList();
        for (int input : all) {
            source(all).fill(input, point, 1, value);
            at.put(inputs.get(input), value[0]);
        }
        return at;
    }

    private Effects effects(int output, UncertainModel.Evaluation evaluation, double[] values, int trajectories) {
        ResultKey key = keys.get(output);
        List<Effect> ranking = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            double[] effects = new double[trajectories];
            double[] sizes = new double[trajectories];
            long changes = 0;
            for (int trajectory = 0; trajectory < effects.length; trajectory++) {
                int before = trajectory * length + turns[trajectory][input];
                double gain = values[before + 1] - values[before];
                effects[trajectory] = starts[trajectory][input] < STEP ? gain : -gain;
                sizes[trajectory] = Math.abs(gain);
                changes += gain == 0.0 ? 0 : 1;
            }
            int column = evaluation.columns().indexOf(input);
            boolean reaches = column >= 0 && evaluation.batch().reaches(column, output);
            Moments effect = Moments.of(effects, 0, effects.length);
            Moments size = Moments.of(sizes, 0, sizes.length);
            if (effect.notFinite() > 0) {
                ranking.add(new Effect(
                        inputs.get(input), reaches, changes, Estimate.exact(Double.NaN), Double.NaN, Double.NaN));
                continue;
            }
            double half = Confidence.factor(effects.length) * size.standardDeviation() / Math.sqrt(effects.length);
            ranking.add(new Effect(
                    inputs.get(input),
                    reaches,
                    changes,
                    Estimate.around(size.mean(), half),
                    effect.mean(),
                    effect.standardDeviation()));
        }
        // the sort is stable: ties stay in the order written
        ranking.sort(Comparator.comparingDouble(
                (Effect effect) -> -effect.meanAbsolute().value()));
        return new Effects(key, uncertainty.model().result(key).orElse(0.0), ranking);
    }
}
