package org.advalorem.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.Column;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;
import org.advalorem.facts.Records;
import org.advalorem.facts.RowGroups;
import org.advalorem.facts.Sheet;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.Period;

/**
 * Facts that are allowed but look wrong: a price that is off the median of its kind by a decimal place, a month without a row or a value, a
 * row that is there twice, a quantity of zero with an amount, a rate above 1,000 percent. Found for {@code check} alone,
 * because a median of many rows costs time.
 */
public final class DoubtfulFacts {
    /** A slip of one decimal place is seldom off by exactly ten; a good of one kind seldom varies by five. */
    private static final double OFF = 5;

    private static final double MOST_RATE = 10;

    /** Where fewer than half of the months are there, the others are no gap. */
    private static final int HALF = 2;

    /** Below this number of prices there is no median that one of them could be off. */
    private static final int FEWEST = 3;

    /** The most warnings of one kind about the same records. */
    private static final int MOST = 20;

    private static final int MONTH_LENGTH = "2016-01".length();

    private final Determination determination;
    private final List<Measured> measured;
    private final Warnings warnings = new Warnings();

    private DoubtfulFacts(Determination determination, List<Measured> measured) {
        this.determination = determination;
        this.measured = measured;
    }

    /** The warnings on everything that a determination was computed from, by place. */
    public static List<Warnings.Warning> of(Determination determination, Programs programs) {
        DoubtfulFacts doubtful = new DoubtfulFacts(determination, programs.measured());
        determination.sheets().forEach(doubtful::sheet);
        doubtful.rates();
        determination.series().forEach(doubtful::series);
        return doubtful.warnings.all();
    }

    private Period period() {
        return determination.proceeding().period();
    }

    private void sheet(Sheet sheet) {
        repeated(sheet);
        for (Column column : sheet.columns()) {
            if (column.type() == Column.Type.RATE) {
                warn(sheet, column, row -> sheet.rows().number(row, column) > MOST_RATE, "is above 1,000 percent");
            }
        }
        for (Measured of : measured) {
            if (sheet.columns().contains(of.amount())) {
                zeros(sheet, of);
                if (of.perUnit()) {
                    outliers(sheet, of);
                }
                of.monthly().ifPresent(month -> months(sheet, month));
            }
        }
    }

    /** Warns of the rows whose cell in a column passes, each with its address and place. */
    private void warn(Sheet sheet, Column column, IntPredicate doubtful, String what) {
        int[] rows = IntStream.range(0, sheet.rows().rows())
                .filter(row -> !sheet.rows().isBlank(row, column) && doubtful.test(row))
                .toArray();
        for (int row : Arrays.copyOf(rows, Math.min(MOST, rows.length))) {
            warnings.add(
                    sheet.rows().address(row, column),
                    sheet.rows().origin(row),
                    "(" + sheet.rows().address(row, column) + ") " + what + ": " + written(sheet, row, column) + ".");
        }
        if (rows.length > MOST) {
            warnings.add(
                    sheet.rows().address(),
                    "So are " + (rows.length - MOST) + " more cells of the column (" + column.name() + ") of ("
                            + sheet.rows().name() + "): " + what + ".");
        }
    }

    private static String written(Sheet sheet, int row, Column column) {
        BigDecimal number = new BigDecimal(sheet.rows().digits(row, column));
        return column.type() == Column.Type.RATE
                ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : number.toPlainString();
    }

    /** Warns once of the rows whose cells all equal those of an earlier row. */
    private void repeated(Sheet sheet) {
        int count = sheet.rows().rows();
        int repeated = 0;
        int first = -1;
        int again = count;
        for (int[] alike : RowGroups.ofEqualHash(count, row -> sheet.hash(row, sheet.columns()))) {
            for (int[] pair : repeated(sheet, alike)) {
                repeated++;
                if (pair[1] < again) {
                    first = pair[0];
                    again = pair[1];
                }
            }
        }
        if (repeated > 0) {
            Records rows = sheet.rows();
            warnings.add(
                    rows.address().child(Integer.toString(again + 1)),
                    rows.origin(again),
                    (repeated == 1 ? "A row of (" : repeated + " rows of (")
                            + rows.name()
                            + (repeated == 1
                                    ? ") repeats an earlier one in every cell: row " + (again + 1) + " repeats row "
                                            + (first + 1) + "."
                                    : ") repeat an earlier one in every cell, first row " + (again + 1)
                                            + ", which repeats row " + (first + 1) + "."));
        }
    }

    /**
     * The rows of one hash that repeat an earlier one in every cell, each after the nearest such row. They must also be
     * written alike, with columns that are not read, such as an invoice number.
     */
    private static List<int[]> repeated(Sheet sheet, int[] sameHash) {
        List<int[]> pairs = new ArrayList<>();
        Map<String, List<Integer>> written = new HashMap<>();
        for (int row : sameHash) {
            List<Integer> alike =
                    written.computeIfAbsent(sheet.rows().origin(row).text(), absent -> new ArrayList<>());
            for (int j = alike.size() - 1; j >= 0; j--) {
                if (sheet.same(alike.get(j), sheet, row, sheet.columns())) {
                    pairs.add(new int[] {alike.get(j), row});
                    break;
                }
            }
            alike.add(row);
        }
        return pairs;
    }

