package org.advalorem.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.advalorem.whatif.Progress;

/**
 * A progress bar with speed and time left on standard error, if that is a terminal. It also passes Ctrl-C on to the work.
 *
 * <p>The launcher says with the property {@code advalorem.terminal} whether standard error is a terminal: Java cannot tell.
 */
final class ProgressBar implements Progress {
    private static final String TERMINAL = "advalorem.terminal";
    private static final long INTERVAL = 200_000_000L;
    private static final long FIRST = 500_000_000L;
    private static final double NANOSECONDS = 1e9;
    private static final int WIDTH = 30;

    private final Console console;
    private final Interruption interruption;
    private final LongSupplier clock;
    private final boolean shown;
    private String what = "";
    private long begun;
    private long told;

    ProgressBar(Console console, Interruption interruption) {
        this(console, interruption, System::nanoTime, "yes".equals(System.getProperty(TERMINAL)));
    }

    ProgressBar(Console console, Interruption interruption, LongSupplier clock, boolean shown) {
        this.console = console;
        this.interruption = interruption;
        this.clock = clock;
        this.shown = shown;
    }

    @Override
    public synchronized boolean reached(String part, long done, long total) {
        if (shown) {
            show(part, done, total);
        }
        return !interruption.isAsked();
    }

    private void show(String part, long done, long total) {
        long now = clock.getAsLong();
        if (!part.equals(what)) {
            what = part;
            begun = now;
            told = now + FIRST - INTERVAL;
        }
        if (now - told >= INTERVAL) {
            told = now;
            console.showBar(line(done, total, (now - begun) / NANOSECONDS));
        }
    }

    private String line(long done, long total, double seconds) {
        double share = total == 0 ? 1.0 : Math.min(1.0, (double) done / total);
        int full = (int) Math.round(share * WIDTH);
        double speed = seconds > 0.0 ? done / seconds : 0.0;
        String left = speed > 0.0 ? time((total - done) / speed) + " left" : "";
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f%%  %,.0f/s  %s",
                what,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                100.0 * share,
                speed,
                left);
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    /** Removes the bar before the result is printed. */
    synchronized void clear() {
        console.clearBar();
    }
}
