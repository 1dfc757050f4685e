package org.advalorem.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Term;

/** The numbers fixed by the law or by dates that no other page states. */
final class ConstantsPage {
    private static final int NUMBER = 1;
    private static final int UNIT = 2;

    private final Page page = new Page("Constants");
    private final Map<Term, Spot> spots = new HashMap<>();

    ConstantsPage() {
        page.words(page.row(), 0, "Numbers fixed by the law or counted from dates", Look.Role.TITLE);
        int row = page.row();
        page.words(row, 0, "number", Look.Role.HEADING);
        page.words(row, NUMBER, "value", Look.Role.HEADING);
        page.words(row, UNIT, "unit", Look.Role.HEADING);
        page.freeze();
        page.widths().addAll(List.of(44, 18, 16));
    }

    Page page() {
        return page;
    }

    /** The place of a number, which has one from now on. */
    Spot of(Term literal) {
        return spots.computeIfAbsent(literal, this::add);
    }

    private Spot add(Term literal) {
        int row = page.row();
        String unit = literal.unit().toString();
        page.words(
                row,
                0,
                unit.equals("day")
                        ? "Days counted"
                        : literal.unit().isFraction() ? "Number or threshold" : "Number in " + unit,
                Look.Role.LABEL);
        page.words(row, UNIT, unit, Look.Role.UNIT);
        return page.put(
                row,
                NUMBER,
                new Content.Stated(literal.decimal().doubleValue()),
                Look.of(
                        Look.Role.CONSTANT,
                        literal.unit().isFraction() ? "General" : NumberFormats.of(literal.unit(), literal.decimal())));
    }
}
