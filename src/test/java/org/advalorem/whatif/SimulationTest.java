package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.advalorem.Keys;
import org.advalorem.engine.BlockSource;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulations of rates whose distribution is known, and against a calculation of every draw by itself. */
final class SimulationTest {
    private static final String MARKUP = "companies.zhongji.export-value-adjustment.markup";
    private static final String GRANTED = "companies.zhongji.export-value-adjustment.method=denominator";

    private static final Model LINE = Line.model(Line.FILE);

    /** Every input at every draw. */
    private static double[][] drawn(UncertainModel uncertainty, Sampling sampling, int draws) {
        List<Integer> all =
                IntStream.range(0, uncertainty.inputs().size()).boxed().toList();
        BlockSource source =
                uncertainty.sources(uncertainty.layout(sampling), all).get();
        double[][] drawn = new double[all.size()][draws];
        for (int input : all) {
            source.fill(input, 0, draws, drawn[input]);
        }
        return drawn;
    }

    /** The stated rate is uniform from 2 to 6 %, and the grant is worth 1 %: a uniform rate from 3 to 7 %. */
    @ParameterizedTest
    @EnumSource(
            value = Sampling.Kind.class,
            names = {"MONTE_CARLO", "LATIN_HYPERCUBE", "SOBOL", "FACTORIAL"})
    void uniformInputGivesAUniformRate(Sampling.Kind kind) {
        Simulation.Result result = Line.run(Line.uncertainty(LINE), Line.settings(kind, 1 << 16, 2));
        Distributed rate = result.result(Line.RATE);
        // a Monte Carlo mean is within 4 standard errors, the others come much closer
        double close = kind == Sampling.Kind.MONTE_CARLO ? 4 * 0.04 / Math.sqrt(12.0 * (1 << 16)) : 1e-5;
        assertThat(result.draws()).isEqualTo(1 << 16);
        assertThat(rate.mean()).isCloseTo(0.05, within(close));
        assertThat(rate.standardDeviation()).isCloseTo(0.04 / Math.sqrt(12.0), within(close));
        for (Distributed.Quantile quantile : rate.quantiles()) {
            assertThat(quantile.value()).isCloseTo(0.03 + 0.04 * quantile.share(), within(4e-4));
            assertThat(quantile.low()).isLessThanOrEqualTo(quantile.value());
            assertThat(quantile.high()).isGreaterThanOrEqualTo(quantile.value());
        }
        assertThat(rate.min()).isBetween(0.03, 0.0301);
        assertThat(rate.max()).isBetween(0.0699, 0.07);
        assertThat(rate.base()).isEqualTo(0.04);
    }

    /** z of 95 percent is 1.6448536269514722. */
    @Test
    void normalInputGivesANormalRate() {
        UncertainModel uncertainty = Line.uncertainty(LINE, Line.STATED + "=normal(5%, 1%)");
        Distributed rate = Line.run(uncertainty, Line.settings(Sampling.Kind.SOBOL, 1 << 16, 2))
                .result(Line.RATE);
        assertThat(rate.mean()).isCloseTo(0.06, within(1e-6));
        assertThat(rate.standardDeviation()).isCloseTo(0.01, within(1e-5));
        assertThat(rate.quantile(0.95).value()).isCloseTo(0.06 + 0.01644853626951472, within(2e-5));
        assertThat(rate.quantile(0.05).value()).isCloseTo(0.06 - 0.01644853626951472, within(2e-5));
        assertThat(rate.meanError()).isLessThan(1e-6);
    }

