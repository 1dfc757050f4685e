package org.advalorem.calculation;

/** What kind of thing a number or a word is: how it is printed, and how it is written for other programs. */
public enum Quality {
    /** A rate as published: a fraction of two decimals of a percent. */
    PUBLISHED_RATE,
    /** A rate before rounding, a fraction. */
    RATE,
    /** A difference of rates, a fraction. */
    POINTS,
    /** A share of a whole, a fraction. */
    SHARE,
    /** An amount of money. */
    MONEY,
    /** Money per unit of a quantity. */
    PRICE,
    /** A quantity of goods. */
    QUANTITY,
    /** A whole number of things. */
    COUNT,
    /** A number of days. */
    DAYS,
    /** Any other number. */
    NUMBER,
    /** A day, month or year. */
    DATE,
    /** Yes or no. */
    TRUTH,
    /** Words. */
    TEXT;

    /** What a quantity of that unit is when nobody says: the one place where this is derived. */
    public static Quality of(Unit unit) {
        if (unit.isFraction()) {
            return RATE;
        }
        if (unit.equals(Unit.TRUTH)) {
            return TRUTH;
        }
        if (unit.equals(Unit.DAY)) {
            return DAYS;
        }
        if (unit.equals(Unit.COUNT)) {
            return COUNT;
        }
        if (unit.isMoney()) {
            return MONEY;
        }
        return unit.isPrice() ? PRICE : QUANTITY;
    }
}
