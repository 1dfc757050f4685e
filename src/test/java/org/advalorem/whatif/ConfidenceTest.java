package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Ranks and factors from tables of W. J. Conover, Practical Nonparametric Statistics, and of Student's t. */
final class ConfidenceTest {
    @Test
    void theMedianOfAHundredLiesBetweenThe40thAndThe61st() {
        assertThat(Confidence.lowerRank(0.5, 100)).hasValue(39);
        assertThat(Confidence.upperRank(0.5, 100)).hasValue(60);
        assertThat(Confidence.rank(0.5, 100)).isEqualTo(49);
    }

    /** 0.99 to the power of 367 is 2.502 %, of 368 2.477 %. */
    @Test
    void aOnePercentQuantileHasNoLowerBoundBelow368Draws() {
        assertThat(Confidence.lowerRank(0.01, 367)).isEmpty();
        assertThat(Confidence.lowerRank(0.01, 368)).hasValue(0);
        assertThat(Confidence.upperRank(0.99, 367)).isEmpty();
        assertThat(Confidence.upperRank(0.99, 368)).hasValue(367);
        assertThat(Confidence.upperRank(0.01, 100)).hasValue(3);
        assertThat(Confidence.lowerRank(0.5, 1)).isEmpty();
        assertThat(Confidence.upperRank(0.5, 1)).isEmpty();
    }

    /** The two ways to a rank differ by no more than one where one takes over from the other. */
    @Test
    void manyDrawsAreNormal() {
        for (double share : Simulation.SHARES) {
            assertThat(Confidence.lowerRank(share, 100_001).orElseThrow())
                    .isCloseTo(Confidence.lowerRank(share, 100_000).orElseThrow(), within(2L));
            assertThat(Confidence.upperRank(share, 100_001).orElseThrow())
                    .isCloseTo(Confidence.upperRank(share, 100_000).orElseThrow(), within(2L));
        }
    }

    @Test
    void fewDrawsTakeStudentsT() {
        assertThat(Confidence.factor(1)).isNaN();
        assertThat(Confidence.factor(2)).isCloseTo(12.706, within(5e-4));
        assertThat(Confidence.factor(6)).isCloseTo(2.571, within(5e-4));
        assertThat(Confidence.factor(31)).isCloseTo(2.042, within(5e-4));
        assertThat(Confidence.factor(1_000_000)).isCloseTo(1.95996, within(1e-5));
    }
}
