package org.advalorem.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.cli.Main;

/**
 * How the time of whole commands grows with the scenario: the ratio of the time for four times as many programs,
 * companies or errors. In proportion it is 4; more than {@value #MOST} fails.
 */
final class Growth {
    private static final int FEW = 1000;
    private static final double MOST = 5;
    private static final int TURNS = 5;
    private static final String HEAD = "format: advalorem/1\ntitle: Many\nillustrative: Made for measuring.\n"
            + "proceeding: {segment: investigation final, initiated: 2024-06-03, country: {name: Ruritania},"
            + " period: 2023, average-useful-life: 5 years}\n";

    private Growth() {}

    /** Scenarios of any size. */
    private enum Kind {
        PROGRAMS(Growth::programs),
        COMPANIES(n -> HEAD + "programs:\n  p0: {type: grant, recurrence: recurring}\ncompanies:\n"
                + lines(n, i -> company("c" + i, 1)) + "all-others: {method: simple}\n"),
        ERRORS(n -> programs(1) + lines(n, i -> "unknown-key-" + i + ": 1"));

        @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
        private final IntFunction<String> text;

        Kind(IntFunction<String> text) {
            this.text = text;
        }
    }

    private static String programs(int n) {
        return HEAD + "programs:\n" + lines(n, i -> "  p" + i + ": {type: grant, recurrence: recurring}")
                + "companies:\n" + company("acme", n) + "\nall-others: {method: simple}\n";
    }

    private static String company(String id, int programs) {
        return "  " + id + ":\n    name: Firm " + id + "\n    currency: USD\n"
                + "    members: {mill: {name: Mill, role: producer}}\n"
                + "    sales: [{year: 2023, seller: mill, gross: 40 million}]\n    uses:\n"
                + lines(
                        programs,
                        i -> "      p" + i + ": [{to: mill, received: [{on: 2023-02-01, amount: " + (i + 1)
                                + " thousand}]}]");
    }

    private static String lines(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }

    /** The shortest of several runs, in seconds: whatever else the machine does only makes a run longer. */
    private static double seconds(String... arguments) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            int exit = Main.run(arguments, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
            shortest = Math.min(shortest, (System.nanoTime() - start) * 1e-9);
            if (exit != 0 && exit != 2) {
                throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit + ".");
            }
        }
        return shortest;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("growth");
        Path few = folder.resolve("few.yaml");
        Path many = folder.resolve("many.yaml");
        boolean within = true;
        try {
            for (Kind kind : Kind.values()) {
                Files.write(few, kind.text.apply(FEW).getBytes(StandardCharsets.UTF_8));
                Files.write(many, kind.text.apply(4 * FEW).getBytes(StandardCharsets.UTF_8));
                for (List<String> command :
                        List.of(List.of("rate"), List.of("rate", "--format=json"), List.of("check"))) {
                    String[] arguments = command.toArray(new String[command.size() + 1]);
                    arguments[command.size()] = few.toString();
                    // a first time for the compiler
                    seconds(arguments);
                    double one = seconds(arguments);
                    arguments[command.size()] = many.toString();
                    double four = seconds(arguments);
                    within &= four <= MOST * one;
                    System.out.printf(
                            Locale.ROOT,
                            "%-9s  %-18s  %.3f s  %.3f s  ratio %.1f%n",
                            kind.name().toLowerCase(Locale.ROOT),
                            String.join(" ", command),
                            one,
                            four,
                            four / one);
                }
            }
        } finally {
            Files.deleteIfExists(few);
            Files.deleteIfExists(many);
            Files.deleteIfExists(folder);
        }
        if (!within) {
            System.err.println("A ratio is more than " + MOST + ".");
            System.exit(1);
        }
    }
}
