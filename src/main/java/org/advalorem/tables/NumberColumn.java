package org.advalorem.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * The forms in which all numbers of a column can be written. A point or comma before exactly three digits may be a
 * decimal sign or stand between thousands; only the other cells of the column tell.
 */
public final class NumberColumn {
    private static final List<NumberForm> FORMS = forms();
    private static final int POINTS = mask("1.2");
    private static final int WITH_GROUPS = mask("1.234");

    private final List<NumberForm> possible;
    private final int deciding;
    private final int contradicting;
    private final int ambiguous;
    private final Set<String> signs;

    private NumberColumn(List<NumberForm> possible, int deciding, int contradicting, int ambiguous, Set<String> signs) {
        this.possible = possible;
        this.deciding = deciding;
        this.contradicting = contradicting;
        this.ambiguous = ambiguous;
        this.signs = signs;
    }

    private static List<NumberForm> forms() {
        List<NumberForm> forms = new ArrayList<>();
        for (char decimal : NumberForm.DECIMALS.toCharArray()) {
            for (char group : NumberForm.GROUPS.toCharArray()) {
                if (group != decimal) {
                    forms.add(new NumberForm(decimal, group));
                }
            }
        }
        return List.copyOf(forms);
    }

    /**
     * Reads a whole column.
     *
     * @param rows the number of rows
     * @param cells the cells; those that hold no number at all are passed over
     * @param certain the rows whose cell is not open to two readings, as a number of a workbook is not
     */
    public static NumberColumn of(int rows, IntFunction<String> cells, IntPredicate certain) {
        int all = (1 << FORMS.size()) - 1;
        int possible = all;
        int deciding = -1;
        int contradicting = -1;
        int ambiguous = -1;
        Set<String> signs = new TreeSet<>();
        for (int row = 0; row < rows && contradicting < 0; row++) {
            if (certain.test(row)) {
                continue;
            }
            String cell = cells.apply(row);
            if (isPlain(cell)) {
                continue;
            }
            int point = cell.indexOf('.');
            String digits = cell;
            int mask = point < 0 ? 0 : simple(cell, point);
            if (mask == 0) {
                NumberForm.Parts parts = NumberForm.parts(cell);
                if (!parts.symbol().isEmpty()) {
                    signs.add(parts.symbol());
                }
                digits = parts.digits();
                if (isPlain(digits)) {
                    continue;
                }
                mask = mask(digits);
            }
            if (mask == 0) {
                continue;
            }
            if (ambiguous < 0 && hasBoth(mask) && (digits.indexOf('.') >= 0 || digits.indexOf(',') >= 0)) {
                ambiguous = row;
            }
            boolean open = hasBoth(possible);
            if ((possible & mask) == 0) {
                contradicting = row;
            } else {
                possible &= mask;
                deciding = open && !hasBoth(possible) ? row : deciding;
            }
        }
        if (contradicting >= 0) {
            return new NumberColumn(List.of(), deciding, contradicting, ambiguous, signs);
        }
        return new NumberColumn(listed(possible), deciding, -1, ambiguous, signs);
    }

    /** The forms of the commonest numbers, digits with one point among them; 0 for every other text. */
    private static int simple(String cell, int point) {
        int start = cell.charAt(0) == '-' ? 1 : 0;
        for (int i = start; i < cell.length(); i++) {
            if (i != point && (cell.charAt(i) < '0' || cell.charAt(i) > '9')) {
                return 0;
            }
        }
        int whole = point - start;
        boolean group = cell.length() - point - 1 == 3 && whole >= 1 && whole <= 3 && cell.charAt(start) != '0';
        if (whole == 0 || point == cell.length() - 1) {
            return 0;
        }
        return group ? WITH_GROUPS : POINTS;
    }

    private static boolean isPlain(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int mask(String digits) {
        int mask = 0;
        for (int i = 0; i < FORMS.size(); i++) {
            mask |= FORMS.get(i).accepts(digits) ? 1 << i : 0;
        }
        return mask;
    }

    private static boolean hasBoth(int mask) {
        int half = FORMS.size() / 2;
        int points = (1 << half) - 1;
        return (mask & points) != 0 && (mask & ~points) != 0;
    }

    private static List<NumberForm> listed(int mask) {
        List<NumberForm> forms = new ArrayList<>();
        for (int i = 0; i < FORMS.size(); i++) {
            if ((mask >> i & 1) == 1) {
                forms.add(FORMS.get(i));
            }
        }
        return forms;
    }

    /** The currency signs before or after numbers, in order. */
    public Set<String> signs() {
        return signs;
    }

    /** The row that shows which sign is the decimal one, from 0; negative if none does. */
    public int decidingRow() {
        return deciding;
    }

    /** The first row that no form reads together with the rows before it, from 0; negative if there is none. */
    public int contradictingRow() {
        return contradicting;
    }

    /** A row with a point or comma that two forms read differently, from 0; negative if there is none. */
    public int ambiguousRow() {
        return ambiguous;
    }

    /** Whether some number has two readings and no other cell tells which is meant. */
    public boolean isAmbiguous() {
        return contradicting < 0
                && ambiguous >= 0
                && form('.').isPresent()
                && form(',').isPresent();
    }

    /** The decimal sign that some cell of the column shows, if only one is possible. */
    public Optional<Character> certainDecimal() {
        boolean point = form('.').isPresent();
        boolean comma = form(',').isPresent();
        if (point == comma) {
            return Optional.empty();
        }
        return Optional.of(point ? '.' : ',');
    }

    /** The form with that decimal sign, if all cells can be read in it. */
    public Optional<NumberForm> form(char decimal) {
        return possible.stream().filter(form -> form.decimal() == decimal).findFirst();
    }

    /** The form with that decimal sign and those groups, if all cells can be read in it. */
    public Optional<NumberForm> form(char decimal, char group) {
        return possible.stream()
                .filter(form -> form.decimal() == decimal && form.group() == group)
                .findFirst();
    }

    /** The only form that reads all cells, or the plain one where no cell has a point or comma. */
    public Optional<NumberForm> certain() {
        return isAmbiguous() ? Optional.empty() : form('.').or(() -> form(','));
    }
}
