package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working out anew what is downstream of some columns gives the bits of working out everything. */
final class PickFreezeTest {
    private static final long SEED = 77_000L;
    private static final int DRAWS = 33;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256})
    void everyTermOfRandomCalculations(int blockSize) {
        for (long seed = SEED; seed < SEED + 40; seed++) {
            Calculation calculation = RandomCalculations.withRequirements(seed, 60);
            check(seed, calculation, calculation.terms(), blockSize);
        }
    }

    @Test
    void fewTermsOfRandomCalculations() {
        // with few outputs most results are used inside a pass only
        for (long seed = SEED; seed < SEED + 300; seed++) {
            Calculation calculation = RandomCalculations.withRequirements(seed, 40);
            SplittableRandom random = new SplittableRandom(seed);
            List<Term> terms = calculation.terms();
            List<Term> outputs = List.of(
                    RandomCalculations.output(calculation),
                    terms.get(random.nextInt(terms.size())),
                    terms.get(terms.size() - 1),
                    terms.get(terms.size() - 1));
            check(seed, calculation, outputs, 16);
        }
    }

    @Test
    void aChangedSummandTakesItsGroupAndOneSumOfEachPairAbove() {
        CalculationBuilder builder = new CalculationBuilder();
        List<Term> summands = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Term input = builder.input("input-" + i, BigDecimal.valueOf(i), Unit.FRACTION);
            summands.add(input.times(builder.fraction("0.3")));
        }
        Term sum = builder.sum(summands);
        Calculation calculation = builder.build();
        List<Varied> varied = calculation.inputs().keySet().stream()
                .map(address -> Varied.replaced(calculation, address))
                .toList();
        PickFreeze exchange = PickFreeze.of(BatchPlan.of(calculation, varied, List.of(sum)), each(64));
        assertThat(exchange.downstreamOnly()).isTrue();
        // 64 products and 63 sums
        assertThat(exchange.operations()).isEqualTo(127);
        // of every summand its product, the three pairs above, and 7 + 7 + 6 + 5 + 4 + 3 + 2 + 1 sums in each of 8
        // groups
        assertThat(exchange.exchangeOperations()).isEqualTo(64 + 64 * 3 + 8 * 35);
    }

    @Test
    void whatDoesNotDependOnAColumnIsNotReached() {
        CalculationBuilder builder = new CalculationBuilder();
        Term one = builder.input("one", BigDecimal.ONE, Unit.FRACTION);
        Term other = builder.input("other", BigDecimal.TEN, Unit.FRACTION);
        Term first = one.times(one);
        Term second = one.plus(other);
        Calculation calculation = builder.build();
        PickFreeze exchange = PickFreeze.of(
                BatchPlan.of(
                        calculation,
                        List.of(Varied.replaced(calculation, "one"), Varied.replaced(calculation, "other")),
                        List.of(first, second)),
                each(2));
        assertThat(exchange.reaches(0, 0)).isTrue();
        assertThat(exchange.reaches(0, 1)).isTrue();
        assertThat(exchange.reaches(1, 0)).isFalse();
        assertThat(exchange.reaches(1, 1)).isTrue();
    }

    private static List<List<Integer>> each(int columns) {
        List<List<Integer>> each = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            each.add(List.of(column));
        }
        return each;
    }

    private static void check(long seed, Calculation calculation, List<Term> outputs, int blockSize) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Varied> varied = BatchConformanceTest.varied(calculation, random);
        double[][] first = BatchConformanceTest.columns(calculation, varied, DRAWS, random);
        double[][] second = BatchConformanceTest.columns(calculation, varied, DRAWS, random);
        BatchPlan plan = BatchPlan.of(calculation, varied, outputs);
        List<List<Integer>> exchanges = each(varied.size());
        exchanges.add(List.of(0, varied.size() - 1));
        IncrementalPickFreeze downstream = new IncrementalPickFreeze(plan, exchanges);
        Taken taken = new Taken(exchanges.size(), outputs.size());
        RequirementTally tally =
                downstream.worker(source(first), source(second), blockSize).evaluate(0, DRAWS, taken);
        Taken anew = new Taken(exchanges.size(), outputs.size());
        RequirementTally whole = PickFreeze.anew(plan, exchanges)
                .worker(source(first), source(second))
                .evaluate(0, DRAWS, anew);

        for (int k = 0; k < outputs.size(); k++) {
            Term term = outputs.get(k);
            for (int e = -2; e < exchanges.size(); e++) {
                List<Integer> exchanged = e == -2 ? List.of() : e == -1 ? all(varied.size()) : exchanges.get(e);
                double[][] expected = evaluated(plan, mixed(first, second, exchanged));
                boolean reached = e < 0 || downstream.reaches(e, k);
                for (int draw = 0; draw < DRAWS; draw++) {
                    BatchConformanceTest.assertBits(seed, draw, term, taken.numbers[e + 2][k][draw], expected[k][draw]);
                    BatchConformanceTest.assertBits(seed, draw, term, anew.numbers[e + 2][k][draw], expected[k][draw]);
                    if (!reached) {
                        BatchConformanceTest.assertBits(seed, draw, term, taken.numbers[0][k][draw], expected[k][draw]);
                    }
                }
            }
        }
        for (int i = 0; i < tally.requirements().size(); i++) {
            assertThat(tally.failed(i) > 0).as("seed %d", seed).isEqualTo(whole.failed(i) > 0);
            assertThat(tally.firstFailed(i)).as("seed %d", seed).isEqualTo(whole.firstFailed(i));
        }
    }

    private static List<Integer> all(int columns) {
        return each(columns).stream().map(column -> column.get(0)).toList();
    }

    private static double[][] mixed(double[][] first, double[][] second, List<Integer> exchanged) {
        double[][] mixed = first.clone();
        exchanged.forEach(column -> mixed[column] = second[column]);
        return mixed;
    }

    private static double[][] evaluated(BatchPlan plan, double[][] columns) {
        double[][] result = new double[plan.outputs().size()][DRAWS];
        plan.worker(DRAWS).run(0, DRAWS, source(columns), (firstDraw, count, outputs) -> {
            for (int k = 0; k < outputs.length; k++) {
                System.arraycopy(outputs[k], 0, result[k], (int) firstDraw, count);
            }
        });
        return result;
    }

    private static BlockSource source(double[][] columns) {
        return (column, firstDraw, count, out) -> System.arraycopy(columns[column], (int) firstDraw, out, 0, count);
    }

    /** What was handed over: first and second sample, then every exchange. */
    private static final class Taken implements PickFreeze.Reader<Integer> {
        final double[][][] numbers;
        private double[][] keptFirst = {};
        private double[][] keptSecond = {};

        Taken(int exchanges, int outputs) {
            numbers = new double[exchanges + 2][outputs][DRAWS];
        }

        @Override
        public void samples(int offset, int count, double[][] first, double[][] second) {
            copy(first, offset, count, numbers[0]);
            copy(second, offset, count, numbers[1]);
            keptFirst = first;
            keptSecond = second;
        }

        @Override
        public void exchanged(int exchange, int offset, int count, double[][] outputs) {
            copy(outputs, offset, count, numbers[exchange + 2]);
            // both samples stay where they are until the next block
            for (int k = 0; k < outputs.length; k++) {
                for (int i = 0; i < count; i++) {
                    assertSame(keptFirst[k][i], numbers[0][k][offset + i]);
                    assertSame(keptSecond[k][i], numbers[1][k][offset + i]);
                }
            }
        }

        private static void assertSame(double kept, double before) {
            if (Double.doubleToLongBits(kept) != Double.doubleToLongBits(before)) {
                throw new AssertionError("A sample was overwritten: " + before + " by " + kept);
            }
        }

        @Override
        public Integer chunk() {
            return 0;
        }

        private static void copy(double[][] from, int offset, int count, double[][] to) {
            for (int k = 0; k < from.length; k++) {
                System.arraycopy(from[k], 0, to[k], offset, count);
            }
        }
    }
}
