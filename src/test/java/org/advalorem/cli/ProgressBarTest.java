package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A bar with rate and time left, on a terminal only, and gone before the result. */
final class ProgressBarTest {
    private static final String ESCAPE = "\u001b";
    private static final String END = ESCAPE + "[K";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean stop;
    private long now = 7_000_000_000L;

    private final ProgressBar terminal = bar(true);

    private ProgressBar bar(boolean shown) {
        return new ProgressBar(new Console(out, err), new UntilTold(), () -> now, shown);
    }

    /** Tells to stop when the test says so. */
    private final class UntilTold implements Interruption {
        @Override
        public boolean isAsked() {
            return stop;
        }

        @Override
        public void close() {}
    }

    private void after(double seconds) {
        now += Math.round(seconds * 1e9);
    }

    private String told() {
        String told = err.toString(StandardCharsets.UTF_8);
        err.reset();
        return told;
    }

    @Test
    void tellsShareRateAndTimeLeftOverTheSameLine() {
        terminal.reached("draws", 0, 100_000);
        after(2);
        terminal.reached("draws", 25_000, 100_000);
        assertThat(told()).isEqualTo("\rdraws [########......................]  25%  12,500/s  6 s left" + END);
        after(6);
        terminal.reached("draws", 100_000, 100_000);
        assertThat(told()).isEqualTo("\rdraws [##############################] 100%  12,500/s  0 s left" + END);
        assertThat(out.size()).isZero();
    }

    @Test
    void longWorkIsToldInMinutes() {
        terminal.reached("draws", 0, 1_000_000);
        after(1);
        terminal.reached("draws", 8_000, 1_000_000);
        assertThat(told()).contains("   1%  8,000/s  2 min 4 s left");
    }

    @Test
    void shortWorkIsNotTold() {
        terminal.reached("values", 1, 10);
        after(0.49);
        terminal.reached("values", 10, 10);
        terminal.clear();
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsAtMostFiveTimesASecond() {
        terminal.reached("cases", 0, 1000);
        after(1);
        terminal.reached("cases", 100, 1000);
        assertThat(told()).isNotEmpty();
        after(0.19);
        terminal.reached("cases", 119, 1000);
        assertThat(told()).isEmpty();
        after(0.02);
        terminal.reached("cases", 121, 1000);
        assertThat(told()).isNotEmpty();
    }

    @Test
    void everyPartHasARateOfItsOwn() {
        terminal.reached("draws", 0, 100);
        after(100);
        terminal.reached("draws", 100, 100);
        terminal.reached("quantiles", 0, 1000);
        told();
        after(1);
        terminal.reached("quantiles", 500, 1000);
        assertThat(told()).contains("quantiles [", "  50%  500/s  1 s left");
    }

    @Test
    void workOfNothingIsDone() {
        terminal.reached("changes", 0, 0);
        after(1);
        terminal.reached("changes", 0, 0);
        assertThat(told()).contains("100%  0/s");
    }

    @Test
    void theLineIsClearedBeforeTheResult() {
        terminal.reached("draws", 0, 100);
        after(1);
        terminal.reached("draws", 50, 100);
        told();
        terminal.clear();
        assertThat(told()).isEqualTo("\r" + END);
        terminal.clear();
        assertThat(told()).as("cleared once").isEmpty();
    }

    @Test
    void nothingIsWrittenWhereThereIsNoTerminal() {
        ProgressBar file = bar(false);
        for (int i = 0; i <= 100; i++) {
            assertThat(file.reached("draws", i, 100)).isTrue();
            after(1);
        }
        file.clear();
        assertThat(told()).isEmpty();
        assertThat(out.size()).isZero();
    }

    @Test
    void theWorkIsToldToStop() {
        assertThat(terminal.reached("draws", 1, 2)).isTrue();
        stop = true;
        assertThat(terminal.reached("draws", 1, 2)).isFalse();
        assertThat(bar(false).reached("draws", 1, 2)).isFalse();
    }
}
