package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Transactions;
import org.advalorem.engine.RecordShares;
import org.advalorem.facts.Address;

/** The transactions compared with a benchmark, one by one, in the order of their data. */
final class TransactionRows {
    private TransactionRows() {}

    /**
     * A transaction.
     *
     * @param record its row in the data, from 1
     * @param supplier empty if not stated
     * @param price the price on the basis of the benchmark: with what the buyer paid separately for delivery
     * @param difference benchmark less price, or price less benchmark where the government buys; not below zero if a
     *     transaction on the other side of the benchmark counts as zero
     * @param benefit quantity times difference; reversed if the transaction is a credit note
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
        /** The records to which the transaction belongs. */
        RecordTable table() {
            return group.sum().table();
        }

        /** The address of the row in the data. */
        String address() {
            return transactions.records() + "." + record;
        }
    }

    /** All transactions shown, use by use. */
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

    /**
     * The transaction that an address, or the address of one of its cells, names; empty if no transaction there was
     * compared.
     */
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
        double benchmark = scenario.value(sum.operands().get(0));
        double price = RecordShares.price(scenario.values(), sum, i);
        double quantity = RecordShares.quantity(scenario.values(), sum, i);
        double gain = group.countsAbove() ? price - benchmark : benchmark - price;
        double difference = isZeroed(group) ? Math.max(0.0, gain) : gain;
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
        return group.sum().operation() == Operation.RECORD_SUM_ZEROED;
    }

    /** One listing per use. */
    static List<Listing<Row>> listings(EvaluatedScenario scenario) {
        List<Listing<Row>> listings = new ArrayList<>();
        for (Transactions transactions : all(scenario)) {
            String title = transactions.title() + ", " + transactions.about();
            listings.add(rows("rows").of(title, of(transactions, scenario)));
        }
        return listings;
    }

    /** All transactions in one listing. */
    static Listing<Row> flat(EvaluatedScenario scenario) {
        List<Row> all = new ArrayList<>();
        all(scenario).forEach(transactions -> all.addAll(of(transactions, scenario)));
        ListingType<Row> type = ListingType.<Row>of("transactions", "transaction", "")
                .text("use", row -> row.transactions().about(), "The address of the use.");
        return columns(type).of(all);
    }

    /** All transactions, nested by use. */
    static Listing<Transactions> byUse(EvaluatedScenario scenario) {
        return ListingType.<Transactions>of("transactions", "use", "The transactions compared, by use.")
                .text("title", Transactions::title, "What they are.")
                .text("use", Transactions::about, "The address of the use.")
                .text("records", Transactions::records, "The address of the data.")
                .with(rows("rows"), transactions -> of(transactions, scenario))
                .of(all(scenario));
    }

    static ListingType<Row> rows(String name) {
        return columns(ListingType.of(name, "transaction", "Each transaction that was compared."));
    }

    private static ListingType<Row> columns(ListingType<Row> type) {
        return type.text(
                        "group",
                        row -> row.group().name(),
                        "The benchmark it was compared with: its month, and grade if any.")
                .number(Figure.COUNT, "row", "row", Row::record, "Its row in the data, from 1.")
                .text("date", "date", Row::date, "Its month.")
                .text("supplier", "supplier", Row::supplier, "The supplier.")
                .text("description", "description", Row::description, "The description.")
                .text("written-at", Row::origin, "File and line.")
                .shownRight(
                        "quantity",
                        row -> Figure.withUnit(row.quantity(), row.table().quantityUnit()))
                .shownRight(
                        "price", row -> Figure.withUnit(row.price(), row.table().priceUnit()))
                .shownRight(
                        "benchmark",
                        row -> Figure.withUnit(row.benchmark(), row.table().priceUnit()))
                .shownRight(
                        "difference",
                        row -> Figure.withUnit(row.difference(), row.table().priceUnit()))
                .shownRight(
                        "benefit",
                        row -> Figure.withUnit(row.benefit(), row.group().sum().unit()))
                .number(Figure.QUANTITY, "quantity", Row::quantity, "The quantity; negative for a credit note.")
                .text("quantity-unit", row -> row.table().quantityUnit().toString(), "The unit of the quantity.")
                .number(
                        Figure.PLAIN,
                        "price",
                        Row::price,
                        "The price on the basis of the benchmark: with what the buyer paid others for delivery, or"
                                + " ex-works.")
                .text("price-unit", row -> row.table().priceUnit().toString(), "The unit of the prices.")
                .number(Figure.PLAIN, "benchmark", Row::benchmark, "The benchmark.")
                .number(
                        Figure.PLAIN,
                        "difference",
                        Row::difference,
                        "Benchmark minus price, as counted; the reverse where the government buys.")
                .number(Figure.MONEY, "benefit", Row::benefit, "Quantity times difference.")
                .text("benefit-unit", row -> row.group().sum().unit().toString(), "The currency of the benefit.");
    }
}
