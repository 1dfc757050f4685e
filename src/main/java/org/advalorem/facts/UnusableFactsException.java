package org.advalorem.facts;

/** Facts that cannot be used; the reason has been noted among the {@link Problems} already. */
public final class UnusableFactsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** After the problem was noted. */
    public UnusableFactsException() {
        super("The reason was noted as a problem.", null, false, false);
    }
}
