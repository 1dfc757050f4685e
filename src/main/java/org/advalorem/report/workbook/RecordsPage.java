package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Transactions;
import org.advalorem.report.TooManyRowsException;

/** The records behind sums: each table as rows one below another. */
final class RecordsPage {
    private static final List<String> HEADINGS =
            List.of("record", "date", "supplier", "description", "price", "quantity", "written at");
    private static final List<Integer> WIDTHS = List.of(44, 14, 24, 34, 18, 18, 40);
    private static final int DATE = 1;
    private static final int SUPPLIER = 2;
    private static final int DESCRIPTION = 3;
    private static final int PRICE = 4;
    private static final int ORIGIN = 6;

    private final Page page = new Page("Records");
    private final Places places;
    private final Map<RecordTable, Source> sources = new HashMap<>();

    /** Where the records of a table come from. */
    private record Source(Transactions transactions, Transactions.Group group) {}

    RecordsPage(Places places, List<Transactions> all) {
        this.places = places;
        for (Transactions transactions : all) {
            transactions
                    .groups()
                    .forEach(group -> sources.putIfAbsent(group.sum().table(), new Source(transactions, group)));
        }
        page.words(page.row(), 0, "Records", Look.Role.TITLE);
        page.headings(HEADINGS, WIDTHS);
    }

    Page page() {
        return page;
    }

    /** Whether it has any records. */
    boolean isEmpty() {
        return page.height() <= page.frozenRows();
    }

    /** Gives a table its rows. */
    void add(RecordTable table) {
        page.skip(1);
        int heading = page.row();
        Source source = sources.get(table);
        page.words(
                heading,
                0,
                source == null
                        ? table.name()
                        : source.transactions().title() + ", " + source.group().name(),
                Look.Role.SECTION);
        page.words(heading, PRICE, table.priceUnit().toString(), Look.Role.UNIT);
        page.words(heading, PRICE + 1, table.quantityUnit().toString(), Look.Role.UNIT);
        int first = page.height();
        if ((long) first + table.rows() > TooManyRowsException.MOST) {
            throw new TooManyRowsException(
                    "The sheet of records would have " + ((long) first + table.rows()) + " rows and more");
        }
        places.table(table, new Spot(page, first, PRICE));
        int[] order = IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparingInt(table::sourceRow))
                .mapToInt(Integer::intValue)
                .toArray();
        page.block(order.length, at -> record(first + at, order[at], table, Optional.ofNullable(source)));
    }

    private List<Page.Cell> record(int row, int i, RecordTable table, Optional<Source> source) {
        List<Page.Cell> cells = new ArrayList<>();
        if (source.isPresent()) {
            int of = source.get().group().row(i);
            Transactions transactions = source.get().transactions();
            Transactions.Words words = transactions.words();
            words(cells, row, 0, transactions.records() + "." + (of + 1), Look.Role.LABEL);
            words(cells, row, DATE, words.date(of), Look.Role.TEXT);
            words(cells, row, SUPPLIER, words.supplier(of), Look.Role.TEXT);
            words(cells, row, DESCRIPTION, words.description(of), Look.Role.TEXT);
        } else {
            words(cells, row, 0, "row " + (table.sourceRow(i) + 1), Look.Role.LABEL);
        }
        Look look = Look.of(Look.Role.CONSTANT, "#,##0.00####");
        cells.add(page.cell(row, PRICE, new Content.Stated(table.price(i)), look));
        cells.add(page.cell(row, PRICE + 1, new Content.Stated(table.quantity(i)), look));
        source.ifPresent(from -> words(
                cells,
                row,
                ORIGIN,
                from.transactions().words().origin(from.group().row(i)),
                Look.Role.TEXT));
        return cells;
    }

    private void words(List<Page.Cell> cells, int row, int column, String text, Look.Role role) {
        if (!text.isEmpty()) {
            cells.add(page.cell(row, column, new Content.Words(text), Look.of(role)));
        }
    }
}
