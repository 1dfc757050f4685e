package org.advalorem.cli;

/** The user's request that a running command stop and print what is known so far. */
interface Interruption extends AutoCloseable {
    /** Whether the user has asked to stop. */
    boolean isAsked();

    /** Stops listening, once everything is printed. */
    @Override
    void close();
}
