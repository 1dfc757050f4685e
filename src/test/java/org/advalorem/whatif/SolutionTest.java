package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.advalorem.Keys;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.junit.jupiter.api.Test;

/** Values at which a result passes a goal, typed back. */
final class SolutionTest {
    private static final ResultKey ZHONGJI = Keys.of("companies.zhongji.rate-unrounded");
    private static final ResultKey DE_MINIMIS = Keys.of("companies.acme.de-minimis");
    private static final String SMALL_GRANT = Line.GRANT + "=5 million";

    private static Solution.Result solve(Model model, String vary, ResultKey key, double goal) {
        Problems problems = new Problems();
        ValueRange range =
                ValueRange.read(model.scenario(), List.of(vary), problems).get(0);
        Solution.Result result = Solution.of(model, range, Goal.reaching(key, goal), key, Progress.NONE, problems);
        problems.throwIfAny();
        return result;
    }

    private static double typedBack(Path file, Solution.Result result, int root, String... sets) {
        String[] all = new String[sets.length + 1];
        System.arraycopy(sets, 0, all, 0, sets.length);
        all[sets.length] =
                result.range().address() + "=" + result.roots().get(root).value();
        return Line.model(file, all).result(result.goal().key()).orElseThrow();
    }

    /** 1 % of the grant leaves 3.5 % of 4.5 %. */
    @Test
    void theRootOfALine() {
        Solution.Result result = solve(Line.model(Line.FILE), Line.STATED + "=0% to 12%", Line.RATE, 0.045);
        assertThat(result.roots()).singleElement().satisfies(root -> {
            assertThat(root.value()).isEqualTo("3.5%");
            assertThat(root.jumps()).isFalse();
        });
        assertThat(typedBack(Line.FILE, result, 0)).isCloseTo(0.045, within(1e-15));
        assertThat(result.low()).isCloseTo(0.01, within(1e-15));
        assertThat(result.high()).isCloseTo(0.13, within(1e-15));
    }

    /**
     * Half a percent of the grant leaves half a percent of the rate: at 0.5 % it is 1.00 % and not de minimis, 19 U.S.C.
     * 1671b(b)(4)(A), and below it is. Published, 1.00 % begins at 0.995 % and ends before 1.005 %.
     */
    @Test
    void aLimitThatIsNoSolutionItselfIsNamedAsOne() {
        Model model = Line.model(Line.FILE, SMALL_GRANT);
        Solution.Root below =
                solve(model, Line.STATED + "=0% to 1%", DE_MINIMIS, 1).roots().get(0);
        assertThat(below.words()).isEqualTo("0%");
        assertThat(below.last().orElseThrow().words()).isEqualTo("below 0.5%");
        Solution.Root from =
                solve(model, Line.STATED + "=0% to 1%", DE_MINIMIS, 0).roots().get(0);
        assertThat(from.words()).isEqualTo("0.5%");
        Solution.Root backwards =
                solve(model, Line.STATED + "=1% to 0%", DE_MINIMIS, 1).roots().get(0);
        assertThat(backwards.words()).isEqualTo("below 0.5%");
        ResultKey published = Keys.of("companies.acme.rate");
        Solution.Root rounded =
                solve(model, Line.STATED + "=0% to 1%", published, 0.01).roots().get(0);
        assertThat(rounded.words()).isEqualTo("0.495%");
        assertThat(rounded.last().orElseThrow().words()).isEqualTo("below 0.505%");
        assertThat(solve(model, Line.STATED + "=0.1% to 12%", Line.RATE, 0.045)
                        .roots()
                        .get(0)
                        .words())
                .isEqualTo("4%");
    }

    /** An amount is continuous on its own scale: its neighbours differ by more than those of a rate. */
    @Test
    void theGoalMayBeAnAmount() {
        ResultKey benefit = Keys.of("companies.zhongji.programs.aluminum-ltar.benefit");
        Solution.Result result =
                solve(Line.model(Line.FOIL), "benchmarks.ingot.world.LME=times 0.8 to 1.2", benefit, 60e6);
        assertThat(result.roots())
                .singleElement()
                .satisfies(root -> assertThat(root.jumps()).isFalse());
        assertThat(typedBack(Line.FOIL, result, 0)).isCloseTo(60e6, within(1e-4));
    }

    @Test
    void everyRootOfARealCaseTypedBackGivesTheGoal() {
        Model model = Line.model(Line.FOIL);
        for (String vary : List.of(
                "benchmarks.ingot.world.LME=times 0.8 to 1.2",
                "benchmarks.ingot.inland-freight=0 USD/t to 100 USD/t",
                "companies.zhongji.uses.income-tax.zj.paid=22.5 million to 1 million",
                "programs.export-buyers-credit.rate=0% to 20%")) {
            Solution.Result result = solve(model, vary, ZHONGJI, 0.17);
            assertThat(result.roots()).as(vary).isNotEmpty();
            for (int i = 0; i < result.roots().size(); i++) {
                assertThat(result.roots().get(i).jumps()).as(vary).isFalse();
                double typed = typedBack(Line.FOIL, result, i);
                assertThat(typed).as(vary).isCloseTo(0.17, within(1e-12));
                assertThat(result.roots().get(i).result()).isEqualTo(typed);
            }
        }
    }

