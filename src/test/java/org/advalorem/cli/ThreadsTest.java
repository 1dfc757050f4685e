package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command prints, every digit of it, is the same on 1, 2 and 7 threads. */
final class ThreadsTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";

    static Stream<String> commands() {
        return Stream.of(
                "simulate --draws 20000 --vary issues.parent=discrete(cross-owned:60%,not-cross-owned:40%)",
                "simulate --draws 20000 --design sobol",
                "simulate --draws 100000 --until 0.05pp",
                "sensitivity --draws 9000 --bootstrap 100",
                "sensitivity --method morris --draws 500",
                "issues",
                "report --draws 20000",
                "portfolio scenarios --draws 9000",
                "flip --vary benchmarks.ingot.inland-freight=normal(14,2)",
                "eva",
                "verify-sample --corrections src/test/resources/whatif/verification/foil-corrections.yaml",
                "compare --change programs.policy-loans.applied=no --change companies.zhongji.members.ws.cross-owned=no");
    }

    @Test
    void everyCommandWithThreadsIsTried() {
        assertThat(commands().map(line -> line.split(" ", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Entry.values())
                        .filter(entry -> entry.command().spec().optionsMap().containsKey("--threads"))
                        .map(Entry::word)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theSameOnAnyNumber(String command) {
        String one = out(command, 1);
        assertThat(one).matches("(?s)[{<].*").hasSizeGreaterThan(1000);
        assertThat(out(command, 2)).isEqualTo(one);
        assertThat(out(command, 7)).isEqualTo(one);
    }

    private static String out(String command, int threads) {
        List<String> args = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        if (!command.startsWith("portfolio")) {
            args.add(1, FOIL);
        }
        args.addAll(List.of("--threads", Integer.toString(threads)));
        if (!command.startsWith("report")) {
            args.addAll(List.of("--format", "json"));
        }
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        return run.out();
    }
}
