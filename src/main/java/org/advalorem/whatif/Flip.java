package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.BatchWorker;
import org.advalorem.engine.Varied;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.scenario.Assignment;
import org.advalorem.uncertainty.Distribution;

/**
 * The nearest value of every input, moved one at a time, on either side of the baseline at which a verdict, or a test
 * within the calculation, flips; and the choices and sets of programs that flip a verdict. Each value printed is verified:
 * the scenario is recalculated with it and the flip confirmed. That no smaller move flips the truth is proven where the
 * bounds of the calculation show it ({@link NoFlip}).
 */
public final class Flip {
    private static final int STEPS = 48;
    private static final int HALVINGS = 80;
    private static final int QUANTILES = 200;
    private static final double LEAST_STEP = 0x1p-14;
    /** The max relative distance at which a rounded value may lie beyond the exact flip point and still be printed. */
    private static final double ROUND = 1e-9;

    private static final int MOST_DIGITS = 16;

    private final Model model;
    private final List<Threshold> thresholds;
    private final List<Term> outputs = new ArrayList<>();

    private Flip(Model model, boolean verdictsAlone) {
        this.model = model;
        this.thresholds = Threshold.of(model).stream()
                .filter(threshold -> threshold.verdict() || !verdictsAlone)
                .toList();
        thresholds.forEach(threshold -> outputs.add(threshold.truth()));
        for (Requirement requirement : model.determination().calculation().requirements()) {
            outputs.add(requirement.condition());
        }
    }

    /**
     * A value at which a truth flips.
     *
     * @param value as written after {@code --set}
     * @param number the number it stands for
     * @param base the number in the baseline
     * @param unit the unit of the number; {@code %} for a fraction written as a percentage; empty for other fractions
     *     and factors
     * @param quantile the probability below the number, if the input has a distribution
     * @param truth the label of the step that flips
     * @param about the address the truth is about
     * @param verdict whether it is a reported verdict: that a rate is de minimis, or that the determination is negative
     * @param becomes the truth after the flip
     * @param limit the round value just before this one at which the truth has not flipped yet, if there is one
     * @param proven whether it is proven that no smaller move of the input flips the truth (up to one part in a thousand);
     *     if not, values between those tried may
     */
    public record Turn(
            String address,
            String value,
            double number,
            double base,
            String unit,
            OptionalDouble quantile,
            String truth,
            String about,
            boolean verdict,
            boolean becomes,
            Optional<Limit> limit,
            boolean proven) {
        /** The value in words: {@code 4%}, or {@code above 4%} if the truth flips just beyond the limit. */
        public String words() {
            return Limit.words(value, number, limit);
        }

        /** The signed distance from the base to the number, or to the limit if there is one. */
        public double distance() {
            return limit.map(Limit::number).orElse(number) - base;
        }

        /** This turn, proven if it can be. */
        private Turn proven(Model model, Varied varied, Term of) {
            double nearly = base + distance() * (1.0 - NoFlip.LEFT_OUT);
            boolean isProven = NoFlip.isProven(model, varied, of, base, nearly);
            return new Turn(
                    address, value, number, base, unit, quantile, truth, about, verdict, becomes, limit, isProven);
        }

        /** The distance relative to the base; not finite if the base is zero. */
        public double relative() {
            return distance() / Math.abs(base);
        }
    }

    /**
     * The flips found.
     *
     * @param turns verdicts first, then by relative distance, nearest first
     * @param run the number of inputs tried
     * @param thresholds the number of truths watched
     * @param joint the smallest joint moves of the uncertain quantities; empty if nothing is uncertain
     * @param choices the choices, and sets of programs, that flip a verdict
     */
    public record Result(
            List<Turn> turns, Run run, int thresholds, Optional<JointMove.Result> joint, ChoiceFlip.Result choices) {
        /** Copies the list. */
        public Result {
            turns = List.copyOf(turns);
        }
    }

    /** A perturbation and its distribution, if it has one. */
    private record Moved(Perturbation perturbation, Optional<Distribution> distribution) {}

    /**
     * The flips of a model: uncertain inputs are tried over their distributions, every other number of the scenario far
     * in both directions.
     *
     * @param threads at least one
     * @throws IllegalArgumentException if {@code threads} is less than one
     */
    public static Result of(UncertainModel uncertainty, int threads, Progress progress) {
        return of(uncertainty, false, threads, progress);
    }

