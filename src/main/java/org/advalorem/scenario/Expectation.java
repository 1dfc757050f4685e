package org.advalorem.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.facts.YesNo;
import org.jspecify.annotations.Nullable;

/**
 * An expected result.
 *
 * @param address the address of the result
 * @param text the expectation as written
 * @param relation how the result must relate to the value
 * @param value a fraction for a rate; 1 or 0 for yes or no
 * @param places for {@link Relation#PUBLISHED}, the number of decimal places compared; for a rate, those of the
 *     percentage
 * @param tolerance the margin for {@link Relation#WITHIN}
 * @param form the form of the result
 * @param version the version of the program that printed it; empty if that is not stated
 * @param origin where it is written
 */
public record Expectation(
        Address address,
        String text,
        Relation relation,
        BigDecimal value,
        int places,
        BigDecimal tolerance,
        Form form,
        Optional<ProgramVersion> version,
        Origin origin) {

    /** The relation of a result to the expected value. */
    public enum Relation {
        /** Equal when rounded half up to the published places: two, or as many as are written. */
        PUBLISHED,
        /** At most the tolerance away. */
        WITHIN,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    /** The form of a result. */
    public enum Form {
        /** A fraction, written as a percentage. */
        RATE("a rate", "20%"),
        /** An amount of money or a plain number. */
        NUMBER("a number", "1.5 million"),
        /** A verdict: 1 is yes, 0 is no. */
        YES_NO("yes or no", "yes");

        private final String label;
        private final String example;

        Form(String label, String example) {
            this.label = label;
            this.example = example;
        }

        /** The form in words. */
        public String label() {
            return label;
        }

        String example() {
            return example;
        }
    }

    private static final Pattern PLAIN = Pattern.compile("(?:(==|<=|>=|<|>)\\s*)?(.+?)");
    private static final Pattern TOLERANT =
            Pattern.compile("(?:==\\s*)?(.+?)\\s*(?:\\+-|\\+/-|\u00b1|\\bwithin\\b)\\s*(.+)");
    private static final int PUBLISHED_PLACES = 2;
    private static final int MOST_PLACES = 12;

    /**
     * The expectation that a text expresses; empty if it is not a valid expectation.
     *
     * @param version the version of the program that printed it
     */
    static Optional<Expectation> parse(Address address, String text, Optional<ProgramVersion> version, Origin origin) {
        String written = text.strip();
        Optional<Boolean> answer = YesNo.parse(written);
        if (answer.isPresent()) {
            BigDecimal value = answer.get() ? BigDecimal.ONE : BigDecimal.ZERO;
            return Optional.of(new Expectation(
                    address,
                    YesNo.word(answer.get()),
                    Relation.WITHIN,
                    value,
                    0,
                    BigDecimal.ZERO,
                    Form.YES_NO,
                    version,
                    origin));
        }
        Matcher tolerant = TOLERANT.matcher(written);
        if (tolerant.matches()) {
            return within(address, written, tolerant.group(1), tolerant.group(2), version, origin);
        }
        Matcher plain = PLAIN.matcher(written);
        if (!plain.matches()) {
            return Optional.empty();
        }
        Relation relation = relation(plain.group(1));
        return measure(plain.group(2))
                .map(measure -> new Expectation(
                        address,
                        written,
                        relation,
                        measure.value(),
                        places(measure),
                        BigDecimal.ZERO,
                        form(measure),
                        version,
                        origin));
    }

    /** What is wrong with a value that is not a valid expectation, as it follows "which is". */
    static String fault(SourceNode given) {
        if (given instanceof SourceNode.Scalar scalar) {
            Matcher plain = PLAIN.matcher(scalar.text().strip());
            Optional<WrittenNumber> beyond = plain.matches()
                    ? WrittenNumber.parse(plain.group(2)).filter(read -> !read.hasSize())
                    : Optional.empty();
            if (beyond.isPresent()) {
                return beyond.get().beyondSize();
            }
        }
        return "not a comparison";
    }

    private static Optional<Expectation> within(
            Address address,
            String written,
            String value,
            String tolerance,
            Optional<ProgramVersion> version,
            Origin origin) {
        // between two rates, a percent sign means percentage points
        Optional<WrittenNumber> margin = measure(tolerance.replaceFirst("\\s*pp$", "%"));
        return measure(value)
                .flatMap(measure -> margin.filter(m ->
                                m.percent() == measure.percent() && m.number().signum() >= 0)
                        .map(m -> new Expectation(
                                address,
                                written,
                                Relation.WITHIN,
                                measure.value(),
                                0,
                                m.value(),
                                form(measure),
                                version,
                                origin)));
    }

    /** A number, optionally followed by a percent sign or a currency. */
    private static Optional<WrittenNumber> measure(String text) {
        return WrittenNumber.parse(text)
                .filter(WrittenNumber::hasSize)
                .filter(m -> m.unit().isEmpty() || Unit.isCurrency(m.unit()));
    }

    private static Relation relation(@Nullable String sign) {
        if (sign == null || sign.equals("==")) {
            return Relation.PUBLISHED;
        }
        return switch (sign) {
            case "<" -> Relation.LESS;
            case "<=" -> Relation.AT_MOST;
            case ">" -> Relation.MORE;
            default -> Relation.AT_LEAST;
        };
    }

    private static int places(WrittenNumber measure) {
        return Math.min(MOST_PLACES, Math.max(PUBLISHED_PLACES, measure.number().scale()));
    }

    private static Form form(WrittenNumber measure) {
        return measure.percent() ? Form.RATE : Form.NUMBER;
    }

    /**
     * Whether the result is as expected. It is compared as the decimal it stands for; a value that is not finite never
     * meets an expectation.
     *
     * @param found a fraction for a rate; 1 or 0 for yes or no
     */
    public boolean isMetBy(double found) {
        if (Double.isNaN(found) || Double.isInfinite(found)) {
            return false;
        }
        BigDecimal decimal = LegalDecimals.decimal(found);
        return switch (relation) {
            case PUBLISHED ->
                decimal.setScale(fractionPlaces(), RoundingMode.HALF_UP)
                                .compareTo(value.setScale(fractionPlaces(), RoundingMode.HALF_UP))
                        == 0;
            case WITHIN -> decimal.subtract(value).abs().compareTo(tolerance) <= 0;
            case LESS -> decimal.compareTo(value) < 0;
            case AT_MOST -> decimal.compareTo(value) <= 0;
            case MORE -> decimal.compareTo(value) > 0;
            case AT_LEAST -> decimal.compareTo(value) >= 0;
        };
    }

    private int fractionPlaces() {
        return form == Form.RATE ? places + 2 : places;
    }
}
