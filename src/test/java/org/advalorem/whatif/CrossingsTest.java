package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Draws below and above a rate are counted one by one. */
final class CrossingsTest {
    @Test
    void aNumberAtARateIsOnNeitherSide() {
        Crossings crossings = new Crossings(List.of(0.04, 0.0));
        crossings.add(crossings.read(
                new double[] {0.04, Math.nextUp(0.04), 0.03, 0.05, 0.06, -1, Double.NaN, Double.POSITIVE_INFINITY}, 8));
        assertThat(crossings.found())
                .containsExactly(new Distributed.Crossing(0.04, 2, 2), new Distributed.Crossing(0.0, 1, 5));
    }

    /** The rate is 1 % and a uniform rate from 2 to 6 %: a quarter of a stratified sample is below 4 %, half below 5 %. */
    @Test
    void everyRateOfACompanyIsCountedWhereTheScenarioIsAndWhereAsked() {
        Model model = Line.model(Line.FILE);
        UncertainModel uncertainty = Line.uncertainty(model);
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(Sampling.Kind.LATIN_HYPERCUBE, 1, 4000),
                OptionalDouble.empty(),
                2,
                Simulation.SHARES,
                false,
                List.of(0.05));
        Distributed rate = Line.run(uncertainty, settings).result(Line.RATE);
        assertThat(rate.crossings())
                .containsExactly(
                        new Distributed.Crossing(rate.base(), 1000, 3000), new Distributed.Crossing(0.05, 2000, 2000));
        assertThat(Line.run(uncertainty, settings).results().stream()
                        .filter(of -> of.key().measure().isTruth())
                        .flatMap(of -> of.crossings().stream()))
                .isEmpty();
    }
}
