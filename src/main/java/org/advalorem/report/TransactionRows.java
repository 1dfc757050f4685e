package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Transactions;
import org.advalorem.facts.Address;

/** The transactions that were compared with a benchmark, one by one, in the order of their data. */
final class TransactionRows {
    private TransactionRows() {}

    /**
     * A transaction.
     *
     * @param record its row in the data, from 1
     * @param supplier empty where it is not said
     * @param price with what the buyer paid elsewhere for delivery
     * @param difference benchmark less price; nothing below zero where a transaction above the benchmark counts as nothing
     * @param benefit quantity times difference; taken back where it is a credit note
     */
    record Row(
            Transactions transactions,
            Transactions.Group group,
            int record,
            String date,
            String supplier,
            String description,
            String origin,
            double quantity,
            double price,
            double benchmark,
            double difference,
            double benefit) {
        /** The address of the row in the data. */
        String address() {
            return transactions.records() + "." + record;
        }
    }

    /** All that are shown, use by use. */
    static List<Transactions> all(EvaluatedScenario scenario) {
        List<Transactions> all = new ArrayList<>();
        MemoOutline.items(scenario).forEach(item -> collect(item, all));
        return all;
    }

    private static void collect(Outline.Item item, List<Transactions> all) {
        if (item instanceof Outline.Section section) {
            section.items().forEach(inner -> collect(inner, all));
        } else if (item instanceof Transactions transactions) {
            all.add(transactions);
        }
    }

    static List<Row> of(Transactions transactions, EvaluatedScenario scenario) {
        List<Row> rows = new ArrayList<>();
        for (Transactions.Group group : transactions.groups()) {
            for (int i = 0; i < group.sum().table().rows(); i++) {
                rows.add(row(transactions, group, i, scenario));
            }
        }
        rows.sort(Comparator.comparingInt(Row::record));
        return rows;
    }

    /** The transaction that an address names, or a cell of it; nothing when none that was compared is there. */
    static Optional<Row> find(String address, EvaluatedScenario scenario) {
        List<String> segments = Address.parse(address).segments();
        for (Transactions transactions : all(scenario)) {
            List<String> records = Address.parse(transactions.records()).segments();
            if (segments.size() > records.size()
                    && segments.subList(0, records.size()).equals(records)) {
                String number = segments.get(records.size());
                Optional<Row> found = of(transactions, scenario).stream()
                        .filter(row -> Integer.toString(row.record()).equals(number))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Row row(Transactions transactions, Transactions.Group group, int i, EvaluatedScenario scenario) {
        Term sum = group.sum();
        RecordTable table = sum.table();
        double benchmark = scenario.value(sum.operands().get(0));
        double price = scenario.value(sum.operands().get(1)) * table.price(i)
                + scenario.value(sum.operands().get(2));
        double quantity = scenario.value(sum.operands().get(3)) * table.quantity(i);
        double difference = isZeroed(group) ? Math.max(0.0, benchmark - price) : benchmark - price;
        Transactions.Words words = transactions.words();
        int of = group.row(i);
        double sign = group.reversed() ? -1.0 : 1.0;
        return new Row(
                transactions,
                group,
                of + 1,
                words.date(of),
                words.supplier(of),
                words.description(of),
                words.origin(of),
                sign * quantity,
                price,
                benchmark,
                difference,
                sign * quantity * difference);
    }

    static boolean isZeroed(Transactions.Group group) {
        return switch (group.sum().operation()) {
            case RECORD_SUM_ZEROED -> true;
            default -> false;
        };
    }

    /** A table for each use. */
    static List<Table> tables(EvaluatedScenario scenario) {
        List<Table> tables = new ArrayList<>();
        for (Transactions transactions : all(scenario)) {
            Table.Builder table = Table.titled(
                    transactions.title() + ", " + transactions.about(),
                    "#row",
                    "date",
                    "supplier",
                    "description",
                    "#quantity",
                    "#price",
                    "#benchmark",
                    "#difference",
                    "#benefit");
            for (Row row : of(transactions, scenario)) {
                RecordTable records = row.group().sum().table();
                table.row(
                        Cell.of(row.record(), Figure.PLAIN),
                        Cell.of(row.date()),
                        Cell.of(row.supplier()),
                        Cell.of(row.description()),
                        Cell.of(row.quantity(), records.quantityUnit()),
                        Cell.of(row.price(), records.priceUnit()),
                        Cell.of(row.benchmark(), records.priceUnit()),
                        Cell.of(row.difference(), records.priceUnit()),
                        Cell.of(row.benefit(), row.group().sum().unit()));
            }
            tables.add(table.build());
        }
        return tables;
    }

    /** All in one table. */
    static Table flat(EvaluatedScenario scenario) {
        Table.Builder table = Table.titled(
                "",
                "use",
                "group",
                "row",
                "date",
                "supplier",
                "description",
                "quantity",
                "quantityUnit",
                "price",
                "priceUnit",
                "benchmark",
                "difference",
                "benefit",
                "benefitUnit");
        for (Transactions transactions : all(scenario)) {
            for (Row row : of(transactions, scenario)) {
                RecordTable records = row.group().sum().table();
                table.row(
                        Cell.of(transactions.about()),
                        Cell.of(row.group().name()),
                        Cell.of(row.record(), Figure.PLAIN),
                        Cell.of(row.date()),
                        Cell.of(row.supplier()),
                        Cell.of(row.description()),
                        Cell.of(row.quantity(), Figure.PLAIN),
                        Cell.of(records.quantityUnit().toString()),
                        Cell.of(row.price(), Figure.PLAIN),
                        Cell.of(records.priceUnit().toString()),
                        Cell.of(row.benchmark(), Figure.PLAIN),
                        Cell.of(row.difference(), Figure.PLAIN),
                        Cell.of(row.benefit(), Figure.PLAIN),
                        Cell.of(row.group().sum().unit().toString()));
            }
        }
        return table.build();
    }
}
