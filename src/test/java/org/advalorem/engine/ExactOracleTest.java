package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;

final class ExactOracleTest {
    private static final long SEED = 40_000L;
    private final CalculationBuilder builder = new CalculationBuilder();

    @Test
    void theValueReaderAgreesOnRandomCalculations() {
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        int defined = 0;
        for (long seed = SEED; seed < SEED + 400; seed++) {
            Calculation calculation = RandomCalculations.of(seed, 60, false);
            ExactOracle oracle = ExactOracle.of(calculation);
            Values values = Values.of(calculation);
            for (Term term : calculation.terms()) {
                seen.add(term.operation());
                defined += oracle.value(term).isPresent() ? 1 : 0;
            }
            try {
                oracle.assertAgrees(values);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Operation.values());
        assertThat(defined).isGreaterThan(20_000);
    }

    @Test
    void computesInFortyDigits() {
        Term third = builder.fraction("1").dividedBy(builder.fraction("3"));
        Term root = builder.fraction("2").power(builder.fraction("0.5"));
        Term hair = builder.fraction("1").plus(builder.fraction("1e-30")).minus(builder.fraction("1"));

        ExactOracle oracle = ExactOracle.of(builder.build());
        assertThat(oracle.value(third)).contains(new BigDecimal("0.3333333333333333333333333333333333333333"));
        assertThat(oracle.value(root)).contains(new BigDecimal("1.414213562373095048801688724209698078570"));
        assertThat(oracle.value(hair).orElseThrow()).isEqualByComparingTo("1e-30");
        assertThat(oracle.size(hair).orElseThrow()).isEqualByComparingTo("2.000000000000000000000000000001");
    }

    @Test
    void whatDoesNotExistIsEmptyUnlessNotChosen() {
        Term none = builder.fraction("1").dividedBy(builder.fraction("0"));
        Term more = none.plus(none);
        Term other = builder.truth(true).choose(builder.fraction("7"), none);
        Term base = builder.fraction("0").power(builder.fraction("-1"));

        ExactOracle oracle = ExactOracle.of(builder.build());
        assertThat(oracle.value(none)).isEmpty();
        assertThat(oracle.value(more)).isEmpty();
        assertThat(oracle.size(base)).isEmpty();
        assertThat(oracle.value(other)).contains(new BigDecimal("7"));
    }

    @Test
    void takesReplacedInputs() {
        Term input = builder.input("a", BigDecimal.ONE, Unit.FRACTION);
        Term twice = input.times(builder.fraction("2"));
        ExactOracle oracle = ExactOracle.of(builder.build(), Map.of("a", new BigDecimal("1.5")));
        assertThat(oracle.value(twice).orElseThrow()).isEqualByComparingTo("3");
    }

    @Test
    void refusesAWrongValue() {
        Term sum = builder.input("a", new BigDecimal("0.1"), Unit.FRACTION).plus(builder.fraction("0.2"));
        ExactOracle oracle = ExactOracle.of(builder.build());
        oracle.assertAgrees(sum, 0.1 + 0.2);
        assertThatThrownBy(() -> oracle.assertAgrees(sum, 0.3 + 1e-12)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> oracle.assertAgrees(sum, Double.NaN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void agreesOnAHundredThousandRecords() {
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = 100_000;
        double[] prices = new double[rows];
        double[] quantities = new double[rows];
        for (int i = 0; i < rows; i++) {
            prices[i] = random.nextInt(80_000, 120_000) / 100.0;
            quantities[i] = random.nextInt(1, 100_000) / 1000.0;
        }
        Unit tonne = Unit.of("t");
        Unit perTonne = Unit.of("USD").per(tonne);
        RecordTable table = RecordTable.of("bars", perTonne, tonne, prices, quantities);
        Term x = builder.input("benchmark", new BigDecimal("950.47"), perTonne);
        RecordColumns plain =
                new RecordColumns(builder.fraction("1"), builder.literal(0, perTonne), builder.fraction("1"));
        RecordColumns changed = new RecordColumns(
                builder.input("price-scale", new BigDecimal("1.07"), Unit.FRACTION),
                builder.input("price-shift", new BigDecimal("-31.5"), perTonne),
                builder.input("quantity-scale", new BigDecimal("0.93"), Unit.FRACTION));
        for (RecordColumns columns : List.of(plain, changed)) {
            builder.zeroedRecordSum(x, table, columns);
            builder.nettedRecordSum(x, table, columns);
            builder.recordsBelow(x, table, columns);
            builder.recordQuantity(table, columns);
        }
        ExactOracle.assertAgrees(builder.build());
    }
}
