package org.advalorem.engine;

import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * A numbered step of an explanation: a line of the outline, or a worksheet cell that shows a quantity.
 *
 * <p>In formulas, operands appear under the label and number of their step, and inputs under their address; operands
 * without a step are written out in place, or as a number when nested very deeply. A step whose term is already shown
 * by an earlier step refers to that step.
 */
public final class Step {
    private final Explanation explanation;
    private final int number;
    private final String label;
    private final Term term;
    private final Quality quality;
    private final Authority authority;
    private final Place place;

    Step(
            Explanation explanation,
            int number,
            String label,
            Term term,
            Quality quality,
            Authority authority,
            Place place) {
        this.explanation = explanation;
        this.number = number;
        this.label = label;
        this.term = term;
        this.quality = quality;
        this.authority = authority;
        this.place = place;
    }

    /** The position in the explanation, from 1. */
    public int number() {
        return number;
    }

    /** The label of the step; for a cell, the name of its row and the heading of its column. */
    public String label() {
        return label;
    }

    /** The term whose value the step shows. */
    public Term term() {
        return term;
    }

    /** The kind of number that the value is. */
    public Quality quality() {
        return quality;
    }

    /** The formula in words, {@code Benefit [3] / Sales [4]}; sums of more than 12 terms are shortened. */
    public String formula() {
        return explanation.formula(this, new FormulaWriter.Form(false, false));
    }

    /** The formula in words with every term of every sum. */
    public String fullFormula() {
        return explanation.formula(this, new FormulaWriter.Form(false, true));
    }

    /**
     * The formula with the numbers of its operands, {@code 12000 / 350000}; sums of more than 12 terms are shortened.
     */
    public String numbers() {
        return explanation.formula(this, new FormulaWriter.Form(true, false));
    }

    /** The formula with the numbers of its operands and every term of every sum: computing it gives the value. */
    public String fullNumbers() {
        return explanation.formula(this, new FormulaWriter.Form(true, true));
    }

    /** The value, in the unit of the step; 1 or 0 for a truth. */
    public double value() {
        return explanation.values().of(term);
    }

    /** The unit of the value. */
    public Unit unit() {
        return term.unit();
    }

    /** The authority on which the step rests. */
    public Authority authority() {
        return authority;
    }

    /** The place of the step in the outline. */
    Place place() {
        return place;
    }

    /** The name of the step in formulas. */
    String name() {
        return label + " [" + number + "]";
    }

    /** Number, label and value. */
    @Override
    public String toString() {
        String ending = unit().isFraction() ? "" : " " + unit();
        return "[" + number + "] " + label + " = " + Numbers.plain(value()) + ending;
    }
}
