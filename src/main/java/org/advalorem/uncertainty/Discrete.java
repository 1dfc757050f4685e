package org.advalorem.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A discrete distribution of named choices. A draw is the index of a choice, from 0, as a number. */
public final class Discrete implements Distribution {
    static final String FORM = "discrete(name: probability, name: probability)";
    private static final double SLACK = 1e-9;

    private final List<String> names;
    private final List<Double> probabilities;
    /** The cumulative probability up to and including each choice but the last. */
    private final double[] upTo;

    private Discrete(List<String> names, List<Double> probabilities) {
        this.names = names;
        this.probabilities = probabilities;
        this.upTo = new double[names.size() - 1];
        double sum = 0.0;
        for (int i = 0; i < upTo.length; i++) {
            sum += probabilities.get(i);
            upTo[i] = sum;
        }
    }

    static Discrete of(List<String> names, List<Double> probabilities) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("There are no choices. Write " + FORM + ".");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("A choice appears twice in (" + String.join(", ", names) + ").");
        }
        double sum = 0.0;
        for (int i = 0; i < names.size(); i++) {
            checkName(names.get(i));
            sum += ParameterChecks.share(probabilities.get(i), "probability of " + names.get(i));
        }
        if (Math.abs(sum - 1.0) > SLACK) {
            throw new IllegalArgumentException("The probabilities of (" + String.join(", ", names) + ") sum to "
                    + ShortestDecimal.of(Math.rint(sum * 1e10) / 1e8) + "%. They must sum to 100%.");
        }
        return new Discrete(List.copyOf(names), List.copyOf(probabilities));
    }

    private static void checkName(String name) {
        boolean plain = !name.isEmpty()
                && name.equals(name.strip())
                && name.chars().noneMatch(c -> c < ' ' || ":,()".indexOf(c) >= 0);
        if (!plain) {
            throw new IllegalArgumentException(
                    "The choice (" + name + ") has no usable name. Write it without colons, commas or brackets.");
        }
    }

    /** The names of the choices; a draw of 0 is the first. */
    public List<String> names() {
        return names;
    }

    /** The probabilities, in the order of the names. */
    public List<Double> probabilities() {
        return probabilities;
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        ParameterChecks.otherArray(u, out);
        Arrays.fill(out, from, to, 0.0);
        for (double bound : upTo) {
            for (int i = from; i < to; i++) {
                out[i] += ParameterChecks.above(u[i], bound);
            }
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        if (x < 0.0) {
            return 0.0;
        }
        int place = (int) Math.floor(Math.min(x, upTo.length));
        return place < upTo.length ? upTo[place] : 1.0;
    }

    /** Empty: named choices have no mean. */
    @Override
    public OptionalDouble mean() {
        return OptionalDouble.empty();
    }

    /** Empty: named choices have no standard deviation. */
    @Override
    public OptionalDouble standardDeviation() {
        return OptionalDouble.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Discrete that && names.equals(that.names) && probabilities.equals(that.probabilities);
    }

    @Override
    public int hashCode() {
        return names.hashCode() * 31 + probabilities.hashCode();
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i) + ": " + ShortestDecimal.of(probabilities.get(i)));
        }
        return "discrete(" + String.join(", ", parts) + ")";
    }
}
