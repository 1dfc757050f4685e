package org.advalorem.uncertainty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A parser of the texts that {@link Variation} lists. */
final class DistributionParser {
    private static final int LONGEST = 10_000;
    private static final String INTERVAL = "low to high";

    /** The named distributions and how each is written. */
    private enum Name {
        UNIFORM("uniform", Uniform.FORM),
        TRIANGULAR("triangular", Triangular.FORM),
        PERT("pert", Pert.FORM),
        NORMAL("normal", Normal.FORM),
        TRUNCATED_NORMAL("truncated", TruncatedNormal.FORM),
        LOGNORMAL("lognormal", Lognormal.FORM),
        BETA("beta", Beta.FORM),
        QUANTILES("quantiles", ElicitedQuantiles.FORM),
        BERNOULLI("bernoulli", Bernoulli.FORM),
        DISCRETE("discrete", Discrete.FORM),
        EMPIRICAL("empirical", Empirical.FORM);

        private final String word;
        private final String form;

        Name(String word, String form) {
            this.word = word;
            this.form = form;
        }

        static Optional<Name> of(String word) {
            return List.of(values()).stream()
                    .filter(name -> name.word.equals(word))
                    .findFirst();
        }

        static String all() {
            return List.of(values()).stream()
                    .map(name -> name == TRUNCATED_NORMAL ? "truncated normal" : name.word)
                    .collect(Collectors.joining(", "));
        }
    }

    private final TextCursor cursor;
    private final Function<String, double[]> samples;
    private boolean percent;
    private boolean bare;
    private String unit = "";

    DistributionParser(String text, Function<String, double[]> samples) {
        if (text.length() > LONGEST) {
            throw new DistributionSyntaxException(
                    LONGEST,
                    "The text of a distribution is longer than " + LONGEST
                            + " characters. Did you mean empirical(file.csv)?");
        }
        this.cursor = new TextCursor(text);
        this.samples = samples;
    }

    /** Whether the text begins like a named distribution, for example {@code times normal(}. */
    static boolean isNamed(String text) {
        TextCursor cursor = new TextCursor(text);
        for (String word : List.of("times", "plus", "positive")) {
            cursor.take(word);
        }
        String word = cursor.peekWord();
        boolean known = Name.of(word).isPresent();
        cursor.take(word);
        if (word.equals(Name.TRUNCATED_NORMAL.word)) {
            cursor.take(Name.NORMAL.word);
        }
        return known && cursor.take('(');
    }

    Variation variation() {
        Variation.Effect effect = cursor.take("times")
                ? Variation.Effect.TIMES
                : cursor.take("plus") ? Variation.Effect.PLUS : Variation.Effect.REPLACE;
        int start = cursor.offset();
        Distribution distribution = cursor.take("positive") ? positive() : any();
        if (!cursor.atEnd()) {
            throw cursor.expected("nothing more");
        }
        return checked(start, () -> new Variation(effect, distribution, percent, unit));
    }

    private Distribution positive() {
        int start = cursor.offset();
        if (cursor.take(Name.QUANTILES.word)) {
            return quantiles(start, true);
        }
        if (!cursor.atNumber()) {
            throw cursor.expected("(low to high) or quantiles(...) after (positive)");
        }
        double[] ends = interval();
        return checked(start, () -> Lognormal.ofInterval(ends[0], ends[1]));
    }

    private Distribution any() {
        int start = cursor.offset();
        if (cursor.atNumber()) {
            double[] ends = interval();
            return checked(start, () -> Normal.ofInterval(ends[0], ends[1]));
        }
        String word = cursor.peekWord();
        Name name = Name.of(word).orElseThrow(() -> unknown(word));
        cursor.take(word);
        if (name == Name.TRUNCATED_NORMAL && !cursor.take("normal")) {
            throw cursor.expected(name.form);
        }
        return switch (name) {
            case UNIFORM -> {
                double[] v = values(name, 2);
                yield checked(start, () -> new Uniform(v[0], v[1]));
            }
            case TRIANGULAR -> {
                double[] v = values(name, 3);
                yield checked(start, () -> new Triangular(v[0], v[1], v[2]));
            }
            case PERT -> {
                double[] v = values(name, 3);
                yield checked(start, () -> Pert.of(v[0], v[1], v[2]));
            }
            case NORMAL -> normal(start);
            case TRUNCATED_NORMAL -> {
                double[] v = values(name, 4);
                yield checked(start, () -> TruncatedNormal.of(v[0], v[1], v[2], v[3]));
            }
            case LOGNORMAL -> lognormal(start);
            case BETA -> beta(start);
            case QUANTILES -> quantiles(start, false);
            case BERNOULLI -> {
                open(name);
                double share = share();
                close(name);
                yield checked(start, () -> new Bernoulli(share));
            }
            case DISCRETE -> discrete(start);
            case EMPIRICAL -> empirical(start);
        };
    }

    private DistributionSyntaxException unknown(String word) {
        if (word.isEmpty()) {
            return cursor.expected("a distribution such as triangular(2%, 6%, 12%), or (" + INTERVAL + ")");
        }
        return cursor.failure(
                cursor.offset(),
                "Found (" + word + "); expected a distribution: " + Name.all() + ", or (" + INTERVAL + ").");
    }

    private Distribution normal(int start) {
        open(Name.NORMAL);
        double first = value();
        if (cursor.take("to")) {
            double last = value();
            close(Name.NORMAL);
            return checked(start, () -> Normal.ofInterval(first, last));
        }
        comma(Name.NORMAL);
        double deviation = value();
        close(Name.NORMAL);
        return checked(start, () -> new Normal(first, deviation));
    }

