package org.advalorem.uncertainty;

/**
 * The purposes for which keys are derived from an input. These numbers determine every published result: never change
 * one.
 */
final class Purpose {
    static final long DRAWS = 0;
    static final long STRATA = 1;
    static final long PLACES_IN_STRATA = 2;
    static final long SECOND_DRAWS = 3;
    /** The first replicate; the others follow. */
    static final long SCRAMBLES = 1_000;

    private Purpose() {}
}
