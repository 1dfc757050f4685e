package org.advalorem.calculation;

/** The kind of a number or word: how it is printed, and how it is written for other programs. */
public enum Quality {
    /** A rate as published: a fraction rounded to two decimals of a percent. */
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
    /** Text. */
    TEXT;

    /** The kind of quantity that a unit implies where none is stated: the only place where it is derived. */
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
