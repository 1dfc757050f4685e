package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.advalorem.Shows;
import org.advalorem.calculation.Outline;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.OneUse;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Shows("2.8")
final class LessThanAdequateRemunerationTest {
    private static final String HEADER = "date,supplier,status,grade,quantity,price";
    private static final String[] MONTHS = {"2016-01", "2016-02", "2016-03"};

    /** RULES 2.8: quantities 100/200/150, prices 700/790/760, benchmarks 820/780/810. */
    private static RemunerationScenario example() {
        return purchases(
                        "2016-01-15,Chalco,authority,,100,700",
                        "2016-02-15,Chalco,authority,,200,790",
                        "2016-03-15,Chalco,authority,,150,760")
                .root(
                        "benchmarks",
                        benchmark(SourceNode.mapping("2016-01", "820", "2016-02", "780", "2016-03", "810")));
    }

    private static RemunerationScenario purchases(String... rows) {
        return new RemunerationScenario("less-than-adequate-remuneration")
                .root("benchmarks", benchmark("800"))
                .program("benchmark", "ingot")
                .use("purchases", "aluminium.csv")
                .file("aluminium.csv", HEADER, List.of(rows));
    }

    private static SourceNode benchmark(Object price) {
        return SourceNode.mapping(
                "ingot",
                SourceNode.mapping(
                        "type", "price", "tier", "1", "unit", "CNY/t", "world", SourceNode.mapping("domestic", price)));
    }

    @Test
    void oneConstantBenchmark() {
        RemunerationScenario.Result result =
                example().root("benchmarks", benchmark("800")).result();
        // (800 - 700) * 100 + (800 - 790) * 200 + (800 - 760) * 150
        assertThat(result.benefit()).isEqualTo(18_000);
        assertThat(result.values().of(result.use().rate())).isEqualTo(0.0018);
    }

    @ParameterizedTest
    @CsvSource({"transaction, 19500", "month, 19500", "none, 17500"})
    void zeroingOfTheExample(String zeroing, double benefit) {
        assertThat(example().use("zeroing", zeroing).result().benefit()).isEqualTo(benefit);
    }

    @Test
    void zeroingIsByTransactionUnlessStated() {
        assertThat(example().result().benefit()).isEqualTo(19_500);
    }

    /** At 800: +10,000 and -2,000 in January, in two grades; -1,000 in February. */
    @ParameterizedTest
    @CsvSource({"transaction, 10000", "month, 8000", "none, 7000"})
    void zeroingWithinAMonth(String zeroing, double benefit) {
        RemunerationScenario scenario = purchases(
                "2016-01-15,Chalco,authority,A,100,700",
                "2016-01-20,Chalco,authority,B,200,810",
                "2016-02-01,Chalco,authority,A,50,820");
        assertThat(scenario.use("zeroing", zeroing).result().benefit()).isEqualTo(benefit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "month", "none"})
    void aTotalBelowZeroIsNoBenefit(String zeroing) {
        RemunerationScenario scenario = purchases("2016-01-15,Chalco,authority,,100,900");
        assertThat(scenario.use("zeroing", zeroing).result().benefit()).isEqualTo(0);
    }

    @Test
    void privateSuppliersAreLeftOutAndCounted() {
        RemunerationScenario.Result result = purchases(
                        "2016-01-15,Chalco,authority,,100,700",
                        "2016-01-16,Weiqiao,private,,1000,500",
                        "2016-01-17,Unknown,facts available,,10,790",
                        "2016-02-17,Weiqiao,private,,1000,500",
                        "2015-12-31,Chalco,authority,,1000,100")
                .result();
        assertThat(result.benefit()).isEqualTo(100 * 100 + 10 * 10);
        Map<String, List<Object>> table = result.table("Purchases by month");
        assertThat(table.get("month")).containsExactly("2016-01", "2016-02");
        assertThat(table.get("purchases")).containsExactly("2", "0");
        assertThat(table.get("on facts available")).containsExactly("1", "0");
        assertThat(table.get("private")).containsExactly("1", "1");
        assertThat(table.get("quantity")).containsExactly(110.0, "");
        assertThat(table.get("benchmark")).containsExactly(800.0, "");
        assertThat(table.get("below benchmark")).containsExactly(2.0, "");
        assertThat(table.get("benefit")).containsExactly(10_100.0, "");
        assertThat(result.notes())
                .contains("1 of 5 rows of (aluminium.csv) are outside 2016 and are left out.")
                .contains("Suppliers whose status rests on facts available count as authorities (assumption A41).");
    }

    @Test
    void onlyPrivatePurchasesGiveNothingAndNeedNoBenchmark() {
        RemunerationScenario.Result result = purchases("2016-09-16,Weiqiao,private,,1000,500")
                .root("benchmarks", benchmark(SourceNode.mapping("2016-01", "820")))
                .result();
        assertThat(result.benefit()).isEqualTo(0);
    }

