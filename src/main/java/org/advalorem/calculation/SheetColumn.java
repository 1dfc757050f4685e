package org.advalorem.calculation;

import java.util.List;

/**
 * A column of a worksheet.
 *
 * @param name its heading, by which formulas call its cells
 * @param key whether its words say what a row is about
 * @param from the columns that it is computed from, in the order in which the formula uses them; none when it is computed
 *     from nothing in the same row
 */
public record SheetColumn(String name, Quality quality, boolean key, List<String> from) {
    /** Copies the list. */
    public SheetColumn {
        from = List.copyOf(from);
    }

    /** A column of words that say what a row is about. */
    public static SheetColumn key(String name) {
        return new SheetColumn(name, Quality.TEXT, true, List.of());
    }

    /** A column of months, years or days that say what a row is about. */
    public static SheetColumn keyDate(String name) {
        return new SheetColumn(name, Quality.DATE, true, List.of());
    }

    /** A column of words. */
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
     * @param from the columns that it is computed from
     */
    public static SheetColumn of(String name, Quality quality, String... from) {
        return new SheetColumn(name, quality, false, List.of(from));
    }
}
