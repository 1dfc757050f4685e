package org.advalorem.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;

/**
 * What is done to a value. The three are closed: whatever is varied, set or contested is one of them.
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
    /** In place of the old value. */
    record Replace(SourceNode value) implements Change {}

    /** The old value times a factor. */
    record Scale(BigDecimal factor) implements Change {}

    /** The old value and an amount; without a unit, in the unit of the old value. */
    record Add(WrittenNumber amount) implements Change {}

    /**
     * The change that a value stands for: {@code times 1.05} and {@code plus 10} without quotes, else a replacement.
     * Nothing when a number is missing behind the word.
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

    /** The words that begin a change. */
    final class Words {
        private static final Pattern FORM = Pattern.compile("(times|plus)\\s+([-+.0-9].*)");

        private Words() {}
    }
}
