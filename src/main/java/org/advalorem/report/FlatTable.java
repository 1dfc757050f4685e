package org.advalorem.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Withheld;
import org.advalorem.report.ListingType.ColumnOf;
import org.advalorem.report.ListingType.Within;

/**
 * Listings as one flat table for CSV, Parquet and Java programs.
 *
 * <p>Nested rows appear beside the rows that contain them, whose columns repeat: {@code program-rate} beside the
 * {@code rate} of a use. A name found at only one level stays as it is, and an {@code id} is named for its row. Further
 * listings follow below, with columns of the same name aligned.
 */
public final class FlatTable {
    private static final String ID = "id";
    private static final String KIND = "kind";

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private List<Object[]> rows = new ArrayList<>();

    private FlatTable() {}

    /** The rows of one listing, each computed when it is read: a table of a million rows takes no memory. */
    private static final class Computed<R> extends AbstractList<Object[]> {
        private final Listing<R> listing;
        private final List<ColumnOf<R>> columns;
        private int last = -1;
        private Object[] cells = {};

        Computed(Listing<R> listing) {
            this.listing = listing;
            this.columns = listing.type().columnsForPrograms();
        }

        @Override
        public Object[] get(int row) {
            if (row != last) {
                R of = listing.rows().get(row);
                Object[] computed = new Object[columns.size()];
                for (int i = 0; i < computed.length; i++) {
                    computed[i] = Level.cell(columns.get(i), of);
                }
                cells = computed;
                last = row;
            }
            return cells;
        }

        @Override
        public int size() {
            return listing.rows().size();
        }
    }

    /**
     * A listing with the listings nested in it.
     *
     * @param path the names of the nested listings, each within the one before it; empty for the listing alone
     */
    static FlatTable of(Listing<?> listing, String... path) {
        FlatTable table = new FlatTable();
        table.add(listing, path);
        return table;
    }

    /**
     * A listing and everything nested in it, one below another, with a column for the kind of row. A nested row repeats
     * the text, but not the numbers, of the rows that contain it.
     */
    static FlatTable stacked(Listing<?> listing) {
        FlatTable table = new FlatTable();
        int kind = table.place(KIND, Figure.TEXT);
        listing.rows().forEach(row -> table.stack(listing.type(), row, kind, Map.of()));
        return table;
    }

    @SuppressWarnings("unchecked") // a row of a type is one of its own
    private <R> void stack(ListingType<R> type, Object of, int kind, Map<Integer, Object> inherited) {
        R row = (R) of;
        Map<Integer, Object> cells = new HashMap<>(inherited);
        Map<Integer, Object> passedOn = new HashMap<>(inherited);
        cells.put(kind, type.row());
        for (ColumnOf<R> column : type.columnsForPrograms()) {
            String name = column.column().name();
            Figure figure = column.column().figure();
            Object cell = Level.cell(column, row);
            cells.put(place(name.equals(ID) ? type.row() : name, type.row() + "-" + name, figure), cell);
            if (figure == Figure.TEXT || figure == Figure.TRUTH) {
                passedOn.put(place(name.equals(ID) ? type.row() : type.row() + "-" + name, figure), cell);
            }
        }
        Object[] filled = new Object[figures.size()];
        cells.forEach((place, cell) -> filled[place] = cell);
        rows.add(filled);
        for (Within<R, ?> within : type.within()) {
            if (!within.type().isBare()) {
                within.rows().apply(row).forEach(inner -> stack(within.type(), inner, kind, passedOn));
            }
        }
    }

    /** This table with the rows of another listing, and those nested in it along a path, appended. */
    FlatTable and(Listing<?> listing, String... path) {
        add(listing, path);
        return this;
    }

    private void add(Listing<?> listing, String... path) {
        List<Level<?>> levels = new ArrayList<>();
        Level<?> level = new Level<>(listing.type());
        levels.add(level);
        for (String name : path) {
            level = level.within(name);
            levels.add(level);
        }
        Map<String, Integer> uses = new HashMap<>();
        if (places.isEmpty() && levels.size() == 1) {
            levels.get(0).placeAll(this, true, Map.of());
            rows = new Computed<>(listing);
            return;
        }
        rows = new ArrayList<>(rows);
        levels.forEach(of -> of.names().forEach(name -> uses.merge(name, 1, Integer::sum)));
        for (Level<?> of : levels) {
            of.placeAll(this, of == levels.get(levels.size() - 1), uses);
        }
        listing.rows().forEach(row -> levels.get(0).addRow(row, levels, this, new Object[0]));
    }

    /** One of the listings placed side by side, with the position of each of its columns. */
    private static final class Level<R> {
        private final ListingType<R> type;
        private final List<ColumnOf<R>> columns;
        private final List<Integer> placed = new ArrayList<>();

        Level(ListingType<R> type) {
            this.type = type;
            this.columns = type.columnsForPrograms();
        }

        List<String> names() {
            return columns.stream().map(of -> of.column().name()).toList();
        }

