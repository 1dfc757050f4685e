package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The batch reader gives the bits of the value reader: every term, every draw, however it is cut up. */
final class BatchConformanceTest {
    private static final long SEED = 51_000L;
    private static final List<Varied.Change> CHANGES = List.of(Varied.Change.values());
    private static final double[] ODD = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0.01,
        0.0031 + 0.0036 + 0.0033,
        11.184999999999999
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256, 512, 1000})
    void everyTermOfRandomCalculations(int blockSize) {
        int draws = 20;
        for (long seed = SEED; seed < SEED + 400; seed++) {
            Calculation calculation = RandomCalculations.withRequirements(seed, 60);
            SplittableRandom random = new SplittableRandom(seed);
            List<Varied> varied = varied(calculation, random);
            double[][] columns = columns(calculation, varied, draws, random);
            List<Values> expected = values(calculation, varied, columns);
            List<Term> all = calculation.terms();
            check(seed, BatchPlan.of(calculation, varied, all), blockSize, columns, expected);
            check(seed, BatchPlan.unfused(calculation, varied, all), blockSize, columns, expected);
        }
    }

    @Test
    void fewTermsOfRandomCalculations() {
        // with few outputs most results are used inside a pass only
        int draws = 40;
        Set<Kernel> seen = EnumSet.noneOf(Kernel.class);
        for (long seed = SEED; seed < SEED + 3_000; seed++) {
            Calculation calculation = RandomCalculations.withRequirements(seed, 25);
            SplittableRandom random = new SplittableRandom(seed);
            List<Varied> varied = varied(calculation, random);
            double[][] columns = columns(calculation, varied, draws, random);
            List<Values> expected = values(calculation, varied, columns);
            List<Term> outputs = new ArrayList<>();
            outputs.add(RandomCalculations.output(calculation));
            outputs.add(
                    calculation.terms().get(random.nextInt(calculation.terms().size())));
            outputs.add(calculation.terms().get(calculation.terms().size() - 1));
            BatchPlan plan = BatchPlan.of(calculation, varied, outputs);
            plan.program().instructions().forEach(instruction -> {
                if (instruction instanceof Program.Run run) {
                    seen.add(run.pass().kernel());
                }
            });
            check(seed, plan, 16, columns, expected);
            check(seed, BatchPlan.unfused(calculation, varied, outputs), 512, columns, expected);
        }
        assertThat(seen).containsExactlyInAnyOrder(Kernel.values());
    }

    @Test
    void everyTermOfRandomCalculationsWithinRanges() {
        int draws = 30;
        long settled = 0;
        for (long seed = SEED; seed < SEED + 600; seed++) {
            Calculation calculation = RandomCalculations.withRequirements(seed, 60);
            SplittableRandom random = new SplittableRandom(seed);
            List<Varied> varied = varied(calculation, random);
            double[][] columns = narrowColumns(varied, draws, random);
            List<Varied> within = new ArrayList<>();
            for (int i = 0; i < columns.length; i++) {
                double min = Arrays.stream(columns[i]).min().orElseThrow();
                double max = Arrays.stream(columns[i]).max().orElseThrow();
                within.add(varied.get(i).within(min, max));
            }
            List<Values> expected = values(calculation, varied, columns);
            List<Term> all = calculation.terms();
            BatchPlan plan = BatchPlan.of(calculation, within, all);
            settled += comparisons(BatchPlan.of(calculation, varied, all)) - comparisons(plan);
            check(seed, plan, 16, columns, expected);
            check(seed, BatchPlan.unfused(calculation, within, all), 512, columns, expected);
            check(
                    seed,
                    BatchPlan.of(calculation, within, all.subList(all.size() - 2, all.size())),
                    7,
                    columns,
                    expected);
        }
        assertThat(settled).isGreaterThan(600);
    }

    private static long comparisons(BatchPlan plan) {
        return plan.program().instructions().stream()
                .filter(instruction ->
                        instruction instanceof Program.Run run && run.pass().kernel() == Kernel.COMPARE)
                .count();
    }

    /** Most of them near the base, so that comparisons come out the same in every draw; some are zero, or one number. */
    private static double[][] narrowColumns(List<Varied> varied, int draws, SplittableRandom random) {
        double[][] result = new double[varied.size()][draws];
        for (int column = 0; column < result.length; column++) {
            boolean factor = varied.get(column).change() == Varied.Change.TIMES;
            double base =
                    factor ? 1.0 : varied.get(column).targets().get(0).decimal().doubleValue();
            double width = random.nextInt(4) * 0.02;
            for (int draw = 0; draw < draws; draw++) {
                double number = base * (1 + width * (random.nextDouble() - 0.5));
                result[column][draw] = random.nextInt(40) == 0 ? ODD[random.nextInt(3)] : number;
            }
        }
        return result;
    }

    @Test
    void chunksOnSeveralThreads() {
        int draws = 2 * BatchRun.CHUNK + 100;
        for (long seed = SEED; seed < SEED + 30; seed++) {
            Calculation calculation = RandomCalculations.withRequirements(seed, 60);
            SplittableRandom random = new SplittableRandom(seed);
            List<Varied> varied = varied(calculation, random);
            double[][] columns = columns(calculation, varied, draws, random);
            BatchPlan plan = BatchPlan.of(calculation, varied, calculation.terms());
            double[][] expected = new double[plan.outputs().size()][draws];
            BatchWorker worker = plan.worker(7);
            worker.run(0, draws, source(columns), (draw, count, outputs) -> copy(outputs, draw, count, expected));
            for (int threads : new int[] {1, 2, 7}) {
                double[][] actual = new double[plan.outputs().size()][draws];
                RequirementTally tally = BatchRun.run(
                        plan,
                        draws,
                        threads,
                        () -> source(columns),
                        (draw, count, outputs) -> {
                            copy(outputs, draw, count, actual);
                            return draw;
                        },
                        (draw, soFar) -> true);
                for (int k = 0; k < actual.length; k++) {
                    for (int draw = 0; draw < draws; draw++) {
                        assertBits(seed, draw, plan.outputs().get(k), actual[k][draw], expected[k][draw]);
                    }
                }
                for (int i = 0; i < tally.requirements().size(); i++) {
                    assertThat(tally.failed(i)).isEqualTo(worker.tally().failed(i));
                    assertThat(tally.firstFailed(i)).isEqualTo(worker.tally().firstFailed(i));
                }
            }
        }
    }

    private static BlockSource source(double[][] columns) {
        return (column, firstDraw, count, out) -> System.arraycopy(columns[column], (int) firstDraw, out, 0, count);
    }

    private static void copy(double[][] from, long firstDraw, int count, double[][] to) {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], (int) firstDraw, count);
        }
    }

    /** Gives arrays of its own, as long as the block. */
    private static final class OwnArrays implements BlockSource {
        private final double[][] columns;

        OwnArrays(double[][] columns) {
            this.columns = columns;
        }

        @Override
        public void fill(int column, long firstDraw, int count, double[] out) {
            throw new AssertionError("The numbers are there without a copy.");
        }

        @Override
        public double[] column(int column, long firstDraw, int count, double[] out) {
            return Arrays.copyOfRange(columns[column], (int) firstDraw, (int) firstDraw + count);
        }
    }

    static void check(long seed, BatchPlan plan, int blockSize, double[][] columns, List<Values> expected) {
        check(seed, plan, blockSize, source(columns), expected);
        check(seed, plan, blockSize, new OwnArrays(columns), expected);
    }

    private static void check(long seed, BatchPlan plan, int blockSize, BlockSource source, List<Values> expected) {
        BatchWorker worker = plan.worker(blockSize);
        boolean[] taken = new boolean[expected.size()];
        worker.run(0, expected.size(), source, (firstDraw, count, outputs) -> {
            for (int i = 0; i < count; i++) {
                int draw = (int) firstDraw + i;
                taken[draw] = true;
                for (int k = 0; k < outputs.length; k++) {
                    Term term = plan.outputs().get(k);
                    assertBits(
                            seed, draw, term, outputs[k][i], expected.get(draw).of(term));
                }
            }
        });
        assertThat(taken).doesNotContain(false);
        checkRequirements(seed, worker.tally(), expected);
    }

    /** The same bits; a result that is not a number is not a number, as Java fixes no payload. */
    static void assertBits(long seed, int draw, Term term, double actual, double expected) {
        boolean same = Double.doubleToRawLongBits(actual) == Double.doubleToRawLongBits(expected)
                || (Double.isNaN(actual) && Double.isNaN(expected));
        if (!same) {
            throw new AssertionError(
                    "seed " + seed + ", draw " + draw + ", " + term + ": " + actual + ", not " + expected);
        }
    }

    private static void checkRequirements(long seed, RequirementTally tally, List<Values> expected) {
        for (int i = 0; i < tally.requirements().size(); i++) {
            long failed = 0;
            long first = -1;
            for (int draw = 0; draw < expected.size(); draw++) {
                if (!expected.get(draw).holds(tally.requirements().get(i).condition())) {
                    failed++;
                    first = first < 0 ? draw : first;
                }
            }
            assertThat(tally.failed(i)).as("seed %d, requirement %d", seed, i).isEqualTo(failed);
            assertThat(tally.firstFailed(i))
                    .as("seed %d, requirement %d", seed, i)
                    .isEqualTo(first);
        }
    }

    /** Some inputs replaced, scaled and shifted, one pair of them together. */
    static List<Varied> varied(Calculation calculation, SplittableRandom random) {
        List<String> addresses = new ArrayList<>(calculation.inputs().keySet());
        List<Varied> result = new ArrayList<>();
        result.add(Varied.of(
                calculation, "pair", CHANGES.get(random.nextInt(3)), List.of(addresses.get(0), addresses.get(1))));
        for (String address : addresses.subList(2, addresses.size())) {
            if (random.nextInt(4) != 0) {
                Varied.Change change = random.nextBoolean() ? Varied.Change.REPLACE : CHANGES.get(random.nextInt(3));
                result.add(Varied.of(calculation, address, change, List.of(address)));
            }
        }
        return result;
    }

    static double[][] columns(Calculation calculation, List<Varied> varied, int draws, SplittableRandom random) {
        double[][] result = new double[varied.size()][draws];
        for (int column = 0; column < result.length; column++) {
            for (int draw = 0; draw < draws; draw++) {
                result[column][draw] = drawn(calculation, varied.get(column), random);
            }
        }
        return result;
    }

    private static double drawn(Calculation calculation, Varied varied, SplittableRandom random) {
        double base = varied.targets().get(0).decimal().doubleValue();
        return switch (random.nextInt(12)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> Math.nextUp(base);
            case 2 -> Math.nextDown(base);
            case 3 -> {
                // equal to another input, so that comparisons are close
                List<Term> inputs = List.copyOf(calculation.inputs().values());
                double other =
                        inputs.get(random.nextInt(inputs.size())).decimal().doubleValue();
                yield random.nextBoolean() ? other : Math.nextUp(other);
            }
            case 4 -> -base;
            case 5 -> base;
            default -> base * (0.5 + random.nextDouble());
        };
    }

    static List<Values> values(Calculation calculation, List<Varied> varied, double[][] columns) {
        List<Values> result = new ArrayList<>();
        for (int draw = 0; draw < columns[0].length; draw++) {
            Map<String, Double> replaced = new HashMap<>();
            for (int column = 0; column < columns.length; column++) {
                for (Term target : varied.get(column).targets()) {
                    double number =
                            varied.get(column).change().apply(target.decimal().doubleValue(), columns[column][draw]);
                    replaced.put(target.address(), number);
                }
            }
            result.add(Values.of(calculation, replaced));
        }
        return result;
    }
}
