package org.advalorem.report;

/** A table cell: text, or a number with its print format. */
sealed interface Cell permits Cell.Words, Cell.Amount {
    /** An empty cell. */
    static Cell empty() {
        return new Words("");
    }

    /** A text cell. */
    record Words(String text) implements Cell {}

    /**
     * A numeric cell.
     *
     * @param unit printed after the number; empty for none
     * @param step the number of the step that explains it; 0 for none
     */
    record Amount(double value, Figure figure, String unit, int step) implements Cell {}

    /** A text cell. */
    static Cell of(String text) {
        return new Words(text);
    }

    /** A numeric cell without a unit. */
    static Cell of(double value, Figure figure) {
        return new Amount(value, figure, "", 0);
    }

    /** The cell as printed for people. */
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
