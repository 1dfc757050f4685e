package org.advalorem.cli;

import org.advalorem.facts.VisibleText;

/** A command line that cannot be run. The message says what is wrong and what to write instead. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(VisibleText.withEmpty(message));
    }

    /**
     * An exception with advice.
     *
     * @param advice empty if there is none
     */
    static UsageException of(String message, String advice) {
        return new UsageException(advice.isEmpty() ? message : message + " " + advice);
    }
}
