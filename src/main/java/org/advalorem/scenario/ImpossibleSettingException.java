package org.advalorem.scenario;

/** A setting cannot be made; the reason has been noted. */
final class ImpossibleSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImpossibleSettingException() {
        super("", null, false, false);
    }
}
