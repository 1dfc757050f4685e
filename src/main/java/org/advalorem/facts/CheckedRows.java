package org.advalorem.facts;

import java.lang.ref.WeakReference;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Unit;

/**
 * Rows checked once, one array per column, and the tables sorted from them. They belong to no calculation, so that one
 * rebuilt over the same data file neither reads nor sorts again. Safe to share between threads.
 */
final class CheckedRows {
    private static final int FEW_TABLES = 64;

    private final int count;
    private final Map<String, double[]> numbers;
    private final Map<String, String[]> words;
    private final Map<String, Unit[]> units;
    private final IntFunction<Origin> origins;
    /**
     * The tables made so far. Each lives as long as a calculation over it: a caller that keeps one calculation and
     * builds others finds its tables again.
     */
    private final Map<Sorted, WeakReference<RecordTable>> tables = new HashMap<>();

    /** How many references are kept before those to tables that are gone are looked for. */
    private int mostTables = FEW_TABLES;

    /** The key of a table: its rows and columns. Buffers are equal if their contents are. */
    private record Sorted(
            String name, IntBuffer selection, Column price, Unit priceUnit, Column quantity, Unit quantityUnit) {}

    /** Takes over maps and arrays without copying them; one word stands for a column in which all are the same. */
    CheckedRows(
            int count,
            Map<String, double[]> numbers,
            Map<String, String[]> words,
            Map<String, Unit[]> units,
            IntFunction<Origin> origins) {
        this.count = count;
        this.numbers = numbers;
        this.words = words;
        this.units = units;
        this.origins = origins;
    }

    /**
     * These rows with other cells in one column.
     *
     * @param places the rows of those cells, from 0
     * @param cells the cells, in the order of their places
     */
    CheckedRows with(Column column, int[] places, CheckedRows cells) {
        String name = column.name();
        Map<String, double[]> otherNumbers = new HashMap<>(numbers);
        Map<String, String[]> otherWords = new HashMap<>(words);
        Map<String, Unit[]> otherUnits = new HashMap<>(units);
        boolean isText = words.containsKey(name);
        double[] copied = isText ? new double[0] : values(column).clone();
        String[] written = isText ? new String[count] : new String[0];
        Arrays.setAll(written, row -> word(row, column));
        Unit[] own = new Unit[count];
        BitSet kept = new BitSet(count);
        kept.set(0, count);
        Arrays.stream(places).forEach(kept::clear);
        kept.stream().forEach(row -> unit(row, column).ifPresent(unit -> own[row] = unit));
        for (int i = 0; i < places.length; i++) {
            if (isText) {
                written[places[i]] = cells.word(i, column);
            } else {
                copied[places[i]] = cells.number(i, column);
                int row = places[i];
                cells.unit(i, column).ifPresent(unit -> own[row] = unit);
            }
        }
        if (isText) {
            otherWords.put(name, written);
        } else {
            otherNumbers.put(name, copied);
        }
        if (units.containsKey(name) || cells.hasUnits(column)) {
            otherUnits.put(name, own);
        }
        return new CheckedRows(count, otherNumbers, otherWords, otherUnits, origins);
    }

    /** These rows with other origins. */
    CheckedRows at(IntFunction<Origin> others) {
        return new CheckedRows(count, numbers, words, units, others);
    }

    int count() {
        return count;
    }

    double number(int row, Column column) {
        return values(column)[row];
    }

    boolean isBlank(int row, Column column) {
        return Double.isNaN(values(column)[row]);
    }

    LocalDate day(int row, Column column) {
        return LocalDate.ofEpochDay((long) values(column)[row]);
    }

    String word(int row, Column column) {
        String[] cells = words.get(column.name());
        if (cells == null) {
            throw new IllegalArgumentException("(" + column.name() + ") is not a column of text.");
        }
        return cells.length == 1 ? cells[0] : cells[row];
    }

    /** Whether any cell of the column has a unit of its own. */
    boolean hasUnits(Column column) {
        return units.containsKey(column.name());
    }

    /** The cell's own unit, if any. */
    Optional<Unit> unit(int row, Column column) {
        Unit[] cells = units.get(column.name());
        return cells == null ? Optional.empty() : Optional.ofNullable(cells[row]);
    }

    Origin origin(int row) {
        return origins.apply(row);
    }

    /** The sorted table of some rows, all of one sign; quantities are taken without their sign. */
    RecordTable table(String name, int[] selection, Column price, Unit priceUnit, Column quantity, Unit quantityUnit) {
        Sorted key = new Sorted(name, IntBuffer.wrap(selection.clone()), price, priceUnit, quantity, quantityUnit);
        synchronized (tables) {
            WeakReference<RecordTable> kept = tables.get(key);
            RecordTable known = kept == null ? null : kept.get();
            if (known != null) {
                return known;
            }
            RecordTable table = sorted(key);
            if (tables.size() >= mostTables) {
                tables.values().removeIf(reference -> reference.get() == null);
                mostTables = Math.max(FEW_TABLES, 2 * tables.size());
            }
            tables.put(key, new WeakReference<>(table));
            return table;
        }
    }

    /** The rows of a table sorted from these, from 0, in the order in which it was made; empty if it was not. */
    Optional<int[]> selection(RecordTable table) {
        synchronized (tables) {
            for (Map.Entry<Sorted, WeakReference<RecordTable>> entry : tables.entrySet()) {
                if (entry.getValue().refersTo(table)) {
                    return Optional.of(entry.getKey().selection().array());
                }
            }
        }
        return Optional.empty();
    }

    private RecordTable sorted(Sorted key) {
        double[] quantities = values(key.quantity());
        int[] selection = key.selection().array();
        // a total has no price: one for all rows spares a knot for each
        boolean isTotal = key.price().equals(key.quantity());
        double[] prices = isTotal ? new double[0] : values(key.price());
        return RecordTable.of(
                key.name(),
                key.quantity().name(),
                key.priceUnit(),
                key.quantityUnit(),
                isTotal
                        ? new double[selection.length]
                        : Arrays.stream(selection)
                                .mapToDouble(row -> prices[row])
                                .toArray(),
                Arrays.stream(selection)
                        .mapToDouble(row -> Math.abs(quantities[row]))
                        .toArray());
    }

    private double[] values(Column column) {
        double[] cells = numbers.get(column.name());
        if (cells == null) {
            throw new IllegalArgumentException("(" + column.name() + ") is not a column of numbers.");
        }
        return cells;
    }
}
