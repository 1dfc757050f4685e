package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Gradient;
import org.advalorem.engine.RecordShares;
import org.advalorem.engine.Values;
import org.advalorem.facts.Records;
import org.advalorem.facts.Sheet;

/**
 * What each row of records adds to a result: the slope of the result, times the amounts of the row.
 *
 * <p>{@code contribution(row) = sum over the row's amounts a of d(result)/d(a) * a}. A result that grows in proportion to
 * all amounts of its records, such as the benefit from purchases, loans or entries, is the sum of the contributions of
 * their rows (Euler's theorem on homogeneous functions). A sale, which is in the denominator, contributes less than zero.
 * Amounts are money, and quantities that are compared with a benchmark; prices and rates are not split.
 */
final class RowContributions {
    private final Values values;
    private final Map<String, Sheet> sheets = new HashMap<>();
    private final Map<Sheet, List<Cell>> cells = new HashMap<>();
    private final Map<Sheet, Map<Integer, Unit>> units = new HashMap<>();
    private final Map<Sheet, List<Sum>> sums = new HashMap<>();

    /** An amount of a row that is an input. */
    private record Cell(int row, Term input) {}

    /** A node over records, with the row of each of them, in the order in which its table was made. */
    private record Sum(Term term, IntUnaryOperator row) {}

    RowContributions(Values values, List<Sheet> all) {
        this.values = values;
        all.forEach(sheet -> sheets.put(sheet.rows().address().toString(), sheet));
        for (Term term : values.calculation().terms()) {
            if (term.operation() == Operation.INPUT) {
                cell(term);
            } else if (term.operation().isOverRecords()) {
                sum(term);
            }
        }
    }

    private void cell(Term input) {
        String address = input.address();
        int column = address.lastIndexOf('.');
        int row = address.lastIndexOf('.', column - 1);
        if (!input.unit().isMoney() || row < 0) {
            return;
        }
        Sheet sheet = sheets.get(address.substring(0, row));
        String number = address.substring(row + 1, column);
        if (sheet != null && number.chars().allMatch(Character::isDigit)) {
            units.computeIfAbsent(sheet, absent -> new HashMap<>())
                    .putIfAbsent(Integer.parseInt(number) - 1, input.unit());
            cells.computeIfAbsent(sheet, absent -> new ArrayList<>())
                    .add(new Cell(Integer.parseInt(number) - 1, input));
        }
    }

    private void sum(Term term) {
        Sheet sheet = Records.addressOf(term).map(sheets::get).orElse(null);
        Optional<int[]> rows = sheet == null ? Optional.empty() : sheet.rows().rowsOf(term.table());
        if (sheet != null && rows.isPresent()) {
            sums.computeIfAbsent(sheet, absent -> new ArrayList<>()).add(new Sum(term, i -> rows.get()[i]));
        }
    }

    /**
     * What each row adds to a result, in the unit of the result.
     *
     * @param slopes the gradient of the result
     */
    double[] of(Sheet sheet, Gradient slopes) {
        double[] contributions = new double[sheet.rows().rows()];
        for (Cell cell : cells.getOrDefault(sheet, List.of())) {
            contributions[cell.row()] += of(cell.input(), slopes);
        }
        for (Sum sum : sums.getOrDefault(sheet, List.of())) {
            double slope = slopes.by(sum.term());
            for (int i = 0; slope != 0.0 && i < sum.term().table().rows(); i++) {
                int row = sum.row().applyAsInt(sum.term().table().sourceRow(i));
                contributions[row] += slope * RecordShares.of(values, sum.term(), i);
            }
        }
        return contributions;
    }

    /** What an amount adds to a result, in the unit of the result. */
    double of(Term amount, Gradient slopes) {
        return slopes.by(amount) * values.of(amount);
    }

    /** Whether any row has an amount that is an input. */
    boolean hasAmounts(Sheet sheet) {
        return units.containsKey(sheet);
    }

    /** The unit of the first amount of a row that is an input; empty if there is none. */
    Optional<Unit> unit(Sheet sheet, int row) {
        return Optional.ofNullable(units.getOrDefault(sheet, Map.of()).get(row));
    }
}
