package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TermTest {
    private static final Unit USD = Unit.of("USD");

    private final CalculationBuilder builder = new CalculationBuilder();
    private final Term benefit = builder.input("benefit", new BigDecimal("12000"), USD);
    private final Term cap = builder.input("cap", new BigDecimal("350000"), USD);

    @Test
    void eachArithmeticIsItsOperationWithItsOperandsInOrder() {
        Term below = benefit.less(cap);
        Term equal = cap.atMost(benefit);

        is(benefit.plus(cap), Operation.SUM, benefit, cap);
        is(benefit.minus(cap), Operation.DIFFERENCE, benefit, cap);
        is(benefit.times(cap), Operation.PRODUCT, benefit, cap);
        is(benefit.dividedBy(cap), Operation.QUOTIENT, benefit, cap);
        is(benefit.positivePart(), Operation.POSITIVE_PART, benefit);
        is(benefit.larger(cap), Operation.LARGER, benefit, cap);
        is(benefit.smaller(cap), Operation.SMALLER, benefit, cap);
        is(below, Operation.LESS, benefit, cap);
        is(equal, Operation.AT_MOST, cap, benefit);
        is(below.and(equal), Operation.BOTH, below, equal);
        is(below.or(equal), Operation.EITHER, below, equal);
        is(below.not(), Operation.NOT, below);
        is(below.choose(benefit, cap), Operation.CHOOSE, below, benefit, cap);
        is(benefit.rounded(2), Operation.ROUND, benefit);
    }

    private static void is(Term term, Operation operation, Term... operands) {
        assertThat(term.operation()).isEqualTo(operation);
        assertThat(term.operands()).containsExactly(operands);
    }

    @Test
    void anAverageIsASumDividedByItsNumber() {
        Term average = builder.average(List.of(benefit, cap, benefit));

        is(average, Operation.QUOTIENT, builder.sum(List.of(benefit, cap, benefit)), builder.fraction("3"));
        assertThat(average.unit()).isEqualTo(USD);
    }

    @Test
    void truthsAreOneAndZero() {
        assertThat(builder.truth(true)).isSameAs(builder.literal(1, Unit.TRUTH));
        assertThat(builder.truth(false)).isSameAs(builder.literal(0, Unit.TRUTH));
    }

    @Test
    void onlyLeavesHaveWhatLeavesHave() {
        Term rate = benefit.dividedBy(cap);

        assertThat(benefit.address()).isEqualTo("benefit");
        assertThat(builder.literal("0.50", USD).decimal()).isEqualTo(new BigDecimal("0.5"));
        assertThatThrownBy(rate::address)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("QUOTIENT has no address.");
        assertThatThrownBy(rate::decimal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("QUOTIENT has no decimal.");
        assertThatThrownBy(rate::table)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("QUOTIENT has no records.");
    }

    @Test
    void isWrittenWithItsAddressItsNumberOrItsPlace() {
        assertThat(benefit).hasToString("benefit = 12000 USD");
        assertThat(builder.literal(new BigDecimal("1E+3"), USD)).hasToString("1000 USD");
        assertThat(benefit.plus(cap)).hasToString("SUM#3 USD");
    }

    @Test
    void errorsNameComputedQuantitiesByTheirUnit() {
        Term share = benefit.dividedBy(cap);

        assertThatThrownBy(() -> benefit.plus(cap).plus(share))
                .isInstanceOf(UnitException.class)
                .hasMessage("The units differ: a quantity in USD + a fraction.");
    }

    @Test
    void recordSumsKeepTheirRecordsAndTheOrderOfTheirOperands() {
        Unit tonne = Unit.of("t");
        RecordTable bars = RecordTable.of("bars", USD.per(tonne), tonne, new double[] {900}, new double[] {10});
        Term benchmark = builder.input("benchmark", BigDecimal.TEN, USD.per(tonne));
        Term shift = builder.input("freight", BigDecimal.ONE, USD.per(tonne));
        Term priceScale = builder.input("price-scale", BigDecimal.ONE, Unit.FRACTION);
        Term quantityScale = builder.input("quantity-scale", BigDecimal.ONE, Unit.FRACTION);
        RecordColumns columns = new RecordColumns(priceScale, shift, quantityScale);

        Term zeroed = builder.zeroedRecordSum(benchmark, bars, columns);
        Term netted = builder.nettedRecordSum(benchmark, bars, columns);
        Term below = builder.recordsBelow(benchmark, bars, columns);

        is(zeroed, Operation.RECORD_SUM_ZEROED, benchmark, priceScale, shift, quantityScale);
        is(netted, Operation.RECORD_SUM_NETTED, benchmark, priceScale, shift, quantityScale);
        is(below, Operation.RECORDS_BELOW, benchmark, priceScale, shift);
        is(builder.recordQuantity(bars, columns), Operation.RECORD_QUANTITY, quantityScale);
        assertThat(zeroed.table()).isSameAs(bars);
        assertThat(bars).hasToString("bars (1 records)");
    }
}
