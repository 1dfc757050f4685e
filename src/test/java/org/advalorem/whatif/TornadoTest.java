package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.advalorem.Keys;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.junit.jupiter.api.Test;

/** Tornados, whose ends are typed back. */
final class TornadoTest {
    private static final ResultKey ZHONGJI = Keys.of("companies.zhongji.rate-unrounded");

    private static Tornado.Result tornado(
            Model model, List<ResultKey> keys, UncertainModel uncertainty, String... vary) {
        Problems problems = new Problems();
        Tornado.Result result = Tornado.of(
                model,
                uncertainty.inputs(),
                ValueRange.read(model.scenario(), List.of(vary), problems),
                keys,
                Progress.NONE,
                problems);
        problems.throwIfAny();
        return result;
    }

    /** 10 and 90 percent of a uniform rate from 2 to 6 % are 2.4 and 5.6 %; the grant's ends are 0.9 and 1.2 %. */
    @Test
    void theLongestBarComesFirst() {
        Model model = Line.model(Line.FILE);
        Tornado.Result result = tornado(
                model, List.of(Line.RATE), Line.uncertainty(model), Line.GRANT + "=9 million, 10 million, 12 million");
        assertThat(result.ordered(Line.RATE)).extracting(Tornado.Bar::address).containsExactly(Line.STATED, Line.GRANT);
        Tornado.Bar stated = result.ordered(Line.RATE).get(0);
        assertThat(stated.ends()).extracting(Tornado.End::value).containsExactly("2.4%", "5.6%");
        assertThat(result.swing(stated, Line.RATE)).isCloseTo(0.032, within(1e-15));
        assertThat(result.cases()
                        .number(Line.RATE, result.min(stated, Line.RATE).row()))
                .isCloseTo(0.034, within(1e-15));
        Tornado.Bar grant = result.ordered(Line.RATE).get(1);
        assertThat(grant.ends()).extracting(Tornado.End::value).containsExactly("9 million", "12 million");
        assertThat(result.swing(grant, Line.RATE)).isCloseTo(0.003, within(1e-15));
    }

    /** The program is not applied, so that its grant moves nothing. */
    @Test
    void ofEndsThatAgreeBothAreTold() {
        Model model = Line.model(Line.FILE, "programs.yearly.applied=no");
        Tornado.Result result =
                tornado(model, List.of(Line.RATE), Line.uncertainty(model), Line.GRANT + "=9 million, 12 million");
        Tornado.Bar bar = result.ordered(Line.RATE).get(1);
        assertThat(result.swing(bar, Line.RATE)).isZero();
        assertThat(result.min(bar, Line.RATE).value()).isEqualTo("9 million");
        assertThat(result.max(bar, Line.RATE).value()).isEqualTo("12 million");
    }

    @Test
    void aRangeTakesThePlaceOfADistribution() {
        Model model = Line.model(Line.FILE);
        Tornado.Result result = tornado(model, List.of(Line.RATE), Line.uncertainty(model), Line.STATED + "=0% to 10%");
        assertThat(result.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.source()).isEqualTo("given");
            assertThat(result.swing(bar, Line.RATE)).isCloseTo(0.10, within(1e-15));
        });
    }

    @Test
    void everyEndTypedBackGivesItsRate() {
        Model model = Line.model(Line.FOIL);
        UncertainModel uncertainty = Line.uncertainty(
                model,
                "benchmarks.ingot.inland-freight=pert(10, 14, 20)",
                "companies.zhongji.uses.income-tax.zj.paid=plus normal(0, 1 million)",
                "programs.export-buyers-credit.applied=bernoulli(50%)");
        Tornado.Result result = tornado(
                model,
                List.of(ZHONGJI, Keys.of("all-others.rate")),
                uncertainty,
                "companies.zhongji.export-value-adjustment.method=none, ratio, denominator");
        assertThat(result.bars()).hasSize(6);
        for (Tornado.Bar bar : result.bars()) {
            assertThat(bar.ends().size()).isGreaterThan(1);
            for (Tornado.End end : bar.ends()) {
                Model typed = Line.model(Line.FOIL, bar.address() + "=" + end.value());
                for (ResultKey key : result.cases().keys()) {
                    assertThat(result.cases().number(key, end.row()))
                            .as(bar.address() + "=" + end.value())
                            .isEqualTo(typed.result(key).orElseThrow());
                }
            }
        }
    }

    @Test
    void positionsOfAnIssueAreEnds() {
        Model model = Line.model(Line.FILE);
        Tornado.Result result = tornado(
                model, List.of(Line.RATE), Line.uncertainty(model, "issues.grant=discrete(kept: 60%, dropped: 40%)"));
        Tornado.Bar grant = result.bars().get(1);
        assertThat(result.min(grant, Line.RATE).value()).isEqualTo("dropped");
        assertThat(result.max(grant, Line.RATE).value()).isEqualTo("kept");
        assertThat(result.swing(grant, Line.RATE)).isCloseTo(0.01, within(1e-15));
    }
}
