package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.advalorem.facts.Measure;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/**
 * Markups at equal distances.
 *
 * @param low a fraction, at least 0
 * @param high a fraction, more than {@code low}
 * @param points at least 2, both ends among them
 */
public record MarkupRange(BigDecimal low, BigDecimal high, int points) {
    /** From none to 20 percent, by one percent. */
    public static final MarkupRange USUAL = new MarkupRange(BigDecimal.ZERO, new BigDecimal("0.20"), 21);

    private static final int MOST_POINTS = 1001;
    private static final int PLACES = 10;
    private static final Pattern FORM = Pattern.compile("\\s*(.+?)\\s+to\\s+(.+?)(?:\\s+in\\s+([0-9]{1,4}))?\\s*");

    /** The range written {@code 0% to 20% in 21}; nothing, with a problem noted, when it is none. */
    public static Optional<MarkupRange> parse(String text, Problems problems) {
        Origin origin = Origin.of("--markup argument", 0, 1, text);
        Matcher matcher = FORM.matcher(text);
        Optional<BigDecimal> low = matcher.matches() ? fraction(matcher.group(1)) : Optional.empty();
        Optional<BigDecimal> high = matcher.matches() ? fraction(matcher.group(2)) : Optional.empty();
        if (low.isEmpty() || high.isEmpty()) {
            problems.add(
                    Problem.Code.AV502,
                    origin,
                    "(" + text + ") is no range of markups.",
                    "Write it with percent signs: --markup '0% to 20% in 21'.");
            return Optional.empty();
        }
        int points = matcher.group(3) == null ? USUAL.points : Integer.parseInt(matcher.group(3));
        if (low.get().signum() < 0 || low.get().compareTo(high.get()) >= 0 || points < 2 || points > MOST_POINTS) {
            problems.add(
                    Problem.Code.AV502,
                    origin,
                    "A range of markups ascends from 0% or more, in 2 to " + MOST_POINTS + " points.",
                    "Write --markup '0% to 20% in 21'.");
            return Optional.empty();
        }
        return Optional.of(new MarkupRange(low.get(), high.get(), points));
    }

    private static Optional<BigDecimal> fraction(String text) {
        return Measure.parse(text)
                .filter(measure -> measure.percent() && measure.unit().isEmpty())
                .map(measure -> measure.number().movePointLeft(2));
    }

    /** The markups, ascending. */
    List<BigDecimal> markups() {
        return IntStream.range(0, points)
                .mapToObj(i -> low.add(high.subtract(low)
                        .multiply(BigDecimal.valueOf(i))
                        .divide(BigDecimal.valueOf(points - 1L), PLACES, RoundingMode.HALF_EVEN)))
                .toList();
    }
}
