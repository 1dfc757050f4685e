package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.facts.Address;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * The results that a scenario expects: {@code expect: {version: 0.1.0, companies.zhongji.rate: "< 20%"}}. The version is that
 * of the program that printed them, and may be left out.
 */
public final class Expectations {
    private static final String VERSION = "version";
    private static final String FORMS =
            "Write 17.14%, \"== 17.14% +- 0.005%\", 17.14% within 0.01pp, \"< 20%\", yes or no.";

    private Expectations() {}

    /**
     * A result.
     *
     * @param value a fraction for a rate; 1 or 0 for yes or no
     */
    public record Found(double value, Expectation.Form form) {}

    /** The outcome of comparing a result with its expectation. */
    public record Outcome(Expectation expectation, double found, boolean met) {}

    /** The JSON Schema of {@code expect}. */
    public static Map<String, Object> schema() {
        return Map.of(
                "type",
                "object",
                "additionalProperties",
                Map.of(
                        "anyOf",
                        List.of(Map.of("type", "string"), Map.of("type", "number"), Map.of("type", "boolean"))));
    }

    /**
     * The expectations in a node; unreadable ones are reported as problems.
     *
     * @param given the value of {@code expect}
     */
    public static List<Expectation> read(SourceNode given, Problems problems) {
        List<Expectation> expectations = new ArrayList<>();
        if (!(given instanceof SourceNode.Mapping mapping)) {
            problems.add(
                    Problem.Code.AV501,
                    given.origin(),
                    "(expect) must be a mapping from addresses of results to expected values.",
                    "Write expect: {companies.zhongji.rate: \"< 20%\"}.");
            return expectations;
        }
        Optional<ProgramVersion> version =
                Optional.ofNullable(mapping.entries().get(VERSION)).flatMap(value -> version(value, problems));
        mapping.entries().forEach((key, value) -> {
            if (key.equals(VERSION)) {
                return;
            }
            try {
                Optional<Expectation> read = value instanceof SourceNode.Scalar scalar
                        ? Expectation.parse(Address.parse(key), scalar.text(), version, mapping.keyOrigin(key))
                        : Optional.empty();
                read.ifPresentOrElse(
                        expectations::add,
                        () -> problems.add(
                                Problem.Code.AV501,
                                value.origin(),
                                "(" + key + ") is expected to be "
                                        + (value instanceof SourceNode.Scalar scalar
                                                ? "(" + scalar.text() + ")"
                                                : "a list or mapping")
                                        + ", which is " + Expectation.fault(value) + ".",
                                FORMS));
            } catch (IllegalArgumentException e) {
                problems.add(Problem.Code.AV501, mapping.keyOrigin(key), String.valueOf(e.getMessage()), "");
            }
        });
        return expectations;
    }

    private static Optional<ProgramVersion> version(SourceNode given, Problems problems) {
        Optional<ProgramVersion> version = given instanceof SourceNode.Scalar scalar
                ? ProgramVersion.parse(scalar.text().strip())
                : Optional.empty();
        if (version.isEmpty()) {
            problems.add(
                    Problem.Code.AV501,
                    given.origin(),
                    "(expect.version) is "
                            + (given instanceof SourceNode.Scalar scalar
                                    ? "(" + scalar.text() + ")"
                                    : "a list or mapping")
                            + ", which is not a version of the program.",
                    "Write the version that printed these results, such as " + RuleChanges.latest() + ".");
        }
        return version;
    }

    /**
     * The outcomes, in the order written. An address without a result and a result of a different form are reported as
     * problems.
     *
     * @param results the result at an address
     * @param known the addresses of all results, for advice
     */
    public static List<Outcome> check(
            List<Expectation> expectations,
            Function<Address, Optional<Found>> results,
            Collection<String> known,
            Problems problems) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Optional<Found> found = results.apply(expectation.address());
            if (found.isEmpty()) {
                problems.add(
                        Problem.Code.AV501,
                        expectation.origin(),
                        "There is no result (" + expectation.address() + ").",
                        Nearest.advice(expectation.address().toString(), known));
            } else if (found.get().form() != expectation.form()) {
                problems.add(
                        Problem.Code.AV501,
                        expectation.origin(),
                        "(" + expectation.address() + ") is "
                                + found.get().form().label() + ", but (" + expectation.text() + ") is "
                                + expectation.form().label() + ".",
                        "Compare it with a value such as " + found.get().form().example() + ".");
            } else {
                double value = found.get().value();
                outcomes.add(new Outcome(expectation, value, expectation.isMetBy(value)));
            }
        }
        return outcomes;
    }
}
