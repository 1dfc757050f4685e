package org.advalorem.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/** What the findings of analyses share: the rate they are about, and words. */
final class Findings {
    private Findings() {}

    /** Whether a rate may be the one that a finding is about: that of the whole, of a company reported or of all others. */
    static boolean isReported(EvaluatedScenario scenario, Subject subject) {
        return subject.scope().isWhole() && scenario.isReported(subject);
    }

    /** The company that moves most, the first of equals; all others only if no company moves. */
    static <T> T most(List<T> all, Predicate<T> isCompany, ToDoubleFunction<T> swing) {
        T most = all.get(0);
        for (T other : all.subList(1, all.size())) {
            boolean first = swing.applyAsDouble(most) > 0 && isCompany.test(most) && !isCompany.test(other);
            most = !first && swing.applyAsDouble(other) > swing.applyAsDouble(most) ? other : most;
        }
        return most;
    }

    /** The rate that moves most, a company's before that of all others; another result only if no rate moves. */
    static <T> T mostOfRates(List<T> all, Function<T, ResultKey> key, ToDoubleFunction<T> swing) {
        List<T> rates =
                all.stream().filter(of -> !OtherResults.isOther(key.apply(of))).toList();
        boolean moves = rates.stream().anyMatch(of -> swing.applyAsDouble(of) > 0);
        return most(
                moves || rates.size() == all.size() ? rates : all,
                of -> key.apply(of).subject().isCompany(),
                swing);
    }

    /** The name of a rate or of another result. */
    static String name(EvaluatedScenario scenario, ResultKey key) {
        return OtherResults.isOther(key) ? OtherResults.name(scenario, key) : scenario.name(key);
    }

    /** The size of a difference between values of a result, with its unit. */
    static String size(ResultKey key, double difference) {
        return OtherResults.isShare(key)
                ? NumberText.size(difference) + " points"
                : OtherResults.difference(key, difference);
    }

    /** The share of the cases in which a company is de minimis, in words. */
    static String verdicts(long deMinimis, long all, String cases) {
        return deMinimis == 0
                ? "never de minimis"
                : deMinimis == all ? "always de minimis" : "de minimis in " + deMinimis + " of " + all + " " + cases;
    }

    /** The settings of inputs, as in {@code markup 12%} or {@code markup 12% and LME times 0.9}. */
    static String setting(EvaluatedScenario scenario, List<ValueRange> ranges, List<String> values) {
        List<String> last =
                ranges.stream().map(range -> InputNames.last(range.address())).toList();
        boolean distinct = last.stream().distinct().count() == last.size();
        return IntStream.range(0, ranges.size())
                .mapToObj(i -> (distinct ? last.get(i) : name(scenario, ranges.get(i))) + " "
                        + NumberText.written(values.get(i)))
                .collect(Collectors.joining(" and "));
    }

    /** The values that a case of a sweep takes, in words. */
    static String written(Sweep.Result result, int of) {
        return result.values(of).stream().map(NumberText::written).collect(Collectors.joining(", "));
    }

    private static String name(EvaluatedScenario scenario, ValueRange range) {
        return InputNames.of(scenario, range.address().toString());
    }
}
