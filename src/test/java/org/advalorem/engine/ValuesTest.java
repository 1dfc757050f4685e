package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Summation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    private static final Unit USD = Unit.of("USD");
    private static final Unit TONNE = Unit.of("t");
    private static final Unit PRICE = USD.per(TONNE);
    private static final RecordTable BARS =
            RecordTable.of("bars", PRICE, TONNE, new double[] {900, 1000, 920, 920}, new double[] {10, 20, 5, 7});

    private final CalculationBuilder builder = new CalculationBuilder();

    @Test
    void aGrantOverSales() {
        // RULES 1: rate = benefit / sales
        Term rate = input("benefit", "12000", USD).dividedBy(input("sales", "350000", USD));
        assertThat(value(rate)).isEqualTo(12000.0 / 350000.0);
        assertThat(value(rate.rounded(4))).isEqualTo(0.0343);
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 8, -2, 15, 0.6, 243, 5, 3", "-4, 2, -2, -6, -8, -2, 16, 2, -4"})
    void arithmetic(
            String a,
            String b,
            double sum,
            double difference,
            double product,
            double quotient,
            double power,
            double larger,
            double smaller) {
        Term first = input("a", a, Unit.FRACTION);
        Term second = input("b", b, Unit.FRACTION);
        assertThat(value(first.plus(second))).isEqualTo(sum);
        assertThat(value(first.minus(second))).isEqualTo(difference);
        assertThat(value(first.times(second))).isEqualTo(product);
        assertThat(value(first.dividedBy(second))).isEqualTo(quotient);
        assertThat(value(first.power(second))).isEqualTo(power);
        assertThat(value(first.larger(second))).isEqualTo(larger);
        assertThat(value(first.smaller(second))).isEqualTo(smaller);
        assertThat(value(first.positivePart())).isEqualTo(Math.max(0.0, Double.parseDouble(a)));
    }

    @Test
    void truths() {
        Term yes = builder.truth(true);
        Term no = builder.truth(false);
        assertThat(value(yes.and(no))).isZero();
        assertThat(value(yes.and(yes))).isEqualTo(1);
        assertThat(value(yes.or(no))).isEqualTo(1);
        assertThat(value(no.or(no))).isZero();
        assertThat(value(no.not())).isEqualTo(1);
        assertThat(value(yes.not())).isZero();
        assertThat(Values.of(builder.build()).holds(yes)).isTrue();
        assertThat(Values.of(builder.build()).holds(no)).isFalse();
    }

    @Test
    void comparesAndRoundsAsLegalDecimals() {
        Term sum = builder.sum(List.of(
                input("a", "0.0031", Unit.FRACTION),
                input("b", "0.0036", Unit.FRACTION),
                input("c", "0.0033", Unit.FRACTION)));
        Term threshold = builder.fraction("0.01");
        assertThat(value(sum)).isNotEqualTo(0.01);
        assertThat(value(sum.less(threshold))).isZero();
        assertThat(value(sum.atMost(threshold))).isEqualTo(1);
        assertThat(value(threshold.less(sum))).isZero();
        Term average = builder.average(List.of(input("d", "20.33", Unit.FRACTION), input("e", "2.04", Unit.FRACTION)));
        assertThat(value(average)).isLessThan(11.185);
        assertThat(value(average.rounded(2))).isEqualTo(11.19);
    }

    @Test
    void sumsInTheOneOrder() {
        SplittableRandom random = new SplittableRandom(37);
        List<Term> terms = new ArrayList<>();
        double[] numbers = new double[37];
        for (int i = 0; i < numbers.length; i++) {
            BigDecimal decimal = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L), random.nextInt(1, 14));
            terms.add(builder.input("x" + i, decimal, USD));
            numbers[i] = decimal.doubleValue();
        }
        double plain = 0.0;
        for (double number : numbers) {
            plain += number;
        }
        double ordered = Summation.sum(numbers, numbers.length);
        assertThat(ordered).isNotEqualTo(plain);
        assertThat(value(builder.sum(terms))).isEqualTo(ordered);
        assertThat(value(builder.sum(terms.subList(0, 3))))
                .isEqualTo(value(terms.get(0).plus(terms.get(1)).plus(terms.get(2))));
    }

    @Test
    void anAlternativeNotChosenHasNoEffect() {
        Term nothing = builder.literal(0, USD);
        Term undefined = nothing.dividedBy(nothing);
        Term three = builder.fraction("3");
        assertThat(value(undefined)).isNaN();
        assertThat(value(builder.truth(true).choose(three, undefined))).isEqualTo(3);
        assertThat(value(builder.truth(false).choose(undefined, three))).isEqualTo(3);
        assertThat(value(builder.truth(true).choose(undefined, three))).isNaN();
        assertThat(value(undefined.less(three))).isZero();
        assertThat(value(undefined.less(three).choose(three, builder.fraction("4"))))
                .isEqualTo(4);
        assertThat(value(undefined.rounded(2))).isNaN();
        assertThat(value(undefined.positivePart())).isNaN();
        assertThat(value(undefined.larger(three))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"850", "900", "919.99", "920", "950.47", "1000", "1000.01", "5000"})
    void recordSumsWithoutChangeAreTheTableItself(String benchmark) {
        Term x = input("x", benchmark, PRICE);
        RecordColumns columns = columns("1", "0", "1");
        double at = Double.parseDouble(benchmark);
        assertThat(value(builder.zeroedRecordSum(x, BARS, columns))).isEqualTo(BARS.zeroedSum(at));
        assertThat(value(builder.nettedRecordSum(x, BARS, columns))).isEqualTo(BARS.nettedSum(at));
        assertThat(value(builder.recordsBelow(x, BARS, columns))).isEqualTo(BARS.rowsBelow(at));
        assertThat(value(builder.recordQuantity(BARS, columns))).isEqualTo(42);
    }

    @Test
    void recordSumsWithChangedColumns() {
        Term x = input("x", "2000", PRICE);
        RecordColumns columns = columns("2", "50", "3");
        // changed prices 1850, 2050, 1890, 1890; changed quantities 30, 60, 15, 21
        assertThat(value(builder.zeroedRecordSum(x, BARS, columns))).isEqualTo(30 * 150 + 15 * 110 + 21 * 110);
        assertThat(value(builder.nettedRecordSum(x, BARS, columns)))
                .isEqualTo(30 * 150 - 60 * 50 + 15 * 110 + 21 * 110);
        assertThat(value(builder.recordsBelow(x, BARS, columns))).isEqualTo(3);
        assertThat(value(builder.recordQuantity(BARS, columns))).isEqualTo(126);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aPriceScaleThatIsNotAboveZeroGivesNoNumber(String scale) {
        Term x = input("x", "950", PRICE);
        RecordColumns columns = columns(scale, "0", "1");
        assertThat(value(builder.zeroedRecordSum(x, BARS, columns))).isNaN();
        assertThat(value(builder.nettedRecordSum(x, BARS, columns))).isNaN();
    }

    @Test
    void replacedInputs() {
        Term markup = input("markup", "0.06", Unit.FRACTION);
        Term price = input("price", "100", USD);
        Term resale = price.times(builder.fraction("1").plus(markup));
        Values values = Values.of(builder.build(), Map.of("markup", 0.5));
        assertThat(values.of(resale)).isEqualTo(150);
        assertThat(values.of(price)).isEqualTo(100);
        assertThat(Values.of(builder.build()).of(resale)).isEqualTo(106);
    }

    @Test
    void anUnknownAddressIsRefused() {
        input("markup", "0.06", Unit.FRACTION);
        assertThatThrownBy(() -> Values.of(builder.build(), Map.of("mark-up", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The address (mark-up) is not an input of this calculation.");
    }

    @Test
    void aTermOfAnotherCalculationIsRefused() {
        Term mine = input("a", "1", USD);
        Values values = Values.of(builder.build());
        Term later = mine.plus(mine);
        Term stranger = new CalculationBuilder().input("a", BigDecimal.ONE, USD);
        assertThatThrownBy(() -> values.of(stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The term (a = 1 USD) is not in this calculation.");
        assertThatThrownBy(() -> values.of(later)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failedRequirementsInOrder() {
        Term zero = builder.fraction("0");
        Term markup = input("markup", "-0.06", Unit.FRACTION);
        Term share = input("share", "0.3", Unit.FRACTION);
        builder.require(zero.atMost(markup), "The markup is negative.");
        builder.require(zero.atMost(share), "The share is negative.");
        builder.require(share.power(builder.fraction("0.5")).less(share), "The root is larger.");
        assertThat(Values.of(builder.build()).failed())
                .extracting(Requirement::message)
                .containsExactly("The markup is negative.", "The root is larger.");
        assertThat(Values.of(builder.build(), Map.of("markup", Double.NaN)).failed())
                .extracting(Requirement::message)
                .contains("The markup is negative.");
    }

    private RecordColumns columns(String priceScale, String priceShift, String quantityScale) {
        return new RecordColumns(
                builder.fraction(priceScale), builder.literal(priceShift, PRICE), builder.fraction(quantityScale));
    }

    private Term input(String address, String decimal, Unit unit) {
        return builder.input(address, new BigDecimal(decimal), unit);
    }

    private double value(Term term) {
        return Values.of(builder.build()).of(term);
    }
}
