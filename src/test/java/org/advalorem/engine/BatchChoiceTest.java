package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice between plans gives, draw by draw, the bits of the value reader on the calculation that the draw chooses. */
final class BatchChoiceTest {
    private static final long SEED = 77_000L;
    private static final int DRAWS = BatchRun.CHUNK + 300;
    private static final int COLUMNS = 5;
    private static final int OUTPUTS = 3;

    /** Two columns choose one of 2 times 3 calculations, three move inputs of them, not the same in all. */
    private static final class Case {
        final List<Calculation> calculations = new ArrayList<>();
        final List<List<Term>> outputs = new ArrayList<>();
        final List<List<String>> moved = new ArrayList<>();
        final List<List<Integer>> columns = new ArrayList<>();
        final double[][] drawn = new double[COLUMNS][DRAWS];
        final BatchChoice batch;

        Case(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<BatchChoice.Alternative> alternatives = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Calculation calculation = RandomCalculations.withRequirements(seed + 1000L * i, 40);
                List<String> inputs = List.copyOf(calculation.inputs().keySet());
                List<Integer> places = i % 2 == 0 ? List.of(2, 3, 4) : List.of(4, 2);
                List<String> addresses = inputs.subList(0, places.size());
                List<Varied> varied = addresses.stream()
                        .map(address -> Varied.of(calculation, address, Varied.Change.TIMES, List.of(address)))
                        .toList();
                List<Term> terms = List.of(
                        RandomCalculations.output(calculation),
                        calculation
                                .terms()
                                .get(random.nextInt(calculation.terms().size())));
                calculations.add(calculation);
                outputs.add(terms);
                moved.add(addresses);
                columns.add(places);
                // the last calculation does not have the second result
                alternatives.add(new BatchChoice.Alternative(
                        BatchPlan.of(calculation, varied, terms),
                        places,
                        i == 5 ? List.of(0, -1, 0) : List.of(0, 1, 0)));
            }
            for (int draw = 0; draw < DRAWS; draw++) {
                drawn[0][draw] = random.nextInt(2);
                drawn[1][draw] = random.nextInt(3);
                for (int column = 2; column < COLUMNS; column++) {
                    drawn[column][draw] = 0.5 + random.nextDouble();
                }
            }
            batch = BatchChoice.of(
                    List.of(new BatchChoice.Choice(0, 2), new BatchChoice.Choice(1, 3)), alternatives, COLUMNS);
        }

        /** The last choice runs fastest. */
        int chosen(int draw) {
            return ((int) drawn[0][draw]) * 3 + (int) drawn[1][draw];
        }

        Values values(int draw) {
            int of = chosen(draw);
            Map<String, Double> numbers = new HashMap<>();
            for (int i = 0; i < moved.get(of).size(); i++) {
                Term input = calculations.get(of).input(moved.get(of).get(i)).orElseThrow();
                numbers.put(
                        moved.get(of).get(i),
                        input.decimal().doubleValue() * drawn[columns.get(of).get(i)][draw]);
            }
            return Values.of(calculations.get(of), numbers);
        }

        double expected(int output, int draw, Values values) {
            int of = chosen(draw);
            if (of == 5 && output == 1) {
                return 0.0;
            }
            return values.of(outputs.get(of).get(output == 1 ? 1 : 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyDrawIsThatOfItsCalculation(int threads) {
        for (long seed = SEED; seed < SEED + 12; seed++) {
            Case of = new Case(seed);
            double[][] actual = new double[OUTPUTS][DRAWS];
            RequirementTally tally = BatchRun.run(
                    of.batch,
                    DRAWS,
                    threads,
                    () -> (column, first, count, out) -> System.arraycopy(of.drawn[column], (int) first, out, 0, count),
                    (first, count, outputs) -> {
                        for (int i = 0; i < OUTPUTS; i++) {
                            System.arraycopy(outputs[i], 0, actual[i], (int) first, count);
                        }
                        return first;
                    },
                    (first, soFar) -> true);
            List<Values> values = new ArrayList<>();
            for (int draw = 0; draw < DRAWS; draw++) {
                values.add(of.values(draw));
                for (int i = 0; i < OUTPUTS; i++) {
                    assertThat(Double.doubleToLongBits(actual[i][draw]))
                            .as("seed %d, draw %d, output %d", seed, draw, i)
                            .isEqualTo(Double.doubleToLongBits(of.expected(i, draw, values.get(draw))));
                }
            }
            checkRequirements(of, tally, values);
        }
    }

    /** Those of the first calculation, then those of the second, and so on; draws are numbered through all of them. */
    private static void checkRequirements(Case of, RequirementTally tally, List<Values> values) {
        int place = 0;
        for (int number = 0; number < of.calculations.size(); number++) {
            for (var requirement : of.calculations.get(number).requirements()) {
                long failed = 0;
                long first = -1;
                for (int draw = 0; draw < DRAWS; draw++) {
                    if (of.chosen(draw) == number && !values.get(draw).holds(requirement.condition())) {
                        failed++;
                        first = first < 0 ? draw : first;
                    }
                }
                assertThat(tally.failed(place)).isEqualTo(failed);
                assertThat(tally.firstFailed(place)).isEqualTo(first);
                place++;
            }
        }
        assertThat(tally.requirements()).hasSize(place);
    }

    @Test
    void somethingIsBroken() {
        // or the comparison of requirements above would prove nothing
        Case of = new Case(SEED);
        long failed = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            failed += of.values(draw).failed().size();
        }
        assertThat(failed).isPositive();
    }

    @Test
    void alternativesAreAsManyAsCombinations() {
        Calculation calculation = RandomCalculations.withRequirements(SEED, 20);
        BatchPlan plan = BatchPlan.of(calculation, List.of(), List.of(RandomCalculations.output(calculation)));
        BatchChoice.Alternative alternative = new BatchChoice.Alternative(plan, List.of(), List.of(0));
        List<BatchChoice.Choice> choices = List.of(new BatchChoice.Choice(0, 3));
        assertThatThrownBy(() -> BatchChoice.of(choices, List.of(alternative, alternative), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 alternatives for 3 combinations");
        assertThatThrownBy(() ->
                        BatchChoice.of(List.of(new BatchChoice.Choice(0, 65)), Collections.nCopies(65, alternative), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(BatchChoice.of(choices, List.of(alternative, alternative, alternative), 1)
                        .constant(0))
                .isPresent();
        assertThatThrownBy(() -> new BatchChoice.Alternative(plan, List.of(0), List.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