    private Distribution lognormal(int start) {
        open(Name.LOGNORMAL);
        double first = value();
        if (cursor.take("to")) {
            double last = value();
            close(Name.LOGNORMAL);
            return checked(start, () -> Lognormal.ofInterval(first, last));
        }
        comma(Name.LOGNORMAL);
        double spread = factor();
        close(Name.LOGNORMAL);
        return checked(start, () -> new Lognormal(first, spread));
    }

    private Distribution beta(int start) {
        open(Name.BETA);
        double alpha = factor();
        comma(Name.BETA);
        double beta = factor();
        if (cursor.take(')')) {
            return checked(start, () -> Beta.of(alpha, beta));
        }
        comma(Name.BETA);
        double low = value();
        comma(Name.BETA);
        double high = value();
        close(Name.BETA);
        return checked(start, () -> Beta.of(alpha, beta, low, high));
    }

    private Distribution quantiles(int start, boolean positive) {
        open(Name.QUANTILES);
        Map<Double, Double> quantiles = new TreeMap<>();
        do {
            int place = cursor.offset();
            String name = cursor.before(":,)");
            double probability = probability(place, name);
            if (!cursor.take(':')) {
                throw cursor.expected("a colon and a value after (" + name + "), as in " + Name.QUANTILES.form);
            }
            if (quantiles.put(probability, value()) != null) {
                throw cursor.failure(place, "Found (" + name + ") twice.");
            }
        } while (cursor.take(','));
        close(Name.QUANTILES);
        return checked(start, () -> ElicitedQuantiles.of(quantiles, positive));
    }

    private double probability(int place, String name) {
        if (!name.matches("p\\d{1,2}(\\.\\d{1,20})?")) {
            throw cursor.failure(
                    place,
                    "Found (" + name + "); expected a percentile such as p5 or p97.5, as in " + Name.QUANTILES.form
                            + ".");
        }
        return new BigDecimal(name.substring(1)).movePointLeft(2).doubleValue();
    }

    private Distribution discrete(int start) {
        open(Name.DISCRETE);
        List<String> names = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        do {
            String name = cursor.before(":,)");
            if (name.isEmpty() || !cursor.take(':')) {
                throw cursor.expected("a choice, a colon and its probability, as in " + Name.DISCRETE.form);
            }
            names.add(name);
            probabilities.add(share());
        } while (cursor.take(','));
        close(Name.DISCRETE);
        return checked(start, () -> Discrete.of(names, probabilities));
    }

    private Distribution empirical(int start) {
        open(Name.EMPIRICAL);
        String name = cursor.before(")");
        if (name.isEmpty()) {
            throw cursor.expected("the name of a file, as in " + Name.EMPIRICAL.form);
        }
        close(Name.EMPIRICAL);
        double[] sample = samples.apply(name);
        return checked(start, () -> Empirical.of(name, sample));
    }

    private double[] values(Name name, int count) {
        double[] values = new double[count];
        open(name);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                comma(name);
            }
            values[i] = value();
        }
        close(name);
        return values;
    }

    private double[] interval() {
        double low = value();
        if (!cursor.take("to")) {
            throw cursor.expected("(to), as in " + INTERVAL);
        }
        return new double[] {low, value()};
    }

    /**
     * A number in the unit of the varied quantity, which may stand behind it. Either all such numbers are in percent or
     * none; zero needs no percent sign.
     */
    private double value() {
        TextCursor.Written number = cursor.number();
        percent |= number.percent();
        bare |= !number.percent() && number.value() != 0.0;
        if (percent && bare) {
            throw cursor.failure(
                    number.offset(),
                    "Some values have a percent sign and some have none. Write it for all or for none.");
        }
        if (!number.unit().isEmpty()) {
            if (!unit.isEmpty() && !unit.equals(number.unit())) {
                throw cursor.failure(
                        number.offset(),
                        "Found the units (" + unit + ") and (" + number.unit()
                                + "). Write the same unit for all values.");
            }
            unit = number.unit();
        }
        return number.value();
    }

    /** A probability, with a percent sign or without. */
    private double share() {
        return withoutUnit("a probability").value();
    }

    /** A plain number, whatever the unit of the varied quantity. */
    private double factor() {
        TextCursor.Written number = withoutUnit("a plain number");
        if (number.percent()) {
            throw cursor.failure(number.offset(), "Found a percentage; expected a plain number.");
        }
        return number.value();
    }

    private TextCursor.Written withoutUnit(String expected) {
        TextCursor.Written number = cursor.number();
        if (!number.unit().isEmpty()) {
            throw cursor.failure(number.offset(), "Found the unit (" + number.unit() + "); expected " + expected + ".");
        }
        return number;
    }

    private void open(Name name) {
        if (!cursor.take('(')) {
            throw cursor.expected("an opening bracket, as in " + name.form);
        }
    }

    private void comma(Name name) {
        if (!cursor.take(',')) {
            throw cursor.expected("a comma and more, as in " + name.form);
        }
    }

    private void close(Name name) {
        if (!cursor.take(')')) {
            throw cursor.expected("a closing bracket, as in " + name.form);
        }
    }

    /** The object made, with any rejection attributed to its place in the text. */
    private <T> T checked(int start, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            String message = refused.getMessage();
            throw cursor.failure(start, message == null ? "No such distribution." : cursor.asWritten(message));
        }
    }
}