    /** With half a percent of grant the threshold of 1 %, itself no longer de minimis, is reached at 0.5 %. */
    @Test
    void aVerdictIsToldByTheValuesThatGiveIt() {
        Model model = Line.model(Line.FILE, SMALL_GRANT);
        Solution.Result no = solve(model, Line.STATED + "=0% to 1%", DE_MINIMIS, 0);
        assertThat(no.roots()).singleElement().satisfies(root -> {
            assertThat(root.value()).isEqualTo("0.5%");
            assertThat(root.jumps()).isFalse();
            assertThat(root.before()).isEqualTo(1.0);
            assertThat(root.result()).isZero();
            assertThat(root.last().orElseThrow().value()).isEqualTo("1%");
        });
        assertThat(typedBack(Line.FILE, no, 0, SMALL_GRANT)).isZero();
        Solution.Result yes = solve(model, Line.STATED + "=0% to 1%", DE_MINIMIS, 1);
        assertThat(yes.roots()).singleElement().satisfies(root -> {
            assertThat(root.value()).isEqualTo("0%");
            Solution.Last last = root.last().orElseThrow();
            assertThat(last.number()).isLessThan(0.005).isCloseTo(0.005, within(1e-11));
            assertThat(last.after()).isZero();
            assertThat(Line.model(Line.FILE, SMALL_GRANT, Line.STATED + "=" + last.value())
                            .result(DE_MINIMIS))
                    .contains(1.0);
        });
    }

    /** The stretch of a rounded result, in either direction of the range: 4.465 and 4.475 %, of which 1 % is the grant. */
    @Test
    void aRoundedResultIsToldFromWhereToWhereItHolds() {
        for (String direction : List.of("3% to 4%", "4% to 3%")) {
            Solution.Result result =
                    solve(Line.model(Line.FILE), Line.STATED + "=" + direction, Line.PUBLISHED, 0.0447);
            assertThat(result.roots()).as(direction).singleElement().satisfies(root -> {
                Solution.Last last = root.last().orElseThrow();
                assertThat(List.of(root.number(), last.number()))
                        .anySatisfy(end -> assertThat(end).isEqualTo(0.03465));
                assertThat(Math.max(root.number(), last.number()))
                        .isLessThan(0.03475)
                        .isCloseTo(0.03475, within(1e-10));
                boolean up = direction.startsWith("3%");
                assertThat(root.before()).isCloseTo(up ? 0.0446 : 0.0448, within(1e-15));
                assertThat(last.after()).isCloseTo(up ? 0.0448 : 0.0446, within(1e-15));
                for (String value : List.of(root.value(), last.value())) {
                    assertThat(Line.model(Line.FILE, Line.STATED + "=" + value)
                                    .result(Line.PUBLISHED)
                                    .orElseThrow())
                            .isCloseTo(0.0447, within(1e-15));
                }
            });
        }
    }

    /** The published rate jumps from 4.49 % to 4.50 % where the unrounded rate is 4.495 %, of which 1 % is the grant. */
    @Test
    void aPublishedRateJumpsOverWhatItDoesNotTake() {
        Solution.Result between = solve(Line.model(Line.FILE), Line.STATED + "=3% to 4%", Line.PUBLISHED, 0.04495);
        assertThat(between.roots()).singleElement().satisfies(root -> {
            assertThat(root.value()).isEqualTo("3.495%");
            assertThat(root.jumps()).isTrue();
            assertThat(root.before()).isCloseTo(0.0449, within(1e-15));
            assertThat(root.result()).isCloseTo(0.0450, within(1e-15));
        });
    }

    @Test
    void whenThereIsNoneTheReachIsTold() {
        Solution.Result result = solve(Line.model(Line.FILE), Line.STATED + "=0% to 12%", Line.RATE, 0.5);
        assertThat(result.roots()).isEmpty();
        assertThat(result.min()).isCloseTo(0.01, within(1e-15));
        assertThat(result.max()).isCloseTo(0.13, within(1e-15));
    }

    @Test
    void valuesThatCannotBeAreLeftOut() {
        Model model = Line.model(Line.FOIL, "companies.zhongji.export-value-adjustment.method=denominator");
        Solution.Result result =
                solve(model, "companies.zhongji.export-value-adjustment.markup=-10% to 10%", ZHONGJI, 0.169);
        // every value below 0 %, of 65 from -10 to 10 %
        assertThat(result.refused()).hasSize(32).startsWith("-10%").doesNotContain("0%");
        assertThat(result.roots())
                .singleElement()
                .satisfies(root -> assertThat(root.number()).isPositive());
        assertThat(typedBack(Line.FOIL, result, 0, "companies.zhongji.export-value-adjustment.method=denominator"))
                .isCloseTo(0.169, within(1e-12));
    }

    /** Every value from 0 to 20 % gives the goal: the ends of the stretch stand for it. */
    @Test
    void aStretchIsToldByItsEnds() {
        Solution.Result result = solve(
                Line.model(Line.FOIL),
                "companies.zhongji.export-value-adjustment.markup=0% to 20%",
                Keys.of("companies.zhongji.rate"),
                0.1714);
        assertThat(result.roots()).singleElement().satisfies(root -> {
            assertThat(root.value()).isEqualTo("0%");
            assertThat(root.last().map(Solution.Last::value)).contains("20%");
        });
    }
}
