package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scenario with very many errors, programs or companies takes time in proportion to their number. */
final class ManyProblemsTest {
    private static final int FEW = 200;
    private static final double MOST = 5;
    private static final String HEAD = "format: advalorem/1\ntitle: Many\nillustrative: Made for tests.\n"
            + "proceeding: {segment: investigation final, initiated: 2024-06-03, country: {name: Ruritania},"
            + " period: 2023, average-useful-life: 5 years}\n";

    @TempDir
    private Path folder;

    /** Scenarios of any size. */
    private enum Kind {
        UNKNOWN_KEYS(n -> programs(1, "mill", "thousand") + lines(n, i -> "unknown-key-" + i + ": 1")),
        MALFORMED_NUMBERS(n -> programs(n, "mill", "thousnd")),
        UNKNOWN_REFERENCES(n -> programs(n, "nowhere", "thousand")),
        PROGRAMS(n -> programs(n, "mill", "thousand")),
        COMPANIES(n -> HEAD + "programs:\n  p0: {type: grant, recurrence: recurring}\ncompanies:\n"
                + lines(n, i -> company("c" + i, use(0, "mill", "thousand"))) + "all-others: {method: simple}\n");

        @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
        private final IntFunction<String> text;

        Kind(IntFunction<String> text) {
            this.text = text;
        }

        private static String programs(int n, String to, String scale) {
            return HEAD + "programs:\n" + lines(n, i -> "  p" + i + ": {type: grant, recurrence: recurring}")
                    + "companies:\n"
                    + company("acme", lines(n, i -> use(i, to, scale)))
                    + "\nall-others: {method: simple}\n";
        }

        private static String company(String id, String uses) {
            return "  " + id + ":\n    name: Firm " + id
                    + "\n    currency: USD\n    members: {mill: {name: Mill, role: producer}}\n"
                    + "    sales: [{year: 2023, seller: mill, gross: 40 million}]\n    uses:\n" + uses;
        }

        private static String use(int program, String to, String scale) {
            return "      p" + program + ": [{to: " + to + ", received: [{on: 2023-02-01, amount: " + (program + 1)
                    + " " + scale + "}]}]";
        }

        private static String lines(int n, IntFunction<String> line) {
            return IntStream.range(0, n).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
        }
    }

    private String file(Kind kind, int n) throws IOException {
        return Files.write(folder.resolve("case.yaml"), kind.text.apply(n).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Bytes, which unlike seconds are the same in every run. */
    private static double allocated(String... arguments) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(Run.of(arguments).exit()).isIn(0, 2);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void workGrowsNoFasterThanTheScenario(Kind kind) throws IOException {
        String few = file(kind, FEW);
        allocated("rate", few);
        double first = allocated("rate", few);
        double fourTimes = allocated("rate", file(kind, 4 * FEW));
        assertThat(fourTimes / first).isLessThanOrEqualTo(MOST);
    }

    @Test
    void textShowsTheFirstAndHowManyThereAre() throws IOException {
        Run run = Run.of("rate", file(Kind.UNKNOWN_KEYS, 5000));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("(unknown-key-99) is not").doesNotContain("(unknown-key-100) is not");
        assertThat(run.err())
                .endsWith("5000 problems, of which the first 100 are shown. To list all: advalorem check FILE --format"
                        + " json\n");
    }

    @Test
    void jsonOfCheckHasThemAll() throws IOException {
        Run run = Run.of("check", file(Kind.UNKNOWN_KEYS, 5000), "--format=json");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).startsWith("{\n  \"format\": \"advalorem-problems/1\"");
        assertThat(run.out().lines().filter(line -> line.contains("\"code\": \"AV201\"")))
                .hasSize(5000);
        assertThat(run.err()).endsWith("--format json\n");
    }
}
