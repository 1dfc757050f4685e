package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.Test;

@Shows("2.8")
final class ElectricityTest {
    private static final double CENT = 1e-6;

    private static final String HEADER = "month,category,band,quantity,price";

    /** RULES 2.13: 150,000 + 10,000 + 100,800 = 260,800. */
    private static RemunerationScenario example() {
        return consumed("2016-01,large industry,,1000000,0.80", "2016-01,general industry,,200000,1.05")
                .use("base-charges", SourceNode.sequence(charge("38 CNY/kVA")));
    }

    private static SourceNode charge(String paid) {
        return SourceNode.mapping(
                "category", "large industry",
                "capacity", "1200 kVA",
                "months", "12",
                "benchmark", "45 CNY/kVA",
                "paid", paid);
    }

    private static RemunerationScenario consumed(String... rows) {
        return new RemunerationScenario("electricity")
                .program(
                        "benchmarks",
                        SourceNode.mapping("large industry", "0.95 CNY/kWh", "general industry", "1.10 CNY/kWh"))
                .use("consumption", "power.csv")
                .file("power.csv", HEADER, List.of(rows));
    }

    @Test
    void theExample() {
        RemunerationScenario.Result result = example().result();
        assertThat(result.benefit()).isCloseTo(260_800, within(CENT));
        List<Object> energy = result.table("Electricity by month and category").get("benefit");
        assertThat((double) energy.get(0)).isCloseTo(150_000, within(CENT));
        assertThat((double) energy.get(1)).isCloseTo(10_000, within(CENT));
        assertThat(result.table("Capacity charges").get("benefit")).containsExactly(100_800.0);
    }

    @Test
    void chargesAlone() {
        assertThat(new RemunerationScenario("electricity")
                        .use("base-charges", SourceNode.sequence(charge("38 CNY/kVA"), charge("50 CNY/kVA")))
                        .result()
                        .benefit())
                .isEqualTo(100_800);
    }

    @Test
    void bandsHaveTheirOwnBenchmarkOrTheirCategorys() {
        RemunerationScenario scenario = consumed(
                        "2016-01,large industry,peak,100,1.00",
                        "2016-02,large industry,peak,100,1.50",
                        "2016-01-20,large industry,valley,100,0.45")
                .program(
                        "benchmarks",
                        SourceNode.mapping("large industry/peak", "1.25 CNY/kWh", "large industry", "0.95 CNY/kWh"));
        assertThat(scenario.result().benefit()).isCloseTo(25 + 50, within(CENT));
        assertThat(scenario.use("zeroing", "none").result().benefit()).isCloseTo(25 - 25 + 50, within(CENT));
    }

    @Test
    void benchmarksByMonthAndInAnotherCurrency() {
        RemunerationScenario scenario = consumed("2016-01,large industry,,100,0.50", "2016-02,large industry,,100,0.50")
                .program(
                        "benchmarks",
                        SourceNode.mapping(
                                "large industry",
                                SourceNode.mapping("2016-01", "0.10 USD/kWh", "2016-02", "0.20 USD/kWh")))
                .root(
                        "exchange-rates",
                        SourceNode.sequence(
                                SourceNode.mapping("month", "2016-01", "from", "USD", "to", "CNY", "rate", "6"),
                                SourceNode.mapping("month", "2016-02", "from", "USD", "to", "CNY", "rate", "7")));
        assertThat(scenario.result().benefit()).isCloseTo(10 + 90, within(CENT));
    }

    @Test
    void aCategoryWithoutABenchmarkIsAnError() {
        assertThat(consumed("2016-01,large industries,,100,0.50").problems())
                .containsExactly(
                        "AV403 There is no benchmark for (large industries), which (companies.zhang.uses.input.1)"
                                + " needs. Did you mean (large industry)?");
    }

    @Test
    void aMonthWithoutABenchmarkIsAnError() {
        assertThat(consumed("2016-03,large industry,,100,0.50")
                        .program(
                                "benchmarks",
                                SourceNode.mapping("large industry", SourceNode.mapping("2016-01", "0.95 CNY/kWh")))
                        .problems())
                .containsExactly("AV403 The benchmark for (large industry) has no price for 2016-03, which"
                        + " (companies.zhang.uses.input.1) needs. Add the month.");
    }

