package org.advalorem.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.facts.YesNo;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Goal;
import org.advalorem.whatif.Model;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The goal of {@code solve}: the address of a result, a comparison and a value. */
final class GoalOption {
    private static final String GOAL = "--goal";

    /** A name in quotes may contain a sign; the words stand between spaces. */
    private static final Pattern FORM =
            Pattern.compile("((?:'[^']*'|[^'])+?)(?:\\s*(==|<=|>=|=<|=>|\u2264|\u2265|=|<|>|:)\\s*"
                    + "|\\s+(is|below|under|less than|at most|above|over|more than|at least)\\s+)(.+)");

    private static final Map<String, Goal.Relation> SIGNS = Map.ofEntries(
            Map.entry("<", Goal.Relation.LESS),
            Map.entry("below", Goal.Relation.LESS),
            Map.entry("under", Goal.Relation.LESS),
            Map.entry("less than", Goal.Relation.LESS),
            Map.entry("<=", Goal.Relation.AT_MOST),
            Map.entry("=<", Goal.Relation.AT_MOST),
            Map.entry("\u2264", Goal.Relation.AT_MOST),
            Map.entry("at most", Goal.Relation.AT_MOST),
            Map.entry(">", Goal.Relation.MORE),
            Map.entry("above", Goal.Relation.MORE),
            Map.entry("over", Goal.Relation.MORE),
            Map.entry("more than", Goal.Relation.MORE),
            Map.entry(">=", Goal.Relation.AT_LEAST),
            Map.entry("=>", Goal.Relation.AT_LEAST),
            Map.entry("\u2265", Goal.Relation.AT_LEAST),
            Map.entry("at least", Goal.Relation.AT_LEAST));

    private final String text;
    private final Model model;

    private GoalOption(String text, Model model) {
        this.text = text;
        this.model = model;
    }

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(GOAL)
                .paramLabel("RESULT=VALUE")
                .required(true)
                .type(String.class)
                .description(
                        "The result and the value it is to reach, or the side of it: =, <, <=, > or >=. To list results: advalorem addresses FILE '*.rate'.")
                .build());
    }

    /**
     * The goal given.
     *
     * @throws UsageException if it is not a result, a comparison and a value of that result's kind
     */
    static Goal of(ParseResult given, Model model, Console console) {
        return new GoalOption(given.matchedOptionValue(GOAL, ""), model).goal(console);
    }

    private Goal goal(Console console) {
        Matcher matcher = FORM.matcher(text.strip());
        boolean complete = matcher.matches();
        String address = complete ? matcher.group(1).strip() : text.strip();
        ResultKey key = ResultAddress.of(address, model.results(), console);
        Term term = model.results().find(key).orElseThrow();
        if (!complete) {
            throw UsageException.of(
                    GOAL + " is (" + text + "), without a value.", "Write " + forms(address, key, term) + ".");
        }
        String sign = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        Goal.Relation relation = SIGNS.getOrDefault(sign, Goal.Relation.IS);
        String value = matcher.group(4).strip();
        return key.measure().isTruth()
                ? verdict(address, key, term, relation, value)
                : new Goal(key, relation, number(address, key, term, value));
    }

    private Goal verdict(String address, ResultKey key, Term term, Goal.Relation relation, String value) {
        Optional<Boolean> answer = YesNo.parse(value);
        if (answer.isEmpty() || relation != Goal.Relation.IS) {
            throw UsageException.of(GOAL + " is (" + text + ").", "Write " + forms(address, key, term) + ".");
        }
        return new Goal(key, relation, answer.get() ? 1.0 : 0.0);
    }

    private double number(String address, ResultKey key, Term term, String value) {
        boolean rate = term.unit().isFraction();
        Optional<WrittenNumber> read = WrittenNumber.parse(value);
        if (read.isPresent() && !read.get().hasSize()) {
            throw UsageException.of(GOAL + " is (" + text + "): " + read.get().beyondSize() + ".", "");
        }
        if (rate
                && read.filter(number -> isBare(number) && number.number().signum() != 0)
                        .isPresent()) {
            throw UsageException.of(
                    GOAL + " is (" + text + "), a rate without a percent sign.",
                    read.get().adviceForRate());
        }
        return read.filter(number -> rate
                        ? number.unit().isEmpty()
                        : !number.percent()
                                && (number.unit().isEmpty()
                                        || Unit.parse(number.unit()).equals(Optional.of(term.unit()))))
                .map(number -> number.value().doubleValue())
                .orElseThrow(() ->
                        UsageException.of(GOAL + " is (" + text + ").", "Write " + forms(address, key, term) + "."));
    }

    private static boolean isBare(WrittenNumber number) {
        return !number.percent() && number.unit().isEmpty();
    }

    private static String forms(String address, ResultKey key, Term term) {
        if (key.measure().isTruth()) {
            return "'" + address + "=yes' or '" + address + "=no'";
        }
        String example = term.unit().isFraction() ? "5%" : "1.5 million " + term.unit();
        return String.join(" or ", List.of("'" + address + "=" + example + "'", "'" + address + " < " + example + "'"));
    }
}
