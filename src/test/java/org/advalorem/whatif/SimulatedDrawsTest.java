package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.advalorem.Shipped;
import org.advalorem.calculation.Term;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.Values;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Uncertain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every draw of a simulation has the bits of a calculation of that draw by itself, for every result there is. */
final class SimulatedDrawsTest {
    /** More than a chunk has in one block, and no multiple of a block. */
    private static final int DRAWS = 300;

    /** A draw that is built anew takes some milliseconds. */
    private static final int BUILT = 20;

    private static final Path EVERY = Path.of("scenarios/every-program/scenario.yaml");

    static Stream<List<Path>> scenarios() {
        return Shipped.withOverlays().stream();
    }

    /** What the scenario says is uncertain; where it says nothing, every number that can be. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyDrawIsThatOfTheValueReader(List<Path> files) {
        Model model = Line.model(files);
        UncertainModel uncertainty = model.scenario().tree().entries().containsKey("uncertain")
                ? Line.uncertainty(model)
                : everything(model);
        Drawn drawn = new Drawn(uncertainty, DRAWS);
        drawn.check(uncertainty.results());
        drawn.check(List.of(uncertainty.results().get(0)));
        check(uncertainty.inBlocksOf(7), drawn);
    }

    private static void check(UncertainModel sameInOtherBlocks, Drawn drawn) {
        List<ResultKey> keys = sameInOtherBlocks.results();
        assertThat(outputs(sameInOtherBlocks, keys, DRAWS)).isDeepEqualTo(outputs(drawn.of, keys, DRAWS));
    }

    /** What comes from data files, row by row. */
    private static final String TABLES = "deposits.";

    /** Every input of the calculation within three percent, but for single rows of data files, which have no address. */
    private static UncertainModel everything(Model model) {
        List<String> vary = model.determination().calculation().inputs().keySet().stream()
                .map(address -> address + "=times uniform(0.97, 1.03)")
                .filter(argument -> canVary(model, argument))
                .toList();
        assertThat(vary)
                .as("inputs that can vary")
                .hasSizeGreaterThan((int) model.determination().calculation().inputs().keySet().stream()
                                .filter(address -> !address.startsWith(TABLES))
                                .count()
                        / 2);
        return Line.uncertainty(model, vary.toArray(String[]::new));
    }

    private static boolean canVary(Model model, String argument) {
        Problems problems = new Problems();
        List<Uncertain> entry = Uncertain.read(model.scenario(), List.of(argument), problems);
        return problems.isEmpty()
                && UncertainModel.of(model, entry, List.of(), problems).isPresent();
    }

    /** Positions of issues, programs in some draws only, methods: the structure is another one in every draw. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "issues.parent=discrete(cross-owned: 50%, not-cross-owned: 50%)"
                        + "|issues.adjustment=discrete(denied: 50%, granted: 50%)"
                        + "|programs.export-buyers-credit.applied=bernoulli(40%)"
                        + "|companies.zhongji.export-value-adjustment.markup=uniform(2%, 12%)"
                        + "|benchmarks.ingot.inland-freight=normal(14, 1)"
                        + "|benchmarks.ingot.world.LME=plus uniform(-50, 50)",
                "companies.zhongji.export-value-adjustment.method=discrete(none: 20%, ratio: 40%, denominator: 40%)"
                        + "|programs.policy-loans.applied=bernoulli(70%)"
                        + "|companies.zhongji.export-value-adjustment.markup=triangular(2%, 6%, 12%)"
            })
    void everyDrawOfAChoiceIsThatOfTheScenarioBuiltAnew(String vary) {
        Model model = Line.model(Line.FOIL, "uncertain=none");
        UncertainModel uncertainty = Line.uncertainty(model, vary.split("\\|", -1));
        Drawn drawn = new Drawn(uncertainty, BUILT);
        drawn.check(uncertainty.results());
        drawn.checkBuiltAnew();
    }

    /** All programs of all types, each left out in some draws: 32 calculations. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void everyDrawOfProgramsThatMayNotApplyIsThatOfTheScenarioBuiltAnew(int first) {
        Model model = Line.model(EVERY);
        List<String> programs = model.results().keys().stream()
                .map(key -> key.subject().program())
                .filter(program -> !program.isEmpty())
                .distinct()
                .toList();
        String[] vary = IntStream.range(first, Math.min(first + 5, programs.size()))
                .mapToObj(i -> "programs." + programs.get(i) + ".applied=bernoulli(50%)")
                .toArray(String[]::new);
        UncertainModel uncertainty = Line.uncertainty(model, vary);
        Drawn drawn = new Drawn(uncertainty, BUILT);
        drawn.check(uncertainty.results());
        drawn.checkBuiltAnew();
    }

    private static double[][] outputs(UncertainModel uncertainty, List<ResultKey> keys, int draws) {
        UncertainModel.Evaluation evaluation = uncertainty.evaluation(keys);
        double[][] outputs = new double[keys.size()][draws];
        BatchRun.run(
                evaluation.batch(),
                draws,
                1,
                uncertainty.sources(uncertainty.layout(sampling(draws)), evaluation.columns()),
                (firstDraw, count, columns) -> {
                    for (int i = 0; i < columns.length; i++) {
                        System.arraycopy(columns[i], 0, outputs[i], (int) firstDraw, count);
                    }
                    return count;
                },
                (count, tally) -> true);
        return outputs;
    }

    private static Sampling sampling(int draws) {
        return new Sampling(Sampling.Kind.MONTE_CARLO, 3, draws);
    }

    /** The numbers of all inputs in some draws. */
    private static final class Drawn {
        final UncertainModel of;
        final double[][] numbers;
        final int draws;

