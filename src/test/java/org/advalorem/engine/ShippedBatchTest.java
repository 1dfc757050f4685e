package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.advalorem.Shipped;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.rules.Determination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The batch reader gives the bits of the value reader for the shipped scenarios too, with every numeric input varied: every
 * term and, because fusion goes further when few are wanted, the results alone.
 */
final class ShippedBatchTest {
    private static final long SEED = 91_000L;
    private static final int DRAWS = 24;

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyInputABitMoreOrLess(List<Path> files) {
        check(files, Varied.Change.TIMES, random -> 0.95 + 0.1 * random.nextDouble());
    }

    /** Prices on both sides of every benchmark, sales of nothing, losses. */
    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyInputFarFromWhatItIs(List<Path> files) {
        check(files, Varied.Change.TIMES, random -> switch (random.nextInt(12)) {
            case 0 -> 0.0;
            case 1 -> -1.0;
            case 2 -> 1000.0;
            default -> 3 * random.nextDouble();
        });
    }

    /** Where one number takes the place of every input, equal ones meet in every comparison. */
    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyInputReplaced(List<Path> files) {
        check(files, Varied.Change.REPLACE, random -> random.nextInt(4) / 8.0);
    }

    /** What one column does to an input in one draw. */
    @FunctionalInterface
    private interface Drawn {
        double next(SplittableRandom random);
    }

    private static void check(List<Path> files, Varied.Change change, Drawn drawn) {
        Determination determination = Shipped.determination(files);
        Calculation calculation = determination.calculation();
        SplittableRandom random = new SplittableRandom(SEED);
        List<Varied> varied = new ArrayList<>();
        List<Varied> within = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String address : calculation.inputs().keySet()) {
            double[] column = new double[DRAWS];
            Arrays.setAll(column, draw -> drawn.next(random));
            columns.add(column);
            Varied moved = Varied.of(calculation, address, change, List.of(address));
            varied.add(moved);
            within.add(moved.within(
                    Arrays.stream(column).min().orElseThrow(),
                    Arrays.stream(column).max().orElseThrow()));
        }
        double[][] numbers = columns.toArray(double[][]::new);
        List<Values> expected = BatchConformanceTest.values(calculation, varied, numbers);
        List<Term> all = calculation.terms();
        List<Term> few = determination.results().terms();
        assertThat(few).isNotEmpty();
        for (List<Varied> of : List.of(varied, within)) {
            BatchConformanceTest.check(SEED, BatchPlan.of(calculation, of, all), 7, numbers, expected);
            BatchConformanceTest.check(SEED, BatchPlan.of(calculation, of, few), 1024, numbers, expected);
            BatchConformanceTest.check(SEED, BatchPlan.unfused(calculation, of, all), 256, numbers, expected);
            BatchConformanceTest.check(SEED, BatchPlan.unfused(calculation, of, few), 1, numbers, expected);
        }
    }
}
