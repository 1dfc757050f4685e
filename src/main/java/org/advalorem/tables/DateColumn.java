package org.advalorem.tables;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** The orders of day, month and year in which all dates of a column can be read. */
public final class DateColumn {
    private final Map<String, Map<DateForm, DateText.Reading>> read;
    private final Set<DateForm> possible;
    private final int deciding;
    private final int contradicting;
    private final int ambiguous;
    private final boolean serial;

    private DateColumn(
            Map<String, Map<DateForm, DateText.Reading>> read,
            Set<DateForm> possible,
            int deciding,
            int contradicting,
            int ambiguous,
            boolean serial) {
        this.read = read;
        this.possible = possible;
        this.deciding = deciding;
        this.contradicting = contradicting;
        this.ambiguous = ambiguous;
        this.serial = serial;
    }

    /**
     * Reads a whole column; cells that are no dates are passed over.
     *
     * @param months whether only the month of each date matters
     */
    public static DateColumn of(int rows, IntFunction<String> cells, boolean months) {
        Map<String, Map<DateForm, DateText.Reading>> read = new HashMap<>();
        Set<DateForm> possible = EnumSet.allOf(DateForm.class);
        int deciding = -1;
        int contradicting = -1;
        int ambiguous = -1;
        boolean serial = false;
        for (int row = 0; row < rows && contradicting < 0; row++) {
            Map<DateForm, DateText.Reading> readings = read.computeIfAbsent(cells.apply(row), DateText::readings);
            if (readings.isEmpty()) {
                continue;
            }
            serial |= readings.size() == 1 && readings.containsKey(DateForm.SERIAL);
            if (ambiguous < 0 && differ(readings, readings.keySet(), months)) {
                ambiguous = row;
            }
            Set<DateForm> left = EnumSet.copyOf(possible);
            left.retainAll(readings.keySet());
            if (left.isEmpty()) {
                contradicting = row;
            } else if (left.size() < possible.size()) {
                deciding = left.size() == 1 ? row : deciding;
                possible = left;
            }
        }
        return new DateColumn(
                read,
                contradicting < 0 ? possible : EnumSet.noneOf(DateForm.class),
                deciding,
                contradicting,
                stillDiffers(rows, cells, read, possible, months, ambiguous),
                serial);
    }

    /** The first row whose readings differ under the orders that are left; negative if there is none. */
    private static int stillDiffers(
            int rows,
            IntFunction<String> cells,
            Map<String, Map<DateForm, DateText.Reading>> read,
            Set<DateForm> possible,
            boolean months,
            int from) {
        for (int row = Math.max(0, from); from >= 0 && possible.size() > 1 && row < rows; row++) {
            if (differ(read.getOrDefault(cells.apply(row), Map.of()), possible, months)) {
                return row;
            }
        }
        return -1;
    }

    private static boolean differ(Map<DateForm, DateText.Reading> readings, Set<DateForm> forms, boolean months) {
        return forms.stream()
                        .map(readings::get)
                        .filter(reading -> reading != null)
                        .map(reading -> months ? reading.day().withDayOfMonth(1) : reading.day())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether some date has two readings and no other row tells which is meant. */
    public boolean isAmbiguous() {
        return ambiguous >= 0;
    }

    /** A row with two readings, from 0; negative if there is none. */
    public int ambiguousRow() {
        return ambiguous;
    }

    /** The row that shows the order, from 0; negative if none does. */
    public int decidingRow() {
        return deciding;
    }

    /** The first row that no order reads together with the rows before it, from 0; negative if there is none. */
    public int contradictingRow() {
        return contradicting;
    }

    /** The orders in which all rows can be read. */
    public Set<DateForm> possible() {
        return possible;
    }

    /** The reading of a cell of this column; empty if it is no date. */
    public Optional<DateText.Reading> reading(String cell) {
        Map<DateForm, DateText.Reading> readings = read.getOrDefault(cell, Map.of());
        return possible.stream()
                .map(readings::get)
                .filter(reading -> reading != null)
                .findFirst();
    }

    /** The reading of a cell in one order; empty if it has none. */
    public Optional<DateText.Reading> reading(String cell, DateForm form) {
        return Optional.ofNullable(read.getOrDefault(cell, Map.of()).get(form));
    }

    /** What is special about the dates, in words; empty if every date has one reading only. */
    public String words() {
        if (serial) {
            return DateForm.SERIAL.words();
        }
        return deciding >= 0 && possible.size() == 1
                ? possible.iterator().next().words()
                : "";
    }
}
