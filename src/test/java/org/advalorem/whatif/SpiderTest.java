package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.advalorem.Keys;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.junit.jupiter.api.Test;

/** Spiders, whose steps are typed back and whose turns are exact. */
final class SpiderTest {
    private static final ResultKey VERDICT = Keys.of("companies.acme.de-minimis");

    private static Spider.Result spider(Model model, UncertainModel uncertainty, String... vary) {
        Problems problems = new Problems();
        Spider.Result result = Spider.of(
                model,
                uncertainty.inputs(),
                ValueRange.read(model.scenario(), List.of(vary), problems),
                List.of(Line.RATE, Line.PUBLISHED, VERDICT),
                Progress.NONE,
                problems);
        problems.throwIfAny();
        return result;
    }

    /** The rate is the stated one, uniform from 2 to 6 %, and 1 % of the grant: at its 10 % quantile 2.4 + 1 %. */
    @Test
    void anUncertainInputTakesQuantilesOfItsDistribution() {
        Model model = Line.model(Line.FILE);
        Spider.Leg stated = spider(model, Line.uncertainty(model)).legs().get(0);
        assertThat(stated.address()).isEqualTo(Line.STATED);
        assertThat(stated.steps())
                .extracting(Spider.Step::share)
                .containsExactly(0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99);
        Spider.Step tenth = stated.steps().get(2);
        assertThat(tenth.value()).isEqualTo("2.4%");
        assertThat(tenth.change()).isCloseTo(2.4 / 3.0 - 1.0, within(1e-12));
        assertThat(spider(model, Line.uncertainty(model)).cases().number(Line.RATE, tenth.row()))
                .isCloseTo(0.034, within(1e-15));
    }

    /** Changes are fractions of the value, for factors as for values; a grant of 10 million counts 1 %. */
    @Test
    void aRangeTakesItsValues() {
        Model model = Line.model(Line.FILE);
        Spider.Result result = spider(
                model,
                Line.uncertainty(model),
                Line.STATED + "=times 0.5, 1, 2",
                Line.GRANT + "=9 million, 12 million");
        assertThat(result.legs().get(0).steps()).extracting(Spider.Step::change).containsExactly(-0.5, 0.0, 1.0);
        assertThat(result.legs().get(1).steps().get(0).change()).isCloseTo(-0.1, within(1e-12));
        assertThat(result.legs().get(1).steps().get(1).change()).isCloseTo(0.2, within(1e-12));
        assertThat(result.swing(result.legs().get(1), Line.RATE)).isCloseTo(0.003, within(1e-15));
        assertThat(result.uncertain()).isFalse();
    }

    /** Without the grant the rate is the stated one, and de minimis below 1 %. */
    @Test
    void aTurnIsExactAndHasThePublishedRateThere() {
        Model model = Line.model(Line.FILE, "programs.yearly.applied=no");
        Spider.Result result = spider(model, Line.uncertainty(model), Line.STATED + "=0.3%, 0.8%, 2%");
        assertThat(result.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.verdict()).isEqualTo(VERDICT);
            assertThat(turn.becomes()).isFalse();
            assertThat(turn.words()).isEqualTo("1%");
            assertThat(turn.published()).isEqualTo(0.01);
        });
    }

    @Test
    void aChoiceHasNoOrderAndIsLeftOut() {
        Model model = Line.model(Line.FILE);
        UncertainModel uncertainty = Line.uncertainty(model, "programs.yearly.applied=bernoulli(50%)");
        Spider.Result result = spider(model, uncertainty);
        assertThat(result.leftOut()).containsExactly("programs.yearly.applied");
        assertThat(result.legs()).extracting(Spider.Leg::address).containsExactly(Line.STATED);
        Problems problems = new Problems();
        Spider.of(
                model,
                List.of(),
                ValueRange.read(model.scenario(), List.of("programs.yearly.applied=yes, no"), problems),
                List.of(Line.RATE),
                Progress.NONE,
                problems);
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("takes words, which have no order"));
    }
}
