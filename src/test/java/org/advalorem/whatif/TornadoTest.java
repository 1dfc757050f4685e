package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.advalorem.facts.Problems;
import org.junit.jupiter.api.Test;

/** Tornados, whose ends are typed back. */
final class TornadoTest {
    private static final String ZHONGJI = "companies.zhongji.rate-unrounded";

    private static Tornado.Result tornado(
            Model model, List<String> addresses, UncertainModel uncertainty, String... vary) {
        Problems problems = new Problems();
        Tornado.Result result = Tornado.of(
                model,
                uncertainty.inputs(),
                ValueRange.read(List.of(vary), problems),
                addresses,
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
        assertThat(result.ordered(0)).extracting(Tornado.Bar::address).containsExactly(Line.STATED, Line.GRANT);
        Tornado.Bar stated = result.ordered(0).get(0);
        assertThat(stated.ends()).extracting(Tornado.End::value).containsExactly("2.4%", "5.6%");
        assertThat(stated.swing(0)).isCloseTo(0.032, within(1e-15));
        assertThat(stated.min(0).results().get(0)).isCloseTo(0.034, within(1e-15));
        Tornado.Bar grant = result.ordered(0).get(1);
        assertThat(grant.ends()).extracting(Tornado.End::value).containsExactly("9 million", "12 million");
        assertThat(grant.swing(0)).isCloseTo(0.003, within(1e-15));
    }

    /** The program is not applied, so that its grant moves nothing. */
    @Test
    void ofEndsThatAgreeBothAreTold() {
        Model model = Line.model(Line.FILE, "programs.yearly.applied=no");
        Tornado.Bar bar = tornado(
                        model, List.of(Line.RATE), Line.uncertainty(model), Line.GRANT + "=9 million, 12 million")
                .ordered(0)
                .get(1);
        assertThat(bar.swing(0)).isZero();
        assertThat(bar.min(0).value()).isEqualTo("9 million");
        assertThat(bar.max(0).value()).isEqualTo("12 million");
    }

    @Test
    void aRangeTakesThePlaceOfADistribution() {
        Model model = Line.model(Line.FILE);
        Tornado.Result result = tornado(model, List.of(Line.RATE), Line.uncertainty(model), Line.STATED + "=0% to 10%");
        assertThat(result.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.source()).isEqualTo("given");
            assertThat(bar.swing(0)).isCloseTo(0.10, within(1e-15));
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
                List.of(ZHONGJI, "all-others.rate"),
                uncertainty,
                "companies.zhongji.export-value-adjustment.method=none, ratio, denominator");
        assertThat(result.bars()).hasSize(6);
        for (Tornado.Bar bar : result.bars()) {
            assertThat(bar.ends().size()).isGreaterThan(1);
            for (Tornado.End end : bar.ends()) {
                Model typed = Line.model(Line.FOIL, bar.address() + "=" + end.value());
                for (int i = 0; i < result.addresses().size(); i++) {
                    assertThat(end.results().get(i))
                            .as(bar.address() + "=" + end.value())
                            .isEqualTo(typed.result(result.addresses().get(i)).orElseThrow());
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
        assertThat(grant.min(0).value()).isEqualTo("dropped");
        assertThat(grant.max(0).value()).isEqualTo("kept");
        assertThat(grant.swing(0)).isCloseTo(0.01, within(1e-15));
    }
}