    @Test
    void nothingBoughtInThePeriod() {
        RemunerationScenario.Result result =
                purchases("2014-09-16,Chalco,authority,,1000,500").result();
        assertThat(result.benefit()).isEqualTo(0);
        assertThat(result.notes()).contains("Nothing was bought in 2016.");
    }

    @Test
    void rowsMayStandInTheScenarioItself() {
        RemunerationScenario scenario = purchases()
                .use(
                        "purchases",
                        SourceNode.sequence(SourceNode.mapping(
                                "date", "2016-01", "status", "authority", "quantity", "100", "price", "700")));
        assertThat(scenario.result().benefit()).isEqualTo(10_000);
    }

    @Test
    void freightTheBuyerPaidIsAddedToPrices() {
        RemunerationScenario scenario = example().use("freight-paid", "30 CNY/t");
        // 820 - 730, 780 - 820, 810 - 790
        assertThat(scenario.result().benefit()).isEqualTo(90 * 100 + 20 * 150);
        assertThat(scenario.use("freight-paid", SourceNode.mapping("2016-01", "30 CNY/t"))
                        .problems())
                .anyMatch(problem -> problem.startsWith("AV403 (freight-paid) has no value for February 2016."));
    }

    @Test
    void pricesWithoutVatMeetABenchmarkWithoutVat() {
        SourceNode benchmarks = SourceNode.mapping(
                "ingot",
                SourceNode.mapping(
                        "type",
                        "price",
                        "unit",
                        "CNY/t",
                        "world",
                        SourceNode.mapping("spot", "800"),
                        "import-duty",
                        "5%",
                        "vat",
                        "10%"));
        RemunerationScenario scenario =
                purchases("2016-01-15,Chalco,authority,,100,700").root("benchmarks", benchmarks);
        assertThat(scenario.result().benefit()).isEqualTo((840 + 84 - 700) * 100);
        assertThat(scenario.use("prices", "without VAT").result().benefit()).isEqualTo((840 - 700) * 100);
    }

    @Test
    void pricesInAForeignCurrency() {
        RemunerationScenario scenario = purchases("2016-01-15,Rusal,authority,,100,100")
                .use(
                        "purchases",
                        SourceNode.mapping("file", "aluminium.csv", "units", SourceNode.mapping("price", "USD/t")))
                .root(
                        "exchange-rates",
                        SourceNode.sequence(
                                SourceNode.mapping("month", "2016-01", "from", "USD", "to", "CNY", "rate", "6.4")));
        // the benchmark of 800 CNY is 125 USD; 25 USD * 100 t = 2,500 USD
        assertThat(scenario.result().benefit()).isCloseTo(16_000, Percentage.withPercentage(1e-12));
    }

    @Test
    void aWholeColumnCanBeChanged() {
        RemunerationScenario.Result result = example().result();
        String change = "companies.zhang.uses.input.1.purchases.change.";
        assertThat(result.benefitAt(change + "quantity.scale", 2)).isEqualTo(39_000);
        assertThat(result.benefitAt(change + "price.shift", 10)).isEqualTo(110 * 100 + 40 * 150);
        assertThat(result.benefitAt("benchmarks.ingot.world.domestic.2016-01", 830))
                .isEqualTo(20_500);
    }

    @Test
    void quantitiesCannotBeShifted() {
        assertThat(example()
                        .use(
                                "purchases",
                                SourceNode.mapping(
                                        "file",
                                        "aluminium.csv",
                                        "change",
                                        SourceNode.mapping("quantity", SourceNode.mapping("shift", "10"))))
                        .problems())
                .containsExactly("AV212 (companies.zhang.uses.input.1.purchases.change.quantity) has a shift, but this"
                        + " column is summed. Write {scale: 1.05}.");
    }

