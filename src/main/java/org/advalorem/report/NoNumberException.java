package org.advalorem.report;

/** An address at which there is no one number to explain. */
public final class NoNumberException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    NoNumberException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** What to write instead; empty if the message says it. */
    public String advice() {
        return advice;
    }
}
