package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GradientTest {
    private static final long SEED = 31_415L;
    private static final Unit USD = Unit.of("USD");
    private static final Unit TONNE = Unit.of("t");
    private static final Unit PRICE = USD.per(TONNE);
    private static final RecordTable BARS =
            RecordTable.of("bars", PRICE, TONNE, new double[] {900, 1000, 920, 920}, new double[] {10, 20, 5, 7});

    private final CalculationBuilder builder = new CalculationBuilder();

    @Test
    void ofARate() {
        Term rate = input("benefit", "12000", USD).dividedBy(input("sales", "350000", USD));
        input("unused", "5", USD);
        Gradient gradient = gradient(rate);
        assertThat(gradient.byInput("benefit")).isEqualTo(1 / 350_000.0, within(1e-18));
        assertThat(gradient.byInput("sales")).isEqualTo(-12_000.0 / 350_000 / 350_000, within(1e-20));
        assertThat(gradient.byInput().keySet()).containsExactly("benefit", "sales", "unused");
        assertThat(gradient.byInput().get("unused")).isZero();
        assertThat(gradient.kinks()).isEmpty();
    }

    @Test
    void agreesWithExactCentralDifferencesOnRandomCalculations() {
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        int compared = 0;
        for (long seed = SEED; seed < SEED + 300; seed++) {
            Calculation calculation = RandomCalculations.of(seed, 50, true);
            Term output = RandomCalculations.output(calculation);
            Gradient gradient = Gradient.of(calculation, output);
            if (gradient.kinks().isEmpty()) {
                calculation.terms().forEach(term -> seen.add(term.operation()));
                for (Map.Entry<String, Double> entry : gradient.byInput().entrySet()) {
                    double exact = centralDifference(calculation, output, entry.getKey());
                    assertThat(entry.getValue())
                            .as("seed %d, input %s", seed, entry.getKey())
                            .isEqualTo(exact, within(1e-9 * Math.max(1.0, Math.abs(exact))));
                    compared += exact == 0.0 ? 0 : 1;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
        assertThat(seen)
                .contains(
                        Operation.POWER,
                        Operation.CHOOSE,
                        Operation.RECORD_SUM_ZEROED,
                        Operation.RECORD_SUM_NETTED,
                        Operation.RECORD_QUANTITY,
                        Operation.LARGER,
                        Operation.SMALLER,
                        Operation.POSITIVE_PART);
    }

    /** In 40 digits a step of 1e-12 leaves 24 good ones. */
    private static double centralDifference(Calculation calculation, Term output, String address) {
        BigDecimal at = calculation.input(address).orElseThrow().decimal();
        BigDecimal step = new BigDecimal("1e-12");
        BigDecimal above = ExactOracle.of(calculation, Map.of(address, at.add(step)))
                .value(output)
                .orElseThrow();
        BigDecimal below = ExactOracle.of(calculation, Map.of(address, at.subtract(step)))
                .value(output)
                .orElseThrow();
        return above.subtract(below)
                .divide(step.add(step), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Changed prices are scale * price + shift; exact slopes from the records that lie below the benchmark. */
    @ParameterizedTest
    @CsvSource({"950, 1, 0, 1", "2000, 2, 50, 3", "1021, 1.1, 8, 0.5", "10000, 2, 0, 4", "100, 1, 0, 1"})
    void slopesOfRecordSumsAreExact(double x, double scale, double shift, double quantityScale) {
        Term benchmark = input("x", Double.toString(x), PRICE);
        RecordColumns columns = new RecordColumns(
                input("scale", Double.toString(scale), Unit.FRACTION),
                input("shift", Double.toString(shift), PRICE),
                input("quantity", Double.toString(quantityScale), Unit.FRACTION));
        Term zeroed = builder.zeroedRecordSum(benchmark, BARS, columns);
        Term netted = builder.nettedRecordSum(benchmark, BARS, columns);
        checkRecordSlopes(zeroed, true, x, scale, shift, quantityScale);
        checkRecordSlopes(netted, false, x, scale, shift, quantityScale);
        assertThat(gradient(builder.recordQuantity(BARS, columns)).byInput("quantity"))
                .isEqualTo(42);
    }

    private void checkRecordSlopes(
            Term term, boolean zeroed, double x, double scale, double shift, double quantityScale) {
        double quantity = 0.0;
        double money = 0.0;
        double gain = 0.0;
        for (int i = 0; i < BARS.rows(); i++) {
            double margin = x - (scale * BARS.price(i) + shift);
            if (!zeroed || margin > 0) {
                quantity += BARS.quantity(i);
                money += BARS.quantity(i) * BARS.price(i);
                gain += BARS.quantity(i) * margin;
            }
        }
        Gradient gradient = gradient(term);
        double tolerance = 1e-12 * 42 * 10_000 * 4;
        assertThat(gradient.byInput("x")).isEqualTo(quantityScale * quantity, within(1e-12));
        assertThat(gradient.byInput("shift")).isEqualTo(-quantityScale * quantity, within(1e-12));
        assertThat(gradient.byInput("scale")).isEqualTo(-quantityScale * money, within(tolerance));
        assertThat(gradient.byInput("quantity")).isEqualTo(gain, within(tolerance));
    }

    /** Prices so close that the benchmark is near a bend wherever it stands, and often on one. */
    @Test
    void slopesAmongDensePricesAreExact() {
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = 5_000;
        double[] prices = new double[rows];
        double[] quantities = new double[rows];
        for (int i = 0; i < rows; i++) {
            prices[i] = 1_000 + random.nextInt(rows) / 8192.0;
            quantities[i] = random.nextInt(1, 100_000) / 1000.0;
        }
        RecordTable dense = RecordTable.of("dense", PRICE, TONNE, prices, quantities);
        RecordColumns columns = new RecordColumns(
                input("scale", "1", Unit.FRACTION), input("shift", "0", PRICE), input("quantity", "1", Unit.FRACTION));
        int near = 0;
        for (int k = 0; k < 200; k++) {
            double x = 999.9 + random.nextInt(100_000) / 131_072.0;
            Term sum = builder.zeroedRecordSum(input("x" + k, Double.toString(x), PRICE), dense, columns);
            BigDecimal quantity = BigDecimal.ZERO;
            BigDecimal money = BigDecimal.ZERO;
            for (int i = 0; i < rows; i++) {
                if (prices[i] <= x) {
                    BigDecimal bought = new BigDecimal(quantities[i]);
                    quantity = quantity.add(bought);
                    money = money.add(bought.multiply(new BigDecimal(prices[i])));
                }
            }
            Gradient gradient = gradient(sum);
            near += gradient.kinks().size();
            assertRelative(gradient.byInput("x" + k), quantity);
            assertRelative(gradient.byInput("shift"), quantity.negate());
            assertRelative(gradient.byInput("scale"), money.negate());
            BigDecimal gain = quantity.multiply(new BigDecimal(x)).subtract(money);
            assertThat(gradient.byInput("quantity")).isEqualTo(gain.doubleValue(), within(1e-15 * money.doubleValue()));
        }
        assertThat(near).isGreaterThan(150);
    }

    private static void assertRelative(double slope, BigDecimal exact) {
        assertThat(slope)
                .isEqualTo(exact.doubleValue(), within(1e-14 * exact.abs().doubleValue()));
    }

    @Test
    void roundingPassesTheSlopeThrough() {
        Term rate = input("benefit", "12000", USD).dividedBy(input("sales", "350000", USD));
        Term published = rate.rounded(4);
        Map<String, Double> unrounded = gradient(rate).byInput();
        assertThat(gradient(published).byInput()).isEqualTo(unrounded);
    }

    @Test
    void onlyTheChosenAlternativeCounts() {
        Term a = input("a", "2", Unit.FRACTION);
        Term zero = builder.fraction("0");
        Term undefined = a.dividedBy(zero);
        Term chosen = a.less(builder.fraction("1")).choose(undefined, a.times(a));
        Gradient gradient = gradient(chosen);
        assertThat(gradient.byInput("a")).isEqualTo(4);
        assertThat(gradient.kinks()).isEmpty();
    }

    @Test
    void powersAtZero() {
        Term base = input("base", "0", Unit.FRACTION);
        Term exponent = input("exponent", "2", Unit.FRACTION);
        Gradient square = gradient(base.power(exponent));
        assertThat(square.byInput("base")).isZero();
        assertThat(square.byInput("exponent")).isZero();
        Term one = base.power(builder.fraction("0"));
        assertThat(gradient(one).byInput("base")).isZero();
    }

    @Test
    void listsBendsAndJumpsWithinAMillionth() {
        Term a = input("a", "1000", USD);
        Term near = input("near", "1000.0005", USD);
        Term far = input("far", "1000.002", USD);
        Term one = builder.fraction("1");
        Term two = builder.fraction("2");

        assertThat(kinks(near.minus(a).positivePart())).containsExactly(Kink.Form.BEND);
        assertThat(kinks(near.minus(a).times(two).dividedBy(a).positivePart())).containsExactly(Kink.Form.BEND);
        assertThat(kinks(a.minus(near).positivePart())).containsExactly(Kink.Form.BEND);
        assertThat(kinks(far.minus(a).positivePart())).isEmpty();
        assertThat(kinks(a.larger(near))).containsExactly(Kink.Form.BEND);
        assertThat(kinks(a.smaller(near))).containsExactly(Kink.Form.BEND);
        assertThat(kinks(a.smaller(far))).isEmpty();
        assertThat(kinks(a.less(near).choose(one, two))).containsExactly(Kink.Form.JUMP);
        assertThat(kinks(a.atMost(near).not().and(builder.truth(true)).choose(one, two)))
                .containsExactly(Kink.Form.JUMP);
        assertThat(kinks(a.less(far).or(builder.truth(false)).choose(one, two))).isEmpty();
    }

    @Test
    void listsKnotsOfRecordSums() {
        RecordColumns columns =
                new RecordColumns(builder.fraction("2"), builder.literal(10, PRICE), builder.fraction("1"));
        Term atPrice = input("at", "1850", PRICE);
        Term belowPrice = input("below", "1849.9995", PRICE);
        Term far = input("far", "1849.9", PRICE);
        assertThat(kinks(builder.zeroedRecordSum(atPrice, BARS, columns))).containsExactly(Kink.Form.BEND);
        assertThat(kinks(builder.zeroedRecordSum(belowPrice, BARS, columns))).containsExactly(Kink.Form.BEND);
        assertThat(kinks(builder.recordsBelow(belowPrice, BARS, columns))).containsExactly(Kink.Form.JUMP);
        assertThat(kinks(builder.zeroedRecordSum(far, BARS, columns))).isEmpty();
        assertThat(kinks(builder.nettedRecordSum(atPrice, BARS, columns))).isEmpty();
        RecordTable none = RecordTable.of("none", PRICE, TONNE, new double[0], new double[0]);
        assertThat(kinks(builder.zeroedRecordSum(atPrice, none, columns))).isEmpty();
    }

    @Test
    void listsOnlyWhatTheOutputDependsOnHere() {
        Term a = input("a", "1000", USD);
        Term bend = a.minus(builder.literal(1000, USD)).positivePart();
        Term inactive = bend.minus(a).positivePart();
        Term other = a.plus(a);
        assertThat(kinks(other)).isEmpty();
        assertThat(kinks(inactive)).isEmpty();
        assertThat(kinks(builder.truth(false).choose(bend, other))).isEmpty();

        Kink kink = gradient(bend.plus(other)).kinks().get(0);
        assertThat(kink.term()).isSameAs(bend);
        assertThat(kink.distance()).isZero();
    }

    @Test
    void atABendTheSlopeIsThatAbove() {
        Term a = input("a", "920", PRICE);
        Term edge = builder.literal(920, PRICE);
        RecordColumns columns =
                new RecordColumns(builder.fraction("1"), builder.literal(0, PRICE), builder.fraction("1"));
        assertThat(gradient(a.minus(edge).positivePart()).byInput("a")).isEqualTo(1);
        assertThat(gradient(builder.zeroedRecordSum(a, BARS, columns)).byInput("a"))
                .isEqualTo(22);
    }

    @Test
    void oneForwardAndOneBackwardPassVisitEachTermOnce() {
        Term chain = input("a", "1", Unit.FRACTION);
        for (int i = 0; i < 60; i++) {
            // each link uses the one before twice: a walk along paths would take 2^60 visits
            chain = chain.plus(chain).times(builder.fraction("0.5"));
        }
        // and many inputs: a difference for each would take a pass for each
        List<Term> inputs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            inputs.add(input("b" + i, "1", Unit.FRACTION));
        }
        Term output = chain.times(builder.sum(inputs));
        Calculation calculation = builder.build();
        Gradient gradient = Gradient.of(calculation, output);
        assertThat(gradient.byInput("a")).isEqualTo(1_000.0);
        assertThat(gradient.byInput().values()).hasSize(1_001).doesNotContain(0.0);
        assertThat(gradient.evaluated()).isEqualTo(calculation.terms().size());
        assertThat(gradient.visited()).isEqualTo(calculation.terms().size());
    }

    @Test
    void unknownAddressesAndStrangersAreRefused() {
        Term a = input("a", "1", USD);
        Gradient gradient = gradient(a);
        assertThat(gradient.byInput("a")).isEqualTo(1);
        assertThatThrownBy(() -> gradient.byInput("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The address (b) is not an input of this calculation.");
        Term stranger = new CalculationBuilder().input("a", BigDecimal.ONE, USD);
        assertThatThrownBy(() -> gradient(stranger)).isInstanceOf(IllegalArgumentException.class);
    }

    private Gradient gradient(Term output) {
        return Gradient.of(builder.build(), output);
    }

    private List<Kink.Form> kinks(Term output) {
        return gradient(output).kinks().stream().map(Kink::form).toList();
    }

    private Term input(String address, String decimal, Unit unit) {
        return builder.input(address, new BigDecimal(decimal), unit);
    }
}
