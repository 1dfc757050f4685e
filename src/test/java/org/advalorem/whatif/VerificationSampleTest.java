package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.facts.Months;
import org.advalorem.rules.Measure;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.junit.jupiter.api.Test;

/** What is drawn, from a small case whose rows are counted and computed here by hand. */
final class VerificationSampleTest {
    private static final Path FOLDER = Path.of("src/test/resources/whatif/verification");
    private static final String PURCHASES = "companies.acme.uses.zinc-ltar.acme.purchases";
    private static final double BENCHMARK = 1000;
    private static final double DENOMINATOR = 7_650_000;

    private final Model model = Model.load(FOLDER.resolve("case.yaml"));

    /** A purchase as the file has it. */
    private record Purchase(int row, String month, boolean authority, double quantity, double price) {
        double benefit() {
            return authority && price < BENCHMARK ? quantity * (BENCHMARK - price) : 0;
        }
    }

    private static List<Purchase> purchases() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("purchases.csv"));
        return IntStream.range(1, lines.size())
                .mapToObj(i -> {
                    String[] cells = lines.get(i).split(",", -1);
                    return new Purchase(
                            i,
                            cells[1].substring(0, 7),
                            cells[3].equals("authority"),
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[5]));
                })
                .toList();
    }

    private VerificationSample.Drawn drawn(String address, int largest, int random, long seed) {
        return VerificationSample.of(model, largest, random, seed)
                .only(table -> table.address().equals(address))
                .tables()
                .get(0);
    }

    private static List<String> taken(VerificationSample.Drawn drawn) {
        return drawn.taken().stream()
                .map(one -> one.row().number() + " " + one.reason())
                .toList();
    }

    /** The random numbers were computed by a second program, from the description in docs/verification.md. */
    @Test
    void aSeedDrawsTheRowsOfItsDescription() {
        assertThat(taken(drawn(PURCHASES, 2, 3, 7)))
                .containsExactly(
                        "1 RANDOM",
                        "2 RANDOM",
                        "4 LARGEST",
                        "6 MONTH",
                        "7 LARGEST",
                        "9 MONTH",
                        "11 RANDOM",
                        "12 MONTH",
                        "13 MONTH",
                        "14 MONTH");
        assertThat(drawn(PURCHASES, 0, 14, 7).taken().stream()
                        .map(one -> one.row().chance()))
                .startsWith(0.1011090719241311, 0.18193077708675431, 0.7998694627913753);
    }

    @Test
    void eachRowIsTakenOnceAndWhatIsDrawnDoesNotDependOnOtherTables() {
        assertThat(drawn(PURCHASES, 9, 9, 1).taken().stream()
                        .map(one -> one.row().number()))
                .hasSize(14)
                .doesNotHaveDuplicates();
        assertThat(drawn(PURCHASES, 2, 3, 1).taken())
                .isEqualTo(VerificationSample.of(model, 2, 3, 1).tables().get(1).taken());
    }

    @Test
    void anotherSeedDrawsOtherRows() {
        List<List<String>> samples = new ArrayList<>();
        for (long seed = 1; seed <= 20; seed++) {
            samples.add(taken(drawn(PURCHASES, 0, 5, seed)));
        }
        assertThat(samples).doesNotHaveDuplicates();
    }

    /** Half of the rows, over many seeds: every row is drawn half of the times, within four standard deviations. */
    @Test
    void everyRowIsEquallyLikely() {
        TracedTable table = drawn(PURCHASES, 0, 0, 1).table();
        int seeds = 400;
        int[] counts = new int[table.rows().size()];
        for (long seed = 0; seed < seeds; seed++) {
            drawn(PURCHASES, 0, 7, seed).taken().stream()
                    .filter(one -> one.reason() == VerificationSample.Reason.RANDOM)
                    .forEach(one -> counts[one.row().number() - 1]++);
        }
        for (int count : counts) {
            assertThat(count).isBetween(160, 240);
        }
    }

    @Test
    void benefitAndContributionOfAPurchaseAreThoseComputedByHand() throws IOException {
        List<TracedRow> rows = drawn(PURCHASES, 0, 0, 1).table().rows();
        for (Purchase purchase : purchases()) {
            TracedRow row = rows.get(purchase.row() - 1);
            assertThat(row.value()).isEqualTo(purchase.quantity() * purchase.price());
            assertThat(row.benefit()).isCloseTo(purchase.benefit(), within(1e-9));
            assertThat(row.contribution()).isCloseTo(purchase.benefit() / DENOMINATOR, within(1e-15));
            assertThat(Months.text(row.month().orElseThrow())).isEqualTo(purchase.month());
            assertThat(row.origin().line()).isEqualTo(purchase.row() + 1);
        }
    }

    @Test
    void coverageIsThatOfTheFile() throws IOException {
        VerificationSample.Drawn drawn = drawn(PURCHASES, 3, 2, 5);
        double all = 0;
        double traced = 0;
        for (Purchase purchase : purchases()) {
            double value = purchase.quantity() * purchase.price();
            all += value;
            if (drawn.taken().stream().anyMatch(one -> one.row().number() == purchase.row())) {
                traced += value;
            }
        }
        assertThat(drawn.table().value()).isEqualTo(all);
        assertThat(drawn.value()).isEqualTo(traced);
        assertThat(drawn.share()).isEqualTo(traced / all);
    }

    @Test
    void everyMonthWithARowIsTracedAndTheOthersAreNamed() throws IOException {
        VerificationSample.Drawn drawn = drawn(PURCHASES, 1, 1, 3);
        assertThat(drawn.taken().stream()
                        .map(one -> Months.text(one.row().month().orElseThrow()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        purchases().stream().map(Purchase::month).distinct().toList());
        assertThat(drawn.emptyMonths().stream().map(Months::text)).containsExactly("2024-04", "2024-07", "2024-09");
        // one of the largest and one at random stand for their months, so that none is drawn for twice
        assertThat(drawn.taken()).hasSize(9);
    }

    /** A sale in the denominator: its contribution is the slope times its amounts, held against differences of the rate. */
    @Test
    void aSaleContributesItsSlope() {
        List<TracedRow> rows = drawn("companies.acme.sales", 0, 0, 1).table().rows();
        double[] gross = {2_400_000, 1_900_000, 2_600_000, 800_000};
        double[] returns = {20_000, 0, 30_000, 0};
        double step = 1e-4;
        for (int i = 0; i < gross.length; i++) {
            double up = rate(i, gross[i] * (1 + step), returns[i] * (1 + step));
            double down = rate(i, gross[i] * (1 - step), returns[i] * (1 - step));
            assertThat(rows.get(i).contribution()).isCloseTo((up - down) / (2 * step), within(1e-9));
            assertThat(rows.get(i).contribution()).isNegative();
            assertThat(rows.get(i).benefit()).isNaN();
        }
    }

    private double rate(int row, double gross, double returns) {
        String cell = "companies.acme.sales.corrected." + (row + 1) + ".";
        return model.set(cell + "gross", Double.toString(gross))
                .set(cell + "returns", Double.toString(returns))
                .result(Subject.company(Scope.WHOLE, "acme").key(Measure.RATE_UNROUNDED))
                .orElseThrow();
    }

    /** Where a benefit is of one table alone, the rows of that table add up to it. */
    @Test
    void rowsAddUpToTheBenefitOfTheirProgram() {
        Model foil = Model.load(Path.of("scenarios/aluminum-foil/scenario.yaml"));
        VerificationSample sample = VerificationSample.of(foil, 0, 0, 1);
        for (String program : List.of("policy-loans", "aluminum-ltar", "export-sellers-credit")) {
            double sum = sample.tables().stream()
                    .filter(drawn -> drawn.table().program().equals(program))
                    .flatMap(drawn -> drawn.table().rows().stream())
                    .mapToDouble(TracedRow::benefit)
                    .sum();
            double benefit = foil.result(Subject.company(Scope.WHOLE, "zhongji")
                            .program(program)
                            .key(Measure.BENEFIT))
                    .orElseThrow();
            assertThat(sum).as(program).isCloseTo(benefit, within(benefit * 1e-12));
        }
    }
}
