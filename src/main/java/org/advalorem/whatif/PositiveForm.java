package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import org.advalorem.engine.Varied;
import org.advalorem.uncertainty.Distribution;

/** The distribution to write in place of one whose draws can be negative, where the value must not be. */
final class PositiveForm {
    private static final double LOW = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.95;
    private static final MathContext DIGITS = new MathContext(3);

    private PositiveForm() {}

    /**
     * The forms in words: a lognormal distribution with the same high end and, if that is positive, the same low end or
     * else the same median.
     */
    static String of(UncertainModel.Input input, Model model) {
        Distribution distribution = input.distribution();
        double middle = distribution.quantile(MIDDLE);
        double high = distribution.quantile(HIGH);
        double low = distribution.quantile(LOW) > 0 ? distribution.quantile(LOW) : middle * (middle / high);
        boolean known = middle > 0 && high > middle && low > 0;
        String interval = known ? text(input, low, model) + " to " + text(input, high, model) : "low to high";
        String quantiles = known
                ? "p5: " + text(input, low, model) + ", p50: " + text(input, middle, model) + ", p95: "
                        + text(input, high, model)
                : "p5: low, p50: middle, p95: high";
        String factor = change(input) == Varied.Change.TIMES ? "times " : "";
        return "(" + input.address() + ") is negative in that draw. Write a distribution without negative draws: "
                + factor + "positive " + interval + ", or " + factor + "positive quantiles(" + quantiles + ").";
    }

    /** Whether the form would help: the draws are values or factors, and not additions or choices. */
    static boolean fits(UncertainModel.Input input) {
        return input.perturbation().isPresent() && change(input) != Varied.Change.PLUS;
    }

    private static Varied.Change change(UncertainModel.Input input) {
        return input.perturbation().orElseThrow().change();
    }

    private static String text(UncertainModel.Input input, double number, Model model) {
        String text = input.text(new BigDecimal(number).round(DIGITS).doubleValue(), model);
        return text.substring(text.startsWith("times ") ? "times ".length() : 0);
    }
}
