package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.Keys;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps and grids against the same scenario read with every value behind {@code --set}. */
final class SweepTest {
    private static final ResultKey OTHERS = Keys.of("all-others.rate");
    private static final ResultKey ZHONGJI = Keys.of("companies.zhongji.rate-unrounded");
    private static final ResultKey DE_MINIMIS = Keys.of("companies.acme.de-minimis");
    private static final ResultKey YEARLY = Keys.of("companies.acme.programs.yearly.rate");
    private static final String METHOD = "companies.zhongji.export-value-adjustment.method";

    private static List<ValueRange> ranges(Model model, String... vary) {
        Problems problems = new Problems();
        List<ValueRange> ranges = ValueRange.read(model.scenario(), List.of(vary), problems);
        problems.throwIfAny();
        return ranges;
    }

    private static Sweep.Result together(Model model, List<ResultKey> keys, String... vary) {
        Problems problems = new Problems();
        Sweep.Result result = Sweep.together(model, ranges(model, vary), keys, Progress.NONE, problems);
        problems.throwIfAny();
        return result;
    }

    /** Every case, read anew with its values. */
    private static void typedBack(Sweep.Result result) {
        for (int row = 0; row < result.cases().cases(); row++) {
            List<String> values = result.values(row);
            String[] sets = new String[values.size()];
            for (int r = 0; r < sets.length; r++) {
                sets[r] = result.ranges().get(r).address() + "=" + values.get(r);
            }
            assertThat(result.cases().isMade(row)).as(String.join(", ", sets)).isTrue();
            Model model = Line.model(Line.FOIL, sets);
            for (ResultKey key : result.cases().keys()) {
                double expected = model.result(key).orElse(Double.NaN);
                assertThat(result.cases().number(key, row))
                        .as(String.join(", ", sets))
                        .isCloseTo(expected, within(1e-15));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benchmarks.ingot.vat=10% to 20% in 5",
                "benchmarks.ingot.world.LME=times 0.9 to 1.1 in 3",
                "benchmarks.ingot.ocean-freight=plus -5 to 5 in 3",
                METHOD + "=none, ratio, denominator",
                "proceeding.average-useful-life=10 years, 12 years",
                "programs.technology-grant.discount-rate=0% to 20% step 10%",
                "companies.zhongji.uses.income-tax.zj.paid=10 million, 13.5 million",
                "companies.zhongji.members.ws.cross-owned=yes, no"
            })
    void everyValueGivesWhatItGivesBehindSet(String vary) {
        typedBack(together(Line.model(Line.FOIL), List.of(ZHONGJI, Keys.of("companies.zhongji.rate"), OTHERS), vary));
    }

    @Test
    void severalRangesGoTogether() {
        Sweep.Result result = together(
                Line.model(Line.FOIL),
                List.of(ZHONGJI, OTHERS),
                "benchmarks.ingot.vat=10% to 20% in 3",
                METHOD + "=none, ratio, denominator");
        assertThat(result.cases().cases()).isEqualTo(3);
        typedBack(result);
    }

    @Test
    void aGridHasAllCombinations() {
        Problems problems = new Problems();
        Model foil = Line.model(Line.FOIL);
        List<ValueRange> ranges = ranges(foil, "benchmarks.ingot.vat=10% to 20% in 3", METHOD + "=none, denominator");
        Sweep.Result result = Sweep.grid(foil, ranges.get(0), ranges.get(1), List.of(ZHONGJI), Progress.NONE, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(IntStream.range(0, result.cases().cases()).mapToObj(result::values))
                .containsExactly(
                        List.of("10%", "none"),
                        List.of("10%", "denominator"),
                        List.of("15%", "none"),
                        List.of("15%", "denominator"),
                        List.of("20%", "none"),
                        List.of("20%", "denominator"));
        typedBack(result);
    }

    /** 1 % of the grant, and the stated rate. */
    @Test
    void ratesOfTheLine() {
        Sweep.Result result =
                together(Line.model(Line.FILE), List.of(Line.PUBLISHED, DE_MINIMIS), Line.STATED + "=0% to 6% in 4");
        assertThat(result.cases().column(Line.PUBLISHED)).containsExactly(0.01, 0.03, 0.05, 0.07);
        assertThat(result.cases().column(DE_MINIMIS)).containsExactly(0.0, 0.0, 0.0, 0.0);
        assertThat(result.baseline().column(Line.PUBLISHED)).containsExactly(0.04);
        assertThat(result.baseline().column(DE_MINIMIS)).containsExactly(0.0);
    }

    @Test
    void aResultThatACaseDoesNotHaveIsNoNumber() {
        Sweep.Result result =
                together(Line.model(Line.FILE), List.of(Line.PUBLISHED, YEARLY), "programs.yearly.applied=yes, no");
        assertThat(result.cases().column(Line.PUBLISHED)).containsExactly(0.04, 0.03);
        assertThat(result.cases().column(YEARLY)).containsExactly(0.01, Double.NaN);
    }

    @Test
    void listsOfDifferentLengthDoNotGoTogether() {
        Problems problems = new Problems();
        Model model = Line.model(Line.FILE);
        Sweep.together(
                model,
                ranges(model, Line.STATED + "=1%, 2%, 3%", "programs.yearly.applied=yes, no"),
                List.of(Line.RATE),
                Progress.NONE,
                problems);
        assertThat(problems.sorted())
                .extracting(Problem::message)
                .containsExactly("(programs.yearly.applied) takes 2 values, (" + Line.STATED
                        + ") takes 3; they move together, value by value.");
    }

    @Test
    void everyMisspeltWordIsTold() {
        Problems problems = new Problems();
        Model model = Line.model(Line.FILE);
        Sweep.together(
                model,
                ranges(model, "programs.yearly.applied=yes, maybe, never"),
                List.of(Line.RATE),
                Progress.NONE,
                problems);
        assertThat(problems.sorted()).hasSize(2);
    }

    @Test
    void aCaseThatBreaksAConditionIsNamed() {
        Problems problems = new Problems();
        Model model = Line.model(Line.FOIL, METHOD + "=denominator");
        Sweep.together(
                model,
                ranges(model, "companies.zhongji.export-value-adjustment.markup=-2% to 6% in 5"),
                List.of(ZHONGJI),
                Progress.NONE,
                problems);
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("At companies.zhongji.export-value-adjustment.markup=-2%: The markup of (hk) is"));
    }

    @Test
    void whatWasDoneWhenSomebodySaysStopIsKept() {
        Problems problems = new Problems();
        Model model = Line.model(Line.FILE);
        Sweep.Result result = Sweep.together(
                model,
                ranges(model, "programs.yearly.applied=yes, no"),
                List.of(Line.RATE),
                (what, done, total) -> false,
                problems);
        assertThat(result.run()).isEqualTo(Run.of(2, 1, true));
        assertThat(result.cases().isMade(0)).isTrue();
        assertThat(result.cases().isMade(1)).isFalse();
        assertThat(result.cases().column(Line.RATE)).containsExactly(0.04, Double.NaN);
    }
}