    private void zeros(Sheet sheet, Measured of) {
        of.quantity().ifPresent(quantity -> {
            warn(
                    sheet,
                    quantity,
                    row -> sheet.rows().number(row, quantity) == 0
                            && sheet.rows().number(row, of.amount()) != 0,
                    "is zero although the row has a " + of.amount().name());
            warn(
                    sheet,
                    of.amount(),
                    row -> sheet.rows().number(row, of.amount()) == 0
                            && !sheet.rows().isBlank(row, quantity)
                            && sheet.rows().number(row, quantity) != 0,
                    "is zero although the row has a quantity");
        });
    }

    private void outliers(Sheet sheet, Measured of) {
        Records rows = sheet.rows();
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (!rows.isBlank(row, of.amount()) && rows.number(row, of.amount()) > 0) {
                groups.computeIfAbsent(kind(sheet, row, of), absent -> new ArrayList<>())
                        .add(row);
            }
        }
        groups.values().forEach(group -> {
            double[] sorted = group.stream()
                    .mapToDouble(row -> rows.number(row, of.amount()))
                    .sorted()
                    .toArray();
            double median = median(sorted);
            if (sorted.length >= FEWEST && (isOff(sorted[0], median) || isOff(sorted[sorted.length - 1], median))) {
                boolean[] in = new boolean[rows.rows()];
                group.forEach(row -> in[row] = true);
                warn(
                        sheet,
                        of.amount(),
                        row -> in[row] && isOff(rows.number(row, of.amount()), median),
                        "is more than five times off the median of its kind (" + digits(median) + ")");
            }
        });
    }

    private static List<String> kind(Sheet sheet, int row, Measured of) {
        List<String> kind = new ArrayList<>();
        of.kinds().forEach(column -> kind.add(sheet.rows().word(row, column)));
        sheet.rows().unit(row, of.amount()).ifPresent(unit -> kind.add(unit.toString()));
        return kind;
    }

    /** The middle number; of two, the lower, which is one of them. */
    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    private static boolean isOff(double number, double median) {
        return number > OFF * median || number * OFF < median;
    }

    private static String digits(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private void months(Sheet sheet, Column column) {
        Records rows = sheet.rows();
        TreeSet<Integer> found = new TreeSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (!rows.isBlank(row, column)) {
                found.add(
                        column.type() == Column.Type.DATE ? Months.of(rows.day(row, column)) : rows.month(row, column));
            }
        }
        List<Integer> all = period().years().stream()
                .flatMap(year -> period().months(year).boxed())
                .toList();
        List<Integer> missing =
                all.stream().filter(month -> !found.contains(month)).toList();
        if (HALF * missing.size() < all.size()) {
            missing.forEach(month -> warnings.add(
                    rows.address(),
                    rows.origin(0),
                    "In the period, (" + rows.name() + ") has no row for " + Months.text(month) + "."));
        }
    }

    /** Warns of single rates above 1,000 percent. */
    private void rates() {
        for (FactRegister.Fact fact : determination.register().all()) {
            if (fact.text().contains("%")
                    && fact.term()
                            .map(Term::decimal)
                            .filter(rate -> rate.compareTo(BigDecimal.TEN) > 0)
                            .isPresent()) {
                warnings.add(
                        fact.address(),
                        fact.origin(),
                        "(" + fact.address() + ") is above 1,000 percent: " + fact.text() + ".");
            }
        }
    }

    /** Warns of months missing in the middle of a series that has most of them, and of values far off its median. */
    private void series(Address address, MonthlySeries series) {
        Map<String, Map<Integer, Term>> byGrade = new LinkedHashMap<>();
        series.values().forEach((key, term) -> {
            int month = Months.parse(key.substring(0, MONTH_LENGTH));
            String grade = key.length() > MONTH_LENGTH ? " of grade (" + key.substring(MONTH_LENGTH + 1) + ")" : "";
            byGrade.computeIfAbsent("(" + address + ")" + grade, absent -> new TreeMap<>())
                    .put(month, term);
        });
        byGrade.forEach(this::series);
    }

    private void series(String name, Map<Integer, Term> values) {
        TreeSet<Integer> months = new TreeSet<>(values.keySet());
        Term first = values.get(months.first());
        List<Integer> missing = IntStream.rangeClosed(months.first(), months.last())
                .filter(month -> !months.contains(month))
                .boxed()
                .toList();
        if (first != null && missing.size() < months.size()) {
            missing.forEach(month -> warn(
                    first,
                    name + " has no value for " + Months.text(month) + ", although it has others before and after."));
        }
        double median = median(values.values().stream()
                .mapToDouble(term -> term.decimal().doubleValue())
                .filter(number -> number > 0)
                .sorted()
                .toArray());
        if (values.size() >= FEWEST) {
            values.forEach((month, term) -> {
                double number = term.decimal().doubleValue();
                if (number > 0 && isOff(number, median)) {
                    warn(
                            term,
                            name + " is more than five times off its median (" + digits(median) + ") in "
                                    + Months.text(month) + ": " + digits(number) + ".");
                }
            });
        }
    }

    private void warn(Term input, String text) {
        determination
                .register()
                .find(input.address())
                .ifPresent(fact -> warnings.add(fact.address(), fact.origin(), text));
    }
}
