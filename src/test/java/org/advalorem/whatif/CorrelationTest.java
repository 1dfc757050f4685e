package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.engine.BlockSource;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.junit.jupiter.api.Test;

/** Draws of correlated inputs. */
final class CorrelationTest {
    private static final int DRAWS = 1 << 14;
    private static final String SALES = "companies.acme.sales.1.gross";
    private static final Model LINE = Line.model(Line.FILE);

    private static Correlated correlated(String first, String second, double rank) {
        return new Correlated(Address.parse(first), Address.parse(second), rank, Origin.PROGRAM);
    }

    private static UncertainModel uncertainty(Problems problems, Correlated... correlations) {
        List<Uncertain> entries = Uncertain.read(
                LINE.scenario(),
                List.of(Line.GRANT + "=positive 8 million to 12 million", SALES + "=times normal(1, 0.05)"),
                problems);
        return UncertainModel.of(LINE, entries, List.of(correlations), problems).orElseThrow();
    }

    private static double[][] drawn(UncertainModel uncertainty) {
        List<Integer> all = List.of(0, 1, 2);
        BlockSource source = uncertainty
                .sources(uncertainty.layout(new Sampling(Sampling.Kind.SOBOL, 1, DRAWS)), all)
                .get();
        double[][] drawn = new double[3][DRAWS];
        for (int from = 0; from < DRAWS; from += 4096) {
            double[] part = new double[4096];
            for (int input : all) {
                source.fill(input, from, part.length, part);
                System.arraycopy(part, 0, drawn[input], from, part.length);
            }
        }
        return drawn;
    }

    /** Spearman's coefficient from the ranks, by their covariance. */
    private static double spearman(double[] x, double[] y) {
        double[] a = ranks(x);
        double[] b = ranks(y);
        double middle = (x.length - 1) / 2.0;
        double covariance = 0.0;
        double variance = 0.0;
        for (int i = 0; i < a.length; i++) {
            covariance += (a[i] - middle) * (b[i] - middle);
            variance += (a[i] - middle) * (a[i] - middle);
        }
        return covariance / variance;
    }

    private static double[] ranks(double[] x) {
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        double[] ranks = new double[x.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    @Test
    void rankCorrelationsAreReachedAndOthersStayNought() {
        Problems problems = new Problems();
        double[][] drawn = drawn(uncertainty(problems, correlated(Line.STATED, SALES, -0.6)));
        assertThat(spearman(drawn[0], drawn[2])).isCloseTo(-0.6, within(0.01));
        assertThat(spearman(drawn[0], drawn[1])).isCloseTo(0.0, within(0.02));
        assertThat(spearman(drawn[1], drawn[2])).isCloseTo(0.0, within(0.02));
        // distributions stay as they are
        assertThat(Arrays.stream(drawn[2]).average().orElseThrow()).isCloseTo(1.0, within(1e-3));
        assertThat(Arrays.stream(drawn[0]).average().orElseThrow()).isCloseTo(0.04, within(1e-4));
    }

    @Test
    void contradictoryCorrelationsAreRepairedAndThatIsTold() {
        UncertainModel uncertainty = uncertainty(
                new Problems(),
                correlated(Line.STATED, Line.GRANT, 0.9),
                correlated(Line.STATED, SALES, 0.9),
                correlated(Line.GRANT, SALES, -0.9));
        double[][] drawn = drawn(uncertainty);
        double change = uncertainty.repaired().orElseThrow();
        assertThat(change).isGreaterThan(0.1);
        assertThat(spearman(drawn[1], drawn[2])).isBetween(-0.9, -0.9 + change + 0.02);
    }

    /** A rank correlation of 1 is computed as nearly so; that is neither a contradiction nor told as one. */
    @Test
    void fullCorrelationIsNoContradiction() {
        for (double rank : List.of(1.0, -1.0)) {
            UncertainModel uncertainty = uncertainty(new Problems(), correlated(Line.STATED, Line.GRANT, rank));
            assertThat(uncertainty.repaired()).isEmpty();
            assertThat(uncertainty.repairs()).isEmpty();
            double[][] drawn = drawn(uncertainty);
            assertThat(spearman(drawn[0], drawn[1])).isCloseTo(rank, within(1e-4));
        }
    }

    @Test
    void onlyUncertainInputsCanBeCorrelated() {
        Problems problems = new Problems();
        List<Uncertain> entries = Uncertain.read(LINE.scenario(), List.of(), problems);
        assertThat(UncertainModel.of(LINE, entries, List.of(correlated(Line.STATED, SALES, 0.5)), problems))
                .isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::message)
                .containsExactly("(" + SALES + ") is correlated but not uncertain.");
    }
}
