package org.advalorem.scenario;

/** Thrown when a setting cannot be applied; the reason has already been reported. */
final class ImpossibleSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImpossibleSettingException() {
        super("", null, false, false);
    }
}
