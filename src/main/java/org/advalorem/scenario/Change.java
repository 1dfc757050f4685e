package org.advalorem.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;

/**
 * A change to a value: a replacement, a scaling or an addition. Everything varied, set or contested is one of these.
 *
 * <table>
 * <caption>On {@code 12.5 million CNY}</caption>
 * <tr><th>written</th><th>change</th><th>result</th></tr>
 * <tr><td>{@code 10 million CNY}</td><td>replace</td><td>{@code 10 million CNY}</td></tr>
 * <tr><td>{@code times 1.05}</td><td>scale</td><td>{@code 13.125 million CNY}</td></tr>
 * <tr><td>{@code plus 1 million}</td><td>add</td><td>{@code 13500000 CNY}</td></tr>
 * </table>
 */
public sealed interface Change {
    /** What is wrong with a number that has no plausible size, as it follows "is"; empty if nothing is. */
    default Optional<String> beyondSize() {
        return Optional.empty();
    }

    /** The replacement of the old value. */
    record Replace(SourceNode value) implements Change {}

    /** The multiplication of the old value by a factor. */
    record Scale(BigDecimal factor) implements Change {
        @Override
        public Optional<String> beyondSize() {
            return new Add(new WrittenNumber(factor, false, "")).beyondSize();
        }
    }

    /** The addition of an amount to the old value; an amount without a unit takes the unit of the old value. */
    record Add(WrittenNumber amount) implements Change {
        @Override
        public Optional<String> beyondSize() {
            return amount.hasSize() ? Optional.empty() : Optional.of(amount.beyondSize());
        }
    }

    /**
     * The change that a value stands for: {@code times 1.05} or {@code plus 10} if unquoted, otherwise a replacement;
     * empty when the word is not followed by a number.
     */
    static Optional<Change> of(SourceNode given) {
        if (!(given instanceof SourceNode.Scalar scalar) || scalar.quoted()) {
            return Optional.of(new Replace(given));
        }
        Matcher matcher = Words.FORM.matcher(scalar.text().strip());
        if (!matcher.matches()) {
            return Optional.of(new Replace(given));
        }
        Optional<WrittenNumber> measure = WrittenNumber.parse(matcher.group(2));
        return matcher.group(1).equals("times")
                ? measure.filter(m -> m.unit().isEmpty())
                        .map(m -> new Scale(m.percent() ? m.number().scaleByPowerOfTen(-2) : m.number()))
                : measure.map(Add::new);
    }

    /** The keywords that introduce a change. */
    final class Words {
        private static final Pattern FORM = Pattern.compile("(times|plus)\\s+([-+.0-9].*)");

        private Words() {}
    }
}