    @Test
    void anotherMeasureIsAnError() {
        assertThat(consumed("2016-03,large industry,,100,0.50")
                        .program("benchmarks", SourceNode.mapping("large industry", "950 CNY/t"))
                        .problems())
                .containsExactly("AV206 In (companies.zhang.uses.input.1), the benchmark for (large industry) is in"
                        + " CNY/t and prices paid are in CNY/kWh. State both per the same measure; check"
                        + " quantity-unit. Or state a factor: factors: {piece: 12.5 kg}.");
        assertThat(example()
                        .use("base-charges", SourceNode.sequence(charge("38 CNY/kW")))
                        .problems())
                .containsExactly("AV206 (companies.zhang.uses.input.1.base-charges.'large industry'.paid) is in CNY/kW;"
                        + " expected CNY/kVA."
                        + " Write the charge for one month, as money per unit of capacity.");
    }

    @Test
    void nothingStatedIsAnError() {
        assertThat(new RemunerationScenario("electricity").problems())
                .containsExactly("AV401 (companies.zhang.uses.input.1) states neither consumption nor base-charges."
                        + " Write at least one of them.");
    }

    @Test
    void consumptionOutsideThePeriodIsLeftOutAndCounted() {
        RemunerationScenario.Result result = consumed(
                        "2016-01,large industry,,100,0.90",
                        "2015-12,large industry,,100,0.10",
                        "2017-01,large industry,,100,0.10")
                .result();
        assertThat(result.benefit()).isCloseTo(5, within(CENT));
        assertThat(result.notes()).contains("2 of 3 rows of (power.csv) are outside 2016 and are left out.");
    }

    private static final String RATES = "province,category,season,band,rate";

    /** RULES 2.13 again, the benchmarks 0.95, 1.10 and 45 being the highest of three provinces. */
    private static RemunerationScenario provincial() {
        return new RemunerationScenario("electricity")
                .use("consumption", "power.csv")
                .file(
                        "power.csv",
                        HEADER,
                        List.of("2016-01,large industry,,1000000,0.80", "2016-01,general industry,,200000,1.05"))
                .program("provincial-rates", "rates.csv")
                .file(
                        "rates.csv",
                        RATES,
                        List.of(
                                "Zhejiang,large industry,,,0.95",
                                "Hainan,large industry,,,0.81",
                                "Yunnan,large industry,wet,,1.20",
                                "Zhejiang,general industry,,,0.99",
                                "Hainan,general industry,,,1.10",
                                "Hainan,general industry,summer,,1.30"))
                .program(
                        "provincial-charges",
                        SourceNode.mapping("file", "charges.csv", "units", SourceNode.mapping("charge", "CNY/kVA")))
                .file(
                        "charges.csv",
                        "province,category,season,charge",
                        List.of(
                                "Zhejiang,large industry,,41",
                                "Hainan,large industry,,45",
                                "Yunnan,large industry,dry,60"))
                .use("base-charges", SourceNode.sequence(provincialCharge("provincial-category", "large industry")));
    }

    private static SourceNode provincialCharge(Object... more) {
        Object[] all = new Object[8 + more.length];
        System.arraycopy(
                new Object[] {"category", "works", "capacity", "1200 kVA", "months", "12", "paid", "38 CNY/kVA"},
                0,
                all,
                0,
                8);
        System.arraycopy(more, 0, all, 8, more.length);
        return SourceNode.mapping(all);
    }

    @Test
    void theHighestProvincialRateOfEachCategory() {
        RemunerationScenario.Result result = provincial().result();
        assertThat(result.benefit()).isCloseTo(260_800, within(CENT));
        assertThat(result.table("Charges by province").get("highest")).containsExactly(0.0, 1.0);
        assertThat(result.notes())
                .contains("Seasonal rates in (rates.csv) are passed over: 2 (Jiangsu Zhongji v. United States, Slip Op."
                        + " 19-122 (CIT 2019)).");
    }

