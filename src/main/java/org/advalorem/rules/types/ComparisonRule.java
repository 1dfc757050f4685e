package org.advalorem.rules.types;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.facts.Column;
import org.advalorem.facts.Field;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.benchmarks.BenchmarkUse;

/**
 * What a program type compares with a price, transaction by transaction, and under which provisions.
 *
 * @param records the transactions
 * @param buyer who buys, the firm or the government
 * @param month the column of the month or day of payment
 * @param party the column that names the other side
 * @param kind the column that tells prices of one kind from those of another: the grade
 * @param status the column that tells authorities from private suppliers; empty where all transactions count
 * @param price the price they are compared with
 * @param added the field of what brings prices to the basis of comparison; deducted where the government buys
 * @param basis what the prices include, as the memorandum says it; empty where nothing needs to be said
 * @param words the transactions in words
 * @param ofMonth the authority for counting a transaction in its month
 * @param zeroing the assumption on transactions that give nothing
 * @param citation the provision on the amount of the benefit
 */
record ComparisonRule(
        Field<Records> records,
        Purchases.Buyer buyer,
        Column month,
        Column party,
        Column kind,
        Optional<Column> status,
        Against price,
        Optional<Field<MonthlySeries>> added,
        Optional<Basis> basis,
        Words words,
        Authority ofMonth,
        Assumption zeroing,
        String citation) {

    /** The price with which transactions are compared. */
    sealed interface Against permits Benchmark, Stated {}

    /** The benchmark that the use names. */
    record Benchmark(BenchmarkUse use) implements Against {}

    /** Prices that the use itself states, with the authority for comparing with them. */
    record Stated(Field<MonthlySeries> prices, Authority authority) implements Against {}

    /** What the prices include, in a sentence. */
    record Basis(String sentence, Optional<Authority> authority) {
        void write(OutlineBuilder outline) {
            authority.ifPresentOrElse(on -> outline.note(sentence, on), () -> outline.note(sentence));
        }
    }

    /**
     * The transactions in words.
     *
     * @param title a heading: {@code Purchases}
     * @param items what each is: {@code purchases}
     * @param benchmark what they are compared with: {@code the benchmark}
     * @param none the beginning of a sentence: {@code Nothing was bought}
     */
    record Words(String title, String items, String benchmark, String none) {
        static final Words PURCHASES = new Words("Purchases", "purchases", "the benchmark", "Nothing was bought");
    }

    /** The columns in which a transaction is described. */
    Purchases.Columns columns() {
        return new Purchases.Columns(
                month,
                LessThanAdequateRemuneration.QUANTITY,
                LessThanAdequateRemuneration.PRICE,
                Optional.of(LessThanAdequateRemuneration.CURRENCY),
                Optional.of(party),
                status.map(column -> List.of(column, kind)).orElse(List.of(kind)));
    }
}
