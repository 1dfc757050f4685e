package org.advalorem.cli;

/** A command line that cannot be carried out. The message says what is wrong and what to write instead. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** What is wrong, and advice when there is any. */
    static UsageException of(String message, String advice) {
        return new UsageException(advice.isEmpty() ? message : message + " " + advice);
    }
}
