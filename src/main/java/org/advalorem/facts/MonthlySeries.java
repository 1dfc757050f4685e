package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** Quantities by month and grade, or one quantity for all months. Each is an input of its own. */
public final class MonthlySeries {
    private final Optional<Term> constant;
    private final Map<String, Term> values;
    private final List<String> grades;
    private final Unit unit;

    MonthlySeries(Optional<Term> constant, Map<String, Term> values, List<String> grades, Unit unit) {
        this.constant = constant;
        this.values = new TreeMap<>(values);
        this.grades = grades;
        this.unit = unit;
    }

    /** The quantity of that month and grade; a series without grades serves every grade. */
    public Optional<Term> at(int month, String grade) {
        if (constant.isPresent()) {
            return constant;
        }
        String key = Months.text(month);
        return Optional.ofNullable(values.get(grades.isEmpty() || grade.isEmpty() ? key : key + "/" + grade));
    }

    /** The grades, empty when the series makes no difference between them. */
    public List<String> grades() {
        return grades;
    }

    /** The unit of all quantities. */
    public Unit unit() {
        return unit;
    }
}
