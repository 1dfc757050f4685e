package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.VaryArgument;
import org.advalorem.uncertainty.Variation;

/**
 * The values that an address takes one after another, each as written after {@code --set ADDRESS=}.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code 0% to 12%}</td><td>25 values, evenly spaced</td></tr>
 * <tr><td>{@code 0% to 12% in 7}</td><td>7 values</td></tr>
 * <tr><td>{@code 0% to 12% step 1%}</td><td>from the first value on, not beyond the last</td></tr>
 * <tr><td>{@code times 0.8 to 1.2}</td><td>factors; {@code plus -5 to 5} for additions</td></tr>
 * <tr><td>{@code times 0.5, 1}</td><td>two factors; the word may be repeated, {@code times 0.5, times 1}</td></tr>
 * <tr><td>{@code none, ratio, denominator}</td><td>the values listed</td></tr>
 * </table>
 *
 * @param address the address, with the items of lists by name
 * @param text the whole range as written
 * @param numbers the numbers the values stand for, in the unit of the value, and as fractions for rates; empty for
 *     words
 * @param change how a number changes the value read
 * @param key where the address is written
 * @param origin where the values are written
 */
public record ValueRange(
        Address address,
        String text,
        List<String> values,
        List<BigDecimal> numbers,
        Varied.Change change,
        Origin key,
        Origin origin) {
    private static final int USUAL = 25;
    private static final int MOST = 100_000;
    private static final BigDecimal FEWEST = BigDecimal.valueOf(2);
    private static final Pattern WORD = Pattern.compile("(times|plus)\\s+(.*)");
    private static final Pattern SPAN = Pattern.compile("(.+?)\\s+to\\s+(.+?)(?:\\s+(in|step)\\s+(.+))?");
    private static final Pattern BARE = Pattern.compile("(?:plus )?[-+]?[0-9.]+");
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\bin )(?<![\\w.])([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?![\\w.%])");
    private static final String FORMS =
            "Write 0% to 12%, 0% to 12% in 7, 0% to 12% step 1%, times 0.8 to 1.2, or values"
                    + " such as: none, ratio, denominator.";

    /** Copies the lists. */
    public ValueRange {
        values = List.copyOf(values);
        numbers = List.copyOf(numbers);
    }

    /** The ranges of {@code --vary} arguments; those that cannot be read are left out and reported. */
    public static List<ValueRange> read(Scenario scenario, List<String> arguments, Problems problems) {
        return arguments.stream()
                .flatMap(argument -> VaryArgument.read(scenario, argument, problems).stream())
                .flatMap(argument -> of(argument, problems).stream())
                .toList();
    }

    /** The range of an argument; empty, with the problem reported, if it is not a range. */
    static Optional<ValueRange> of(VaryArgument argument, Problems problems) {
        if (Variation.isNamed(argument.text())) {
            problems.add(
                    Problem.Code.AV502,
                    argument.origin(),
                    "(" + argument.text() + ") is a distribution; a range of values is needed here.",
                    FORMS + " Distributions are for (advalorem simulate).");
            return Optional.empty();
        }
        Matcher word = WORD.matcher(argument.text());
        boolean changes = word.matches();
        String prefix = changes ? word.group(1) + " " : "";
        String rest = changes ? word.group(2) : argument.text();
        Varied.Change change = switch (prefix) {
            case "times " -> Varied.Change.TIMES;
            case "plus " -> Varied.Change.PLUS;
            default -> Varied.Change.REPLACE;
        };
        Matcher span = SPAN.matcher(rest);
        try {
            Optional<ValueRange> read = span.matches()
                    ? Optional.of(spaced(argument, prefix, change, span))
                    : listed(argument, prefix, change, rest);
            if (read.isEmpty()) {
                problems.add(
                        Problem.Code.AV502, argument.origin(), "(" + argument.text() + ") holds no values.", FORMS);
            }
            return read;
        } catch (IllegalArgumentException e) {
            problems.add(Problem.Code.AV502, argument.origin(), String.valueOf(e.getMessage()), FORMS);
            return Optional.empty();
        }
    }

    private static Optional<ValueRange> listed(
            VaryArgument argument, String prefix, Varied.Change change, String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        List<String> values = Arrays.stream(inner.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> prefix + withoutWord(value, prefix))
                .toList();
        List<BigDecimal> numbers = new ArrayList<>();
        for (String value : values) {
            WrittenNumber.parse(value.substring(prefix.length())).ifPresent(measure -> numbers.add(measure.value()));
        }
        boolean all = numbers.size() == values.size();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new ValueRange(
                        argument.address(),
                        argument.text(),
                        values,
                        all ? numbers : List.of(),
                        change,
                        argument.key(),
                        argument.origin()));
    }

    /**
     * The value without the word before the first one, which applies to all.
     *
     * @throws IllegalArgumentException if the value has a different word
     */
    private static String withoutWord(String value, String prefix) {
        Matcher word = WORD.matcher(value);
        if (prefix.isEmpty() || !word.matches()) {
            return value;
        }
        if (!prefix.strip().equals(word.group(1))) {
            throw new IllegalArgumentException("(" + value + ") is in a range whose first value begins with ("
                    + prefix.strip() + "), which applies to all of them.");
        }
        return word.group(2);
    }

    private static ValueRange spaced(VaryArgument argument, String prefix, Varied.Change change, Matcher span) {
        WrittenNumber low = measure(span.group(1));
        WrittenNumber high = measure(withoutWord(span.group(2), prefix));
        boolean percent = low.percent() || high.percent();
        String unit = low.unit().isEmpty() ? high.unit() : low.unit();
        checkPercent(span.group(1), low, percent);
        checkPercent(span.group(2), high, percent);
        if (!low.unit().isEmpty() && !high.unit().isEmpty() && !low.unit().equals(high.unit())) {
            throw new IllegalArgumentException("The ends of (" + span.group() + ") have different units: " + low.unit()
                    + " and " + high.unit() + ".");
        }
        List<BigDecimal> steps = "step".equals(span.group(3))
                ? stepped(low.number(), high.number(), step(span.group(4), percent, unit), span)
                : divided(low.number(), high.number(), span);
        List<String> values = steps.stream()
                .map(number -> prefix
                        + number.stripTrailingZeros().toPlainString()
                        + (percent ? "%" : unit.isEmpty() ? "" : " " + unit))
                .toList();
        List<BigDecimal> numbers = steps.stream()
                .map(number -> percent ? number.movePointLeft(2) : number)
                .toList();
        return new ValueRange(
                argument.address(), argument.text(), values, numbers, change, argument.key(), argument.origin());
    }

    /** Checks that a number has a percent sign where the range has one; zero needs none. */
    private static void checkPercent(String text, WrittenNumber measure, boolean percent) {
        if (percent && !measure.percent() && measure.number().signum() != 0) {
            throw new IllegalArgumentException("(" + text + ") has no percent sign, unlike the rest of the range.");
        }
    }

    private static BigDecimal step(String text, boolean percent, String unit) {
        WrittenNumber step = measure(text);
        checkPercent(text, step, percent);
        if (step.percent() && !percent) {
            throw new IllegalArgumentException("(" + text + ") has a percent sign, unlike the ends of the range.");
        }
        if (!step.unit().isEmpty() && !step.unit().equals(unit)) {
            throw new IllegalArgumentException(
                    "The step (" + text + ") has a unit that the ends of the range do not have.");
        }
        return step.number();
    }

    private static List<BigDecimal> stepped(BigDecimal low, BigDecimal high, BigDecimal step, Matcher span) {
        if (step.signum() == 0 || step.signum() != high.compareTo(low)) {
            throw new IllegalArgumentException("Steps of (" + span.group(4) + ") do not lead from (" + span.group(1)
                    + ") to (" + span.group(2) + ").");
        }
        BigDecimal count = high.subtract(low).divideToIntegralValue(step).add(BigDecimal.ONE);
        checkCount(count);
        List<BigDecimal> steps = new ArrayList<>();
        for (long i = 0; i < count.longValueExact(); i++) {
            steps.add(low.add(step.multiply(BigDecimal.valueOf(i))));
        }
        return steps;
    }

    private static List<BigDecimal> divided(BigDecimal low, BigDecimal high, Matcher span) {
        BigDecimal count = BigDecimal.valueOf(USUAL);
        if (span.group(4) != null) {
            WrittenNumber given = measure(span.group(4));
            count = given.number();
            if (given.percent()
                    || !given.unit().isEmpty()
                    || count.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException("(" + span.group(4) + ") is not a whole number of values.");
            }
        }
        checkCount(count);
        if (low.compareTo(high) == 0) {
            throw new IllegalArgumentException("The range (" + span.group() + ") has no width.");
        }
        List<BigDecimal> steps = new ArrayList<>();
        BigDecimal intervals = count.subtract(BigDecimal.ONE);
        for (long i = 0; i < count.longValueExact(); i++) {
            steps.add(low.add(
                    high.subtract(low).multiply(BigDecimal.valueOf(i)).divide(intervals, MathContext.DECIMAL64),
                    MathContext.DECIMAL64));
        }
        return steps;
    }

    private static void checkCount(BigDecimal count) {
        if (count.compareTo(FEWEST) < 0 || count.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new IllegalArgumentException("A range has from 2 to " + MOST + " values, not "
                    + count.stripTrailingZeros().toPlainString() + ".");
        }
    }

    private static WrittenNumber measure(String text) {
        WrittenNumber read = WrittenNumber.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("(" + text + ") is not a number with its unit."));
        if (!read.hasSize()) {
            throw new IllegalArgumentException("(" + text + ") is " + read.beyondSize() + ".");
        }
        return read;
    }

    /**
     * Whether the range has percent signs if the scenario's value has one; bare numbers other than zero are reported
     * with the correct form.
     */
    boolean isInPercent(Model model, Problems problems) {
        boolean bare = !numbers.isEmpty()
                && change != Varied.Change.TIMES
                && values.stream().anyMatch(value -> BARE.matcher(value).matches())
                && numbers.stream().anyMatch(number -> number.signum() != 0);
        if (bare && new Perturbation(address, change).percent(model)) {
            boolean small = numbers.stream().allMatch(number -> number.abs().compareTo(BigDecimal.ONE) < 0);
            problems.add(
                    Problem.Code.AV205,
                    origin,
                    "(" + address + ") is a rate without a percent sign in (" + text + ").",
                    "Write " + NUMBER.matcher(text).replaceAll("$1%")
                            + (small ? " or, if fractions are meant, a hundred times as much." : "."));
            return false;
        }
        return true;
    }

    /** The number of values. */
    public int size() {
        return values.size();
    }

    /**
     * The setting for one of the values.
     *
     * @param place the index of the value
     */
    public Assignment assignment(int place) {
        return new Assignment(address, new SourceNode.Scalar(values.get(place), false, origin), key);
    }

    /** The perturbation that moves the value; empty unless all values are numbers. */
    Optional<Perturbation> perturbation() {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new Perturbation(address, change));
    }
}
