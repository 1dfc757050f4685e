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
}
