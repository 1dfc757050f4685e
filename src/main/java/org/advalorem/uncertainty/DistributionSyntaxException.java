package org.advalorem.uncertainty;

/** A distribution that cannot be read: what was found, what was expected, and where. */
public final class DistributionSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    DistributionSyntaxException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** The place in the text, from 0. */
    public int offset() {
        return offset;
    }
}
