package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.scenario.VaryArgument;

/**
 * The markups at which rates are calculated.
 *
 * @param fractions at least two, ascending from 0 or more
 */
public record Markups(List<BigDecimal> fractions) {
    /** The default markups: 0 to 20 percent in steps of one percentage point. */
    public static final Markups USUAL = new Markups(
            IntStream.rangeClosed(0, 20).mapToObj(i -> BigDecimal.valueOf(i, 2)).toList());

    private static final int MOST = 1001;
    private static final Address MARKUP = Address.ROOT.child("markup");

    /** Copies the list. */
    public Markups {
        fractions = List.copyOf(fractions);
    }

    /**
     * The markups of a {@link ValueRange} such as {@code 0% to 20% in 21}; empty, with a problem reported, if the text
     * is not a range of markups.
     */
    public static Optional<Markups> read(String text, Problems problems) {
        Origin origin = Origin.of("--markup argument", 0, 1, text);
        return ValueRange.of(new VaryArgument(MARKUP, text, origin, origin), problems)
                .filter(range -> isOfMarkups(range, problems))
                .map(range -> new Markups(range.numbers()));
    }

    private static boolean isOfMarkups(ValueRange range, Problems problems) {
        boolean rates = range.change() == Varied.Change.REPLACE
                && !range.numbers().isEmpty()
                && range.values().stream()
                        .flatMap(value -> WrittenNumber.parse(value).stream())
                        .allMatch(Markups::isRate);
        if (!rates) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "(" + range.origin().text() + ") is not a range of markups.",
                    "Write it with percent signs: --markup '0% to 20% in 21'.");
            return false;
        }
        List<BigDecimal> markups = range.numbers();
        boolean ascends = markups.get(0).signum() >= 0
                && IntStream.range(1, markups.size())
                        .allMatch(i -> markups.get(i - 1).compareTo(markups.get(i)) < 0);
        if (!ascends || markups.size() < 2 || markups.size() > MOST) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "A range of markups must ascend from 0% or more, in 2 to " + MOST + " values.",
                    "Write --markup '0% to 20% in 21'.");
            return false;
        }
        return true;
    }

    private static boolean isRate(WrittenNumber measure) {
        return measure.unit().isEmpty()
                && (measure.percent() || measure.number().signum() == 0);
    }
}
