package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.engine.Values;
import org.advalorem.facts.Origin;
import org.advalorem.scenario.Assignment;

/**
 * Search for the smallest joint move of the uncertain quantities that flips a truth: of all points at which it has
 * flipped, the one nearest to the baseline in {@link NormalSpace}, as in first-order reliability (R. Rackwitz and B.
 * Fiessler, Computers and Structures 9 (1978) 489-494, doi:10.1016/0045-7949(78)90046-9). The move found is verified to
 * flip the truth. That no smaller one does is proven if one quantity alone may move and the bounds of the calculation show it
 * ({@link NoFlip}); otherwise it is the outcome of a search.
 */
public final class JointMove {
    /** The largest distance searched, in standard deviations: the quantiles of a single input end there. */
    public static final double FARTHEST = 8.0;

    private static final int STEPS = 64;
    private static final int HALVINGS = 60;
    private static final int TURNS = 200;
    private static final double LEAST_TURN = 1.0 / 64;
    private static final double FIRST_SIDESTEP = 0.25;
    private static final double LEAST_SIDESTEP = 1e-5;
    /** The min relative reduction of the distance that counts as an improvement. */
    private static final double SHORTER = 1e-10;
    /** The share of the distance below which a quantity is held at its base. */
    private static final double IDLE = 1e-3;
    /** Tolerances for rounding to decimals, as shares of the distance; the first that flips the truth is used. */
    private static final double[] ROUND = {1e-4, 1e-6, 1e-8, 1e-10};

    private static final int MOST_DIGITS = 16;

    private final Model model;
    private final NormalSpace space;
    private final Threshold threshold;
    private final boolean was;

    private JointMove(Model model, NormalSpace space, Threshold threshold) {
        this.model = model;
        this.space = space;
        this.threshold = threshold;
        this.was = model.values().holds(threshold.truth());
    }

    /**
     * An input that does not move.
     *
     * @param reason the predicate of a sentence whose subject is the input
     */
    public record Held(String address, String reason) {}

    /**
     * An input that moves.
     *
     * @param value as written after {@code --set}
     * @param number the number it stands for
     * @param base the number in the baseline
     * @param unit as in {@link Flip.Turn}
     * @param quantile the probability below the number
     * @param scores the distance moved, in standard deviations of the normal score
     */
    public record Part(
            String address, String value, double number, double base, String unit, double quantile, double scores) {
        /** The signed distance of the number from the base. */
        public double distance() {
            return number - base;
        }
    }

