package org.advalorem.cli;

/** The wish of the user, while a command works, that it stop and print what is known so far. */
interface Interruption extends AutoCloseable {
    /** Whether the user wants the work to stop. */
    boolean isAsked();

    /** Ends the listening: everything is printed. */
    @Override
    void close();
}
