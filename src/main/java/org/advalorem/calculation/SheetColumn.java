package org.advalorem.calculation;

import java.util.List;

/**
 * A column of a worksheet.
 *
 * @param name the heading, by which formulas name its cells
 * @param quality the kind of its cells
 * @param key whether its words identify the row
 * @param from the columns from which it is computed, in the order in which the formula uses them; empty if it is not
 *     computed from its own row
 */
public record SheetColumn(String name, Quality quality, boolean key, List<String> from) {
    /** Copies the list. */
    public SheetColumn {
        from = List.copyOf(from);
    }

    /** A column of words that identify the row. */
    public static SheetColumn key(String name) {
        return new SheetColumn(name, Quality.TEXT, true, List.of());
    }

    /** A column of months, years or days that identify the row. */
    public static SheetColumn keyDate(String name) {
        return new SheetColumn(name, Quality.DATE, true, List.of());
    }

    /** A column of text. */
    public static SheetColumn text(String name) {
        return new SheetColumn(name, Quality.TEXT, false, List.of());
    }

    /** A column of days, months or years. */
    public static SheetColumn date(String name) {
        return new SheetColumn(name, Quality.DATE, false, List.of());
    }

    /**
     * A column of quantities.
     *
     * @param name the heading
     * @param quality the kind of its cells
     * @param from the columns from which it is computed
     */
    public static SheetColumn of(String name, Quality quality, String... from) {
        return new SheetColumn(name, quality, false, List.of(from));
    }
}
