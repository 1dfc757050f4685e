package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Explanation;

/** The rows behind sums over records: price, quantity, benchmark, difference and benefit of each. */
final class RecordRows {
    private RecordRows() {}

    /**
     * A row.
     *
     * @param record its place in the selection that was summed, from 1
     */
    record Row(int record, double price, double quantity, double benchmark, double difference, double benefit) {}

    /** The sums over records from which the reported rates were computed. */
    static List<Term> sums(EvaluatedScenario scenario) {
        Basis basis = Basis.of(scenario.values(), UsedAssumptions.results(scenario));
        return scenario.determination().calculation().terms().stream()
                .filter(term -> term.operation() == Operation.RECORD_SUM_ZEROED
                        || term.operation() == Operation.RECORD_SUM_NETTED)
                .filter(basis::contains)
                .toList();
    }

    /** The rows of a sum in the order of its source. */
    static List<Row> of(Term sum, EvaluatedScenario scenario) {
        RecordTable table = sum.table();
        double benchmark = scenario.value(sum.operands().get(0));
        double priceScale = scenario.value(sum.operands().get(1));
        double priceShift = scenario.value(sum.operands().get(2));
        double quantityScale = scenario.value(sum.operands().get(3));
        boolean zeroed = sum.operation() == Operation.RECORD_SUM_ZEROED;
        return IntStream.range(0, table.rows())
                .mapToObj(i -> {
                    double price = priceScale * table.price(i) + priceShift;
                    double quantity = quantityScale * table.quantity(i);
                    double difference = benchmark - price;
                    double counted = zeroed ? Math.max(0.0, difference) : difference;
                    return new Row(table.sourceRow(i) + 1, price, quantity, benchmark, difference, quantity * counted);
                })
                .sorted(Comparator.comparingInt(Row::record))
                .toList();
    }

    /** A table for each sum, its total last. */
    static List<Table> tables(EvaluatedScenario scenario, Explanation explanation) {
        List<Table> tables = new ArrayList<>();
        for (Term sum : sums(scenario)) {
            RecordTable records = sum.table();
            String step =
                    explanation.step(sum).map(s -> " [" + s.number() + "]").orElse("");
            Table.Builder table = Table.titled(
                    records.name() + step,
                    "#record",
                    "#price (" + records.priceUnit() + ")",
                    "#quantity (" + records.quantityUnit() + ")",
                    "#benchmark (" + records.priceUnit() + ")",
                    "#difference (" + records.priceUnit() + ")",
                    "#benefit (" + sum.unit() + ")");
            of(sum, scenario).forEach(row -> table.row(cells(row)));
            table.row(
                    Cell.of("sum"),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.of(scenario.value(sum), Figure.MONEY));
            tables.add(table.build());
        }
        return tables;
    }

    /** All rows in one table. */
    static Table all(EvaluatedScenario scenario) {
        Table.Builder table =
                Table.titled("", "records", "record", "price", "quantity", "benchmark", "difference", "benefit");
        for (Term sum : sums(scenario)) {
            for (Row row : of(sum, scenario)) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(sum.table().name())));
                cells.addAll(cells(row));
                table.row(cells);
            }
        }
        return table.build();
    }

    private static List<Cell> cells(Row row) {
        return List.of(
                Cell.of(row.record(), Figure.PLAIN),
                Cell.of(row.price(), Figure.QUANTITY),
                Cell.of(row.quantity(), Figure.QUANTITY),
                Cell.of(row.benchmark(), Figure.QUANTITY),
                Cell.of(row.difference(), Figure.QUANTITY),
                Cell.of(row.benefit(), Figure.MONEY));
    }
}
