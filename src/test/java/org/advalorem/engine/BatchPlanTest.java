package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Summation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;

/** What a plan leaves out, how much it holds, and what it refuses. */
final class BatchPlanTest {
    private final CalculationBuilder builder = new CalculationBuilder();
    private final Term a = input("a", "2");
    private final Term b = input("b", "3");
    private final Term c = input("c", "0.5");

    @Test
    void onlyWhatVariesAndIsWantedIsWorkedOut() {
        Term constant = b.times(c).plus(b).power(c);
        Term wanted = a.plus(constant).times(constant);
        Term other = a.minus(b).positivePart();
        BatchPlan plan = plan(List.of("a"), wanted);
        // the input, the sum and the product
        assertThat(plan.termsPerDraw()).isEqualTo(3);
        assertThat(passes(plan)).isEqualTo(1);
        assertThat(plan(List.of("a"), wanted, other).termsPerDraw()).isEqualTo(5);
        assertThat(plan(List.of("c"), other).termsPerDraw()).isZero();
        assertThat(run(plan, 5.0)[0]).isEqualTo((5.0 + Math.sqrt(4.5)) * Math.sqrt(4.5));
    }

    @Test
    void aRequirementIsWorkedOutOnlyWhereItVaries() {
        builder.require(a.less(b.times(b)), "a");
        builder.require(b.less(c), "b");
        BatchPlan plan = plan(List.of("a"), c);
        assertThat(plan.termsPerDraw()).isEqualTo(2);
        assertThat(plan.unmet()).containsExactly(1);
        assertThat(run(plan, 1.0)[0]).isEqualTo(0.5);
    }

    @Test
    void aColumnThatNothingNeedsIsNotAskedFor() {
        BatchPlan plan = plan(List.of("a", "b"), b.times(c));
        List<Integer> asked = new ArrayList<>();
        plan.worker().run(0, 3, (column, first, count, out) -> asked.add(column), (first, count, outputs) -> {});
        assertThat(asked).containsExactly(1);
    }

    @Test
    void anAlternativeThatIsNeverChosenIsLeftOut() {
        Term choice = c.less(b).choose(a, a.power(b).plus(a));
        BatchPlan plan = plan(List.of("a"), choice.times(b));
        assertThat(plan.termsPerDraw()).isEqualTo(3);
        assertThat(run(plan, 7.0)[0]).isEqualTo(21.0);
        assertThat(plan(List.of("a"), c.less(b).choose(c, a)).termsPerDraw()).isZero();
    }

    @Test
    void whatTheRangeOfAColumnProvesIsNotWorkedOut() {
        builder.require(builder.fraction("0").atMost(a), "a is negative");
        builder.require(a.less(b), "a is not below b");
        Term small = a.times(b).less(builder.fraction("0.01"));
        Term wanted = small.choose(builder.fraction("0"), a.times(b)).positivePart();
        Calculation calculation = builder.build();
        Varied varied = Varied.replaced(calculation, "a");
        assertThat(passes(BatchPlan.of(calculation, List.of(varied), List.of(wanted))))
                .isGreaterThan(4);
        BatchPlan plan = BatchPlan.of(calculation, List.of(varied.within(1.0, 2.9)), List.of(wanted));
        assertThat(passes(plan)).isEqualTo(1);
        assertThat(plan.program().instructions()).hasSize(2);
        assertThat(run(plan, 2.5)[0]).isEqualTo(7.5);
        // one draw could fail: it is looked at
        BatchPlan wide = BatchPlan.of(calculation, List.of(varied.within(1.0, 3.0)), List.of(wanted));
        assertThat(passes(wide)).isEqualTo(2);
        // every draw fails
        BatchPlan broken = BatchPlan.of(calculation, List.of(varied.within(-2.0, -1.0)), List.of(wanted));
        assertThat(broken.unmet()).containsExactly(0);
        assertThatThrownBy(() -> varied.within(2.0, 1.0)).hasMessageContaining("between 2.0 and 1.0");
        assertThatThrownBy(() -> varied.within(Double.NaN, 1.0)).hasMessageContaining("between NaN and 1.0");
    }

