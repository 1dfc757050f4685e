package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.Keys;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Measure;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Issue;
import org.junit.jupiter.api.Test;

/** Combinations of contested positions, against figures by hand and every order gone through one by one. */
final class IssueTableTest {
    private static final Subject ACME = Keys.subject("companies.acme");
    private static final Subject ZHONGJI = Keys.subject("companies.zhongji");
    private static final double CLOSE = 1e-15;
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");

    private static IssueTable.Result table(Model model, String... issues) {
        Problems problems = new Problems();
        IssueTable.Result result = IssueTable.of(model, List.of(issues), 2, Progress.NONE, problems)
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return result;
    }

    private static IssueTable.Outlook outlook(IssueTable.Result result, Subject subject) {
        return result.outlooks().stream()
                .filter(outlook -> outlook.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static IssueTable.Worth worth(IssueTable.Result result, String issue, String position) {
        return outlook(result, ACME).worths().stream()
                .filter(worth -> result.issues().get(worth.issue()).name().equals(issue))
                .filter(worth -> result.issues()
                        .get(worth.issue())
                        .positions()
                        .get(worth.position())
                        .equals(position))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> positions(IssueTable.Result result, int combination) {
        return IntStream.range(0, result.issues().size())
                .mapToObj(issue -> result.position(combination, issue))
                .toList();
    }

    private static String problem(Model model, String... issues) {
        Problems problems = new Problems();
        assertThat(IssueTable.of(model, List.of(issues), 2, Progress.NONE, problems))
                .isEmpty();
        return problems.sorted().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    /**
     * B = 2 + 3 million, S = 100, T = 60, M = 72 million: 5 %; by the ratio 5/6 of it; over sales of 112 million 4.4643 %.
     * Without the first grant, three fifths of each.
     */
    @Test
    void ratesAreThoseOfEachCombination() {
        IssueTable.Result result = table(Contested.model(Contested.FILE), "method", "first grant");
        assertThat(result.combinations()).hasSize(6);
        assertThat(result.impossible()).isEmpty();
        assertThat(positions(result, result.base())).containsExactly("denied", "countervailed");
        IssueTable.Outlook acme = outlook(result, ACME);
        assertThat(acme.sorted().stream()
                        .map(c -> String.join(", ", positions(result, c)) + " "
                                + result.rate(c, ACME).published()))
                .containsExactly(
                        "granted as ratio, dropped 0.025",
                        "granted over sales, dropped 0.0268",
                        "denied, dropped 0.03",
                        "granted as ratio, countervailed 0.0417",
                        "granted over sales, countervailed 0.0447",
                        "denied, countervailed 0.05");
        assertThat(result.rate(acme.lowest(), ACME).unrounded()).isCloseTo(0.025, within(CLOSE));
        assertThat(positions(result, acme.highest())).containsExactly("denied", "countervailed");
    }

    /** The ratio is worth -5/6 points with and -1/2 without the first grant; the grant -2, and 5/6 and 100/112 of it. */
    @Test
    void worthIsTheMeanOverOrdersByHand() {
        IssueTable.Result result = table(Contested.model(Contested.FILE), "method", "first grant");
        assertThat(worth(result, "method", "granted as ratio").worth().getAsDouble())
                .isCloseTo(-0.01 * (5.0 / 6 + 0.5) / 2, within(CLOSE));
        assertThat(worth(result, "method", "granted over sales").worth().getAsDouble())
                .isCloseTo(-0.05 * (12.0 / 112) * 0.8, within(CLOSE));
        double againstRatio = -0.02 * (1 + 5.0 / 6) / 2;
        double againstSales = -0.02 * (1 + 100.0 / 112) / 2;
        IssueTable.Worth grant = worth(result, "first grant", "dropped");
        assertThat(grant.worth().getAsDouble()).isCloseTo((againstRatio + againstSales) / 2, within(CLOSE));
        assertThat(grant.alone().getAsDouble()).isCloseTo(-0.02, within(CLOSE));
        assertThat(grant.min().getAsDouble()).isCloseTo(-0.02, within(CLOSE));
        assertThat(grant.max().getAsDouble()).isCloseTo(-0.02 * 5 / 6, within(CLOSE));
        assertThat(grant.made()).isEqualTo(1);
    }

    /** Every one of the 24 orders of the four issues of the shipped case, each position set anew. */
    @Test
    void worthOfTwoPositionsIsTheShapleyValue() {
        Model model = Contested.model(FOIL);
        IssueTable.Result result = table(model);
        List<Issue> issues = Issue.read(model.scenario(), new Problems());
        double[] sums = new double[issues.size()];
        List<List<Integer>> orders =
                orders(IntStream.range(0, issues.size()).boxed().toList());
        assertThat(orders).hasSize(24);
        for (List<Integer> order : orders) {
            List<Assignment> made = new ArrayList<>();
            double before = model.result(ZHONGJI.key(Measure.RATE_UNROUNDED)).orElseThrow();
            for (int issue : order) {
                made.addAll(issues.get(issue).positions().get(1).settings());
                double after = model.with(made, new Problems())
                        .orElseThrow()
                        .result(ZHONGJI.key(Measure.RATE_UNROUNDED))
                        .orElseThrow();
                sums[issue] += after - before;
                before = after;
            }
        }
        List<IssueTable.Worth> worths = outlook(result, ZHONGJI).worths();
        for (int i = 0; i < sums.length; i++) {
            assertThat(worths.get(i).worth().getAsDouble()).isCloseTo(sums[i] / orders.size(), within(1e-14));
        }
    }

    private static List<List<Integer>> orders(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    /** 17.14 % as published, 6.60 % without the buyer's credit, 16.90 % with the adjustment of the denominator. */
    @Test
    void theShippedCaseGivesItsFigures() {
        IssueTable.Result result = table(Contested.model(FOIL), "adjustment", "buyers-credit");
        assertThat(IntStream.range(0, 4)
                        .mapToObj(c -> positions(result, c) + " "
                                + result.rate(c, ZHONGJI).published()))
                .containsExactly(
                        "[denied, applied] 0.1714",
                        "[denied, dropped] 0.066",
                        "[granted, applied] 0.169",
                        "[granted, dropped] 0.0636");
    }

    @Test
    void theBaseIsWhatTheScenarioHasWhereverItStands() {
        Model ratio = Contested.model(Contested.FILE, "companies.acme.export-value-adjustment.method=ratio");
        assertThat(positions(table(ratio, "method"), table(ratio, "method").base()))
                .containsExactly("granted as ratio");
        Model blended = Contested.model(Contested.FILE, "companies.acme.export-value-adjustment.method=blended");
        IssueTable.Result result = table(blended, "method");
        assertThat(positions(result, result.base())).containsExactly(IssueTable.AS_WRITTEN);
        assertThat(result.combinations()).hasSize(4);
        assertThat(result.rate(result.base(), ACME).unrounded())
                .isEqualTo(blended.result(ACME.key(Measure.RATE_UNROUNDED)).orElseThrow());
    }

    /** The buyer's credit is not applied, so that its rate changes no result; still the written one is the base. */
    @Test
    void theBaseIsFoundByWhatIsReadWhereResultsAreTheSame() {
        Model model = Contested.model(
                Contested.FILE,
                "issues={rate: {high: {programs.credit.rate: 2%}, low: {programs.credit.rate: 1%}},"
                        + " use: {yes: {programs.credit.applied: yes}, no: {programs.credit.applied: no}}}");
        IssueTable.Result result = table(model);
        assertThat(positions(result, result.base())).containsExactly("low", "no");
        assertThat(result.rate(0, ACME).published()).isEqualTo(0.07);
    }

    /** A program cannot go before its use is gone: one order of two is possible. */
    @Test
    void aMoveThatIsImpossibleAtItsTurnWaits() {
        Model model = Contested.model(
                Contested.FILE,
                "issues={definition: {kept: {}, removed: {programs.first: none}},"
                        + " use: {kept: {}, removed: {companies.acme.uses.first: none}}}");
        IssueTable.Result result = table(model);
        assertThat(result.impossible()).hasSize(1);
        assertThat(result.impossible().get(0).positions()).containsExactly(1, 0);
        assertThat(result.impossible().get(0).impossible()).contains("first");
        IssueTable.Worth definition = worth(result, "definition", "removed");
        assertThat(definition.alone()).isEmpty();
        assertThat(definition.worth().getAsDouble()).isZero();
        assertThat(definition.made()).isEqualTo(1);
        assertThat(worth(result, "use", "removed").worth().getAsDouble()).isCloseTo(-0.02, within(CLOSE));
    }

    /** Each of two positions excludes the other: each is made in one of two orders. */
    @Test
    void positionsThatWantDifferentValuesAreImpossibleTogether() {
        Model model = Contested.model(
                Contested.FILE,
                "issues={one: {denied: {}, ratio: {companies.acme.export-value-adjustment.method: ratio}},"
                        + " other: {denied: {}, sales: {companies.acme.export-value-adjustment.method: denominator}}}");
        IssueTable.Result result = table(model);
        assertThat(result.impossible()).hasSize(1);
        assertThat(result.impossible().get(0).impossible())
                .isEqualTo(
                        "(one) and (other) set different values for (companies.acme.export-value-adjustment.method).");
        IssueTable.Worth ratio = worth(result, "one", "ratio");
        assertThat(ratio.made()).isEqualTo(0.5);
        assertThat(ratio.worth().getAsDouble()).isCloseTo(-0.05 / 6 / 2, within(CLOSE));
    }

    @Test
    void aPositionThatCannotBeCalculatedIsListedWithTheReason() {
        Model model = Contested.model(
                Contested.FILE,
                "issues={markup: {up: {}, down: {companies.acme.export-value-adjustment.markup: -5%,"
                        + " companies.acme.export-value-adjustment.method: ratio}}}");
        IssueTable.Result result = table(model);
        assertThat(result.impossible()).hasSize(1);
        assertThat(result.impossible().get(0).impossible()).contains("is negative");
        assertThat(worth(result, "markup", "down").worth()).isEmpty();
    }

    @Test
    void whatIsWrongIsTold() {
        Model model = Contested.model(Contested.FILE);
        assertThat(problem(model, "metod")).isEqualTo("There is no issue (metod).");
        assertThat(problem(Contested.model(Contested.FILE, "issues=none")))
                .isEqualTo("The scenario has no contested issues.");
        assertThat(problem(
                        Contested.model(Contested.FILE, "issues={grant: {yes: {}, no: {programs.frist.applied: no}}}")))
                .contains("frist");
        String many = IntStream.range(0, 13)
                .mapToObj(i -> "i" + i + ": {yes: {}, no: {programs.first.applied: no}}")
                .collect(Collectors.joining(", ", "issues={", "}"));
        assertThat(problem(Contested.model(Contested.FILE, many)))
                .isEqualTo("The 13 issues have more than 4096 combinations.");
    }

    /** Each issue moves a rate by a tenth of a point and its number of hundredths, but i4 by none and i9 by very little. */
    @Test
    void tooManyIssuesAreToldWithThoseWorthChoosing() {
        String many = IntStream.range(0, 14)
                .mapToObj(i -> "i" + i + ": {yes: {}, no: {companies.beta.uses.stated.1.rate: "
                        + (i == 4 ? "3%" : i == 9 ? "3.0001%" : (3.1 + i / 100.0) + "%") + "}}")
                .collect(Collectors.joining(", ", "issues={", "}"));
        Problems problems = new Problems();
        IssueTable.of(Contested.model(Contested.FILE, many), List.of(), 2, Progress.NONE, problems);
        assertThat(problems.sorted())
                .extracting(Problem::advice)
                .containsExactly(
                        "Select some; the others stay as written. Those that move a rate most on their own, without"
                                + " (i4, i9), have 4096: --issue i0 --issue i1 --issue i2 --issue i3 --issue i5 --issue i6 --issue i7"
                                + " --issue i8 --issue i10 --issue i11 --issue i12 --issue i13.");
    }

    /** An issue of three positions, the one that moves the rate most, leaves room for ten of two. */
    @Test
    void anIssueOfManyPositionsTakesTheRoomOfOthers() {
        String many = IntStream.range(0, 12)
                .mapToObj(i -> "i" + i + ": {yes: {}, no: {companies.beta.uses.stated.1.rate: " + (4 + i) + "%}}")
                .collect(Collectors.joining(
                        ", ",
                        "issues={",
                        ", large: {a: {}, b: {companies.beta.uses.stated.1.rate: 60%}, c:"
                                + " {companies.beta.uses.stated.1.rate: 3.1%}}}"));
        Problems problems = new Problems();
        IssueTable.of(Contested.model(Contested.FILE, many), List.of(), 2, Progress.NONE, problems);
        assertThat(problems.sorted().get(0).advice())
                .contains("without (i0, i1), have 3072: --issue i2 ")
                .endsWith(" --issue i11 --issue large.");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Model model = Contested.model(FOIL);
        // doubles of columns are compared by their bits
        assertThat(IssueTable.of(model, List.of(), 1, Progress.NONE, new Problems()))
                .usingRecursiveComparison()
                .isEqualTo(IssueTable.of(model, List.of(), 7, Progress.NONE, new Problems()));
    }

    @Test
    void theListenerHearsOfEveryCombinationAndCanStop() {
        Model model = Contested.model(Contested.FILE);
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        IssueTable.of(
                model,
                List.of("method"),
                2,
                (what, done, total) -> {
                    assertThat(total).isEqualTo(3);
                    return heard.add(done);
                },
                new Problems());
        assertThat(heard).containsExactly(1L, 2L, 3L);
        assertThatThrownBy(
                        () -> IssueTable.of(model, List.of("method"), 2, (what, done, total) -> false, new Problems()))
                .isInstanceOf(CancellationException.class);
    }
}
