package org.advalorem.whatif;

/**
 * A kind of slip, in order of plausibility; docs/decisions/0024-the-single-edit.md says why in this order.
 *
 * <p>Kinds of one rank are equally plausible. A lower rank number is more plausible, chiefly because there are fewer ways to
 * make such a slip, so that one which reproduces every figure is less likely to do so by chance.
 */
public enum EditKind {
    ISSUE(1, "issue", "A contested issue decided the other way."),
    METHOD(1, "method", "A method or a finding the other way."),
    DENOMINATOR(
            1, "denominator", "Another denominator, by attribution, cross-ownership or the export value adjustment."),
    LEFT_OUT(1, "left out", "A program or one of its uses left out, or counted although it is not applied."),
    COUNTED_TWICE(1, "counted twice", "A program or one of its uses counted twice."),
    UNIT(1, "unit", "A unit taken for another: thousands, millions, percent, kilograms, pounds, short tons."),
    PERIOD(1, "period", "A period taken for another: months, quarters, 360 days for 365."),
    TAX(1, "tax", "VAT or import duty added, taken off or applied twice."),
    EXCHANGE(1, "exchange rate", "An exchange rate turned round, applied twice or not applied."),
    GROSS_FOR_NET(1, "gross for net", "A deduction or an addition left out, or with the opposite sign."),
    ZERO(1, "zero", "A value left at zero."),
    OTHER_VALUE(1, "another's value", "The value of another month, year, row, source or currency."),
    DATE(1, "date", "A date of another year, or with day and month exchanged."),
    REFERENCE(2, "reference", "Another benchmark, member or role."),
    COUNT(2, "count", "A count, such as the years of useful life, off by one."),
    DIGITS(2, "digits", "Digits transposed, dropped or repeated, or a decimal point misplaced.");

    private final int rank;
    private final String word;
    private final String doc;

    EditKind(int rank, String word, String doc) {
        this.rank = rank;
        this.word = word;
        this.doc = doc;
    }

    /** The plausibility: 1 for the most plausible kinds. */
    public int rank() {
        return rank;
    }

    /** Whether slips of the kind are of arithmetic, copying and the like: 19 CFR 351.224(f). A method is none. */
    public boolean isMinisterial() {
        return this != ISSUE && this != METHOD;
    }

    /** The kind in a sentence. */
    public String doc() {
        return doc;
    }

    /** The kind in a word or two. */
    @Override
    public String toString() {
        return word;
    }
}
