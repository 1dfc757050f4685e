package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

final class RankCorrelationTest {
    private static final long SEED = 20_260_705L;
    private static final int DRAWS = 1 << 15;

    @Test
    void reachesTheRankCorrelationsAskedFor() {
        RankCorrelation correlation = RankCorrelation.ofSpearman(
                List.of(new double[] {1, 0.7, -0.3}, new double[] {0.7, 1, 0.2}, new double[] {-0.3, 0.2, 1}));
        double[][] u = independent(3);
        double[][] out = coupled(correlation, u);
        assertThat(correlation.repaired()).isFalse();
        assertThat(correlation.largestChange()).isZero();
        assertThat(out[0]).isEqualTo(u[0]);
        assertThat(spearman(out, 0, 1)).isCloseTo(0.7, within(0.01));
        assertThat(spearman(out, 0, 2)).isCloseTo(-0.3, within(0.02));
        assertThat(spearman(out, 1, 2)).isCloseTo(0.2, within(0.02));
        assertThat(correlation.used(1, 2)).isEqualTo(0.2);
    }

    @Test
    void keepsEachInputUniform() {
        RankCorrelation correlation = RankCorrelation.ofSpearman(List.of(new double[] {1, 0.9}, new double[] {0.9, 1}));
        double[] u = coupled(correlation, independent(2))[1];
        Arrays.sort(u);
        double distance = 0.0;
        for (int i = 0; i < DRAWS; i++) {
            distance = Math.max(distance, Math.abs(u[i] - (i + 0.5) / DRAWS));
        }
        assertThat(distance * Math.sqrt(DRAWS)).as("seed %d", SEED).isLessThan(2.3);
    }

    @Test
    void anyPartitionGivesTheSameBits() {
        RankCorrelation correlation =
                RankCorrelation.ofSpearman(List.of(new double[] {1, -0.5}, new double[] {-0.5, 1}));
        double[][] u = independent(2);
        double[][] whole = coupled(correlation, u);
        double[][] parts = new double[2][DRAWS];
        for (int from = 0; from < DRAWS; ) {
            int to = Math.min(DRAWS, from + 1 + from % 97);
            correlation.couple(u, from, to, parts);
            from = to;
        }
        assertThat(parts[0]).isEqualTo(whole[0]);
        assertThat(parts[1]).isEqualTo(whole[1]);
    }

    @Test
    void completeCorrelationMakesInputsGoTogether() {
        RankCorrelation correlation = RankCorrelation.ofSpearman(
                List.of(new double[] {1, 1, -1}, new double[] {1, 1, -1}, new double[] {-1, -1, 1}));
        double[][] out = coupled(correlation, independent(3));
        assertThat(correlation.largestChange()).isLessThan(1e-6);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(out[1][i]).isCloseTo(out[0][i], within(1e-3));
            assertThat(out[2][i]).isCloseTo(1.0 - out[0][i], within(1e-3));
        }
    }

    @Test
    void repairsWhatContradictsItself() {
        // a goes with b and with c, but b against c
        RankCorrelation correlation = RankCorrelation.ofSpearman(
                List.of(new double[] {1, 0.9, 0.9}, new double[] {0.9, 1, -0.9}, new double[] {0.9, -0.9, 1}));
        assertThat(correlation.repaired()).isTrue();
        assertThat(correlation.largestChange()).isBetween(0.2, 0.6);
        double[][] out = coupled(correlation, independent(3));
        assertThat(spearman(out, 0, 1)).isCloseTo(correlation.used(0, 1), within(0.02));
        assertThat(spearman(out, 1, 2)).isCloseTo(correlation.used(1, 2), within(0.02));
    }

    @Test
    void findsTheNearestCorrelationMatrixThatHighamPublished() {
        // N. J. Higham (2002), section 4: the nearest correlation matrix to this tridiagonal one
        double[][] nearest = NearestCorrelation.to(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        assertThat(nearest[0][1]).isCloseTo(0.7607, within(5e-5));
        assertThat(nearest[0][2]).isCloseTo(0.1573, within(5e-5));
        assertThat(nearest[1][2]).isCloseTo(0.7607, within(5e-5));
        assertThat(nearest[1][1]).isEqualTo(1.0);
    }

    @Test
    void checksTheMatrix() {
        refused(
                "Row 2 of the correlations has 1 numbers. Write 2, one for each input.",
                new double[] {1, 0},
                new double[] {0});
        refused(
                "The correlation of inputs 2 and 1 (0.5) differs from that of 1 and 2 (0.4).",
                new double[] {1, 0.4},
                new double[] {0.5, 1});
        refused("The correlation of inputs 2 and 1 (1.2) is not from -1 to 1.", new double[] {1, 1.2}, new double[] {
            1.2, 1
        });
        refused(
                "The correlation of inputs 1 and 1 (0.9) is not 1. An input correlates fully with itself.",
                new double[] {0.9});
        refused("There are no correlations. Give a matrix with one row for each input.");
    }

    private static void refused(String message, double[]... rows) {
        assertThatThrownBy(() -> RankCorrelation.ofSpearman(List.of(rows)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static double[][] independent(int inputs) {
        double[][] u = new double[inputs][DRAWS];
        for (int input = 0; input < inputs; input++) {
            RandomStream.of(SEED, "input " + input).uniforms(0, DRAWS, u[input], 0);
        }
        return u;
    }

    private static double[][] coupled(RankCorrelation correlation, double[][] u) {
        double[][] out = new double[u.length][DRAWS];
        correlation.couple(u, 0, DRAWS, out);
        return out;
    }

    private static double spearman(double[][] u, int i, int j) {
        return new SpearmansCorrelation().correlation(u[i], u[j]);
    }
}
