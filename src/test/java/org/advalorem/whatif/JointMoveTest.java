package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.Normal;
import org.advalorem.uncertainty.Variation;
import org.junit.jupiter.api.Test;

/** Joint moves whose length is known: a rate of 3 % stated and 10 million over sales of a billion, 1 % being de minimis. */
final class JointMoveTest {
    private static final String SALES = "companies.acme.sales.1.gross";
    private static final String MARGINAL = Line.STATED + "=normal(3%, 0.5%)";
    private static final String AMOUNT = Line.GRANT + "=normal(10 million, 2 million)";
    /** What decimals add to the way. */
    private static final double DECIMALS = 2e-4;

    private static JointMove.Result joint(List<String> vary, List<Correlated> correlations, String... sets) {
        Model model = Line.model(Line.FILE, sets);
        Problems problems = new Problems();
        UncertainModel uncertainty = UncertainModel.of(
                        model, Uncertain.read(model.scenario(), vary, problems), correlations, problems)
                .orElseThrow();
        return Flip.of(uncertainty, 2, Progress.NONE).joint().orElseThrow();
    }

    private static JointMove.Move verdict(JointMove.Result result) {
        assertThat(result.moves().get(0).verdict()).isTrue();
        return result.moves().get(0);
    }

    private static Correlated correlated(double rank) {
        return new Correlated(Address.parse(Line.STATED), Address.parse(Line.GRANT), rank, Origin.PROGRAM);
    }

    /** The rate is linear in normals: margin over the length of the slopes times the deviations. */
    @Test
    void aLinearRateInNormalsIsItsMarginAway() {
        JointMove.Move move = verdict(joint(List.of(MARGINAL, AMOUNT), List.of()));
        double deviation = Math.hypot(0.005, 0.002);
        double distance = 0.03 / deviation;
        assertThat(move.distance()).isBetween(distance * (1 - 1e-12), distance * (1 + DECIMALS));
        assertThat(move.share().getAsDouble())
                .isCloseTo(new Normal(0, 1).cumulativeProbability(-move.distance()), within(1e-15));
        JointMove.Part rate = move.parts().get(0);
        assertThat(rate.address()).isEqualTo(Line.STATED);
        assertThat(rate.scores()).isCloseTo(-distance * 0.005 / deviation, within(distance * 2e-3));
        assertThat(rate.distance()).isCloseTo(rate.scores() * 0.005, within(1e-9));
        assertThat(move.parts().get(1).scores()).isCloseTo(-distance * 0.002 / deviation, within(distance * 2e-3));
        assertThat(move.becomes()).isTrue();
    }

    /** Correlated normals add like vectors at an angle. A Spearman correlation s is one of 2 sin(pi s / 6). */
    @Test
    void correlatedInputsThatMoveTogetherAreNearer() {
        for (double rank : new double[] {-0.2, 0.6}) {
            JointMove.Result result = joint(List.of(MARGINAL, AMOUNT), List.of(correlated(rank)));
            double correlation = 2 * Math.sin(Math.PI * rank / 6);
            double variance = 0.005 * 0.005 + 0.002 * 0.002 + 2 * correlation * 0.005 * 0.002;
            double distance = 0.03 / Math.sqrt(variance);
            assertThat(result.correlated()).isTrue();
            assertThat(verdict(result).distance()).isBetween(distance * (1 - 1e-9), distance * (1 + DECIMALS));
        }
    }

    /** The scenario is not in the middle of the distributions: the way is counted from it, the share from the middle. */
    @Test
    void theWayBeginsAtTheScenario() {
        JointMove.Move move = verdict(joint(
                List.of(Line.STATED + "=normal(4%, 0.5%)", Line.GRANT + "=normal(6 million, 2 million)"), List.of()));
        double deviation = Math.hypot(0.005, 0.002);
        assertThat(move.distance()).isCloseTo(0.03 / deviation, within(0.03 / deviation * DECIMALS));
        assertThat(move.share().getAsDouble())
                .isCloseTo(new Normal(0, 1).cumulativeProbability(-0.036 / deviation), within(1e-13));
    }

    /** Of a grant over sales, both skewed, every grant goes with the sales that make the rate 1 %: all points of the border. */
    @Test
    void noPointOfTheBorderIsNearer() {
        String amount = "pert(5 million, 20 million, 60 million)";
        String sales = "pert(0.7, 1, 4)";
        JointMove.Move move = verdict(joint(
                List.of(Line.GRANT + "=" + amount, SALES + "=times " + sales, Line.STATED + "=normal(0.2%, 0.1%)"),
                List.of(),
                Line.GRANT + "=20 million",
                "programs.stated.applied=no"));
        Distribution grants = Variation.parse(amount, file -> new double[0]).distribution();
        Distribution factors = Variation.parse(sales, file -> new double[0]).distribution();
        double grant = grants.normalScore(20e6);
        double factor = factors.normalScore(1);
        double min = Double.POSITIVE_INFINITY;
        for (int i = -40_000; i <= 40_000; i++) {
            double aside = i * 1e-4;
            double needed = grants.atNormalScore(grant + aside) / 0.01 / 1e9;
            min = Math.min(min, Math.hypot(aside, factors.normalScore(needed) - factor));
        }
        assertThat(move.distance()).isBetween(min * (1 - 1e-6), min * (1 + DECIMALS));
        assertThat(move.parts()).extracting(JointMove.Part::address).containsExactlyInAnyOrder(Line.GRANT, SALES);
    }

    @Test
    void whatTakesSingleValuesOrStandsElsewhereStays() {
        JointMove.Result result = joint(
                List.of(AMOUNT, Line.STATED + "=uniform(4%, 6%)", "issues.grant=discrete(kept: 60%, dropped: 40%)"),
                List.of());
        assertThat(result.inputs()).isEqualTo(1);
        assertThat(result.held())
                .extracting(JointMove.Held::address, JointMove.Held::reason)
                .containsExactlyInAnyOrder(
                        tuple("issues.grant", "takes single values only"),
                        tuple(Line.STATED, "is outside its distribution in the scenario"));
    }

    @Test
    void withoutUncertainInputsThereIsNone() {
        Model model = Line.model(Line.FOIL);
        UncertainModel none =
                UncertainModel.of(model, List.of(), List.of(), new Problems()).orElseThrow();
        assertThat(Flip.of(none, 2, Progress.NONE).joint()).isEmpty();
    }
}
