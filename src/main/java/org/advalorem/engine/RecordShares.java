package org.advalorem.engine;

import org.advalorem.calculation.Term;

/** What each record adds to a node over records. */
public final class RecordShares {
    private RecordShares() {}

    /**
     * What a record adds to a node over records: {@code quantity * max(0, x - price)}, the same without the positive part,
     * or its quantity, each with the scale and shift of its columns; nothing to a count.
     *
     * @param term a node over records
     * @param i the record, from 0, in the order of the node's table
     * @return in the unit of the node
     * @throws IllegalArgumentException if the node is not over records
     */
    public static double of(Values values, Term term, int i) {
        return switch (term.operation()) {
            case RECORD_QUANTITY -> quantity(values, term, i);
            case RECORD_SUM_ZEROED -> quantity(values, term, i) * Math.max(0.0, below(values, term, i));
            case RECORD_SUM_NETTED -> quantity(values, term, i) * below(values, term, i);
            case RECORDS_BELOW -> 0.0;
            default -> throw new IllegalArgumentException("(" + term + ") is not a sum over records.");
        };
    }

    /**
     * The quantity of a record, without its sign, times the scale of its column.
     *
     * @param term a node over records that is not a count
     * @param i the record, from 0, in the order of the node's table
     */
    public static double quantity(Values values, Term term, int i) {
        int scale = term.operands().size() - 1;
        return values.of(term.operands().get(scale)) * term.table().quantity(i);
    }

    /**
     * The price of a record, with the scale and shift of its column.
     *
     * @param term a node that compares records with a benchmark
     * @param i the record, from 0, in the order of the node's table
     */
    public static double price(Values values, Term term, int i) {
        return values.of(term.operands().get(1)) * term.table().price(i)
                + values.of(term.operands().get(2));
    }

    private static double below(Values values, Term term, int i) {
        return values.of(term.operands().get(0)) - price(values, term, i);
    }
}
