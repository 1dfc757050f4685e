package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.advalorem.Keys;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole analyses give the same bits on 1, 2 and 7 threads, in blocks of three sizes. */
final class SameBitsTest {
    private static final List<Integer> THREADS = List.of(1, 2, 7);

    /** The first does not divide a chunk; all are multiples of what {@link SobolSums} takes at once. */
    private static final List<Integer> BLOCKS = List.of(3 * SobolSums.RUN, 512, 1024);

    private static final long DRAWS = 10_000;

    private static final List<ResultKey> RATES =
            Keys.all("companies.zhongji.rate-unrounded", "companies.zhongji.rate", "all-others.rate-unrounded");

    private static final Model FOIL =
            Line.model(Line.FOIL, "companies.zhongji.export-value-adjustment.method=denominator");
    private static final UncertainModel QUANTITIES =
            Line.uncertainty(FOIL, "companies.zhongji.export-value-adjustment.markup=normal(4%, 3%)");
    private static final UncertainModel CHOICES = Line.uncertainty(
            FOIL,
            "issues.parent=discrete(cross-owned: 70%, not-cross-owned: 30%)",
            "programs.export-buyers-credit.applied=bernoulli(40%)");

    @ParameterizedTest
    @EnumSource(Sampling.Kind.class)
    void ofASimulation(Sampling.Kind kind) {
        for (UncertainModel uncertainty : List.of(QUANTITIES, CHOICES)) {
            same(uncertainty, (of, threads) -> {
                Simulation.Result result = Simulation.run(
                        of,
                        of.results(),
                        // some markups are negative: what breaks a condition is counted the same way too
                        new Simulation.Settings(
                                new Sampling(kind, 1, DRAWS), OptionalDouble.empty(), threads, Simulation.SHARES, true),
                        Progress.NONE);
                assertThat(result.broken().isEmpty()).isEqualTo(of.inputs().equals(CHOICES.inputs()));
                return List.of(result.draws(), result.results(), result.broken());
            });
        }
    }

    @Test
    void ofASimulationUntilAPrecision() {
        Simulation.Result[] one = new Simulation.Result[1];
        same(CHOICES, (of, threads) -> {
            one[0] = Simulation.run(
                    of,
                    RATES,
                    new Simulation.Settings(
                            new Sampling(Sampling.Kind.MONTE_CARLO, 1, 20 * DRAWS),
                            OptionalDouble.of(0.0006),
                            threads,
                            Simulation.SHARES,
                            false),
                    Progress.NONE);
            return List.of(one[0].draws(), one[0].results());
        });
        assertThat(one[0].precise()).isTrue();
        assertThat(one[0].draws()).isLessThan(20 * DRAWS);
    }

    @Test
    void ofIndicesOfSensitivity() {
        UncertainModel quantities = Line.uncertainty(FOIL);
        for (int resamples : new int[] {0, 100}) {
            for (UncertainModel uncertainty : List.of(quantities, CHOICES)) {
                same(
                        uncertainty,
                        (of, threads) -> SobolAnalysis.run(
                                        of,
                                        RATES,
                                        new SobolAnalysis.Settings(1, DRAWS, threads, resamples, false),
                                        Progress.NONE)
                                .results());
            }
        }
    }

    @Test
    void ofAScreening() {
        UncertainModel quantities = Line.uncertainty(FOIL);
        for (UncertainModel uncertainty : List.of(quantities, CHOICES)) {
            same(
                    uncertainty,
                    (of, threads) -> MorrisScreening.run(
                                    of, of.results(), new MorrisScreening.Settings(1, 3_000, threads), Progress.NONE)
                            .results());
        }
    }

    /** Every combination is built anew, so there are no blocks. */
    @Test
    void ofATableOfIssues() {
        Function<Integer, Object> table =
                threads -> IssueTable.of(FOIL, List.of(), threads, Progress.NONE, new Problems())
                        .orElseThrow();
        Object one = table.apply(1);
        // doubles of columns are compared by their bits
        THREADS.forEach(threads ->
                assertThat(table.apply(threads)).usingRecursiveComparison().isEqualTo(one));
    }

    /** An analysis on so many threads. Records compare their doubles by bits. */
    @FunctionalInterface
    private interface Analysis {
        Object on(UncertainModel uncertainty, int threads);
    }

    private static void same(UncertainModel uncertainty, Analysis analysis) {
        Object expected = analysis.on(uncertainty, 1);
        for (int threads : THREADS) {
            for (int block : BLOCKS) {
                assertThat(analysis.on(uncertainty.inBlocksOf(block), threads))
                        .as("%d threads, blocks of %d", threads, block)
                        .isEqualTo(expected);
            }
        }
    }
}
