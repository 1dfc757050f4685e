package org.advalorem.uncertainty;

import java.util.Objects;
import java.util.function.Function;

/**
 * How an uncertain input varies: a distribution and what a draw of it does to the base value.
 *
 * <p>The texts, with numbers such as {@code 6%}, {@code 0.06}, {@code 3.2 million} or {@code 1.5e6}:
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
 * <p>{@code times } or {@code plus } before it makes a draw a factor of the base value or an addition to it.
 *
 * @param effect what a draw does
 * @param distribution where draws come from
 * @param percent whether the values of the distribution were written in percent
 */
public record Variation(Effect effect, Distribution distribution, boolean percent) {
    /** What a draw does to the base value. */
    public enum Effect {
        /** Takes its place. */
        REPLACE(""),
        /** Is a factor of it. */
        TIMES("times "),
        /** Is added to it. */
        PLUS("plus ");

        private final String word;

        Effect(String word) {
            this.word = word;
        }
    }

    /** Checks that choices are not calculated with. */
    public Variation {
        Objects.requireNonNull(effect);
        if (effect != Effect.REPLACE && distribution instanceof Discrete) {
            throw new IllegalArgumentException(
                    "Named choices cannot be multiplied or added. Leave out (" + effect.word.strip() + ").");
        }
    }

    /**
     * The variation written so.
     *
     * @param samples reads the sample that {@code empirical(name)} names; what it throws is passed on
     * @throws DistributionSyntaxException when the text cannot be read, or the distribution does not exist
     */
    public static Variation parse(String text, Function<String, double[]> samples) {
        return new DistributionParser(text, samples).variation();
    }

    /** Whether a text begins with the name of a distribution and its bracket, though it may be wrong behind it. */
    public static boolean isNamed(String text) {
        return DistributionParser.isNamed(text);
    }

    /** The text form, with bare numbers. */
    @Override
    public String toString() {
        return effect.word + distribution;
    }
}