    @Test
    void theProvinceOfEachCategoryIsShown() {
        RemunerationScenario.Result result =
                provincial().use("base-charges", SourceNode.sequence()).result();
        assertThat(result.table("Rates by province").get("category"))
                .containsExactly("large industry", "large industry", "general industry", "general industry");
        assertThat(result.table("Rates by province").get("province"))
                .containsExactly("Zhejiang", "Hainan", "Zhejiang", "Hainan");
        assertThat(result.table("Rates by province").get("highest")).containsExactly(1.0, 0.0, 0.0, 1.0);
    }

    @Test
    void aStatedBenchmarkGoesBeforeTheTable() {
        assertThat(provincial()
                        .program("benchmarks", SourceNode.mapping("large industry", "0.90 CNY/kWh"))
                        .result()
                        .benefit())
                .isCloseTo(100_000 + 10_000 + 100_800, within(CENT));
    }

    @Test
    void theHighestIsTakenBandByBand() {
        assertThat(consumed("2016-01,large industry,peak,100,1.00", "2016-01,large industry,valley,100,0.40")
                        .program("benchmarks", SourceNode.mapping())
                        .program("provincial-rates", "rates.csv")
                        .file(
                                "rates.csv",
                                RATES,
                                List.of(
                                        "Zhejiang,large industry,,peak,1.25",
                                        "Hainan,large industry,,peak,1.20",
                                        "Zhejiang,large industry,,,0.50",
                                        "Hainan,large industry,,,0.60"))
                        .result()
                        .benefit())
                .isCloseTo(25 + 20, within(CENT));
    }

    @Test
    void aSeasonalRateAloneIsNone() {
        assertThat(provincial()
                        .file(
                                "rates.csv",
                                RATES,
                                List.of("Yunnan,large industry,wet,,1.20", "Hainan,general industry,,,1.1"))
                        .problems())
                .containsExactly("AV403 (provincial-rates) has no rate for (large industry) that is not seasonal, which"
                        + " (companies.zhang.uses.input.1) needs. Known here: general industry.");
    }

    @Test
    void aChargeHasOneBenchmark() {
        assertThat(provincial()
                        .use("base-charges", SourceNode.sequence(provincialCharge()))
                        .problems())
                .containsExactly("AV401 (companies.zhang.uses.input.1.base-charges.works) has neither (benchmark) nor"
                        + " (provincial-category). Write one of them.");
        assertThat(provincial()
                        .use(
                                "base-charges",
                                SourceNode.sequence(provincialCharge(
                                        "provincial-category", "large industry", "benchmark", "45 CNY/kVA")))
                        .problems())
                .containsExactly("AV401 (companies.zhang.uses.input.1.base-charges.works) has both (benchmark) and"
                        + " (provincial-category). Write one of them.");
    }

    @Test
    void ratesArePerTheMeasureOfQuantities() {
        assertThat(provincial()
                        .program(
                                "provincial-rates",
                                SourceNode.mapping("file", "rates.csv", "units", SourceNode.mapping("rate", "CNY/t")))
                        .problems())
                .anyMatch(problem -> problem.startsWith("AV206 In (companies.zhang.uses.input.1), the table of"
                        + " provincial rates is in CNY/t and prices paid are in CNY/kWh."));
    }

    @Test
    void ratesOfOneTableAreInOneUnit() {
        assertThat(provincial()
                        .program(
                                "provincial-rates",
                                SourceNode.sequence(
                                        SourceNode.mapping(
                                                "province",
                                                "Hainan",
                                                "category",
                                                "large industry",
                                                "rate",
                                                "0.9 CNY/kWh"),
                                        SourceNode.mapping(
                                                "province",
                                                "Yunnan",
                                                "category",
                                                "large industry",
                                                "rate",
                                                "90 CNY/MWh")))
                        .problems())
                .containsExactly(
                        "AV206 (provincial-rates) of (companies.zhang.uses.input.1) has rates in several units."
                                + " State all of them in one unit: units: {rate: CNY/kWh}.");
    }
}
