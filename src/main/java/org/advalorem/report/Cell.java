package org.advalorem.report;

/** A cell of a table: words, or a number with the way it is printed. */
sealed interface Cell permits Cell.Words, Cell.Amount {
    /** An empty cell. */
    static Cell empty() {
        return new Words("");
    }

    /** Words. */
    record Words(String text) implements Cell {}

    /**
     * A number.
     *
     * @param unit printed behind it; empty for none
     * @param step the number of the step that explains it; 0 for none
     */
    record Amount(double value, Figure figure, String unit, int step) implements Cell {}

    /** Words. */
    static Cell of(String text) {
        return new Words(text);
    }

    /** A number without a unit. */
    static Cell of(double value, Figure figure) {
        return new Amount(value, figure, "", 0);
    }

    /** The cell as people read it. */
    default String text() {
        if (this instanceof Words words) {
            return words.text();
        }
        Amount amount = (Amount) this;
        return amount.figure().text(amount.value())
                + (amount.unit().isEmpty() ? "" : " " + amount.unit())
                + (amount.step() == 0 ? "" : " [" + amount.step() + "]");
    }
}
