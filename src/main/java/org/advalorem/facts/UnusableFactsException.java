package org.advalorem.facts;

/** An attempt to use facts that cannot be used; the reason has already been noted among the {@link Problems}. */
public final class UnusableFactsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception after the problem has been noted. */
    public UnusableFactsException() {
        super("The reason was noted as a problem.", null, false, false);
    }
}