        Drawn(UncertainModel of, int draws) {
            this.of = of;
            this.draws = draws;
            List<Integer> all = IntStream.range(0, of.inputs().size()).boxed().toList();
            BlockSource source = of.sources(of.layout(sampling(draws)), all).get();
            numbers = new double[all.size()][draws];
            all.forEach(input -> source.fill(input, 0, draws, numbers[input]));
        }

        /** The batch reader against the value reader on the calculation that the draw chooses. */
        void check(List<ResultKey> keys) {
            double[][] outputs = outputs(of, keys, draws);
            for (int draw = 0; draw < draws; draw++) {
                Model model = of.alternatives().get(alternative(draw));
                Map<String, Double> moved = new HashMap<>();
                for (int i = 0; i < numbers.length; i++) {
                    double number = numbers[i][draw];
                    of.inputs()
                            .get(i)
                            .perturbation()
                            .ifPresent(perturbation -> moved.putAll(perturbation.at(number, model)));
                }
                Values values = Values.of(model.determination().calculation(), moved);
                for (int i = 0; i < outputs.length; i++) {
                    Optional<Term> term = model.results().find(keys.get(i));
                    assertBits(
                            keys.get(i),
                            draw,
                            outputs[i][draw],
                            term.map(values::of).orElse(0.0));
                }
            }
        }

        /** The last choice runs fastest. */
        private int alternative(int draw) {
            int alternative = 0;
            for (int i = 0; i < numbers.length; i++) {
                UncertainModel.Input input = of.inputs().get(i);
                if (input.perturbation().isEmpty()) {
                    alternative = alternative * input.positions().size() + (int) numbers[i][draw];
                }
            }
            return alternative;
        }

        /** The batch reader against the scenario read with the numbers and positions of the draw typed in. */
        void checkBuiltAnew() {
            List<ResultKey> keys = of.results();
            double[][] outputs = outputs(of, keys, draws);
            for (int draw = 0; draw < draws; draw++) {
                List<Assignment> settings = new ArrayList<>();
                for (int i = 0; i < numbers.length; i++) {
                    settings.addAll(settings(of.inputs().get(i), numbers[i][draw]));
                }
                Problems problems = new Problems();
                Model built = of.model().with(settings, problems).orElseThrow();
                for (int i = 0; i < outputs.length; i++) {
                    assertBits(
                            keys.get(i),
                            draw,
                            outputs[i][draw],
                            built.result(keys.get(i)).orElse(0.0));
                }
            }
        }

        private List<Assignment> settings(UncertainModel.Input input, double number) {
            return input.perturbation()
                    .map(perturbation -> List.of(perturbation.assignment(
                            new BigDecimal(Double.toString(number)),
                            of.model(),
                            input.entry().key(),
                            input.entry().origin())))
                    .orElseGet(() -> input.positions().get((int) number));
        }
    }

    private static void assertBits(ResultKey key, int draw, double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual))
                .as("%s in draw %d: %s, not %s", key, draw, actual, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
