package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.advalorem.Keys;
import org.advalorem.uncertainty.RandomStream;
import org.advalorem.whatif.Waterfall.Bar;
import org.advalorem.whatif.Waterfall.Change;
import org.advalorem.whatif.Waterfall.Step;
import org.advalorem.whatif.Waterfall.Together;
import org.advalorem.whatif.Waterfall.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The difference of two scenarios step by step, against figures by hand and every order gone through one by one. */
final class WaterfallTest {
    private static final String METHOD = "companies.acme.export-value-adjustment.method";
    private static final String FIRST = "programs.first.applied";
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");
    private static final double CLOSE = 1e-14;

    @TempDir
    private Path folder;

    private static Waterfall.Result compare(Model first, Model second) {
        return Waterfall.of(first, second, 1, 2, Progress.NONE);
    }

    private static Waterfall.Result compare(Path file, String... changes) {
        return compare(Contested.model(file), Contested.model(file, changes));
    }

    private static Way way(Waterfall.Result result, String whom) {
        return result.ways().stream()
                .filter(way -> way.subject().equals(Keys.subject(whom)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> addresses(Waterfall.Result result) {
        return result.changes().stream().map(Change::address).toList();
    }

    private static void addsUp(Waterfall.Result result) {
        for (Way way : result.ways()) {
            assertThat(way.bars().stream().mapToInt(Bar::hundredths).sum()).isEqualTo(way.hundredths());
            assertThat(way.bars().stream().mapToDouble(Bar::effect).sum())
                    .isCloseTo(way.to().published() - way.from().published(), within(CLOSE));
        }
    }

    /** 5.00 %, 3.00 % without the first grant, 4.17 % by the ratio, 2.50 % with both. */
    @Test
    void contributionsAreMeansOverOrdersByHand() {
        Waterfall.Result result = compare(Contested.FILE, METHOD + "=ratio", FIRST + "=no");
        assertThat(addresses(result)).containsExactly(FIRST, METHOD);
        Way acme = way(result, "companies.acme");
        assertThat(acme.hundredths()).isEqualTo(-250);
        Bar grant = acme.bars().get(0);
        assertThat(grant.effect()).isCloseTo(-(0.0200 + 0.0167) / 2, within(CLOSE));
        assertThat(grant.alone()).isCloseTo(-0.02, within(CLOSE));
        assertThat(grant.last().getAsDouble()).isCloseTo(-0.0167, within(CLOSE));
        Bar method = acme.bars().get(1);
        assertThat(method.effect()).isCloseTo(-(0.0083 + 0.0050) / 2, within(CLOSE));
        // -183.5 and -66.5 hundredths: both round down by a half, and the first is rounded up
        assertThat(grant.hundredths()).isEqualTo(-183);
        assertThat(method.hundredths()).isEqualTo(-67);
        addsUp(result);
    }

    /** 1.4 + 1.4 + 1.2 = 4.0: no rounding one by one gives four. */
    @Test
    void theLargestRemaindersAreRoundedUp() {
        assertThat(Waterfall.printed(new double[] {0.00014, 0.00014, 0.00012}, 4))
                .containsExactly(2, 1, 1);
        assertThat(Waterfall.printed(new double[] {-0.00014, -0.00014, -0.00012}, -4))
                .containsExactly(-1, -2, -1);
        assertThat(Waterfall.printed(new double[] {-Math.nextDown(0.1054), 0}, -1054))
                .containsExactly(-1054, 0);
        assertThat(Waterfall.printed(new double[] {}, 0)).isEmpty();
        RandomStream random = RandomStream.of(7, "remainders");
        for (int run = 0; run < 200; run++) {
            double[] effects = new double[5];
            int total = 0;
            for (int i = 0; i < 4; i++) {
                effects[i] = (random.uniform(run * 4L + i) - 0.5) / 10;
            }
            total = (int) Math.round(random.uniform(1_000_000L + run) * 1000);
            effects[4] = total * 1e-4 - Arrays.stream(effects).sum();
            int[] printed = Waterfall.printed(effects, total);
            assertThat(Arrays.stream(printed).sum()).isEqualTo(total);
            for (int i = 0; i < printed.length; i++) {
                assertThat(Math.abs(printed[i] - effects[i] * 1e4)).isLessThan(1 + 1e-6);
            }
        }
    }

    /** All 24 orders of four changes to the shipped case, each set on the command line. */
    @Test
    void contributionsAreTheShapleyValue() {
        List<String> changes = List.of(
                "benchmarks.ingot.import-duty=7%",
                "benchmarks.ingot.vat=13%",
                "companies.zhongji.export-value-adjustment.method=denominator",
                "companies.zhongji.export-value-adjustment.markup=9%");
        Waterfall.Result result = compare(FOIL, changes.toArray(new String[0]));
        addsUp(result);
        double[] sums = new double[4];
        int orders = 0;
        for (int code = 0; code < 256; code++) {
            List<Integer> order = List.of(code % 4, code / 4 % 4, code / 16 % 4, code / 64);
            if (order.stream().distinct().count() < 4) {
                continue;
            }
            orders++;
            List<String> made = new ArrayList<>();
            double before = 0.1714;
            for (int change : order) {
                made.add(changes.get(change));
                double after = Contested.model(FOIL, made.toArray(new String[0]))
                        .result(Keys.of("companies.zhongji.rate"))
                        .orElseThrow();
                sums[change] += after - before;
                before = after;
            }
        }
        assertThat(orders).isEqualTo(24);
        for (Bar bar : way(result, "companies.zhongji").bars()) {
            String address = result.changes().get(bar.step()).address();
            int change = IntStream.range(0, 4)
                    .filter(i -> changes.get(i).startsWith(address + "="))
                    .findFirst()
                    .orElseThrow();
            assertThat(bar.effect()).isCloseTo(sums[change] / 24, within(CLOSE));
        }
    }

    /** A use of a program that is not there is no scenario: the two go together. */
    @Test
    void changesThatAreValidOnlyTogetherAreOneStep() {
        Waterfall.Result result = compare(
                Contested.FILE,
                "programs.first=none",
                "companies.acme.uses.first=none",
                "companies.beta.uses.stated.1.rate=2%");
        assertThat(result.changes()).hasSize(3);
        assertThat(result.steps()).hasSize(2);
        Step together = result.steps().get(0);
        assertThat(together.together()).isEqualTo(Together.VALID_ONLY_TOGETHER);
        assertThat(together.name()).isEqualTo("programs.first + companies.acme.uses.first");
        assertThat(way(result, "companies.acme").bars().get(0).hundredths()).isEqualTo(-200);
        assertThat(way(result, "companies.beta").bars().get(1).hundredths()).isEqualTo(-100);
        addsUp(result);
    }

    @Test
    void whatChangesNoRateStandsAside() {
        Waterfall.Result result = compare(
                Contested.FILE,
                "title=Other",
                "companies.acme.name=Acme Inc.",
                "companies.acme.export-value-adjustment.criteria.direct-shipment=yes",
                "issues=none",
                "companies.acme.export-value-adjustment.markup=20.0%");
        assertThat(result.changes()).isEmpty();
        assertThat(result.steps()).isEmpty();
        assertThat(result.aside())
                .containsExactlyInAnyOrder(
                        "title",
                        "issues",
                        "companies.acme.name",
                        "companies.acme.export-value-adjustment.criteria.direct-shipment",
                        "companies.acme.export-value-adjustment.markup");
        assertThat(way(result, "companies.acme").hundredths()).isZero();
    }

    /** The same words in two files, but the data file of the same name has twice the sales. */
    @Test
    void dataFilesAreComparedByTheirContent() throws IOException {
        Model first = copy("a", "100000000", "");
        Model same = copy("b", "100000000", "# as reported\n");
        Model other = copy("c", "200000000", "");
        assertThat(compare(first, same).changes()).isEmpty();
        Waterfall.Result result = compare(first, other);
        assertThat(addresses(result)).containsExactly("companies.acme.sales");
        assertThat(result.changes().get(0).from()).matches("sales.csv \\(content [0-9a-f]{12}\\)");
        assertThat(way(result, "companies.acme").from().published()).isEqualTo(0.05);
        assertThat(way(result, "companies.acme").to().published()).isEqualTo(0.025);
        addsUp(result);
    }

    /** Half of two changes: the second scenario's file is read beside the second scenario. */
    @Test
    void mixturesReadEachDataFileFromItsOwnFolder() throws IOException {
        Model first = copy("a", "100000000", "");
        Model second = copy("c", "200000000", "", FIRST + "=no");
        Way acme = way(compare(first, second), "companies.acme");
        assertThat(acme.bars().stream().map(Bar::alone))
                .satisfiesExactly(
                        grant -> assertThat(grant).isCloseTo(-0.02, within(CLOSE)),
                        sales -> assertThat(sales).isCloseTo(-0.025, within(CLOSE)));
    }

    private Model copy(String name, String gross, String comment, String... sets) throws IOException {
        Path below = Files.createDirectory(folder.resolve(name));
        String scenario = Files.readString(Contested.FILE);
        int from = scenario.indexOf("    sales:\n");
        int to = scenario.indexOf("    export-value-adjustment:\n");
        Path file = below.resolve("case.yaml");
        Files.writeString(
                file, comment + scenario.substring(0, from) + "    sales: sales.csv\n" + scenario.substring(to));
        Files.writeString(below.resolve("sales.csv"), "year,seller,gross\n2023,mill," + gross + "\n");
        return Contested.model(file, sets);
    }

    /** Seventeen grants of 0.1 % each, dropped at once, at the same time as sales are doubled. */
    @Test
    void manyStepsAreSampledInRandomOrders() throws IOException {
        Model first = grants("a", "100 million", "yes");
        Model second = grants("b", "200 million", "no");
        Waterfall.Result result = compare(first, second);
        assertThat(result.steps()).hasSize(18);
        assertThat(result.orders()).hasValue(Waterfall.ORDERS);
        addsUp(result);
        Way way = way(result, "companies.acme");
        assertThat(way.from().published()).isCloseTo(0.027, within(CLOSE));
        assertThat(way.to().published()).isCloseTo(0.005, within(CLOSE));
        assertThat(Waterfall.of(first, second, 1, 5, Progress.NONE)).isEqualTo(result);
        assertThat(Waterfall.of(first, second, 2, 2, Progress.NONE)).isNotEqualTo(result);
        // the mean over all orders of what is left of the grants when sales double: half of 17 x 0.05, and 0.5 of the
        // other
        Bar sales = way.bars().get(17);
        assertThat(sales.effect()).isCloseTo(-0.005 - 17 * 0.0005 / 2, within(0.0015));
    }

    @Test
    void theOrdersMadeStandForAllWhenTheWorkIsStopped() throws IOException {
        Model first = grants("a", "100 million", "yes");
        Model second = grants("b", "200 million", "no");
        Progress atTen = (what, done, total) -> !what.equals("orders") || done < 10;
        Waterfall.Result result = Waterfall.of(first, second, 1, 2, atTen);
        assertThat(result.partial()).isTrue();
        assertThat(result.orders()).hasValue(10);
        addsUp(result);
        assertThat(Waterfall.of(first, second, 1, 5, atTen)).isEqualTo(result);
        assertThat(compare(first, second).partial()).isFalse();
        assertThatThrownBy(() -> Waterfall.of(first, second, 1, 2, (what, done, total) -> false))
                .isInstanceOf(CancellationException.class);
    }

    private Model grants(String name, String sales, String applied) throws IOException {
        StringBuilder programs = new StringBuilder("programs:\n  main: {type: grant, recurrence: recurring}\n");
        StringBuilder uses = new StringBuilder(
                "    uses:\n      main: [{to: acme, received: [{on: 2023-02-01, amount: 1 million}]}]\n");
        for (int i = 1; i <= 17; i++) {
            programs.append("  g" + i + ": {type: grant, recurrence: recurring, applied: " + applied + "}\n");
            uses.append("      g" + i + ": [{to: acme, received: [{on: 2023-02-01, amount: 0.1 million}]}]\n");
        }
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(
                file,
                "format: advalorem/1\ntitle: Many\nproceeding:\n  segment: investigation final\n  initiated: 2024-06-03\n"
                        + "  country: {name: Ruritania}\n  period: 2023\n  average-useful-life: 5 years\n" + programs
                        + "companies:\n  acme:\n    currency: USD\n    sales: [{year: 2023, seller: acme, gross: "
                        + sales
                        + "}]\n" + uses);
        return Contested.model(file);
    }

    @Test
    void moreThanTwelveChangesAreTakenTogetherBySection() {
        String[] changes = IntStream.range(0, 13)
                .mapToObj(i -> switch (i) {
                    case 0 -> FIRST + "=no";
                    case 1 -> METHOD + "=ratio";
                    case 2 -> "companies.acme.export-value-adjustment.markup=30%";
                    case 3 -> "companies.acme.export-value-adjustment.adjust-facts-available=yes";
                    case 4 -> "programs.credit.applied=yes";
                    case 5 -> "programs.credit.rate=2%";
                    case 6 -> "programs.credit.specificity=domestic";
                    case 7 -> "companies.beta.uses.stated.1.rate=2%";
                    case 8 -> "proceeding.period=2023-01-01 to 2023-12-31";
                    case 9 -> "proceeding.average-useful-life=6 years";
                    case 10 -> "companies.acme.voluntary=yes";
                    case 11 -> "companies.acme.uses.second.mill.received.2023-02-01.amount=4 million";
                    default -> "programs.second.specificity=export";
                })
                .filter(change -> !change.contains("proceeding.period"))
                .toArray(String[]::new);
        Waterfall.Result twelve = compare(Contested.FILE, changes);
        assertThat(twelve.steps()).hasSize(12);
        assertThat(twelve.orders()).isEmpty();
        String[] more = Arrays.copyOf(changes, 13);
        more[12] = "all-others.method=closest";
        Waterfall.Result result = compare(Contested.FILE, more);
        assertThat(result.changes()).hasSize(13);
        assertThat(result.steps()).hasSizeLessThan(12);
        assertThat(result.orders()).isEmpty();
        assertThat(result.steps().stream()
                        .filter(step -> step.name().equals("companies.acme.export-value-adjustment"))
                        .findFirst()
                        .orElseThrow()
                        .changes())
                .hasSize(3);
        addsUp(twelve);
        addsUp(result);
    }

    /** Nearly every change needs others. Trying which, two by two, would be more than 800 calculations. */
    @Test
    void unrelatedScenariosTakeFewCalculations() {
        Model first = Contested.model(Path.of("scenarios/every-program/scenario.yaml"));
        Model second = Contested.model(Path.of("scenarios/reference-model/scenario.yaml"));
        long[] calculations = {0};
        Waterfall.Result result = Waterfall.of(first, second, 1, 2, (what, done, total) -> {
            calculations[0]++;
            return true;
        });
        assertThat(calculations[0]).isLessThan(468);
        assertThat(result.changes()).hasSize(78);
        assertThat(result.steps()).extracting(step -> step.changes().size()).containsExactly(77, 1);
        assertThat(result.steps().get(0).together()).isEqualTo(Together.VALID_ONLY_TOGETHER);
        addsUp(result);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Model first = Contested.model(Contested.FILE);
        Model second = Contested.model(Contested.FILE, METHOD + "=ratio", FIRST + "=no");
        assertThat(Waterfall.of(first, second, 1, 1, Progress.NONE))
                .isEqualTo(Waterfall.of(first, second, 1, 6, Progress.NONE));
    }
}
