package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.rules.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that are told to stop print what is known, marked partial, or say that there is nothing; never as if whole. */
final class InterruptionTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final String LME = "benchmarks.ingot.world.LME=times~";
    private static final String EVA = "companies.zhongji.export-value-adjustment.";

    /** Is asked for at the second question. */
    private static final class AtTheSecond implements Interruption {
        private int asked;
        private boolean closed;

        @Override
        public synchronized boolean isAsked() {
            return ++asked >= 2;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Cases that differ in structure, since numbers are done in one go. */
    static Stream<String> partial() {
        return Stream.of(
                "simulate --draws 100000",
                "simulate --draws 100000 --design sobol",
                "sensitivity --draws 102400 --set " + EVA + "method=ratio",
                "sensitivity --method morris --draws 20000 --set " + EVA + "method=ratio",
                "sweep --vary " + EVA + "method=none,ratio,denominator",
                "grid --vary programs.policy-loans.applied=yes,no --vary " + EVA + "method=none,ratio,denominator",
                "spider --vary " + EVA + "markup=2%,3% --vary " + LME + "0.9~to~1.1~in~3",
                "tornado --vary " + EVA + "markup=2%,3% --vary programs.land.applied=yes,no"
                        + " --vary programs.policy-loans.applied=yes,no --vary " + LME + "0.9~to~1.1",
                "flip",
                "portfolio scenarios --draws 1000");
    }

    static Stream<String> wholeOrNothing() {
        return Stream.of(
                "issues",
                "eva",
                "report",
                "solve --goal companies.zhongji.rate-unrounded=17% --vary " + LME + "0.8~to~1.2",
                "compare --change programs.policy-loans.applied=no --change programs.land.applied=no");
    }

    @Test
    void everyLongCommandCanBeStopped() {
        Set<String> stopped = Stream.concat(partial(), wholeOrNothing())
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toSet());
        for (Entry entry : Entry.values()) {
            assertThat(stopped.contains(entry.word())).as(entry.word()).isEqualTo(entry.is(Trait.LONG));
        }
    }

    @ParameterizedTest
    @MethodSource("partial")
    void whatIsKnownIsPrintedAndMarked(String command) {
        for (String format : List.of("text", "json", "csv", "markdown")) {
            Run run = run(command, format);
            assertThat(run.exit()).isEqualTo(ExitCode.STOPPED);
            assertThat(run.err()).as("%s %s", command, format).isEmpty();
            assertThat(run.out().lines().count()).as("%s %s", command, format).isGreaterThan(4);
            if (format.equals("json")) {
                assertThat(run.out()).contains("\"partial\": true");
            } else {
                assertThat(run.out().toLowerCase(Locale.ROOT))
                        .as("%s %s", command, format)
                        .contains("partial");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wholeOrNothing")
    void withoutAnythingToTellItIsSaid(String command) {
        Run run = run(command, "text");
        assertThat(run.exit()).isEqualTo(ExitCode.STOPPED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("advalorem: stopped before the end. There is nothing to report yet.\n");
    }

    private static Run run(String command, String format) {
        // a tilde stands for a blank within an argument
        List<String> args = new ArrayList<>();
        for (String arg : command.split(" ", -1)) {
            args.add(arg.replace('~', ' '));
        }
        if (!command.startsWith("portfolio")) {
            args.add(1, FOIL);
        }
        if (!command.startsWith("report")) {
            args.addAll(List.of("--format", format));
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        AtTheSecond interruption = new AtTheSecond();
        int exit = Main.run(
                args.toArray(String[]::new),
                new Session(new Console(out, err), Programs.shipped(), () -> interruption));
        assertThat(interruption.closed).isTrue();
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