    /**
     * The same for verdicts alone, without the tests within the calculation, which there are many more of; of choices,
     * only whether a program is applied.
     *
     * @param threads at least one
     * @throws IllegalArgumentException if {@code threads} is less than one
     */
    public static Result ofVerdicts(UncertainModel uncertainty, int threads, Progress progress) {
        return of(uncertainty, true, threads, progress);
    }

    private static Result of(UncertainModel uncertainty, boolean verdictsAlone, int threads, Progress progress) {
        Flip flip = new Flip(uncertainty.model(), verdictsAlone);
        List<Moved> all = flip.moved(uncertainty.inputs());
        List<List<Turn>> tried =
                InOrder.untilStopped(all.size(), threads, i -> flip.turns(all.get(i)), "inputs", progress);
        boolean goesOn = tried.size() == all.size();
        List<Turn> turns = tried.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        turns.sort(Comparator.comparing((Turn turn) -> !turn.verdict())
                .thenComparingDouble(
                        turn -> Double.isFinite(turn.relative()) ? Math.abs(turn.relative()) : Double.MAX_VALUE));
        ChoiceFlip.Result choices = goesOn
                ? ChoiceFlip.of(uncertainty.model(), flip.thresholds, verdictsAlone, threads, progress)
                : new ChoiceFlip.Result(List.of(), List.of(), 0, verdictsAlone, true);
        goesOn = !choices.partial();
        Optional<JointMove.Result> joint =
                goesOn ? JointMove.of(uncertainty, flip.thresholds, progress) : Optional.empty();
        return new Result(
                turns,
                Run.of(
                        all.size(),
                        tried.size(),
                        !goesOn || joint.map(JointMove.Result::partial).orElse(false)),
                flip.thresholds.size(),
                joint,
                choices);
    }

    private List<Moved> moved(List<UncertainModel.Input> uncertain) {
        List<Moved> all = new ArrayList<>();
        for (UncertainModel.Input input : uncertain) {
            input.perturbation()
                    .ifPresent(perturbation -> all.add(new Moved(perturbation, Optional.of(input.distribution()))));
        }
        for (FactRegister.Fact fact : model.determination().register().all()) {
            Perturbation perturbation = new Perturbation(fact.address(), Varied.Change.REPLACE);
            boolean isInput = model.determination()
                    .calculation()
                    .input(fact.address().toString())
                    .isPresent();
            if (isInput && all.stream().noneMatch(known -> known.perturbation().equals(perturbation))) {
                all.add(new Moved(perturbation, Optional.empty()));
            }
        }
        return all;
    }

    private List<Turn> turns(Moved moved) {
        Optional<Double> base = moved.perturbation().base(model);
        Optional<Varied> varied = moved.perturbation().varied(model);
        if (base.isEmpty() || varied.isEmpty()) {
            return List.of();
        }
        BatchWorker worker = BatchPlan.of(model.determination().calculation(), List.of(varied.get()), outputs)
                .worker();
        List<Double> places = places(moved, base.get());
        boolean[][] truths = evaluate(worker, places);
        int start = places.indexOf(base.get());
        List<Turn> turns = new ArrayList<>();
        for (int direction = -1; direction <= 1; direction += 2) {
            boolean[] turned = new boolean[thresholds.size()];
            for (int i = start + direction; i >= 0 && i < places.size(); i += direction) {
                if (!isAllowed(truths[i])) {
                    break;
                }
                for (int t = 0; t < thresholds.size(); t++) {
                    if (!turned[t] && truths[i][t] != truths[start][t]) {
                        turned[t] = true;
                        Term truth = outputs.get(t);
                        turn(moved, worker, t, places.get(i - direction), places.get(i), base.get())
                                .map(turn -> turn.proven(model, varied.get(), truth))
                                .ifPresent(turns::add);
                    }
                }
            }
        }
        return turns;
    }

