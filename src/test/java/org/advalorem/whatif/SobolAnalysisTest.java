package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.Keys;
import org.advalorem.Shipped;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.PickFreeze;
import org.advalorem.engine.RequirementTally;
import org.advalorem.engine.Values;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.Uncertain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensitivity and screening of rates of scenarios. */
final class SobolAnalysisTest {
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");
    private static final Path SMALL = Path.of("src/test/resources/cli/small.yaml");
    private static final ResultKey RATE = Keys.of("companies.acme.rate-unrounded");
    private static final String PARENT = "companies.acme.uses.parent.holding.received.2023-08-30.amount";
    private static final String MILL = "companies.acme.uses.parent.mill.received.2023-08-30.amount";
    private static final String STATED = "companies.border.uses.stated.1.rate";

    /** Two grants, added up: their indices are those of a sum. */
    private static final List<String> GRANTS =
            List.of(PARENT + "=normal(3.6 million, 0.4 million)", MILL + "=uniform(0.5 million, 1.5 million)");

    private static UncertainModel uncertainty(Path file, List<String> vary, String... sets) {
        Problems problems = new Problems();
        Scenario scenario = Shipped.read(file, sets);
        Model model = Model.of(scenario, Programs.shipped(), problems).orElseThrow();
        UncertainModel uncertainty = UncertainModel.of(
                        model, Uncertain.read(scenario, vary, problems), Correlated.read(scenario, problems), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        problems.throwIfAny();
        return uncertainty;
    }

    private static SobolAnalysis.Settings settings(long draws, int threads) {
        return new SobolAnalysis.Settings(11, draws, threads, 0, false);
    }

    private static SobolAnalysis.Indices indices(UncertainModel uncertainty, long draws) {
        return SobolAnalysis.run(uncertainty, List.of(RATE), settings(draws, 1), Progress.NONE)
                .result(RATE);
    }

    @Test
    void aSumOfTwoGrantsHasTheIndicesOfASum() {
        UncertainModel uncertainty = uncertainty(SMALL, GRANTS);
        double[] weights = weights(uncertainty);
        double first = Math.pow(weights[0] * 0.4, 2);
        double second = Math.pow(weights[1], 2) / 12;
        SobolAnalysis.Indices indices = indices(uncertainty, 1 << 16);
        assertThat(indices.index(PARENT).first().value()).isCloseTo(first / (first + second), within(0.01));
        assertThat(indices.index(PARENT).total().value()).isCloseTo(first / (first + second), within(0.01));
        assertThat(indices.index(MILL).first().value()).isCloseTo(second / (first + second), within(0.01));
        assertThat(indices.index(MILL).total().value()).isCloseTo(second / (first + second), within(0.01));
        assertThat(indices.unexplained().value()).isCloseTo(0.0, within(0.01));
        assertThat(indices.standardDeviation())
                .isCloseTo(Math.sqrt(first + second), within(0.01 * Math.sqrt(first + second)));
    }

    /** What a million of each grant adds to the rate, by the value reader. */
    private static double[] weights(UncertainModel uncertainty) {
        return uncertainty.inputs().stream()
                .mapToDouble(input -> {
                    Model model = uncertainty.model();
                    var term = model.results().find(RATE).orElseThrow();
                    var numbers = input.perturbation().orElseThrow().at(4e6, model);
                    var fewer = input.perturbation().orElseThrow().at(3e6, model);
                    var calculation = model.determination().calculation();
                    return Values.of(calculation, numbers).of(term)
                            - Values.of(calculation, fewer).of(term);
                })
                .toArray();
    }

    @Test
    void anInputOfAnotherCompanyHasNoEffect() {
        List<String> vary = new ArrayList<>(GRANTS);
        vary.add(STATED + "=uniform(0.5%, 1.5%)");
        SobolAnalysis.Indices indices = indices(uncertainty(SMALL, vary), 4096);
        assertThat(indices.index(STATED).first()).isEqualTo(Estimate.exact(0.0));
        assertThat(indices.index(STATED).total()).isEqualTo(Estimate.exact(0.0));
        assertThat(indices.ranking().get(2).inputs()).containsExactly(STATED);
        assertThat(indices.index(STATED).reaches()).isFalse();
        assertThat(indices.index(STATED).isUnseen()).isFalse();
    }

    @Test
    void anInputThatWasNeverDrawnHasNoIndex() {
        UncertainModel uncertainty = uncertainty(
                SMALL, List.of(PARENT + "=normal(3.6 million, 10000)", "programs.credit.applied=bernoulli(0.02%)"));
        SobolAnalysis.Index credit = indices(uncertainty, 4096).index("programs.credit.applied");
        assertThat(credit.reaches()).isTrue();
        assertThat(credit.changes()).isZero();
        assertThat(credit.isUnseen()).isTrue();
        assertThat(credit.drawn())
                .containsExactly(
                        new SobolAnalysis.Frequency("programs.credit.applied", "no", 8192),
                        new SobolAnalysis.Frequency("programs.credit.applied", "yes", 0));
        MorrisScreening.Effect effect = MorrisScreening.run(
                        uncertainty, List.of(RATE), new MorrisScreening.Settings(1, 40, 1), Progress.NONE)
                .result(RATE)
                .effect("programs.credit.applied");
        assertThat(effect.reaches()).isTrue();
        assertThat(effect.isUnseen()).isTrue();
    }

    @Test
    void aChoiceReachesOnlyWhatItsAlternativesCalculateDifferently() {
        UncertainModel uncertainty = uncertainty(
                SMALL,
                List.of(
                        PARENT + "=normal(3.6 million, 0.4 million)",
                        STATED + "=uniform(0.5%, 1.5%)",
                        "programs.credit.applied=bernoulli(50%)"));
        ResultKey border = Keys.of("companies.border.rate-unrounded");
        SobolAnalysis.Result result =
                SobolAnalysis.run(uncertainty, List.of(RATE, border), settings(4096, 1), Progress.NONE);
        assertThat(result.result(RATE).index("programs.credit.applied").reaches())
                .isTrue();
        assertThat(result.result(RATE).index(PARENT).reaches()).isTrue();
        assertThat(result.result(RATE).index(STATED).reaches()).isFalse();
        assertThat(result.result(border).index("programs.credit.applied").reaches())
                .isFalse();
        assertThat(result.result(border).index(PARENT).reaches()).isFalse();
        assertThat(result.result(border).index(STATED).reaches()).isTrue();
        assertThat(result.result(border).index(STATED).changes()).isEqualTo(4096);
    }

    @Test
    void theChangesOfARareInputAreCounted() {
        SobolAnalysis.Indices indices = indices(
                uncertainty(
                        SMALL,
                        List.of(PARENT + "=normal(3.6 million, 10000)", "programs.credit.applied=bernoulli(0.1%)")),
                4096);
        SobolAnalysis.Index rare = indices.index("programs.credit.applied");
        // drawn in one sample and not in the other
        assertThat(rare.changes()).isEqualTo(rare.drawn().get(1).draws()).isBetween(1L, 29L);
        assertThat(rare.hasFewEvents()).isTrue();
        assertThat(indices.index(PARENT).hasFewEvents()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniform(1 million, 5 million) | 1.8 | 0",
                "normal(3.6 million, 0.4 million) | 3 | 0",
                "triangular(1 million, 2 million, 6 million) | 2.4 | 0.476",
            })
    void distributionsOfUsualShapeHaveNoHeavyTails(String distribution, double kurtosis, double skewness) {
        SobolAnalysis.Indices indices = indices(uncertainty(SMALL, List.of(PARENT + "=" + distribution)), 1 << 16);
        assertThat(indices.kurtosis()).isCloseTo(kurtosis, within(0.08));
        assertThat(indices.skewness()).isCloseTo(skewness, within(0.03));
        assertThat(indices.hasHeavyTails()).isFalse();
    }

    @Test
    void aLognormalWithAGeometricStandardDeviationOfFourHasHeavyTails() {
        UncertainModel uncertainty = uncertainty(SMALL, List.of(PARENT + "=lognormal(1 million, 4)"));
        assertThat(indices(uncertainty, 4096).hasHeavyTails()).isTrue();
        assertThat(indices(uncertainty, 1 << 16).skewness()).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anyNumberOfThreadsGivesTheSameBits(int threads) {
        UncertainModel uncertainty = uncertainty(FOIL, List.of());
        List<ResultKey> keys = Keys.all("companies.zhongji.rate-unrounded", "all-others.rate-unrounded");
        assertThat(SobolAnalysis.run(uncertainty, keys, settings(5 * 4096, threads), Progress.NONE)
                        .results())
                .isEqualTo(SobolAnalysis.run(uncertainty, keys, settings(5 * 4096, 1), Progress.NONE)
                        .results());
        assertThat(MorrisScreening.run(uncertainty, keys, new MorrisScreening.Settings(3, 3000, threads), Progress.NONE)
                        .results())
                .isEqualTo(
                        MorrisScreening.run(uncertainty, keys, new MorrisScreening.Settings(3, 3000, 1), Progress.NONE)
                                .results());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aluminum-foil", "every-program", "active-anode-material"})
    void shippedScenariosAreReEvaluatedBitForBit(String name) {
        Path file = Path.of("scenarios", name, "scenario.yaml");
        UncertainModel uncertainty = uncertainty(file, everyScalable(file));
        assertThat(uncertainty.inputs()).isNotEmpty();
        check(uncertainty);
    }

    /** Many numbers of a scenario, each scaled a little. */
    private static List<String> everyScalable(Path file) {
        Scenario scenario = Shipped.read(file);
        Problems problems = new Problems();
        Model model = Model.of(scenario, Programs.shipped(), problems).orElseThrow();
        List<String> vary = new ArrayList<>();
        for (String address : model.determination().calculation().inputs().keySet()) {
            List<String> one = List.of(address + "=times uniform(0.98, 1.01)");
            Problems own = new Problems();
            List<Uncertain> entries = Uncertain.read(scenario, one, own).stream()
                    .filter(entry -> entry.address().toString().equals(address))
                    .toList();
            if (own.isEmpty()
                    && !entries.isEmpty()
                    && UncertainModel.of(model, entries, List.of(), own).isPresent()
                    && vary.size() < 40) {
                vary.addAll(one);
            }
        }
        return vary;
    }

    private static void check(UncertainModel uncertainty) {
        List<ResultKey> keys = uncertainty.results();
        UncertainModel.Evaluation evaluation = uncertainty.evaluation(keys);
        int draws = 700;
        Sampling.Layout layout = uncertainty.layout(new Sampling(Sampling.Kind.MONTE_CARLO, 4, draws));
        Sampling.Layout other = uncertainty.secondLayout(4, draws);
        List<List<Integer>> exchanges = IntStream.range(0, evaluation.columns().size())
                .mapToObj(List::of)
                .toList();
        double[][][] taken = new double[exchanges.size()][keys.size()][draws];
        PickFreeze.of(evaluation.batch(), exchanges)
                .run(
                        draws,
                        1,
                        uncertainty.sources(layout, evaluation.columns()),
                        uncertainty.sources(other, evaluation.columns()),
                        () -> new PickFreeze.Reader<Integer>() {
                            @Override
                            public void samples(int offset, int count, double[][] first, double[][] second) {}

                            @Override
                            public void exchanged(int exchange, int offset, int count, double[][] outputs) {
                                for (int k = 0; k < outputs.length; k++) {
                                    System.arraycopy(outputs[k], 0, taken[exchange][k], offset, count);
                                }
                            }

                            @Override
                            public Integer chunk() {
                                return 0;
                            }
                        },
                        (Integer chunk, RequirementTally tally) -> true);
        for (int exchange = 0; exchange < exchanges.size(); exchange++) {
            int column = exchange;
            BlockSource first =
                    uncertainty.sources(layout, evaluation.columns()).get();
            BlockSource second =
                    uncertainty.sources(other, evaluation.columns()).get();
            double[][] expected = new double[keys.size()][];
            BatchRun.run(
                    evaluation.batch(),
                    draws,
                    1,
                    () -> (asked, draw, count, out) -> (asked == column ? second : first).fill(asked, draw, count, out),
                    (draw, count, outputs) -> {
                        for (int k = 0; k < outputs.length; k++) {
                            expected[k] = outputs[k].clone();
                        }
                        return count;
                    },
                    (count, tally) -> true);
            for (int k = 0; k < expected.length; k++) {
                for (int draw = 0; draw < draws; draw++) {
                    assertThat(Double.doubleToLongBits(taken[exchange][k][draw]))
                            .as("%s, exchange %d, draw %d", keys.get(k), exchange, draw)
                            .isEqualTo(Double.doubleToLongBits(expected[k][draw]));
                }
            }
        }
    }

    @Test
    void uncertainChoicesAreEvaluatedWhole() {
        List<String> vary = new ArrayList<>(GRANTS);
        vary.add("programs.credit.applied=bernoulli(30%)");
        UncertainModel uncertainty = uncertainty(SMALL, vary);
        SobolAnalysis.Result result =
                SobolAnalysis.run(uncertainty, List.of(RATE), settings(1 << 14, 2), Progress.NONE);
        assertThat(result.cost().downstreamOnly()).isFalse();
        // applied or not adds 0.54 % with a probability of 30 %, to a sum that does not depend on it
        double credit = 0.0054 * 0.0054 * 0.3 * 0.7;
        double[] weights = weights(uncertainty(SMALL, GRANTS));
        double grants = Math.pow(weights[0] * 0.4, 2) + Math.pow(weights[1], 2) / 12;
        assertThat(result.result(RATE).index("programs.credit.applied").first().value())
                .isCloseTo(credit / (credit + grants), within(0.02));
    }

    @Test
    void correlatedInputsHaveNoIndicesUnlessTheyCountAsOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("correlated.yaml");
        Files.writeString(
                file, Files.readString(SMALL) + "correlations: [{of: [" + PARENT + ", " + MILL + "], rank: 0.8}]\n");
        List<String> vary = new ArrayList<>(GRANTS);
        vary.add("programs.credit.rate=uniform(0.4%, 0.7%)");
        UncertainModel uncertainty = uncertainty(file, vary);
        assertThatThrownBy(() -> indices(uncertainty, 4096))
                .isInstanceOf(CorrelatedInputsException.class)
                .hasMessageContaining(PARENT);
        SobolAnalysis.Indices together = SobolAnalysis.run(
                        uncertainty, List.of(RATE), new SobolAnalysis.Settings(2, 1 << 14, 1, 0, true), Progress.NONE)
                .result(RATE);
        assertThat(together.ranking()).hasSize(2);
        double both = together.index(PARENT).first().value();
        double credit = together.index("programs.credit.rate").first().value();
        assertThat(together.index(MILL).name()).isEqualTo(PARENT + " + " + MILL);
        assertThat(both + credit).isCloseTo(1.0, within(0.02));
        MorrisScreening.Result screened =
                MorrisScreening.run(uncertainty, List.of(RATE), new MorrisScreening.Settings(1, 50, 1), Progress.NONE);
        assertThat(screened.correlated()).containsExactly(PARENT, MILL);
    }

    @Test
    void effectsOnASumAreThoseOfItsParts() {
        UncertainModel uncertainty = uncertainty(
                SMALL, List.of(MILL + "=uniform(0.5 million, 1.5 million)", PARENT + "=uniform(3 million, 4 million)"));
        MorrisScreening.Result result =
                MorrisScreening.run(uncertainty, List.of(RATE), new MorrisScreening.Settings(1, 40, 1), Progress.NONE);
        assertThat(result.evaluations()).isEqualTo(40 * 3);
        // half of the probability of a uniform amount is half of its range, everywhere
        double[] weights = weights(uncertainty);
        for (int i = 0; i < 2; i++) {
            MorrisScreening.Effect effect =
                    result.result(RATE).effect(uncertainty.inputs().get(i).address());
            assertThat(effect.meanAbsolute().value()).isCloseTo(0.5 * weights[i], within(1e-12));
            assertThat(effect.mean()).isCloseTo(0.5 * weights[i], within(1e-12));
            assertThat(effect.deviation()).isCloseTo(0.0, within(1e-12));
        }
    }

    @Test
    void aChoiceIsScreenedToo() {
        UncertainModel uncertainty = uncertainty(SMALL, List.of("programs.credit.applied=bernoulli(30%)"));
        MorrisScreening.Effect effect = MorrisScreening.run(
                        uncertainty, List.of(RATE), new MorrisScreening.Settings(1, 4000, 1), Progress.NONE)
                .result(RATE)
                .effect("programs.credit.applied");
        // a step of one half of the probability switches it in 60 % of the cases
        assertThat(effect.meanAbsolute().value()).isCloseTo(0.6 * 0.0054, within(0.0002));
        assertThat(effect.mean()).isPositive();
    }

    @Test
    void aBrokenConditionNamesTheInputsThatBreakIt() {
        UncertainModel uncertainty = uncertainty(
                FOIL,
                List.of("companies.zhongji.export-value-adjustment.markup=uniform(-1%, 8%)"),
                "companies.zhongji.export-value-adjustment.method=denominator");
        assertThatThrownBy(() -> SobolAnalysis.run(
                        uncertainty, Keys.all("companies.zhongji.rate-unrounded"), settings(4096, 1), Progress.NONE))
                .isInstanceOfSatisfying(
                        BrokenConditionException.class,
                        broken -> assertThat(broken.inputs().get("companies.zhongji.export-value-adjustment.markup"))
                                .startsWith("-"));
    }

    @Test
    void workThatIsStoppedGivesTheIndicesOfTheDrawsMade() {
        UncertainModel uncertainty = uncertainty(SMALL, GRANTS);
        SobolAnalysis.Result result = SobolAnalysis.run(
                uncertainty, List.of(RATE), settings(1 << 16, 3), (what, done, total) -> done < 3 * 4096);
        SobolAnalysis.Result shorter =
                SobolAnalysis.run(uncertainty, List.of(RATE), settings(3 * 4096, 1), Progress.NONE);
        assertThat(result.partial()).isTrue();
        assertThat(shorter.partial()).isFalse();
        assertThat(result.draws()).isEqualTo(shorter.draws()).isEqualTo(3 * 4096);
        assertThat(result.cost()).isEqualTo(shorter.cost());
        assertThat(result.results()).isEqualTo(shorter.results());
    }

    @Test
    void screeningThatIsStoppedGivesTheEffectsOfTheTrajectoriesMade() {
        UncertainModel uncertainty = uncertainty(SMALL, GRANTS);
        // of 3 points each; the last of the first 4096 points begins one that is not whole
        MorrisScreening.Result result = MorrisScreening.run(
                uncertainty, List.of(RATE), new MorrisScreening.Settings(1, 5000, 2), (what, done, total) -> false);
        MorrisScreening.Result shorter = MorrisScreening.run(
                uncertainty, List.of(RATE), new MorrisScreening.Settings(1, 1365, 1), Progress.NONE);
        assertThat(result.partial()).isTrue();
        assertThat(shorter.partial()).isFalse();
        assertThat(result.trajectories()).isEqualTo(shorter.trajectories()).isEqualTo(1365);
        assertThat(result.evaluations()).isEqualTo(shorter.evaluations());
        assertThat(result.results()).isEqualTo(shorter.results());
    }
}