    @Tag("slow")
    @Test
    void aHundredThousandRecordsMakeASmallCalculation() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add("2016-%02d-10,Chalco,authority,,%d,%d"
                    .formatted(random.nextInt(1, 13), random.nextInt(1, 90), random.nextInt(600, 1000)));
        }
        RemunerationScenario.Result result =
                purchases(rows.toArray(String[]::new)).result();
        assertThat(result.benefit()).isPositive();
        assertThat(result.determination().calculation().terms()).hasSizeLessThan(200);
    }

    @Shows("P6")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomPurchasesAgainstPlainDecimals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = new ArrayList<>();
        BigDecimal transaction = BigDecimal.ZERO;
        BigDecimal[] months = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal[] prices = {
            decimal(random, 600_00, 1000_00), decimal(random, 600_00, 1000_00), decimal(random, 600_00, 1000_00)
        };
        for (int i = 0; i < 400; i++) {
            int month = random.nextInt(3);
            boolean counted = random.nextInt(4) > 0;
            BigDecimal quantity = decimal(random, 0, 5000_00);
            BigDecimal price = decimal(random, 500_00, 1100_00);
            String status = counted ? random.nextBoolean() ? "authority" : "facts available" : "private";
            rows.add(MONTHS[month] + "-07,s," + status + "," + (random.nextBoolean() ? "A" : "B") + "," + quantity + ","
                    + price);
            if (counted) {
                BigDecimal saved = prices[month].subtract(price).multiply(quantity);
                transaction = transaction.add(saved.max(BigDecimal.ZERO));
                months[month] = months[month].add(saved);
            }
        }
        BigDecimal byMonth = BigDecimal.ZERO;
        BigDecimal netted = BigDecimal.ZERO;
        for (BigDecimal month : months) {
            byMonth = byMonth.add(month.max(BigDecimal.ZERO));
            netted = netted.add(month);
        }
        RemunerationScenario scenario = purchases(rows.toArray(String[]::new))
                .root(
                        "benchmarks",
                        benchmark(
                                SourceNode.mapping("2016-01", prices[0], "2016-02", prices[1], "2016-03", prices[2])));
        double zeroed = scenario.use("zeroing", "transaction").result().benefit();
        double zeroedByMonth = scenario.use("zeroing", "month").result().benefit();
        double offset = scenario.use("zeroing", "none").result().benefit();
        assertThat(zeroed).isCloseTo(transaction.doubleValue(), Percentage.withPercentage(1e-12));
        // netted sums cancel, so they are close in the size of what is netted
        assertThat(zeroedByMonth).isCloseTo(byMonth.doubleValue(), within(1e-13 * zeroed));
        assertThat(offset).isCloseTo(netted.max(BigDecimal.ZERO).doubleValue(), within(1e-13 * zeroed));
        assertThat(zeroed).isGreaterThanOrEqualTo(zeroedByMonth);
        assertThat(zeroedByMonth).isGreaterThanOrEqualTo(offset);
    }

    private static BigDecimal decimal(SplittableRandom random, int min, int most) {
        return BigDecimal.valueOf(random.nextInt(min, most), 2);
    }

    @Test
    void anUnknownStatusIsAnError() {
        assertThat(purchases("2016-01-15,Chalco,state-owned,,100,700").problems())
                .containsExactly(
                        "AV303 (status) is (state-owned); expected one of: authority, private, facts available. If it"
                                + " stands for one of them, write values: {status: {state-owned: authority}}.");
    }

    @Test
    void aStatusMustBeStated() {
        assertThat(purchases("2016-01-15,Chalco,,,100,700").problems())
                .containsExactly("AV303 (status) is (''); expected one of: authority, private, facts available.");
    }

    @Test
    void aMonthWithoutABenchmarkIsAnErrorForEachMonth() {
        RemunerationScenario scenario = purchases(
                        "2016-01-15,Chalco,authority,,100,700",
                        "2016-02-15,Chalco,authority,,100,700",
                        "2016-03-15,Chalco,authority,,100,700")
                .root("benchmarks", benchmark(SourceNode.mapping("2016-02", "780")));
        assertThat(scenario.problems())
                .containsExactly(
                        "AV403 The benchmark (ingot) has no price of (domestic) for 2016-01, which"
                                + " (companies.zhang.uses.input.1) needs."
                                + " Add the month, or write on-missing: nearest earlier.",
                        "AV403 The benchmark (ingot) has no price of (domestic) for 2016-03, which"
                                + " (companies.zhang.uses.input.1) needs."
                                + " Add the month, or write on-missing: nearest earlier.");
    }

    @Test
    void aGradeWithoutABenchmarkIsAnError() {
        RemunerationScenario scenario = purchases("2016-01-15,Chalco,authority,A00,100,700")
                .root("benchmarks", benchmark("ingot.csv"))
                .file("ingot.csv", "month,grade,price", List.of("2016-01,A0,800", "2016-01,B0,900"));
        assertThat(scenario.problems())
                .containsExactly("AV403 The benchmark (ingot) has no price of (domestic) for grade (A00), which"
                        + " (companies.zhang.uses.input.1) needs. Did you mean (A0)?");
    }

    @Test
    void anotherMeasureIsAnError() {
        assertThat(example().use("quantity-unit", "m3").problems())
                .containsExactly(
                        "AV206 In (companies.zhang.uses.input.1), the benchmark (ingot) is in CNY/t and prices paid"
                                + " are in CNY/m3. State both per the same measure; check quantity-unit. Or state a factor:"
                                + " factors: {piece: 12.5 kg}.");
        assertThat(example()
                        .use(
                                "purchases",
                                SourceNode.mapping(
                                        "file", "aluminium.csv", "units", SourceNode.mapping("price", "CNY/m3")))
                        .problems())
                .containsExactly(
                        "AV206 Prices of (aluminium.csv) are in CNY/m3 and quantities in t. Write units: {price:"
                                + " CNY/t}, or quantity-unit: with the unit per which prices are stated.");
        assertThat(example()
                        .use("quantity-unit", "t")
                        .use(
                                "purchases",
                                SourceNode.mapping(
                                        "file", "aluminium.csv", "units", SourceNode.mapping("quantity", "kg")))
                        .problems())
                .containsExactly("AV206 (quantity-unit) is t, but (aluminium.csv) has quantities in kg."
                        + " State the unit once.");
    }

    @Test
    void aBenchmarkOfAnotherTypeIsAnError() {
        assertThat(example()
                        .program("benchmark", "lending")
                        .root(
                                "benchmarks",
                                SourceNode.mapping(
                                        "lending",
                                        SourceNode.mapping(
                                                "type",
                                                "interest-table",
                                                "base",
                                                SourceNode.sequence(SourceNode.mapping(
                                                        "currency", "CNY", "year", "2016", "rate", "5%")))))
                        .problems())
                .singleElement()
                .asString()
                .startsWith(
                        "AV210 (companies.zhang.uses.input.1) needs a benchmark of type price or price-candidates; (lending) is not"
                                + " one.");
    }

    @Test
    void aUnitOfAColumnThatDoesNotExistIsAnError() {
        assertThat(example()
                        .use(
                                "purchases",
                                SourceNode.mapping(
                                        "file", "aluminium.csv", "units", SourceNode.mapping("prize", "USD/t")))
                        .problems())
                .containsExactly("AV201 (prize) in (units) is not a column here. Did you mean (price)?");
    }

    @Test
    void nothingIsSaidOfRowsOutsideThePeriodWhereThereAreNone() {
        assertThat(example().result().notes()).noneMatch(note -> note.contains("lie outside"));
    }

    @Test
    void purchasesOfTheFirstAndTheLastMonthBelongToThePeriod() {
        RemunerationScenario.Result result = purchases(
                        "2016-01-01,Chalco,authority,,1,700",
                        "2016-12-31,Chalco,authority,,10,700",
                        "2017-01-01,Chalco,authority,,100,700")
                .result();
        assertThat(result.benefit()).isEqualTo(1_100);
        assertThat(result.table("Purchases by month").get("month")).containsExactly("2016-01", "2016-12");
    }

    @Test
    void theBasisOfTheComparisonIsSaidAndAssumedUnlessStated() {
        assertThat(example().result().notes())
                .contains("Prices paid and benchmark are compared with VAT; prices paid are taken as delivered prices"
                        + " (assumption A38).")
                .noneMatch(note -> note.contains("assumption A41"));
        assertThat(example().use("freight-paid", "30 CNY/t").result().notes())
                .contains(
                        "Prices paid and benchmark are compared with VAT; the freight the buyer paid to others is added"
                                + " to its prices (assumption A38).");
        assertThat(example().use("prices", "without VAT").result().notes())
                .contains(
                        "Prices paid and benchmark are compared without VAT; prices paid are taken as delivered prices"
                                + " (assumption A38).");
        assertThat(example()
                        .use("freight-paid", "30 CNY/t")
                        .use("prices", "with VAT")
                        .result()
                        .notes())
                .contains(
                        "Prices paid and benchmark are compared with VAT; the freight the buyer paid to others is added"
                                + " to its prices.");
    }

    @Test
    void freightPaidIsPerTheSameMeasure() {
        assertThat(example().use("freight-paid", "30 CNY/m3").problems())
                .containsExactly(
                        "AV206 In (companies.zhang.uses.input.1), (freight-paid) is in CNY/m3 and prices paid are"
                                + " in CNY/t. State both per the same measure; check quantity-unit. Or state a factor:"
                                + " factors: {piece: 12.5 kg}.");
    }

    @ParameterizedTest
    @CsvSource({
        "transaction, Purchases below the benchmark, A8",
        "month, Purchases below the benchmark less those above it, A40",
        "none, Purchases below the benchmark less those above it, A40"
    })
    void whetherPurchasesOffsetOneAnotherIsSaid(String zeroing, String label, String assumption) {
        Determination determination = example().use("zeroing", zeroing).result().determination();
        List<Outline.Line> lines = OneUse.items(determination.calculation().outline())
                .filter(Outline.Line.class::isInstance)
                .map(Outline.Line.class::cast)
                .filter(line -> line.label().startsWith("Purchases"))
                .toList();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.label()).isEqualTo(label);
            assertThat(line.authority().assumption()).contains(assumption);
        });
    }
}