    /** The numbers at which a perturbation is tried, ascending and including the base. */
    private static List<Double> places(Moved moved, double base) {
        TreeSet<Double> places = new TreeSet<>();
        places.add(base);
        if (moved.distribution().isPresent()) {
            places.add(moved.distribution().get().quantile(Distribution.LEAST_PROBABILITY));
            places.add(moved.distribution().get().quantile(1.0 - Distribution.LEAST_PROBABILITY));
            for (int i = 1; i < QUANTILES; i++) {
                places.add(moved.distribution().get().quantile((double) i / QUANTILES));
            }
        } else {
            double scale = base == 0.0 ? 1.0 : Math.abs(base);
            double step = LEAST_STEP;
            for (int i = 0; i < STEPS; i++) {
                places.add(base + scale * step);
                places.add(base - scale * step);
                step *= i % 2 == 0 ? 1.5 : 4.0 / 3.0;
            }
            places.add(0.0);
        }
        return List.copyOf(places);
    }

    private boolean[][] evaluate(BatchWorker worker, List<Double> places) {
        boolean[][] truths = new boolean[places.size()][outputs.size()];
        worker.run(
                0,
                places.size(),
                (column, first, count, out) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = places.get((int) first + i);
                    }
                },
                (first, count, columns) -> {
                    for (int i = 0; i < count; i++) {
                        for (int output = 0; output < columns.length; output++) {
                            truths[(int) first + i][output] = columns[output][i] == 1.0;
                        }
                    }
                });
        return truths;
    }

    /** Whether every condition of the calculation holds. */
    private boolean isAllowed(boolean[] truths) {
        for (int i = thresholds.size(); i < truths.length; i++) {
            if (!truths[i]) {
                return false;
            }
        }
        return true;
    }

    private Optional<Turn> turn(Moved moved, BatchWorker worker, int t, double near, double far, double base) {
        double before = near;
        double after = far;
        boolean was = evaluate(worker, List.of(near))[0][t];
        for (int i = 0; i < HALVINGS; i++) {
            double middle = before + (after - before) / 2.0;
            if (middle == before || middle == after) {
                break;
            }
            if (evaluate(worker, List.of(middle))[0][t] == was) {
                before = middle;
            } else {
                after = middle;
            }
        }
        Optional<BigDecimal> round =
                Limit.candidates(new BigDecimal(after)).stream().findFirst();
        Optional<BigDecimal> reached = round.filter(number -> becomes(t, !was, moved, number, worker));
        if (reached.isPresent()) {
            return Optional.of(turn(moved, t, !was, reached.get(), base, Optional.empty()));
        }
        Optional<Limit> limit =
                round.map(number -> new Limit(moved.perturbation().text(number, model), number.doubleValue()));
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigDecimal number = new BigDecimal(after)
                    .round(new MathContext(
                            digits, (far > near) == (after > 0.0) ? RoundingMode.UP : RoundingMode.DOWN));
            boolean close = Math.abs(number.doubleValue() - after) <= ROUND * Math.max(Math.abs(after), Math.abs(base));
            if (close && becomes(t, !was, moved, number, worker)) {
                return Optional.of(turn(moved, t, !was, number, base, limit));
            }
        }
        return Optional.empty();
    }

    /** Whether a truth takes the wanted value in the scenario calculated anew with that number, which the batch foretells. */
    private boolean becomes(int t, boolean wanted, Moved moved, BigDecimal number, BatchWorker worker) {
        if (evaluate(worker, List.of(number.doubleValue()))[0][t] != wanted) {
            return false;
        }
        Assignment setting = moved.perturbation().assignment(number, model, Origin.PROGRAM, Origin.PROGRAM);
        return thresholds.get(t).becomes(wanted, List.of(setting), model);
    }

    private Turn turn(Moved moved, int t, boolean becomes, BigDecimal number, double base, Optional<Limit> limit) {
        Threshold threshold = thresholds.get(t);
        return new Turn(
                moved.perturbation().address().toString(),
                moved.perturbation().text(number, model),
                number.doubleValue(),
                base,
                moved.perturbation().unit(model),
                moved.distribution()
                        .map(of -> OptionalDouble.of(of.cumulativeProbability(number.doubleValue())))
                        .orElse(OptionalDouble.empty()),
                threshold.label(),
                threshold.about(),
                threshold.verdict(),
                becomes,
                limit,
                false);
    }
}
