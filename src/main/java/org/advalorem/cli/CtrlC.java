package org.advalorem.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.advalorem.report.AsideFile;

/** Ctrl-C, caught by a shutdown hook that gives the command some seconds to print what is known so far. */
final class CtrlC implements Interruption {
    /** How long the program waits, once told to end, for what is being written. */
    static final int PATIENCE_SECONDS = AsideFile.PATIENCE_SECONDS;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "advalorem-stop");

    private CtrlC() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts to listen; to be closed after printing. */
    static CtrlC listen() {
        return new CtrlC();
    }

    private void stop() {
        asked.set(true);
        try {
            if (!printed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        printed.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the program is ending already, and the hook has been released
            }
        }
    }
}
