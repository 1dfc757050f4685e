package org.advalorem.rules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.calculation.Requirement;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.types.RemunerationScenario;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Shows("2.8")
final class PriceBenchmarkTest {
    private static final double EXACT = 1e-9;

    /** RULES 2.8: sources 700 and 740, freight 60, duty 5 %, VAT 13 %, inland 25. */
    private static RemunerationScenario example(Object... more) {
        return scenario(
                "2016-01",
                with(
                        List.of(
                                "unit",
                                "CNY/t",
                                "world",
                                SourceNode.mapping("LME", "700", "TDM", "740"),
                                "ocean-freight",
                                SourceNode.mapping("Maersk", "60"),
                                "import-duty",
                                "5%",
                                "vat",
                                "13%",
                                "inland-freight",
                                "25"),
                        more));
    }

    private static Object[] with(List<Object> fields, Object... more) {
        List<Object> all = new ArrayList<>(List.of("type", "price"));
        all.addAll(fields);
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** One tonne for nothing in that month, so that the benefit is the benchmark. */
    private static RemunerationScenario scenario(String month, Object... benchmark) {
        return new RemunerationScenario("less-than-adequate-remuneration")
                .root("benchmarks", SourceNode.mapping("ingot", SourceNode.mapping(benchmark)))
                .program("benchmark", "ingot")
                .use("purchases", "aluminium.csv")
                .file("aluminium.csv", "date,status,quantity,price", List.of(month + ",authority,1,0"));
    }

    private static SourceNode rates(String... fromToMonthRate) {
        List<Object> rows = new ArrayList<>();
        for (String row : fromToMonthRate) {
            String[] cells = row.split(" ", -1);
            rows.add(SourceNode.mapping("from", cells[0], "to", cells[1], "month", cells[2], "rate", cells[3]));
        }
        return SourceNode.sequence(rows.toArray());
    }

    @Test
    void theBuildUpOfTheExample() {
        RemunerationScenario.Result result = example().result();
        assertThat(result.benefit()).isCloseTo(950.47, within(EXACT));
        Map<String, List<Object>> table = result.table("Benchmark build-up");
        assertThat(table.keySet())
                .containsExactly(
                        "month",
                        "price LME",
                        "price TDM",
                        "average",
                        "ocean freight Maersk",
                        "c.i.f.",
                        "import duty",
                        "VAT",
                        "inland freight",
                        "benchmark");
        assertThat(number(table, "average")).isEqualTo(720);
        assertThat(number(table, "c.i.f.")).isEqualTo(780);
        assertThat(number(table, "import duty")).isCloseTo(39.00, within(EXACT));
        assertThat(number(table, "VAT")).isCloseTo(106.47, within(EXACT));
        assertThat(number(table, "benchmark")).isCloseTo(950.47, within(EXACT));
    }

    private static double number(Map<String, List<Object>> table, String column) {
        return (double) table.getOrDefault(column, List.of("none")).get(0);
    }

    @Test
    void chosenSourcesAndFreights() {
        assertThat(example("use", "TDM").result().benefit()).isCloseTo(800 * 1.05 * 1.13 + 25, within(EXACT));
        assertThat(example("use", SourceNode.sequence("TDM", "LME")).result().benefit())
                .isCloseTo(950.47, within(EXACT));
        RemunerationScenario.Result twoFreights = scenario(
                        "2016-01",
                        with(List.of(
                                "unit",
                                "CNY/t",
                                "world",
                                SourceNode.mapping("LME", "700"),
                                "ocean-freight",
                                SourceNode.mapping("Maersk", "60", "Xeneta", "50"))))
                .result();
        assertThat(twoFreights.benefit()).isEqualTo(755);
        assertThat(number(twoFreights.table("Benchmark build-up"), "average ocean freight"))
                .isEqualTo(55);
        RemunerationScenario picked = scenario(
                "2016-01",
                with(List.of(
                        "unit",
                        "CNY/t",
                        "world",
                        SourceNode.mapping("LME", "700"),
                        "ocean-freight",
                        SourceNode.mapping("Maersk", "60", "Xeneta", "50"),
                        "use-freight",
                        "Maersk")));
        assertThat(picked.result().benefit()).isEqualTo(760);
    }

    @Test
    void weightedSources() {
        assertThat(example(
                                "weights",
                                SourceNode.mapping("LME", "3000", "TDM", "1000"),
                                "ocean-freight",
                                SourceNode.mapping("none", "0"))
                        .result()
                        .benefit())
                .isCloseTo(710 * 1.05 * 1.13 + 25, within(EXACT));
        assertThat(example("weights", SourceNode.mapping("LME", "1")).problems())
                .containsExactly(
                        "AV202 (TDM) has no weight in the benchmark (ingot). Give a weight to every source that is"
                                + " used, or to none.");
        assertThat(example("weights", SourceNode.mapping("LMX", "1", "LME", "1", "TDM", "1"))
                        .problems())
                .containsExactly("AV210 (weights) names (LMX), which is not in (world). Did you mean (LME)?");
    }

    @Test
    void insuranceAndHandling() {
        // C = 720 + 60 + 4; BM = C * 1.05 * 1.13 + 25 + 6
        assertThat(example("insurance", "4", "handling", "6").result().benefit())
                .isCloseTo(784 * 1.05 * 1.13 + 31, within(EXACT));
    }

    @Test
    void localFreightInLocalCurrency() {
        RemunerationScenario scenario = scenario(
                        "2016-01",
                        with(List.of(
                                "unit",
                                "USD/t",
                                "world",
                                SourceNode.mapping("LME", "700", "TDM", "740"),
                                "ocean-freight",
                                SourceNode.mapping("Maersk", "60"),
                                "import-duty",
                                "5%",
                                "vat",
                                "13%",
                                "inland-freight",
                                "95 CNY/t")))
                .root("exchange-rates", rates("USD CNY 2016-01 6.5"));
        RemunerationScenario.Result result = scenario.result();
        assertThat(result.benefit()).isCloseTo(780 * 6.5 * 1.05 * 1.13 + 95, within(EXACT));
        Map<String, List<Object>> table = result.table("Benchmark build-up");
        assertThat(number(table, "c.i.f.")).isEqualTo(780);
        Map<String, List<Object>> delivered = result.table("Benchmark build-up, delivered in CNY");
        assertThat(number(delivered, "exchange rate")).isEqualTo(6.5);
        assertThat(number(delivered, "in CNY")).isEqualTo(780 * 6.5);
        assertThat(number(delivered, "benchmark")).isEqualTo(result.benefit());
        assertThat(result.notes())
                .contains("Converted at the average exchange rate of the month of the purchase (assumption A31).");
        assertThat(result.determination()
                        .calculation()
                        .input("exchange-rates.1.rate")
                        .orElseThrow()
                        .unit())
                .hasToString("CNY/USD");
    }

    @Test
    void aSourceInAThirdCurrency() {
        RemunerationScenario scenario = scenario(
                        "2016-01",
                        with(List.of(
                                "unit", "USD/t", "world", SourceNode.mapping("LME", "700", "Rotterdam", "600 EUR/t"))))
                .root("exchange-rates", rates("USD CNY 2016-01 6.5", "EUR USD 2016-01 1.1"));
        assertThat(scenario.result().benefit()).isCloseTo((700 + 660) / 2.0 * 6.5, within(EXACT));
    }

    @Test
    void theInversePairServes() {
        RemunerationScenario scenario = scenario(
                        "2016-01", with(List.of("unit", "USD/t", "world", SourceNode.mapping("LME", "700"))))
                .root("exchange-rates", rates("CNY USD 2016-01 0.16"));
        assertThat(scenario.result().benefit()).isCloseTo(700 / 0.16, Percentage.withPercentage(1e-12));
    }

    @Test
    void aCurrencyWithoutARateIsAnError() {
        RemunerationScenario scenario =
                scenario("2016-02", with(List.of("unit", "USD/t", "world", SourceNode.mapping("LME", "700"))));
        String expected = "AV403 (companies.zhang.uses.input.1) needs a rate that (exchange-rates) does not"
                + " state: between USD and CNY for 2016-02."
                + " Add to exchange-rates: {month: 2016-02, from: USD, to: CNY, rate: ...}.";
        assertThat(scenario.problems()).containsExactly(expected);
        assertThat(scenario.root("exchange-rates", rates("USD CNY 2016-01 6.5")).problems())
                .containsExactly(expected);
    }

    @Test
    void aMissingMonthTakesTheNearestEarlierWhenAllowed() {
        SourceNode prices = SourceNode.mapping("2015-11", "700", "2015-12", "710", "2016-05", "900");
        RemunerationScenario.Result result = scenario(
                        "2016-04",
                        with(List.of(
                                "unit",
                                "CNY/t",
                                "world",
                                SourceNode.mapping("LME", prices),
                                "on-missing",
                                "nearest earlier")))
                .result();
        assertThat(result.benefit()).isEqualTo(710);
        assertThat(result.notes()).contains("No price of (LME) for 2016-04: that of 2015-12 is used (assumption A36).");
        assertThat(scenario(
                                "2016-04",
                                with(List.of(
                                        "unit",
                                        "CNY/t",
                                        "world",
                                        SourceNode.mapping("LME", SourceNode.mapping("2016-05", "900")),
                                        "on-missing",
                                        "nearest earlier")))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("AV403 The benchmark (ingot) has no price of (LME) for 2016-04 or earlier");
    }

    @ParameterizedTest
    @CsvSource({"2016-04, 1170", "2016-05, 1160", "2016-12, 1160"})
    void aStatutoryRateStaysInForce(String month, double benchmark) {
        RemunerationScenario.Result result = scenario(
                        month,
                        with(List.of(
                                "unit",
                                "CNY/t",
                                "world",
                                SourceNode.mapping("LME", "1000"),
                                "vat",
                                SourceNode.mapping("2015-01", "17%", "2016-05", "16%"))))
                .result();
        assertThat(result.benefit()).isCloseTo(benchmark, within(EXACT));
    }

    @Test
    void aRateInForceIsNoted() {
        assertThat(example("vat", SourceNode.mapping("2015-01", "13%")).result().notes())
                .contains("The vat stated for 2015-01 stays in force until the next one stated (assumption A39).");
        assertThat(example("vat", SourceNode.mapping("2016-02", "13%")).problems())
                .singleElement()
                .asString()
                .startsWith("AV403 The benchmark (ingot) has no vat for 2016-01 or earlier");
    }

    @Test
    void gradesFromAFile() {
        RemunerationScenario scenario = scenario(
                        "2016-01", with(List.of("unit", "CNY/t", "world", SourceNode.mapping("LME", "lme.csv"))))
                .file("lme.csv", "month,grade,price", List.of("2016-01,A00,700", "2016-01,A0,650", "2016-02,A00,705"))
                .file(
                        "aluminium.csv",
                        "date,status,grade,quantity,price",
                        List.of("2016-01-05,authority,A00,1,0", "2016-01-05,authority,A0,2,0"));
        RemunerationScenario.Result result = scenario.result();
        assertThat(result.benefit()).isEqualTo(700 + 2 * 650);
        assertThat(result.table("Benchmark build-up").get("grade")).containsExactly("A00", "A0");
    }

    @Test
    void whatIsNotAddedIsSaid() {
        assertThat(scenario(
                                "2016-01",
                                with(List.of("unit", "CNY/t", "world", SourceNode.mapping("LME", "700"), "vat", "13%")))
                        .result()
                        .notes())
                .contains("Not stated and therefore not added to the benchmark:"
                        + " ocean-freight, import-duty, inland-freight.");
    }

    @Test
    void anotherMeasureInAPartIsAnError() {
        assertThat(scenario(
                                "2016-01",
                                with(List.of(
                                        "unit",
                                        "USD/t",
                                        "world",
                                        SourceNode.mapping("LME", "700"),
                                        "ocean-freight",
                                        SourceNode.mapping("Maersk", "1200 USD/TEU"))))
                        .problems())
                .containsExactly("AV206 (ocean-freight) of the benchmark (ingot) is in USD/TEU; the benchmark is in"
                        + " USD/t. Another currency or another unit of the same measure is converted; another"
                        + " measure is not.");
    }

    @Test
    void aUnitMustBeMoneyPerQuantity() {
        assertThat(scenario("2016-01", with(List.of("unit", "t", "world", SourceNode.mapping("LME", "700"))))
                        .problems())
                .containsExactly("AV206 The unit of the benchmark (ingot) is (t); expected money per quantity."
                        + " Write unit: USD/t.");
        assertThat(scenario("2016-01", with(List.of("unit", "USD/", "world", SourceNode.mapping("LME", "700 USD/t"))))
                        .problems())
                .containsExactly("AV206 (USD/) is not a unit. Write symbols joined by a slash: USD/t, CNY/kWh.");
    }

    @Test
    void anUnknownSourceIsAnError() {
        assertThat(example("use", "LMA").problems())
                .containsExactly("AV210 (use) names (LMA), which is not in (world). Did you mean (LME)?");
    }

    @Test
    void onePriceAloneIsTheBenchmarkWithoutSteps() {
        RemunerationScenario.Result result = scenario(
                        "2016-01", with(List.of("unit", "CNY/t", "world", SourceNode.mapping("LME", "700"))))
                .result();
        assertThat(result.table("Benchmark build-up").keySet()).containsExactly("month", "price LME", "benchmark");
        assertThat(result.notes()).noneMatch(note -> note.startsWith("Converted at the average exchange rate"));
    }

    @Test
    void aForeignPartOfALocalBenchmarkIsConvertedAndNoted() {
        RemunerationScenario.Result result = scenario(
                        "2016-01",
                        with(List.of(
                                "unit",
                                "CNY/t",
                                "world",
                                SourceNode.mapping("LME", "700"),
                                "inland-freight",
                                "10 USD/t")))
                .root("exchange-rates", rates("USD CNY 2016-01 6.5"))
                .result();
        assertThat(result.benefit()).isEqualTo(765);
        assertThat(result.notes())
                .contains("Converted at the average exchange rate of the month of the purchase (assumption A31).");
    }

    @Test
    void weightsMustAddUpToMoreThanZero() {
        RemunerationScenario.Result result =
                example("weights", SourceNode.mapping("LME", "0", "TDM", "0")).result();
        assertThat(result.values().failed())
                .extracting(Requirement::message)
                .startsWith("The weights of the benchmark (ingot) must add up to more than 0.");
        assertThat(example("weights", SourceNode.mapping("LME", "0", "TDM", "0.5"))
                        .result()
                        .values()
                        .failed())
                .isEmpty();
    }

    @Test
    void theTierIsNamedWithItsParagraph() {
        assertThat(example().result().notes())
                .anyMatch(note ->
                        note.startsWith("Benchmark (ingot), tier ") && note.endsWith("(19 CFR 351.511(a)(2)(ii))."));
    }

    @ParameterizedTest
    @CsvSource({"insurance", "inland-freight", "handling"})
    void everyPartIsPerTheSameMeasure(String part) {
        assertThat(example(part, "25 CNY/TEU").problems())
                .containsExactly("AV206 (" + part
                        + ") of the benchmark (ingot) is in CNY/TEU; the benchmark is in CNY/t. Another"
                        + " currency or another unit of the same measure is converted; another measure is"
                        + " not.");
    }

    @Test
    void everySourceIsPerTheSameMeasure() {
        assertThat(example("world", SourceNode.mapping("LME", "700", "TDM", "0.7 CNY/TEU"))
                        .problems())
                .containsExactly("AV206 (world) of the benchmark (ingot) is in CNY/TEU; the benchmark is in CNY/t."
                        + " Another currency or another unit of the same measure is converted; another"
                        + " measure is not.");
    }

    @Test
    void nothingChosenIsNothingToAverage() {
        assertThat(example("world", SourceNode.mapping()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("nothing to average in (world)"));
    }

    @Test
    void aDutyIsOfItsGradeWhereItHasGradesAndOfAllWhereItHasNone() {
        RemunerationScenario scenario = scenario(
                        "2016-01",
                        with(List.of(
                                "unit", "CNY/t", "world", SourceNode.mapping("LME", "700"), "import-duty", "duty.csv")))
                .file("duty.csv", "month,grade,rate", List.of("2015-07,A00,10%", "2015-07,A0,20%"))
                .file(
                        "aluminium.csv",
                        "date,status,grade,quantity,price",
                        List.of("2016-01-05,authority,A00,1,0", "2016-01-05,authority,A0,1,0"));
        assertThat(scenario.result().benefit()).isCloseTo(770 + 840, within(EXACT));
        assertThat(scenario.root(
                                "benchmarks",
                                SourceNode.mapping(
                                        "ingot",
                                        SourceNode.mapping(with(List.of(
                                                "unit",
                                                "CNY/t",
                                                "world",
                                                SourceNode.mapping("LME", "700"),
                                                "import-duty",
                                                "10%")))))
                        .result()
                        .benefit())
                .isCloseTo(770 + 770, within(EXACT));
    }

    @Test
    void moneyAloneIsNoPrice() {
        assertThat(scenario("2016-01", with(List.of("unit", "USD", "world", SourceNode.mapping("LME", "700"))))
                        .problems())
                .containsExactly("AV206 The unit of the benchmark (ingot) is (USD); expected money per quantity."
                        + " Write unit: USD/t.");
    }
}
