package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.facts.Address;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.ValueRange;

/** Words and figures that the charts of results share. */
final class Findings {
    /** The name of the threshold. */
    static final String THRESHOLD = "de minimis threshold";

    /** The rate as it is published. */
    static final Axis PUBLISHED = NumberText.PERCENT.axis("Net subsidy rate");

    /** The rate before rounding. */
    static final Axis UNROUNDED = NumberText.PERCENT.axis("Net subsidy rate, unrounded");

    private Findings() {}

    /**
     * The words around a chart.
     *
     * @param partial whether the run was stopped before its end
     * @param run how the numbers were made, such as draws and seed; may be empty
     */
    static Caption caption(EvaluatedScenario scenario, String title, String subtitle, boolean partial, String run) {
        List<String> warnings = new ArrayList<>();
        if (partial) {
            warnings.add("PARTIAL: the run was stopped before the end.");
        }
        if (scenario.isNegative()) {
            warnings.add("NEGATIVE DETERMINATION: there is no all-others rate.");
        }
        scenario.determination().illustrative().ifPresent(words -> warnings.add("ILLUSTRATIVE: " + words));
        return new Caption(
                title,
                subtitle,
                String.join(" ", warnings),
                scenario.source() + ". " + (run.isEmpty() ? "" : run + " ") + scenario.made() + ".");
    }

    /** The thresholds of those companies, with their names where they differ. */
    static List<Mark> thresholds(EvaluatedScenario scenario, List<CompanyResult> companies) {
        Map<Double, List<String>> names = new LinkedHashMap<>();
        for (CompanyResult company : companies) {
            names.computeIfAbsent(scenario.values().of(company.threshold()), value -> new ArrayList<>())
                    .add(company.name());
        }
        return names.entrySet().stream()
                .map(entry -> new Mark(
                        names.size() == 1 ? THRESHOLD : THRESHOLD + " of " + String.join(", ", entry.getValue()),
                        entry.getKey()))
                .toList();
    }

    /** Whether a rate may be the one drawn: that of the whole, of a company reported or of all others. */
    static boolean isDrawn(EvaluatedScenario scenario, Subject subject) {
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

    /** The share of the cases in which a company is de minimis, in words. */
    static String verdicts(long deMinimis, long all, String cases) {
        return deMinimis == 0
                ? "never de minimis"
                : deMinimis == all ? "always de minimis" : "de minimis in " + deMinimis + " of " + all + " " + cases;
    }

    /** An address with the name of the company or program in place of its place in the file. */
    static String label(EvaluatedScenario scenario, String address) {
        return InputNames.label(scenario, address);
    }

    /** The label of an address, without the name with which its sentence already begins. */
    static String labelAfter(String name, EvaluatedScenario scenario, String address) {
        String label = label(scenario, address);
        return label.startsWith(name + " (") && label.endsWith(")")
                ? label.substring(name.length() + 2, label.length() - 1)
                : label;
    }

    /** The settings of addresses, as in {@code markup 12%} or {@code markup 12% and LME times 0.9}. */
    static String setting(List<ValueRange> ranges, List<String> values) {
        List<String> last = ranges.stream().map(range -> last(range.address())).toList();
        boolean distinct = last.stream().distinct().count() == last.size();
        return IntStream.range(0, ranges.size())
                .mapToObj(i ->
                        (distinct ? last.get(i) : ranges.get(i).address()) + " " + NumberText.written(values.get(i)))
                .collect(Collectors.joining(" and "));
    }

    /** The end of an address from its last part that is neither a number nor a date. */
    private static String last(Address address) {
        List<String> segments = address.segments();
        int from = segments.size() - 1;
        while (from > 0 && Character.isDigit(segments.get(from).charAt(0))) {
            from--;
        }
        return new Address(segments.subList(from, segments.size())).toString();
    }

    /** A rate with two decimals. */
    static String percent(double rate) {
        return NumberText.PERCENT.value(rate);
    }

    /** A difference of rates with its sign. */
    static String points(double change) {
        return NumberText.change(change);
    }

    /** The noun with its number, such as {@code 1 input}, {@code 2 inputs}. */
    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** The noun with its number, where the plural is not made with an s. */
    static String count(long number, String one, String many) {
        return NumberText.PLAIN.value((double) number) + " " + (number == 1 ? one : many);
    }
}
