package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;
import org.advalorem.engine.Varied;
import org.advalorem.uncertainty.Bernoulli;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.Empirical;
import org.advalorem.uncertainty.Normal;

/**
 * The space of the uncertain quantities of a model, each transformed to a standard normal score and, where correlated,
 * to uncorrelated axes (the transformation of A. M. Hasofer and N. C. Lind, Journal of the Engineering Mechanics
 * Division 100 (1974) 111-121, for Gaussian copulas). The baseline is the origin; coordinates are displacements from it
 * in standard deviations.
 */
final class NormalSpace {
    /** The max relative distance between the base and the value at its own quantile. */
    private static final double SAME = 1e-6;

    private static final double STEP = 1e-4;

    private final Model model;
    private final List<Moving> moving = new ArrayList<>();
    private final List<JointMove.Held> held = new ArrayList<>();
    private final boolean correlated;
    private final boolean heldCorrelated;
    /** Rows and columns in the order of {@code moving}; lower triangular. */
    private final double[][] factor;

    /**
     * A quantity that moves, and its place in the space.
     *
     * @param inputs the inputs of the calculation, with the number read for each
     * @param base the number of the perturbation in the baseline
     * @param score the normal score of the base
     */
    record Moving(
            UncertainModel.Input input,
            Perturbation perturbation,
            Map<Term, Double> inputs,
            double base,
            double score) {
        Distribution distribution() {
            return input.distribution();
        }
    }

