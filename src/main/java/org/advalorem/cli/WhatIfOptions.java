package org.advalorem.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.whatif.Sampling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that the what-if commands share. */
final class WhatIfOptions {
    private static final String VARY = "--vary";
    private static final String DRAWS = "--draws";
    private static final String SEED = "--seed";
    private static final String DESIGN = "--design";
    private static final String THREADS = "--threads";
    private static final long MOST_DRAWS = 1_000_000_000_000L;
    private static final int MOST_THREADS = 1024;
    private static final Pattern POINTS = Pattern.compile("([0-9.]+(?:[eE]-?[0-9]+)?)\\s*(pp|%|percent)");

    private WhatIfOptions() {}

    static void vary(CommandSpec spec, String label, String description) {
        spec.addOption(CommonOptions.list(VARY, label, description));
    }

    static List<String> vary(ParseResult given) {
        return given.matchedOptionValue(VARY, List.of());
    }

    static void threads(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(THREADS)
                .paramLabel("N")
                .type(String.class)
                .description("Number of threads, by default one for each processor. Results do not depend on it.")
                .build());
    }

    static int threads(ParseResult given) {
        return given.hasMatchedOption(THREADS)
                ? (int) whole(THREADS, given.matchedOptionValue(THREADS, ""), 1, MOST_THREADS)
                : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    static void seed(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(SEED)
                .paramLabel("N")
                .type(String.class)
                .description("Seed of the random numbers, by default 1. The same seed gives the same result.")
                .build());
    }

    static long seed(ParseResult given) {
        return given.hasMatchedOption(SEED)
                ? whole(SEED, given.matchedOptionValue(SEED, ""), Long.MIN_VALUE, Long.MAX_VALUE)
                : 1;
    }

    static void draws(CommandSpec spec, long usual) {
        spec.addOption(OptionSpec.builder(DRAWS)
                .paramLabel("N")
                .type(String.class)
                .description("Number of draws, such as 1000000 or 1e6; by default "
                        + String.format(Locale.ROOT, "%,d", usual) + ".")
                .build());
    }

    static long draws(ParseResult given, long usual) {
        return given.hasMatchedOption(DRAWS) ? whole(DRAWS, given.matchedOptionValue(DRAWS, ""), 1, MOST_DRAWS) : usual;
    }

    static void design(CommandSpec spec) {
        List<String> words =
                Arrays.stream(Sampling.Kind.values()).map(Object::toString).toList();
        spec.addOption(OptionSpec.builder(DESIGN)
                .paramLabel("DESIGN")
                .type(String.class)
                .description(String.join(", ", words) + "; by default " + words.get(0) + ".")
                .completionCandidates(words)
                .build());
    }

    static Sampling.Kind design(ParseResult given) {
        String word = given.matchedOptionValue(DESIGN, Sampling.Kind.MONTE_CARLO.toString());
        return Arrays.stream(Sampling.Kind.values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> UsageException.of(
                        "There is no design (" + word + ").",
                        Nearest.advice(
                                word,
                                Arrays.stream(Sampling.Kind.values())
                                        .map(Object::toString)
                                        .toList())));
    }

    /**
     * The whole number given for an option, such as {@code 20} or {@code 1e6}.
     *
     * @throws UsageException if it is not a whole number from min to most
     */
    static long whole(String option, String text, long min, long most) {
        try {
            long number = new BigDecimal(text.strip().replace("_", "")).longValueExact();
            if (number >= min && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // refused below
        }
        throw UsageException.of(
                option + " is (" + text + ").", "Write a whole number from " + min + " to " + most + ".");
    }

    /**
     * The percentage points given for an option as a fraction: {@code 0.01pp} is 0.0001.
     *
     * @throws UsageException if they are not more than zero
     */
    static double points(String option, String text) {
        Matcher matcher = POINTS.matcher(text.strip());
        Optional<BigDecimal> number =
                matcher.matches() ? WrittenNumber.parse(matcher.group(1)).map(WrittenNumber::number) : Optional.empty();
        return number.filter(points -> points.signum() > 0)
                .map(points -> points.movePointLeft(2).doubleValue())
                .orElseThrow(() ->
                        UsageException.of(option + " is (" + text + ").", "Write percentage points, such as 0.01pp."));
    }

    static OptionalDouble points(String option, ParseResult given) {
        return given.hasMatchedOption(option)
                ? OptionalDouble.of(points(option, given.matchedOptionValue(option, "")))
                : OptionalDouble.empty();
    }
}