    @Test
    void oneRecordIsPlainArithmetic() {
        RecordColumns same = new RecordColumns(builder.fraction("1"), builder.fraction("0"), builder.fraction("1"));
        List<Term> sums = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RecordTable one = RecordTable.of(
                    "row " + i, Unit.FRACTION, Unit.FRACTION, new double[] {2.0 + i}, new double[] {0.5});
            sums.add(builder.zeroedRecordSum(a, one, same));
        }
        BatchPlan plan = plan(List.of("a"), builder.sum(sums));
        assertThat(passes(plan)).isEqualTo(6);
        assertThat(run(plan, 4.0)[0]).isEqualTo(1.5);
        assertThat(run(plan, Double.NaN)[0]).isNaN();
        assertThat(run(plan, Double.NEGATIVE_INFINITY)[0]).isZero();
    }

    @Test
    void severalInputsMoveTogether() {
        Term difference = a.minus(b);
        Calculation calculation = builder.build();
        BatchPlan scaled = BatchPlan.of(
                calculation,
                List.of(Varied.of(calculation, "prices", Varied.Change.TIMES, List.of("a", "b"))),
                List.of(difference, a, b, c));
        assertThat(run(scaled, 1.5)).containsExactly(-1.5, 3.0, 4.5, 0.5);
        BatchPlan shifted = BatchPlan.of(
                calculation,
                List.of(new Varied("prices", List.of(a, c), Varied.Change.PLUS)),
                List.of(difference, a, c));
        assertThat(run(shifted, 0.25)).containsExactly(-0.75, 2.25, 0.75);
    }

    @Test
    void aLongSumOfProductsNeedsFewBuffersAndPasses() {
        List<String> addresses = new ArrayList<>(List.of("a"));
        List<Term> summands = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Term price = input("price-" + i, "1." + i);
            addresses.add("price-" + i);
            summands.add(
                    input("quantity-" + i, "7").times(price.times(a).minus(c).positivePart()));
        }
        Term output = builder.sum(summands);
        BatchPlan plan = plan(addresses, output);
        assertThat(plan.termsPerDraw()).isEqualTo(1 + 100 * 5 + 1);
        // two sums of each size on their way up the pairs, and what a product needs
        assertThat(plan.program().buffers()).isLessThanOrEqualTo(10);
        // a pass for each product, which adds it to its group, and at most one for each group
        assertThat(passes(plan)).isLessThanOrEqualTo(100 + 13);
        // what is added where nothing is added
        assertThat(plan.program().constants()).containsExactly(-0.0);

        Calculation calculation = plan.calculation();
        BatchPlan unfused = BatchPlan.unfused(calculation, plan.varied(), plan.outputs());
        assertThat(unfused.program().buffers()).isLessThanOrEqualTo(8);
        assertThat(passes(unfused)).isEqualTo(100 * 4 + 99);
    }

    @Test
    void blocksGetShorterWhenThereAreManyBuffers() {
        List<String> addresses = new ArrayList<>();
        List<Term> outputs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            addresses.add("x-" + i);
            outputs.add(input("x-" + i, "1"));
        }
        Term[] wanted = outputs.toArray(Term[]::new);
        assertThat(BatchWorker.blockSize(plan(List.of("a"), a).program())).isEqualTo(1024);
        assertThat(BatchWorker.blockSize(plan(addresses.subList(0, 64), Arrays.copyOf(wanted, 64))
                        .program()))
                .isEqualTo(1024);
        assertThat(BatchWorker.blockSize(plan(addresses.subList(0, 65), Arrays.copyOf(wanted, 65))
                        .program()))
                .isEqualTo(512);
        assertThat(BatchWorker.blockSize(plan(addresses, wanted).program())).isEqualTo(256);
    }

    @Test
    void eightPlainSummandsTakeTwoPasses() {
        List<String> addresses = new ArrayList<>();
        List<Term> summands = new ArrayList<>();
        for (int i = 0; i < Summation.GROUP; i++) {
            summands.add(input("x-" + i, "1." + i).times(builder.fraction("0.3")));
            addresses.add("x-" + i);
        }
        assertThat(passes(plan(addresses, builder.sum(summands)))).isEqualTo(2);
    }

    @Test
    void aDeepChainIsPlanned() {
        Term chain = a;
        for (int i = 0; i < 50_000; i++) {
            chain = chain.plus(i % 2 == 0 ? b : c);
        }
        BatchPlan plan = plan(List.of("a", "b"), chain);
        assertThat(plan.termsPerDraw()).isEqualTo(50_002);
        assertThat(run(plan, 1.0, 1.0)[0]).isEqualTo(1.0 + 25_000 * 1.5);
    }

    @Test
    void nothingIsAllocatedForABlock() {
        RecordTable table =
                RecordTable.of("bars", Unit.FRACTION, Unit.FRACTION, new double[] {1, 2, 3}, new double[] {5, 5, 5});
        RecordColumns columns = new RecordColumns(builder.fraction("1"), builder.fraction("0"), c);
        Term rate = builder.sum(List.of(
                        a.times(b).minus(c).positivePart().times(c),
                        builder.zeroedRecordSum(a, table, columns),
                        builder.nettedRecordSum(b, table, columns),
                        a.less(b).choose(a.larger(b), a.smaller(b)),
                        a.dividedBy(b)))
                .rounded(4);
        builder.require(a.atMost(b).not().and(b.less(a)).or(c.less(a)), "Never.");
        BatchPlan plan = plan(List.of("a", "b"), rate);
        BatchWorker worker = plan.worker();
        BlockSource source = BatchPlanTest::fill;
        BlockSink sink = (firstDraw, count, outputs) -> {};
        worker.run(0, 1L << 20, source, sink);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long min = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getThreadAllocatedBytes(thread);
            worker.run(0, 1L << 20, source, sink);
            min = Math.min(min, threads.getThreadAllocatedBytes(thread) - before);
        }
        // 1024 blocks; what little there is comes from asking for the count
        assertThat(min).isLessThan(2048);
    }

    @Test
    void refusesAnInputThatIsMovedTwice() {
        Calculation calculation = builder.build();
        List<Varied> twice = List.of(
                Varied.replaced(calculation, "a"),
                Varied.of(calculation, "all", Varied.Change.TIMES, List.of("b", "a")));
        assertThatThrownBy(() -> BatchPlan.of(calculation, twice, List.of(b)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The input (a) is moved twice: by (a) and by (all).");
    }

    @Test
    void refusesTermsOfAnotherCalculation() {
        Calculation calculation = builder.build();
        Term stranger = new CalculationBuilder().input("s", BigDecimal.ONE, Unit.FRACTION);
        assertThatThrownBy(() -> BatchPlan.of(calculation, List.of(), List.of(stranger)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The term (s = 1 ) is not in this calculation.");
        Varied varied = new Varied("s", List.of(stranger), Varied.Change.REPLACE);
        assertThatThrownBy(() -> BatchPlan.of(calculation, List.of(varied), List.of(a)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesColumnsThatMoveNoInput() {
        Term sum = a.plus(b);
        assertThatThrownBy(() -> new Varied("sum", List.of(sum), Varied.Change.REPLACE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The column (sum) moves (" + sum
                        + "), which is not an input. One of its operands may be meant.");
        assertThatThrownBy(() -> new Varied("none", List.of(), Varied.Change.REPLACE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The column (none) moves no input.");
        assertThatThrownBy(() -> Varied.replaced(builder.build(), "z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The address (z) is not an input of this calculation.");
    }

    @Test
    void outputsMayRepeatAndBeConstantOrVaried() {
        Term twice = a.plus(a);
        BatchPlan plan = plan(List.of("a"), twice, b, a, twice);
        assertThat(run(plan, 4.0)).containsExactly(8.0, 3.0, 4.0, 8.0);
        assertThat(run(plan(List.of()), new double[0])).isEmpty();
        assertThat(Values.of(plan.calculation(), Map.of("a", 4.0)).of(twice)).isEqualTo(8.0);
    }

    private BatchPlan plan(List<String> addresses, Term... outputs) {
        Calculation calculation = builder.build();
        List<Varied> varied = addresses.stream()
                .map(address -> Varied.replaced(calculation, address))
                .toList();
        return BatchPlan.of(calculation, varied, List.of(outputs));
    }

    private static long passes(BatchPlan plan) {
        return plan.program().instructions().stream()
                .filter(Program.Run.class::isInstance)
                .count();
    }

    /** The outputs of one draw. */
    private static double[] run(BatchPlan plan, double... drawn) {
        double[] result = new double[plan.outputs().size()];
        plan.worker().run(0, 1, (column, first, count, out) -> out[0] = drawn[column], (first, count, outputs) -> {
            for (int i = 0; i < result.length; i++) {
                result[i] = outputs[i][0];
            }
        });
        return result;
    }

    private static void fill(int column, long firstDraw, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = 1.0 + ((firstDraw + i) * (column + 3) % 1_009) / 1_009.0;
        }
    }

    private Term input(String address, String decimal) {
        return builder.input(address, new BigDecimal(decimal), Unit.FRACTION);
    }
}
