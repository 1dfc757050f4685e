package org.advalorem.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Unit;
import org.advalorem.tables.Heading;

/**
 * Which column of a file is which column of the format, and in what unit. A heading counts if it is the one stated, or
 * the name of the column; upper and lower case, blanks and a unit in brackets make no difference.
 */
final class PlacedColumns {
    private final List<Column> columns;
    private final DataTable table;
    private final Map<String, String> headings;
    private final Map<String, String> stated;
    private final Origin origin;
    private final Problems problems;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, RateUnit> rates = new HashMap<>();
    private boolean complete = true;

    /**
     * Places the columns.
     *
     * @param headings the heading stated for each column, if any
     * @param stated the unit stated for each column, if any
     * @param origin where the file is named
     * @throws UnusableFactsException if a column that is needed is missing, after noting the problem
     */
    PlacedColumns(
            List<Column> columns,
            DataTable table,
            Map<String, String> headings,
            Map<String, String> stated,
            Origin origin,
            Problems problems) {
        this.columns = columns;
        this.table = table;
        this.headings = headings;
        this.stated = stated;
        this.origin = origin;
        this.problems = problems;
        columns.forEach(this::place);
        reportMisspelled();
        columns.forEach(this::unit);
        if (!complete) {
            throw new UnusableFactsException();
        }
    }

    /** The position of each column that the file has. */
    Map<String, Integer> places() {
        return places;
    }

    /** The units of columns, stated or in brackets in the heading. */
    Map<String, Unit> units() {
        return units;
    }

    /** What rates without a percent sign mean, by column. */
    Map<String, RateUnit> rates() {
        return rates;
    }

    private String wanted(Column column) {
        return headings.getOrDefault(column.name(), column.name());
    }

    private void place(Column column) {
        String wanted = wanted(column);
        List<Integer> found = found(wanted);
        if (found.size() == 1) {
            places.put(column.name(), found.get(0));
        } else if (found.size() > 1) {
            complete = false;
            problems.add(
                    Problem.Code.AV302,
                    origin,
                    "The file (" + table.name() + ") has several columns that may be (" + column.name() + "): "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(place -> "(" + table.header().get(place) + ")")
                                            .toList())
                            + ".",
                    "Write columns: {" + column.name() + ": its heading}.");
        } else if (column.required() || headings.containsKey(column.name())) {
            complete = false;
            problems.add(
                    Problem.Code.AV302,
                    origin,
                    "The file (" + table.name() + ") has no column (" + wanted + "): " + column.description(),
                    Nearest.advice(wanted, table.header()) + " Or write columns: {" + column.name()
                            + ": its heading}.");
        }
    }

    /** The columns with exactly that heading, or else those whose heading differs from it only in its typography. */
    private List<Integer> found(String wanted) {
        int first = table.header().indexOf(wanted);
        if (first >= 0 && first == table.header().lastIndexOf(wanted)) {
            return List.of(first);
        }
        List<Integer> exact = new ArrayList<>();
        List<Integer> alike = new ArrayList<>();
        Heading heading = Heading.of(wanted);
        String key = heading.key();
        String wholeKey = Heading.key(wanted);
        for (int place = 0; place < table.header().size(); place++) {
            Heading parts = table.headings().get(place);
            boolean sameUnit = heading.unit().isEmpty() || heading.unit().equals(parts.unit());
            if (table.header().get(place).equals(wanted)) {
                exact.add(place);
            } else if ((table.keys().get(place).equals(key) && sameUnit)
                    || table.wholeKeys().get(place).equals(wholeKey)) {
                alike.add(place);
            }
        }
        return exact.isEmpty() ? alike : exact;
    }

    private void unit(Column column) {
        Integer place = places.get(column.name());
        String written = stated.get(column.name());
        Optional<String> inHeading = place == null
                ? Optional.empty()
                : Heading.of(table.header().get(place)).unit();
        if (column.type() == Column.Type.RATE) {
            Optional.ofNullable(written)
                    .flatMap(RateUnit::of)
                    .or(() -> inHeading.flatMap(RateUnit::of))
                    .ifPresent(unit -> rates.put(column.name(), unit));
            return;
        }
        Optional<Unit> own = inHeading.flatMap(PlacedColumns::known);
        Optional<Unit> told = Optional.ofNullable(written).flatMap(Unit::parse);
        boolean number = column.type() == Column.Type.NUMBER || column.type() == Column.Type.NOT_NEGATIVE;
        if (told.isPresent()) {
            units.put(column.name(), told.get());
            if (own.isPresent() && !agree(told.get(), own.get())) {
                complete = false;
                problems.add(
                        Problem.Code.AV206,
                        origin,
                        "(units) states " + told.get() + " for (" + column.name() + "), but its heading is ("
                                + table.header().get(place == null ? 0 : place) + ").",
                        "State the unit of the heading, or leave it out.");
            }
        } else if (own.isPresent() && number) {
            units.put(column.name(), own.get());
            table.announce("(" + column.name() + ") is in " + own.get() + ", as its heading says");
        }
        if (place != null && number) {
            table.signs(place).forEach(sign -> sign(column, sign));
        }
    }

    /** Checks a currency sign of cells against the unit of their column, which must be known from elsewhere. */
    private void sign(Column column, String sign) {
        Unit known = units.get(column.name());
        Optional<Unit> only = CurrencySigns.only(sign);
        if (known == null && only.isPresent()) {
            units.put(column.name(), only.get());
            table.announce("(" + column.name() + ") is in " + only.get() + ", as the sign " + sign + " says");
        } else if (known == null ? !places.containsKey("currency") : !CurrencySigns.fits(sign, known)) {
            complete = false;
            problems.add(
                    Problem.Code.AV206,
                    origin,
                    "Cells of (" + column.name() + ") carry the sign " + sign
                            + (known == null
                                    ? ", which several currencies share."
                                    : ", but the column is in " + known + "."),
                    "Write the currency: units: {" + column.name() + ": USD}"
                            + (column.name().equals("price") ? ", or units: {price: USD/t}." : "."));
        }
    }

    /** Whether a heading may stand above values in a unit: above prices it often names only the currency. */
    private static boolean agree(Unit stated, Unit heading) {
        return stated.equals(heading) || stated.currency().equals(Optional.of(heading));
    }

    /** The unit in the brackets of a heading, if every part of it is a currency or a known measure. */
    private static Optional<Unit> known(String text) {
        return Unit.parse(text).filter(Measures::areKnown);
    }

    /** Reports headings that look like a misspelling of one of ours; other extra columns are the user's own affair. */
    private void reportMisspelled() {
        List<String> names = columns.stream().map(Column::name).toList();
        for (int place = 0; place < table.header().size(); place++) {
            String heading = table.header().get(place);
            if (!places.containsValue(place) && isNear(heading, names)) {
                problems.add(
                        Problem.Code.AV302,
                        origin,
                        "The file (" + table.name() + ") has an unknown column (" + heading + ").",
                        Nearest.advice(heading, names));
            }
        }
    }

    private boolean isNear(String heading, List<String> names) {
        return Nearest.to(heading, names)
                .map(near -> near.length() > 3 && !near.equals(heading) && !isSettled(near))
                .orElse(false);
    }

    /** Whether the column is in the file, or missing and reported with the heading nearest to it. */
    private boolean isSettled(String name) {
        return places.containsKey(name)
                || columns.stream().anyMatch(column -> column.name().equals(name) && column.required());
    }
}
