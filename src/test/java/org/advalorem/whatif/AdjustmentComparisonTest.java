package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.Keys;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.whatif.AdjustmentComparison.BreakEven;
import org.advalorem.whatif.AdjustmentComparison.Company;
import org.advalorem.whatif.AdjustmentComparison.Outcome;
import org.advalorem.whatif.AdjustmentComparison.Point;
import org.advalorem.whatif.AdjustmentComparison.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The export value adjustment side by side: B = 2 + 3 million, S = 100, T = 60 million, all to the United States, so that by
 * hand the rate is 5 %, by the ratio 5/(1 + m) %, over sales 5/(1 + 0.6 m) %.
 */
final class AdjustmentComparisonTest {
    private static final Markups SHORT =
            new Markups(List.of(BigDecimal.ZERO, new BigDecimal("0.25"), new BigDecimal("0.5")));
    private static final double CLOSE = 1e-15;

    @TempDir
    private Path folder;

    private static Company acme(String... sets) {
        Problems problems = new Problems();
        List<Company> companies = AdjustmentComparison.of(
                Contested.model(Contested.FILE, sets), List.of("acme", "beta"), SHORT, 2, Progress.NONE, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(companies).hasSize(1);
        return companies.get(0);
    }

    private static double rate(Company company, String method) {
        return company.outcome(method).rate().orElseThrow().published();
    }

    private static BreakEven breakEven(Company company, String method) {
        return company.breakEvens().stream()
                .filter(found -> found.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void methodsStandSideBySide() {
        Company acme = acme();
        assertThat(acme.method()).isEqualTo("none");
        assertThat(acme.markup()).contains("20%");
        assertThat(acme.through()).isEqualTo("agent");
        assertThat(rate(acme, "none")).isEqualTo(0.05);
        assertThat(rate(acme, "ratio")).isEqualTo(0.0417);
        assertThat(rate(acme, "denominator")).isEqualTo(0.0447);
        assertThat(rate(acme, "blended")).isEqualTo(0.0417);
        assertThat(acme.outcome("denominator").programs().stream().map(Program::published))
                .containsExactly(0.0179, 0.0268);
        assertThat(acme.outcome("ratio").allOthers().orElseThrow().published()).isEqualTo(0.0359);
        assertThat(acme.switched()).isEmpty();
    }

    /** One percent on facts available: left as it is, or divided by 1.2. */
    @Test
    void ratesOnFactsAvailableAreAdjustedOrNot() {
        Company acme = acme("programs.credit.applied=yes");
        assertThat(rate(acme, "ratio")).isEqualTo(0.0517);
        assertThat(acme.switched().stream()
                        .filter(Outcome::factsAvailable)
                        .map(outcome -> outcome.rate().orElseThrow().published()))
                .containsExactly(0.06, 0.05, 0.053, 0.05);
        Company other = acme(
                "programs.credit.applied=yes", "companies.acme.export-value-adjustment.adjust-facts-available=yes");
        assertThat(other.outcomes()).isEqualTo(acme.switched());
        assertThat(other.switched()).isEqualTo(acme.outcomes());
    }

    @Test
    void theRateFallsWithTheMarkup() {
        List<Point> ratio = acme().curves().get(1).points();
        assertThat(ratio.stream().map(Point::markup).map(AdjustmentComparison::percent))
                .containsExactly("0%", "25%", "50%");
        assertThat(ratio.get(1).rate().orElseThrow().unrounded()).isCloseTo(0.04, within(CLOSE));
        assertThat(ratio.get(2).rate().orElseThrow().unrounded()).isCloseTo(0.05 / 1.5, within(CLOSE));
        List<Point> sales = acme().curves().get(2).points();
        assertThat(sales.get(2).rate().orElseThrow().unrounded()).isCloseTo(0.05 / 1.3, within(CLOSE));
    }

    /** 5/(1 + m) and 5/(1 + 0.6 m) are 1 at 400 % and 666.6... %, which is not below 1. */
    @Test
    void breakEvenIsTheFirstDecimalThatIsDeMinimis() {
        Company acme = acme();
        BreakEven ratio = breakEven(acme, "ratio");
        assertThat(ratio.markup().orElseThrow()).isEqualByComparingTo("4.00000001");
        assertThat(ratio.before().orElseThrow().unrounded()).isEqualTo(0.01);
        assertThat(breakEven(acme, "denominator").markup().orElseThrow()).isEqualByComparingTo("6.66666667");
        typedBack("400.000001%", true);
        typedBack("400%", false);
    }

    private static void typedBack(String markup, boolean deMinimis) {
        Model model = Contested.model(
                Contested.FILE,
                "companies.acme.export-value-adjustment.method=ratio",
                "companies.acme.export-value-adjustment.markup=" + markup);
        assertThat(ResultFrame.ofRates(model)
                        .rate(Keys.subject("companies.acme"), 0)
                        .orElseThrow()
                        .deMinimis())
                .contains(deMinimis);
    }

    @Test
    void breakEvenTellsWhenThereIsNone() {
        BreakEven none = breakEven(acme("programs.credit.applied=yes"), "ratio");
        assertThat(none.markup()).isEmpty();
        assertThat(none.why()).startsWith("Not de minimis even at a markup of 100000%");
        assertThat(breakEven(acme("programs.credit.applied=yes", "programs.credit.rate=0.5%"), "ratio")
                        .markup()
                        .orElseThrow())
                .isEqualByComparingTo("9.00000001");
        BreakEven already = breakEven(
                acme(
                        "companies.acme.uses.first.mill.received.2023-02-01.amount=0.4 million",
                        "companies.acme.uses.second.mill.received.2023-02-01.amount=0.5 million"),
                "denominator");
        assertThat(already.markup().orElseThrow()).isEqualByComparingTo("0");
    }

    /** Without a markup the affiliate's own sales are needed, and the ledger has none. */
    @Test
    void aMethodThatIsImpossibleSaysWhy() {
        Company acme = acme("companies.acme.export-value-adjustment.markup=none");
        assertThat(acme.markup()).isEmpty();
        assertThat(rate(acme, "none")).isEqualTo(0.05);
        assertThat(acme.outcome("ratio").rate()).isEmpty();
        assertThat(acme.outcome("ratio").impossible()).isNotEmpty();
        assertThat(acme.curves().get(1).points().get(1).rate()).isPresent();
    }

    @Test
    void criteriaAreListedWithTheirFindings() {
        assertThat(acme().criteria().stream().map(criterion -> criterion.name() + " " + criterion.finding()))
                .containsExactly(
                        "price-differs yes",
                        "affiliated yes",
                        "sets-customs-value disputed",
                        "one-to-one yes",
                        "direct-shipment no",
                        "back-to-back not stated");
    }

    @Test
    void aCompanyWithoutAnAdjustmentIsTold() {
        Problems problems = new Problems();
        assertThat(AdjustmentComparison.of(
                        Contested.model(Contested.FILE), List.of("beta"), SHORT, 1, Progress.NONE, problems))
                .isEmpty();
        assertThat(problems.sorted().get(0).message())
                .isEqualTo("None of the companies (beta) has an export value adjustment to compare.");
    }

    /** 17.14 % without, 16.78 % by the ratio, 16.90 % by the denominator; 16.83 % at a markup of 5 %. */
    @Test
    void theShippedCaseGivesItsFigures() {
        Company foil = AdjustmentComparison.of(
                        Contested.model(Path.of("scenarios/aluminum-foil/scenario.yaml")),
                        List.of("zhongji"),
                        new Markups(List.of(new BigDecimal("0.05"), new BigDecimal("0.06"))),
                        2,
                        Progress.NONE,
                        new Problems())
                .get(0);
        assertThat(rate(foil, "none")).isEqualTo(0.1714);
        assertThat(rate(foil, "ratio")).isEqualTo(0.1678);
        assertThat(rate(foil, "denominator")).isEqualTo(0.169);
        assertThat(foil.curves().get(1).points().get(0).rate().orElseThrow().published())
                .isEqualTo(0.1683);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Model model = Contested.model(Contested.FILE);
        assertThat(AdjustmentComparison.of(model, List.of("acme"), SHORT, 1, Progress.NONE, new Problems()))
                .isEqualTo(AdjustmentComparison.of(model, List.of("acme"), SHORT, 5, Progress.NONE, new Problems()));
    }

    private static String refused(String range) {
        Problems problems = new Problems();
        assertThat(Markups.read(range, problems)).isEmpty();
        return problems.sorted().get(0).message();
    }

    @Test
    void markupsAreRanges() {
        assertThat(Markups.USUAL.fractions()).hasSize(21);
        assertThat(fractions("0% to 20% in 21"))
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(Markups.USUAL.fractions());
        assertThat(fractions("1.5% to 3% in 4").stream().map(AdjustmentComparison::percent))
                .containsExactly("1.5%", "2%", "2.5%", "3%");
        assertThat(fractions("0 to 20% step 10%").stream().map(AdjustmentComparison::percent))
                .containsExactly("0%", "10%", "20%");
        assertThat(fractions("2%, 6%, 12%").stream().map(AdjustmentComparison::percent))
                .containsExactly("2%", "6%", "12%");
        for (String none : List.of("0 to 20", "times 1 to 2", "none, ratio", "5", "5% of sales, 6%", "0.05, 6%")) {
            assertThat(refused(none)).isEqualTo("(" + none + ") is not a range of markups.");
        }
        for (String other : List.of("20% to 5%", "-5% to 5%", "5%, 3%, 8%", "5%", "0% to 20% in 1002")) {
            assertThat(refused(other))
                    .isEqualTo("A range of markups must ascend from 0% or more, in 2 to 1001 values.");
        }
        assertThat(refused("0% to 5% in 1")).isEqualTo("A range has from 2 to 100000 values, not 1.");
        assertThat(refused("0% to many")).isEqualTo("(many) is not a number with its unit.");
    }

    private static List<BigDecimal> fractions(String range) {
        return Markups.read(range, new Problems()).orElseThrow().fractions();
    }

    @Test
    void entriesAreAnAmountOrAFile() throws IOException {
        Entries amount =
                Entries.read("1.5 million USD", new Problems(), decided -> {}).orElseThrow();
        assertThat(amount.currency()).isEqualTo("USD");
        assertThat(amount.duty(0.0417)).isEqualByComparingTo("62550");
        Path file = folder.resolve("entries.csv");
        Files.writeString(file, "entry,date,value\nA-1,2024-01-05,1000.10\nA-2,2024-02-05,2000\n");
        Entries read =
                Entries.read(file.toString(), new Problems(), decided -> {}).orElseThrow();
        assertThat(read.value()).isEqualByComparingTo("3000.10");
        assertThat(read.entries().get(1).name()).isEqualTo("A-2");
        assertThat(read.duty(0.05)).isEqualByComparingTo("150.005");
    }

    @Test
    void entriesThatCannotBeReadAreTold() throws IOException {
        Problems problems = new Problems();
        assertThat(Entries.read("a lot", problems, decided -> {})).isEmpty();
        assertThat(Entries.read("-5 USD", problems, decided -> {})).isEmpty();
        assertThat(Entries.read(folder.resolve("none.csv").toString(), problems, decided -> {}))
                .isEmpty();
        Path file = folder.resolve("entries.csv");
        Files.writeString(file, "entry,worth\nA-1,1000\n");
        assertThat(Entries.read(file.toString(), problems, decided -> {})).isEmpty();
        Files.writeString(file, "entry,value\nA-1,1000 USD\nA-2,many\nA-3,5 EUR\n");
        assertThat(Entries.read(file.toString(), problems, decided -> {})).isEmpty();
        assertThat(problems.sorted().stream().map(Problem::code))
                .containsExactlyInAnyOrder(
                        Problem.Code.AV204,
                        Problem.Code.AV204,
                        Problem.Code.AV301,
                        Problem.Code.AV302,
                        Problem.Code.AV303,
                        Problem.Code.AV303);
    }

    /** By hand: B/S 5 %, 500 to the United States resold at 550, 500 to Japan at 500. */
    @Test
    void destinationsStandSideBySide() {
        Company company = company(Path.of("src/test/resources/whatif/adjustment-by-destination.yaml"));
        assertThat(company.byDestination().stream()
                        .map(found ->
                                found.destinations() + " " + found.outcome().method() + " "
                                        + found.outcome().rate().orElseThrow().published()))
                .containsExactly(
                        "United States ratio 0.0455",
                        "United States denominator 0.0476",
                        "all ratio 0.0476",
                        "all denominator 0.0476");
        assertThat(company.destinations()).isEmpty();
        assertThat(company.failing()).isEmpty();
        assertThat(company.warnings()).isEmpty();
    }

    /** 300 resold at 345 passes, 200 resold at 205 fails: 5 x 505/550. */
    @Test
    void failingSalesAreListed() {
        Company company = company(Path.of("src/test/resources/whatif/failing-sales.yaml"));
        assertThat(company.outcome("ratio").rate().orElseThrow().unrounded())
                .isCloseTo(0.05 * 505 / 550, within(CLOSE));
        assertThat(company.failing().stream()
                        .map(sale -> sale.row() + " " + sale.invoice() + " " + sale.criteria() + " " + sale.value()))
                .containsExactly("2 B [one-to-one] 200.0", "4 B [one-to-one] 205.0");
        assertThat(company.warnings()).hasSize(2);
    }

    private static Company company(Path file) {
        return AdjustmentComparison.of(Contested.model(file), List.of("a"), SHORT, 1, Progress.NONE, new Problems())
                .get(0);
    }
}
