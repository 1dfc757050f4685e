package org.advalorem.uncertainty;

import java.util.Objects;
import java.util.function.Function;

/**
 * The variation of an uncertain input: a distribution and the effect of a draw on the baseline value.
 *
 * <p>The text forms, with numbers such as {@code 6%}, {@code 0.06}, {@code 3.2 million}, {@code 1.5e6} or {@code 20 USD/t}:
 *
 * <table>
 * <caption>Distributions</caption>
 * <tr><td>{@code uniform(low, high)}</td><td>{@link Uniform}</td></tr>
 * <tr><td>{@code triangular(low, mode, high)}</td><td>{@link Triangular}</td></tr>
 * <tr><td>{@code pert(low, mode, high)}</td><td>{@link Pert}</td></tr>
 * <tr><td>{@code normal(mean, standard deviation)}</td><td>{@link Normal}</td></tr>
 * <tr><td>{@code truncated normal(mean, standard deviation, low, high)}</td><td>{@link TruncatedNormal}</td></tr>
 * <tr><td>{@code lognormal(median, geometric standard deviation)}</td><td>{@link Lognormal}</td></tr>
 * <tr><td>{@code beta(alpha, beta)}, {@code beta(alpha, beta, low, high)}</td><td>{@link Beta}</td></tr>
 * <tr><td>{@code low to high}, {@code normal(low to high)}</td><td>{@link Normal} with 90 % between them</td></tr>
 * <tr><td>{@code positive low to high}, {@code lognormal(low to high)}</td><td>{@link Lognormal} with 90 % between
 * them</td></tr>
 * <tr><td>{@code quantiles(p5: low, p50: middle, p95: high)}, also {@code positive quantiles(...)}</td>
 * <td>{@link ElicitedQuantiles}</td></tr>
 * <tr><td>{@code bernoulli(probability)}</td><td>{@link Bernoulli}</td></tr>
 * <tr><td>{@code discrete(name: probability, name: probability)}</td><td>{@link Discrete}</td></tr>
 * <tr><td>{@code empirical(file.csv)}</td><td>{@link Empirical}</td></tr>
 * </table>
 *
 * <p>A leading {@code times } or {@code plus } makes a draw a factor of the baseline value or an addition to it.
 *
 * @param effect what a draw does to the baseline value
 * @param distribution the distribution of the draws
 * @param percent whether the values of the distribution were written as percentages
 * @param unit the unit written behind the values; empty if there is none
 */
public record Variation(Effect effect, Distribution distribution, boolean percent, String unit) {
    /** The effect of a draw on the baseline value. */
    public enum Effect {
        /** The draw replaces the value. */
        REPLACE(""),
        /** The draw multiplies the value. */
        TIMES("times "),
        /** The draw is added to the value. */
        PLUS("plus ");

        private final String word;

        Effect(String word) {
            this.word = word;
        }
    }

    /**
     * The variation with a checked effect.
     *
     * @throws IllegalArgumentException if named choices are to be multiplied or added, or if a factor has a unit
     */
    public Variation {
        Objects.requireNonNull(effect);
        if (effect != Effect.REPLACE && distribution instanceof Discrete) {
            throw new IllegalArgumentException(
                    "Named choices cannot be multiplied or added. Leave out (" + effect.word.strip() + ").");
        }
        if (effect == Effect.TIMES && !unit.isEmpty()) {
            throw new IllegalArgumentException("A factor has no unit. Leave out (" + unit + ").");
        }
    }

    /**
     * The variation that a text describes.
     *
     * @param samples reads the sample that {@code empirical(name)} names; its exceptions are passed on
     * @throws DistributionSyntaxException if the text cannot be read or does not describe a valid distribution
     */
    public static Variation parse(String text, Function<String, double[]> samples) {
        return new DistributionParser(text, samples).variation();
    }

    /**
     * Whether a text begins with the name of a distribution and an opening bracket; what follows may still be invalid.
     */
    public static boolean isNamed(String text) {
        return DistributionParser.isNamed(text);
    }

    /** The text form, with plain numbers. */
    @Override
    public String toString() {
        return effect.word + distribution;
    }
}