    /** The error of a Monte Carlo mean is sd / sqrt(n); of Sobol' draws the spread of 16 replicates must cover the mean. */
    @Test
    void theErrorOfTheMeanIsHonest() {
        int covered = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Simulation.Settings settings = new Simulation.Settings(
                    new Sampling(Sampling.Kind.MONTE_CARLO, seed, 2000),
                    OptionalDouble.empty(),
                    1,
                    Simulation.SHARES,
                    false);
            Distributed rate = Line.run(Line.uncertainty(LINE), settings).result(Line.RATE);
            assertThat(rate.meanError()).isCloseTo(rate.standardDeviation() / Math.sqrt(2000.0), within(1e-15));
            covered += Math.abs(rate.mean() - 0.05) <= rate.meanMargin() ? 1 : 0;
        }
        // 38 of 40 are expected; fewer than 33 has a probability below 0.002
        assertThat(covered).isGreaterThanOrEqualTo(33);
    }

    @Test
    void everythingComesOutAsInALoopOverTheDraws() {
        Model model = Line.model(Line.FOIL, GRANTED);
        UncertainModel uncertainty = Line.uncertainty(model, MARKUP + "=triangular(2%, 6%, 12%)");
        Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, 1, 40);
        double[][] drawn = drawn(uncertainty, sampling, 40);
        ResultKey key = Keys.of("companies.zhongji.rate-unrounded");
        double[] rates = new double[40];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = typedBack(model, uncertainty, drawn, i).result(key).orElseThrow();
        }
        Distributed found = Line.run(uncertainty, Line.settings(Sampling.Kind.MONTE_CARLO, 40, 1))
                .result(key);
        Arrays.sort(rates);
        double mean = Arrays.stream(rates).sum() / 40;
        double squares =
                Arrays.stream(rates).map(rate -> (rate - mean) * (rate - mean)).sum();
        assertThat(found.mean()).isCloseTo(mean, within(1e-15));
        assertThat(found.standardDeviation()).isCloseTo(Math.sqrt(squares / 39), within(1e-14));
        assertThat(found.min()).isCloseTo(rates[0], within(1e-15));
        assertThat(found.max()).isCloseTo(rates[39], within(1e-15));
        // of 40 numbers the 20th has half of them at or below it, the 2nd five percent, the 38th ninety-five
        assertThat(found.quantile(0.50).value()).isCloseTo(rates[19], within(1e-15));
        assertThat(found.quantile(0.05).value()).isCloseTo(rates[1], within(1e-15));
        assertThat(found.quantile(0.95).value()).isCloseTo(rates[37], within(1e-15));
        assertThat(found.histogram().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(40);
    }

    /** The model with the draw typed behind {@code --set}. */
    private static Model typedBack(Model model, UncertainModel uncertainty, double[][] drawn, int draw) {
        String[] sets = IntStream.range(0, drawn.length)
                .mapToObj(i -> uncertainty.inputs().get(i).address() + "="
                        + uncertainty.inputs().get(i).text(drawn[i][draw], model))
                .toArray(String[]::new);
        String[] all = Arrays.copyOf(sets, sets.length + 1);
        all[sets.length] = GRANTED;
        return Line.model(Line.FOIL, all);
    }

    @ParameterizedTest
    @EnumSource(Sampling.Kind.class)
    void theSameBitsOnAnyNumberOfThreads(Sampling.Kind kind) {
        Model model = Line.model(Line.FOIL);
        UncertainModel uncertainty = Line.uncertainty(model, "issues.adjustment=discrete(denied: 40%, granted: 60%)");
        Simulation.Result one = Line.run(uncertainty, Line.settings(kind, 20_000, 1));
        for (int threads : List.of(2, 7)) {
            Simulation.Result more = Line.run(uncertainty, Line.settings(kind, 20_000, threads));
            assertThat(more.draws()).isEqualTo(one.draws());
            // doubles are compared by their bits in records
            assertThat(more.results()).isEqualTo(one.results());
            assertThat(more.broken()).isEqualTo(one.broken());
        }
    }

    @Test
    void anotherSeedGivesOtherDraws() {
        UncertainModel uncertainty = Line.uncertainty(LINE);
        Simulation.Settings other = new Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, 2, 5000), OptionalDouble.empty(), 1, Simulation.SHARES, false);
        assertThat(Line.run(uncertainty, other).result(Line.RATE).mean())
                .isNotEqualTo(Line.run(uncertainty, Line.settings(Sampling.Kind.MONTE_CARLO, 5000, 1))
                        .result(Line.RATE)
                        .mean());
    }

    /** sd 1.1547 pp; half a 95 percent interval of 0.01 pp takes (1.96 * 1.1547 / 0.01)^2 = 51,220 draws, 13 chunks. */
    @Test
    void untilStopsWhenTheMeanIsKnownWellEnough() {
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, 1, 10_000_000),
                OptionalDouble.of(0.0001),
                2,
                Simulation.SHARES,
                false);
        Simulation.Result result = Line.run(Line.uncertainty(LINE), settings);
        assertThat(result.precise()).isTrue();
        assertThat(result.partial()).isFalse();
        assertThat(result.draws()).isEqualTo(13 * 4096);
        assertThat(result.result(Line.RATE).meanMargin()).isLessThanOrEqualTo(0.0001);
    }

    @Test
    void untilThatIsNotReachedIsTold() {
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, 1, 40_000),
                OptionalDouble.of(0.000001),
                2,
                Simulation.SHARES,
                false);
        Simulation.Result result = Line.run(Line.uncertainty(LINE), settings);
        assertThat(result.precise()).isFalse();
        assertThat(result.draws()).isEqualTo(40_000);
    }

    /** Nothing is random in a full factorial. */
    @Test
    void aFactorialHasNoErrors() {
        Distributed rate = Line.run(Line.uncertainty(LINE), Line.settings(Sampling.Kind.FACTORIAL, 1 << 10, 2))
                .result(Line.RATE);
        assertThat(rate.meanError()).isZero();
        assertThat(rate.quantiles()).allSatisfy(quantile -> {
            assertThat(quantile.low()).isEqualTo(quantile.value());
            assertThat(quantile.high()).isEqualTo(quantile.value());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Sampling.Kind.class,
            names = {"LATIN_HYPERCUBE", "FACTORIAL"})
    void untilNeedsADesignThatCanGoOn(Sampling.Kind kind) {
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(kind, 1, 1_000_000_000), OptionalDouble.of(0.0001), 1, Simulation.SHARES, false);
        UncertainModel uncertainty = Line.uncertainty(LINE);
        assertThatThrownBy(() -> Line.run(uncertainty, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot run until a precision is reached")
                .hasMessageContaining("monte-carlo or sobol");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsKnownWhenSomebodySaysStopIsTold(int threads) {
        Simulation.Result result = Simulation.run(
                Line.uncertainty(LINE),
                List.of(Line.RATE),
                Line.settings(Sampling.Kind.MONTE_CARLO, 100_000, threads),
                (what, done, total) -> done < 3 * 4096);
        assertThat(result.partial()).isTrue();
        assertThat(result.exactQuantiles()).isTrue();
        assertThat(result.draws()).isEqualTo(3 * 4096);
        // the same as those of a whole run of that many draws
        Distributed whole = Line.run(Line.uncertainty(LINE), Line.settings(Sampling.Kind.MONTE_CARLO, 3 * 4096, 1))
                .result(Line.RATE);
        Distributed part = result.result(Line.RATE);
        assertThat(part.mean()).isEqualTo(whole.mean());
        assertThat(part.quantiles()).isEqualTo(whole.quantiles());
        assertThat(part.histogram()).isEqualTo(whole.histogram());
    }

    /** The first draws of a full factorial do not say where quantiles will be. */
    @Test
    void stopDuringTheSecondPassKeepsWhatTheFirstFound() {
        Simulation.Settings settings = Line.settings(Sampling.Kind.FACTORIAL, 300_000, 1);
        Simulation.Result result = Simulation.run(
                Line.uncertainty(LINE), List.of(Line.RATE), settings, (what, done, total) -> what.equals("draws"));
        Distributed stopped = result.result(Line.RATE);
        assertThat(result.partial()).isFalse();
        assertThat(result.exactQuantiles()).isFalse();
        assertThat(stopped.count()).isEqualTo(300_000);
        Simulation.Result whole = Simulation.run(Line.uncertainty(LINE), List.of(Line.RATE), settings, Progress.NONE);
        Distributed found = whole.result(Line.RATE);
        assertThat(whole.exactQuantiles()).isTrue();
        assertThat(stopped.histogram()).isEqualTo(found.histogram());
        for (double share : Simulation.SHARES) {
            // levels are the middles of 300,000 equal parts
            assertThat(found.quantile(share).value()).isCloseTo(0.03 + 0.04 * share, within(2e-7));
            assertThat(stopped.quantile(share).value())
                    .isCloseTo(found.quantile(share).value(), within(0.0004));
        }
    }

    @Test
    void aBrokenConditionNamesItsFirstDrawAndItsInputs() {
        Model model = Line.model(Line.FOIL, GRANTED);
        UncertainModel uncertainty = Line.uncertainty(model, MARKUP + "=normal(4%, 3%)");
        double[] markups = drawn(uncertainty, new Sampling(Sampling.Kind.MONTE_CARLO, 1, 1000), 1000)[1];
        int first = IntStream.range(0, 1000)
                .filter(i -> markups[i] < 0.0)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> Line.run(uncertainty, Line.settings(Sampling.Kind.MONTE_CARLO, 20_000, 3)))
                .isInstanceOfSatisfying(BrokenConditionException.class, broken -> {
                    assertThat(broken.broken().get(0).firstDraw()).isEqualTo(first);
                    assertThat(broken.broken().get(0).message()).contains("The markup of (hk) is negative");
                    assertThat(broken.inputs().get(MARKUP)).startsWith("-").endsWith("%");
                });
    }

    @Test
    void brokenConditionsAreCountedOnceHoweverManyChoicesThereAre() {
        Model model = Line.model(Line.FOIL, GRANTED);
        UncertainModel uncertainty = Line.uncertainty(
                model, MARKUP + "=normal(4%, 3%)", "programs.export-buyers-credit.applied=bernoulli(50%)");
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, 1, 4000), OptionalDouble.empty(), 2, Simulation.SHARES, true);
        Simulation.Result result = Line.run(uncertainty, settings);
        double[] markups = drawn(uncertainty, settings.sampling(), 4000)[1];
        long negative = Arrays.stream(markups).filter(markup -> markup < 0.0).count();
        assertThat(result.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.draws()).isEqualTo(negative);
            assertThat(broken.share()).isEqualTo(negative / 4000.0);
            assertThat(markups[(int) broken.firstDraw()]).isNegative();
        });
    }

    @Test
    void aProgramThatIsAppliedInSomeDraws() {
        UncertainModel uncertainty = Line.uncertainty(
                LINE, Line.STATED + "=uniform(2.999999%, 3.000001%)", "programs.yearly.applied=bernoulli(30%)");
        Simulation.Result result = Line.run(uncertainty, Line.settings(Sampling.Kind.LATIN_HYPERCUBE, 10_000, 2));
        // 3 % always, and 1 % in three draws of ten
        assertThat(result.result(Line.RATE).mean()).isCloseTo(0.033, within(1e-6));
        assertThat(result.result(Keys.of("companies.acme.programs.yearly.rate-unrounded"))
                        .mean())
                .isCloseTo(0.003, within(1e-6));
        assertThat(result.result(Keys.of("companies.acme.programs.yearly.rate-unrounded"))
                        .max())
                .isEqualTo(0.01);
    }

    @Test
    void thePositionsOfAnIssueAreDrawn() {
        UncertainModel uncertainty = Line.uncertainty(LINE, "issues.grant=discrete(kept: 25%, dropped: 75%)");
        assertThat(uncertainty.alternatives()).hasSize(2);
        Simulation.Result result = Line.run(uncertainty, Line.settings(Sampling.Kind.LATIN_HYPERCUBE, 8_000, 2));
        assertThat(result.result(Line.RATE).mean()).isCloseTo(0.04 + 0.0025, within(2e-5));
    }

    @Test
    void everyDrawOfAChoiceIsThatOfTheScenarioBuiltSo() {
        Model model = Line.model(Line.FOIL);
        UncertainModel uncertainty = Line.uncertainty(
                model,
                "issues.adjustment=discrete(denied: 50%, granted: 50%)",
                "programs.export-buyers-credit.applied=bernoulli(50%)");
        Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, 5, 12);
        double[][] drawn = drawn(uncertainty, sampling, 12);
        double sum = 0.0;
        for (int draw = 0; draw < 12; draw++) {
            int of = draw;
            List<Assignment> settings = IntStream.range(0, drawn.length)
                    .boxed()
                    .flatMap(i -> settings(uncertainty.inputs().get(i), drawn[i][of], model).stream())
                    .toList();
            Problems problems = new Problems();
            sum += model.with(settings, problems)
                    .orElseThrow()
                    .result(Keys.of("companies.zhongji.rate-unrounded"))
                    .orElseThrow();
        }
        Simulation.Result result = Line.run(
                uncertainty, new Simulation.Settings(sampling, OptionalDouble.empty(), 1, Simulation.SHARES, false));
        assertThat(result.result(Keys.of("companies.zhongji.rate-unrounded")).mean())
                .isCloseTo(sum / 12, within(1e-14));
    }

    private static List<Assignment> settings(UncertainModel.Input input, double drawn, Model model) {
        return input.perturbation()
                .map(perturbation -> List.of(perturbation.assignment(
                        new BigDecimal(Double.toString(drawn)),
                        model,
                        input.entry().key(),
                        input.entry().origin())))
                .orElseGet(() -> input.positions().get((int) drawn));
    }

    @Test
    void moreThan64CombinationsAreRefused() {
        // 2 positions of 3 issues and of 4 programs are 128
        assertThatThrownBy(() -> Line.uncertainty(
                        Line.model(Line.FOIL),
                        "issues.adjustment=discrete(denied: 50%, granted: 50%)",
                        "issues.freight=discrete(both: 50%, lower: 50%)",
                        "issues.parent=discrete(cross-owned: 50%, not-cross-owned: 50%)",
                        "programs.policy-loans.applied=bernoulli(50%)",
                        "programs.land.applied=bernoulli(50%)",
                        "programs.income-tax.applied=bernoulli(50%)",
                        "programs.small-grants.applied=bernoulli(50%)"))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::message)
                                .containsExactly("The uncertain choices have more than 64 combinations."));
    }

    @Test
    void whatNothingDependsOnIsTold() {
        // the markup decides nothing while the adjustment is denied
        assertThat(Line.uncertainty(Line.model(Line.FOIL)).unused()).containsExactly(MARKUP);
        assertThat(Line.uncertainty(Line.model(Line.FOIL, GRANTED)).unused()).isEmpty();
    }

    @Test
    void aResultThatDoesNotVaryIsItself() {
        Simulation.Result result = Line.run(
                Line.uncertainty(LINE, Line.STATED + "=uniform(5%, 6%)"),
                Line.settings(Sampling.Kind.MONTE_CARLO, 5000, 1));
        Distributed grant = result.result(Keys.of("companies.acme.programs.yearly.rate-unrounded"));
        assertThat(grant.mean()).isEqualTo(0.01);
        assertThat(grant.standardDeviation()).isZero();
        assertThat(grant.quantile(0.5).value()).isEqualTo(0.01);
        assertThat(grant.histogram().counts()).isEmpty();
    }
}
