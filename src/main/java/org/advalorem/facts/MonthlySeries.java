package org.advalorem.facts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** Quantities by month and grade, or one quantity for all months. Each is an input of its own. */
public final class MonthlySeries {
    private final Optional<Term> constant;
    private final TreeMap<String, Term> values;
    private final List<String> grades;
    private final Unit unit;
    private final int firstMonth;

    MonthlySeries(Optional<Term> constant, Map<String, Term> values, List<String> grades, Unit unit) {
        this.constant = constant;
        this.values = new TreeMap<>(values);
        this.grades = grades;
        this.unit = unit;
        this.firstMonth =
                this.values.isEmpty() ? 0 : Months.parse(this.values.firstKey().substring(0, "2016-01".length()));
    }

    /**
     * The quantity of a month and grade; a series without grades serves every grade.
     *
     * @param month the month, counted as in {@link Months}
     * @param grade the grade; empty if there is none
     */
    public Optional<Term> at(int month, String grade) {
        if (constant.isPresent()) {
            return constant;
        }
        String key = Months.text(month);
        return Optional.ofNullable(values.get(grades.isEmpty() || grade.isEmpty() ? key : key + "/" + grade));
    }

    /**
     * The quantity of a month and grade, or of the nearest earlier month that has one.
     *
     * @param month the month, counted as in {@link Months}
     * @param grade the grade; empty if there is none
     */
    public Optional<Found> atOrBefore(int month, String grade) {
        for (int earlier = month; earlier >= firstMonth; earlier--) {
            Optional<Term> term = at(earlier, grade);
            if (term.isPresent()) {
                return Optional.of(new Found(earlier, term.get()));
            }
        }
        return Optional.empty();
    }

    /** A quantity and its month; the month requested if the series has one quantity for all. */
    public record Found(int month, Term term) {}

    /** The quantities by month, or by month and grade as {@code 2016-01/PVC}; empty if there is one for all months. */
    public Map<String, Term> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The grades; empty if the series does not distinguish between them. */
    public List<String> grades() {
        return grades;
    }

    /** The unit of all quantities. */
    public Unit unit() {
        return unit;
    }
}