    NormalSpace(UncertainModel uncertainty) {
        model = uncertainty.model();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < uncertainty.inputs().size(); i++) {
            UncertainModel.Input input = uncertainty.inputs().get(i);
            Optional<String> reason = reason(input);
            if (reason.isPresent()) {
                held.add(new JointMove.Held(input.address(), reason.get()));
            } else {
                Perturbation perturbation = input.perturbation().orElseThrow();
                double base = perturbation.base(model).orElseThrow();
                places.add(i);
                moving.add(new Moving(
                        input,
                        perturbation,
                        inputs(perturbation),
                        base,
                        input.distribution().normalScore(base)));
            }
        }
        List<Integer> members = uncertainty.correlated();
        correlated = places.stream().anyMatch(members::contains);
        heldCorrelated = correlated && !places.containsAll(members);
        factor = factor(uncertainty, places, members);
    }

    private Map<Term, Double> inputs(Perturbation perturbation) {
        Map<Term, Double> inputs = new LinkedHashMap<>();
        for (String address : perturbation.inputs(model)) {
            Term term = model.determination().calculation().input(address).orElseThrow();
            inputs.put(term, model.values().of(term));
        }
        return inputs;
    }

    /** The reason an input does not move; empty if it does. */
    private Optional<String> reason(UncertainModel.Input input) {
        Optional<Perturbation> perturbation = input.perturbation();
        if (perturbation.isEmpty()
                || input.distribution() instanceof Empirical
                || input.distribution() instanceof Bernoulli) {
            return Optional.of("takes single values only");
        }
        Optional<Double> base = perturbation.flatMap(of -> of.base(model));
        if (base.isEmpty() || perturbation.get().inputs(model).isEmpty()) {
            return Optional.of("is not one number in the scenario");
        }
        double there = input.distribution().atNormalScore(input.distribution().normalScore(base.get()));
        return Math.abs(there - base.get()) <= SAME * Math.max(Math.abs(there), Math.abs(base.get()))
                ? Optional.empty()
                : Optional.of("is outside its distribution in the scenario");
    }

    private static double[][] factor(UncertainModel uncertainty, List<Integer> places, List<Integer> members) {
        int n = places.size();
        double[][] factor = new double[n][n];
        List<Integer> free = places.stream().filter(members::contains).toList();
        double[][] together = free.isEmpty()
                ? new double[0][0]
                : uncertainty.factor(free.stream().map(members::indexOf).toList());
        for (int i = 0; i < n; i++) {
            int row = free.indexOf(places.get(i));
            for (int j = 0; j <= i; j++) {
                int column = free.indexOf(places.get(j));
                factor[i][j] = row >= 0 && column >= 0 ? together[row][column] : i == j ? 1.0 : 0.0;
            }
        }
        return factor;
    }

    List<Moving> moving() {
        return moving;
    }

    List<JointMove.Held> held() {
        return held;
    }

    boolean correlated() {
        return correlated;
    }

    int size() {
        return moving.size();
    }

    /** The normal scores at a point. */
    private double[] scores(double[] point) {
        double[] scores = new double[size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = moving.get(i).score();
            for (int j = 0; j <= i; j++) {
                scores[i] += factor[i][j] * point[j];
            }
        }
        return scores;
    }

    /** The numbers of the perturbations at a point. */
    double[] numbers(double[] point) {
        double[] scores = scores(point);
        double[] numbers = new double[size()];
        for (int i = 0; i < numbers.length; i++) {
            Moving of = moving.get(i);
            numbers[i] = scores[i] == of.score() ? of.base() : of.distribution().atNormalScore(scores[i]);
        }
        return numbers;
    }

    /** The point at which the perturbations have those numbers. */
    double[] point(double[] numbers) {
        double[] changes = new double[size()];
        for (int i = 0; i < changes.length; i++) {
            Moving of = moving.get(i);
            changes[i] = numbers[i] == of.base() ? 0.0 : of.distribution().normalScore(numbers[i]) - of.score();
        }
        return solved(changes);
    }

    /** The values of the calculation with the perturbations at those numbers. */
    Values values(double[] numbers) {
        Map<String, Double> inputs = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i];
            Moving of = moving.get(i);
            of.inputs()
                    .forEach((term, base) -> inputs.put(
                            term.address(), of.perturbation().change().apply(base, number)));
        }
        return Values.of(model.determination().calculation(), inputs);
    }

    /** The slopes along the axes at a point, given the slopes with respect to inputs. */
    double[] slopes(double[] point, Map<String, Double> byInput) {
        double[] scores = scores(point);
        double[] slopes = new double[size()];
        for (int i = 0; i < scores.length; i++) {
            Moving of = moving.get(i);
            double byNumber = slope(of, byInput);
            double stretch = (of.distribution().atNormalScore(scores[i] + STEP)
                            - of.distribution().atNormalScore(scores[i] - STEP))
                    / (2 * STEP);
            for (int j = 0; j <= i && byNumber != 0.0; j++) {
                slopes[j] += byNumber * stretch * factor[i][j];
            }
        }
        return slopes;
    }

    private static double slope(Moving of, Map<String, Double> byInput) {
        return of.inputs().entrySet().stream()
                .mapToDouble(input -> byInput.getOrDefault(input.getKey().address(), 0.0)
                        * (of.perturbation().change() == Varied.Change.TIMES ? input.getValue() : 1.0))
                .sum();
    }

    /**
     * The share of draws beyond the plane through a point, perpendicular to the line from the origin to it; empty if a
     * quantity that does not move is correlated with one that does.
     */
    OptionalDouble shareBeyond(double[] point) {
        if (heldCorrelated) {
            return OptionalDouble.empty();
        }
        // the medians of all distributions, relative to the baseline
        double[] middle = solved(moving.stream().mapToDouble(of -> -of.score()).toArray());
        double along = 0.0;
        for (int i = 0; i < point.length; i++) {
            along += (point[i] - middle[i]) * point[i];
        }
        return OptionalDouble.of(new Normal(0.0, 1.0).cumulativeProbability(-along / length(point)));
    }

    /** The point with those changes of normal scores, by forward substitution. */
    private double[] solved(double[] changes) {
        double[] point = new double[size()];
        for (int i = 0; i < point.length; i++) {
            double rest = changes[i];
            for (int j = 0; j < i; j++) {
                rest -= factor[i][j] * point[j];
            }
            point[i] = rest / factor[i][i];
        }
        return point;
    }

    static double length(double[] point) {
        double sum = 0.0;
        for (double each : point) {
            sum += each * each;
        }
        return Math.sqrt(sum);
    }
}