        Level<?> within(String name) {
            return type.within().stream()
                    .map(Within::type)
                    .filter(inner -> inner.name().equals(name))
                    .findFirst()
                    .<Level<?>>map(Level::new)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no listing (" + name + ") within (" + type.name() + ")."));
        }

        void placeAll(FlatTable table, boolean last, Map<String, Integer> uses) {
            for (ColumnOf<R> of : columns) {
                String name = of.column().name();
                String full = type.row() + "-" + name;
                boolean longer = table.places.containsKey(full) || (!last && uses.getOrDefault(name, 0) > 1);
                placed.add(table.place(
                        name.equals(ID) ? type.row() : longer ? full : name,
                        full,
                        of.column().figure()));
            }
        }

        @SuppressWarnings("unchecked") // the rows of a level are those of its type
        void addRow(Object row, List<Level<?>> levels, FlatTable table, Object[] before) {
            Object[] cells = Arrays.copyOf(before, table.figures.size());
            for (int i = 0; i < columns.size(); i++) {
                cells[placed.get(i)] = cell(columns.get(i), (R) row);
            }
            int next = levels.indexOf(this) + 1;
            List<?> inner = next < levels.size() ? inner((R) row, levels.get(next)) : List.of();
            if (inner.isEmpty()) {
                table.rows.add(cells);
            }
            inner.forEach(found -> levels.get(next).addRow(found, levels, table, cells));
        }

        private List<?> inner(R row, Level<?> next) {
            return type.within().stream()
                    .filter(within -> within.type().name().equals(next.type.name()))
                    .findFirst()
                    .<List<?>>map(within -> within.rows().apply(row))
                    .orElse(List.of());
        }

        private static <R> Object cell(ColumnOf<R> of, R row) {
            return of.column().figure() == Figure.TEXT
                    ? of.words().apply(row)
                    : (Object) of.number().applyAsDouble(row);
        }
    }

    private int place(String name, Figure figure) {
        return places.computeIfAbsent(name, absent -> {
            figures.add(figure);
            return figures.size() - 1;
        });
    }

    /**
     * The position of a name, or of its longer form if text and numbers of the same name would otherwise share a
     * column.
     */
    private int place(String name, String longer, Figure figure) {
        Integer place = places.get(name);
        boolean meet = place != null && (figures.get(place) == Figure.TEXT) != (figure == Figure.TEXT);
        return place(meet ? longer : name, figure);
    }

    /** The names of the columns. */
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** The print format of a column's cells. */
    public Figure figure(int column) {
        return figures.get(column);
    }

    /** The number of rows. */
    public int rows() {
        return rows.size();
    }

    /** The text of a cell; empty if there is none. */
    public String words(int row, int column) {
        return cell(row, column) instanceof String words ? words : "";
    }

    /** The number in a cell, with a published rate in percent; not a number if there is none or it is withheld. */
    public double number(int row, int column) {
        double number = cell(row, column) instanceof Double value && (Double.isFinite(value) || Withheld.is(value))
                ? value
                : Double.NaN;
        return figures.get(column) == Figure.PUBLISHED && !Double.isNaN(number)
                ? JsonText.percent(number).doubleValue()
                : number;
    }

    private Object cell(int row, int column) {
        Object[] cells = rows.get(row);
        return column < cells.length && cells[column] != null ? cells[column] : "";
    }

    /** The columns for other programs; those of text without their words. */
    List<DataColumn> columns() {
        List<DataColumn> columns = new ArrayList<>();
        for (String name : places.keySet()) {
            columns.add(new DataColumn(
                    name,
                    switch (figures.get(columns.size())) {
                        case TEXT -> DataColumn.Type.TEXT;
                        case TRUTH -> DataColumn.Type.TRUTH;
                        case COUNT -> DataColumn.Type.WHOLE;
                        case MONEY, PUBLISHED, RATE, SHORT_RATE, EXACT_RATE, POINTS, SHARE, QUANTITY, PLAIN ->
                            DataColumn.Type.NUMBER;
                    }));
        }
        return columns;
    }

    /** The columns for programs that hold whole columns. */
    public List<DataColumn> dataColumns() {
        List<DataColumn> columns = new ArrayList<>();
        for (DataColumn column : columns()) {
            columns.add(
                    column.type() == DataColumn.Type.TEXT
                            ? new DataColumn(column.name(), column.type(), dictionary(columns.size()))
                            : column);
        }
        return columns;
    }

    private List<String> dictionary(int column) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            words.add(words(row, column));
        }
        return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }

    /** The cells of a column, encoded as in {@link DataColumn}. */
    public double[] data(int column, DataColumn of) {
        double[] cells = new double[rows.size()];
        Map<String, Integer> dictionary = new HashMap<>();
        of.words().forEach(word -> dictionary.put(word, dictionary.size()));
        for (int row = 0; row < cells.length; row++) {
            cells[row] = of.type() == DataColumn.Type.TEXT
                    ? dictionary.getOrDefault(words(row, column), -1)
                    : number(row, column);
            if (of.type() == DataColumn.Type.TEXT && cells[row] < 0) {
                cells[row] = Double.NaN;
            }
        }
        return cells;
    }
}