    /**
     * A joint move that flips a truth.
     *
     * @param parts the inputs that move, those that move most first
     * @param distance the distance to the values printed, in standard deviations
     * @param share the share of draws beyond, to first order; empty if it cannot be given
     * @param truth the label of the step that flips
     * @param about the address the truth is about
     * @param verdict as in {@link Flip.Turn}
     * @param becomes the truth after the flip
     * @param proven whether it is proven that no smaller move flips the truth (up to one part in a thousand)
     */
    public record Move(
            List<Part> parts,
            double distance,
            OptionalDouble share,
            String truth,
            String about,
            boolean verdict,
            boolean becomes,
            boolean proven) {
        /** Copies the list. */
        public Move {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The joint moves found.
     *
     * @param moves verdicts first, then by distance, shortest first
     * @param inputs the number of quantities that may move
     * @param held the inputs that may not
     * @param correlated whether any of the quantities that may move is correlated
     * @param partial whether the work was stopped before its end
     */
    public record Result(List<Move> moves, int inputs, List<Held> held, boolean correlated, boolean partial) {
        /** Copies the lists. */
        public Result {
            moves = List.copyOf(moves);
            held = List.copyOf(held);
        }
    }

    /** The joint moves found for the truths, one at most for each; empty if nothing is uncertain. */
    static Optional<Result> of(UncertainModel uncertainty, List<Threshold> thresholds, Progress progress) {
        if (uncertainty.inputs().isEmpty()) {
            return Optional.empty();
        }
        NormalSpace space = new NormalSpace(uncertainty);
        List<Move> moves = new ArrayList<>();
        boolean goesOn = true;
        if (space.size() > 0) {
            List<Ray> singles = singles(space, thresholds);
            for (int i = 0; i < thresholds.size() && goesOn; i++) {
                new JointMove(uncertainty.model(), space, thresholds.get(i))
                        .move(singles, i)
                        .ifPresent(moves::add);
                goesOn = progress.reached("joint moves", i + 1L, thresholds.size());
            }
        }
        moves.sort(Comparator.comparing((Move move) -> !move.verdict()).thenComparingDouble(Move::distance));
        return Optional.of(new Result(moves, space.size(), space.held(), space.correlated(), !goesOn));
    }

    /** The margins along a unit vector, as far as every condition holds. */
    private static final class Ray {
        private final double[] direction;
        private final List<double[]> margins = new ArrayList<>();

        Ray(NormalSpace space, double[] direction, List<Threshold> thresholds) {
            this.direction = direction;
            for (int step = 1; step <= STEPS; step++) {
                Values values = space.values(space.numbers(scaled(direction, FARTHEST * step / STEPS)));
                if (!values.failed().isEmpty()) {
                    break;
                }
                margins.add(thresholds.stream()
                        .mapToDouble(threshold ->
                                Margin.of(threshold.truth(), values).value())
                        .toArray());
            }
        }
    }

    private static List<Ray> singles(NormalSpace space, List<Threshold> thresholds) {
        List<Ray> rays = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] direction = new double[space.size()];
                direction[i] = sign;
                rays.add(new Ray(space, direction, thresholds));
            }
        }
        return rays;
    }

    /**
     * The move, if there is one.
     *
     * @param singles the rays along every axis
     * @param place the index of the threshold among their margins
     */
    private Optional<Move> move(List<Ray> singles, int place) {
        double[] best = new double[0];
        for (Ray single : singles) {
            best = shorter(best, descend(first(single, place)));
        }
        for (Optional<double[]> start : List.of(direction(new double[space.size()]), unit(secant(singles, place)))) {
            if (start.isPresent()) {
                best = shorter(best, descend(first(new Ray(space, start.get(), List.of(threshold)), 0)));
            }
        }
        return best.length == 0 ? Optional.empty() : written(withoutIdle(sidestep(best)));
    }

    private static double[] shorter(double[] known, double[] other) {
        boolean isOther = other.length > 0
                && (known.length == 0 || NormalSpace.length(other) < NormalSpace.length(known) * (1.0 - SHORTER));
        return isOther ? other : known;
    }

    /**
     * The secant slopes of the margin far out along each axis, which reveal descents hidden by local jumps and kinks.
     */
    private double[] secant(List<Ray> singles, int place) {
        double here = Margin.of(threshold.truth(), model.values()).value();
        double[] sum = new double[space.size()];
        for (Ray ray : singles) {
            if (!ray.margins.isEmpty()) {
                double there = ray.margins.get(Math.min(ray.margins.size(), STEPS / 2) - 1)[place];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (was ? here - there : there - here) * ray.direction[i];
                }
            }
        }
        return sum;
    }

    /** The first point along a ray at which the truth has flipped; empty if it does not flip. */
    private double[] first(Ray ray, int place) {
        for (int step = 0; step < ray.margins.size(); step++) {
            if (ray.margins.get(step)[place] > 0.0 != was) {
                return border(ray.direction, FARTHEST * step / STEPS, FARTHEST * (step + 1) / STEPS);
            }
        }
        return new double[0];
    }

    /** The point between two distances at which the truth flips; it must have flipped at the second. */
    private double[] border(double[] direction, double near, double far) {
        double before = near;
        double after = far;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = before + (after - before) / 2.0;
            if (turned(scaled(direction, middle))) {
                after = middle;
            } else {
                before = middle;
            }
        }
        return scaled(direction, after);
    }

    private boolean turned(double[] point) {
        Values values = space.values(space.numbers(point));
        return values.holds(threshold.truth()) != was && values.failed().isEmpty();
    }

    /** The border in a direction, if it is nearer than {@code than}; else empty. */
    private double[] nearer(double[] direction, double than) {
        double limit = than * (1.0 - SHORTER);
        return turned(scaled(direction, limit)) ? border(direction, 0.0, limit) : new double[0];
    }

    /** Rotates the direction towards the steepest descent as long as the border comes nearer. */
    private double[] descend(double[] start) {
        double[] point = start;
        for (int i = 0; i < TURNS && point.length > 0; i++) {
            Optional<double[]> steepest = direction(point);
            double[] next = new double[0];
            for (double part = 1.0; part >= LEAST_TURN && next.length == 0 && steepest.isPresent(); part /= 2.0) {
                next = nearer(between(unit(point).orElseThrow(), steepest.get(), part), NormalSpace.length(point));
            }
            if (next.length == 0) {
                break;
            }
            point = next;
        }
        return point;
    }

    private static double[] between(double[] one, double[] other, double part) {
        double[] mixed = new double[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1.0 - part) * one[i] + part * other[i];
        }
        return unit(mixed).orElse(other);
    }

    /** Tries ever smaller sidesteps along single axes, since slopes fail where the border bends or jumps. */
    private double[] sidestep(double[] start) {
        double[] point = start;
        for (double step = FIRST_SIDESTEP; step >= LEAST_SIDESTEP; step /= 2.0) {
            for (int i = 0; i < point.length; i++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] direction = unit(point).orElseThrow();
                    direction[i] += sign * step;
                    double[] next = nearer(unit(direction).orElseThrow(), NormalSpace.length(point));
                    point = next.length == 0 ? point : next;
                }
            }
        }
        return descend(point);
    }

    /** The direction from a point in which the margin moves most steeply towards the flip; empty where it is level. */
    private Optional<double[]> direction(double[] point) {
        Values values = space.values(space.numbers(point));
        double[] slopes =
                space.slopes(point, Margin.of(threshold.truth(), values).slopes(values));
        // the margin is positive where the truth holds
        return unit(scaled(slopes, was ? -1.0 : 1.0));
    }

    /** Holds quantities that hardly move at their base, if the truth flips without them. */
    private double[] withoutIdle(double[] point) {
        double way = NormalSpace.length(point);
        double[] numbers = space.numbers(point);
        for (int i = 0; i < numbers.length; i++) {
            NormalSpace.Moving of = space.moving().get(i);
            if (Math.abs(of.distribution().normalScore(numbers[i]) - of.score()) < IDLE * way) {
                numbers[i] = of.base();
            }
        }
        double[] direction = unit(space.point(numbers)).orElse(point);
        double[] found = nearer(direction, way * (1.0 + IDLE));
        return found.length == 0 ? point : found;
    }

    /** The move in decimals that, set together in the scenario, flip the truth. */
    private Optional<Move> written(double[] point) {
        double way = NormalSpace.length(point);
        for (double tolerance : ROUND) {
            double[] exact = space.numbers(scaled(point, 1.0 + tolerance));
            List<Part> parts = new ArrayList<>();
            List<Assignment> settings = new ArrayList<>();
            double[] numbers = new double[exact.length];
            for (int i = 0; i < exact.length; i++) {
                NormalSpace.Moving of = space.moving().get(i);
                BigDecimal number = outward(of, exact[i], tolerance * way);
                numbers[i] = number.doubleValue();
                if (point[i] != 0.0 && numbers[i] != of.base()) {
                    settings.add(of.perturbation().assignment(number, model, Origin.PROGRAM, Origin.PROGRAM));
                    parts.add(part(of, number));
                }
            }
            if (threshold.becomes(!was, settings, model)) {
                double[] printed = space.point(numbers);
                parts.sort(Comparator.comparingDouble(part -> -Math.abs(part.scores())));
                return Optional.of(new Move(
                        parts,
                        NormalSpace.length(printed),
                        space.shareBeyond(printed),
                        threshold.label(),
                        threshold.about(),
                        threshold.verdict(),
                        !was,
                        isProven(way)));
            }
        }
        return Optional.empty();
    }

    /** Whether no move of the only quantity, in either direction, is proven to flip the truth on a shorter way. */
    private boolean isProven(double way) {
        if (space.size() != 1) {
            return false;
        }
        double nearly = way * (1.0 - NoFlip.LEFT_OUT);
        double below = space.numbers(new double[] {-nearly})[0];
        double above = space.numbers(new double[] {nearly})[0];
        return space.moving()
                .get(0)
                .perturbation()
                .varied(model)
                .filter(varied -> NoFlip.isProven(model, varied, threshold.truth(), below, above))
                .isPresent();
    }

    private Part part(NormalSpace.Moving of, BigDecimal number) {
        double value = number.doubleValue();
        return new Part(
                of.input().address(),
                of.perturbation().text(number, model),
                value,
                of.base(),
                of.perturbation().unit(model),
                of.distribution().cumulativeProbability(value),
                of.distribution().normalScore(value) - of.score());
    }

    /**
     * The shortest decimal beyond a number, seen from the base, whose normal score is within {@code close} of its own.
     */
    private static BigDecimal outward(NormalSpace.Moving of, double number, double close) {
        if (number == of.base()) {
            return new BigDecimal(number);
        }
        double score = of.distribution().normalScore(number);
        RoundingMode away = number > of.base() ? RoundingMode.CEILING : RoundingMode.FLOOR;
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, away));
            if (Math.abs(of.distribution().normalScore(rounded.doubleValue()) - score) <= close) {
                return rounded;
            }
        }
        return new BigDecimal(number).round(new MathContext(MOST_DIGITS, away));
    }

    private static double[] scaled(double[] direction, double way) {
        double[] point = new double[direction.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = direction[i] * way;
        }
        return point;
    }

    private static Optional<double[]> unit(double[] direction) {
        double length = NormalSpace.length(direction);
        return length > 0.0 && Double.isFinite(length)
                ? Optional.of(scaled(direction, 1.0 / length))
                : Optional.empty();
    }
}
