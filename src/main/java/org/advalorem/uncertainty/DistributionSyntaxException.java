package org.advalorem.uncertainty;

/** Thrown when a distribution cannot be read; says what was found, what was expected, and where. */
public final class DistributionSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    DistributionSyntaxException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** The offset in the text, from 0. */
    public int offset() {
        return offset;
    }
}
