package org.advalorem.receipts;

/** A file that is no result of this program, or does not say how it was made. */
public final class NoReceiptException extends Exception {
    private static final long serialVersionUID = 1;

    NoReceiptException(String message) {
        super(message);
    }
}
