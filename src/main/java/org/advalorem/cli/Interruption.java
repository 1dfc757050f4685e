package org.advalorem.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C while a command works: the work is asked to stop, and the program ends when what is known so far has been printed,
 * or after some seconds in any case.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "advalorem-stop");

    private Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Listens until it is closed, which is to be after printing. */
    static Interruption listen() {
        return new Interruption();
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

    /** Whether the user wants the work to stop. */
    boolean isAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        printed.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the program is ending already, and the hook has been told
            }
        }
    }
}
