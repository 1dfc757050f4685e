package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.calculation.Authority;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios.Outcome;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allocation, thresholds and refusals under the laws of other jurisdictions. Sales of 100 million, 2016. */
@Shows("13")
final class JurisdictionTest {
    private static final String SLICE = "companies.acme.programs.p.slice";

    private static Scenarios under(String jurisdiction, Object... proceeding) {
        Scenarios scenario = Scenarios.investigation().withoutProceeding("regulation");
        List<Object> facts = new ArrayList<>(List.of("jurisdiction", jurisdiction, "average-useful-life", "5 years"));
        facts.addAll(List.of(proceeding));
        return scenario.proceeding(facts.toArray());
    }

    private static Scenarios european(Object... proceeding) {
        List<Object> facts = new ArrayList<>(List.of("commercial-interest", "8%"));
        facts.addAll(List.of(proceeding));
        return under("EU", facts.toArray());
    }

    private static Scenarios acme(Scenarios scenario, SourceNode uses, Object... company) {
        List<Object> facts = new ArrayList<>(List.of(
                "sales",
                SourceNode.sequence(
                        sale(2012, "acme", "", "Japan", "100 million"),
                        sale(2015, "acme", "", "Japan", "100 million"),
                        sale(2016, "acme", "", "Japan", "100 million"))));
        facts.addAll(List.of(company));
        facts.addAll(List.of("uses", SourceNode.mapping("p", uses)));
        return scenario.company("acme", facts.toArray());
    }

    private static Scenarios granted(Scenarios scenario, String day, String amount, Object... use) {
        return acme(scenario.program("p", "type", "grant"), grant(day, amount, use));
    }

    // RULES 13: G 1m, n 5, i 8 %: 200,000 + 16,000 + 48,000; on balances in the middle of each year 200,000 + 16,000 +
    // 40,000
    @ParameterizedTest
    @CsvSource({
        "2016-03-01, start of year, 264000",
        "2015-12-31, start of year, 264000",
        "2012-01-01, start of year, 264000",
        "2011-12-31, start of year, 0",
        "2016-03-01, middle of year, 256000"
    })
    void inTheEuropeanUnionAGrantIsSpreadInEqualPartsWithInterest(String day, String balance, double slice) {
        Outcome outcome =
                granted(european("average-balance", balance), day, "1 million").run();
        assertThat(outcome.of(SLICE)).isCloseTo(slice, within(1e-6));
    }

    // Annexure IV, C(a)(ii): a fifth of a grant over five years
    @Shows("14.14")
    @ParameterizedTest
    @CsvSource({"EU, 0%", "UK, ''"})
    void withoutInterestAFifthFallsInEachOfFiveYears(String jurisdiction, String interest) {
        Scenarios scenario =
                interest.isEmpty() ? under(jurisdiction) : under(jurisdiction, "commercial-interest", interest);
        assertThat(granted(scenario, "2015-03-01", "1 million").run().of(SLICE)).isEqualTo(200_000);
    }

    // Annexure IV, C(a)(iii); SI 2019/450, reg. 25(4): 0.99 percent is expensed, 1.00 percent spread
    @Shows({"14.24", "14.30"})
    @ParameterizedTest
    @CsvSource({
        "EU, 2016-03-01, 990000, 1069200",
        "EU, 2016-03-01, 1000000, 264000",
        "EU, 2015-03-01, 990000, 0",
        "EU, 2015-03-01, 1000000, 264000",
        "UK, 2016-03-01, 990000, 990000",
        "UK, 2016-03-01, 1000000, 200000",
        "UK, 2015-03-01, 990000, 0",
        "UK, 2015-03-01, 1000000, 200000"
    })
    void smallBenefitsAreExpensed(String jurisdiction, String day, String amount, double slice) {
        Scenarios scenario = jurisdiction.equals("EU") ? european() : under(jurisdiction);
        assertThat(granted(scenario, day, amount).run().of(SLICE)).isCloseTo(slice, within(1e-6));
    }

    @Test
    void anExpensedBenefitBearsInterestInTheEuropeanUnionAndIsDiscountedInCanada() {
        Scenarios recurring = granted(european(), "2016-03-01", "1 million", "recurrence", "recurring");
        assertThat(recurring.run().of(SLICE)).isCloseTo(1_080_000, within(1e-6));
        assertThat(granted(european(), "2016-03-01", "1 million", "recurrence", "recurring", "discount-rate", "5%")
                        .run()
                        .of(SLICE))
                .as("the rate of the use goes before that of the proceeding")
                .isCloseTo(1_050_000, within(1e-6));
        assertThat(granted(
                                under("Canada", "commercial-interest", "8%"),
                                "2016-03-01",
                                "1.08 million",
                                "recurrence",
                                "recurring")
                        .run()
                        .of(SLICE))
                .isCloseTo(1_000_000, within(1e-6));
        assertThat(granted(under("UK"), "2016-03-01", "1 million", "recurrence", "recurring")
                        .run()
                        .of(SLICE))
                .isEqualTo(1_000_000);
    }

    @Test
    void aBenefitOfThePeriodBearsInterestToo() {
        // income 4m at 25 % less tax of 600,000: 400,000 (2.13), with 8 % interest 432,000
        Scenarios scenario = acme(
                european().program("p", "type", "direct-tax"),
                use("income", "4 million", "standard-rate", "25%", "paid", "600000", "filed", "2016-05-31"));
        Outcome outcome = scenario.run();
        assertThat(outcome.of(SLICE)).isCloseTo(432_000, within(1e-6));
        assertThat(outcome.of("companies.acme.programs.p.benefit")).isCloseTo(400_000, within(1e-6));
    }

    @Test
    void aBenefitThatBearsInterestNeedsARate() {
        assertThat(granted(under("EU"), "2016-03-01", "1 million").problems())
                .singleElement()
                .asString()
                .contains("No interest rate is stated", "the law of the European Union");
    }

    // Regulation (EU) 2016/1037, art. 7(3): G i, each year, as a loan bearing the interest of the year
    @ParameterizedTest
    @CsvSource({"2016-07-01, 86400", "1996-07-01, 86400"})
    void landIsAnInterestFreeLoanInTheEuropeanUnion(String day, double slice) {
        assertThat(granted(european(), day, "1 million", "asset", "non-depreciating")
                        .run()
                        .of(SLICE))
                .isCloseTo(slice, within(1e-6));
    }

    @Test
    void aBenefitOfThePeriodIsNoAsset() {
        assertThat(bought(european(), SourceNode.mapping(), "asset", "non-depreciating")
                        .problems())
                .singleElement()
                .asString()
                .contains("A benefit of type less-than-adequate-remuneration is computed for the period");
    }

    @Test
    void aTypeMaySayThatItsBenefitIsTheValueOfANonDepreciatingAsset() {
        Scenarios scenario = acme(
                        european().program("p", "type", "orchard"), use("value", "1 million", "received", "2000-01-01"))
                .types(Programs.shipped().and(new Orchard()));
        assertThat(scenario.run().of(SLICE)).isCloseTo(86_400, within(1e-6));
    }

    @Test
    void aTypeMayNeedARuleThatOnlySomeLawsHave() {
        Scenarios scenario = acme(
                        european().program("p", "type", "orchard"),
                        use("value", "1 million", "received", "2000-01-01", "grafted", "yes"))
                .types(Programs.shipped().and(new Orchard()));
        assertThat(scenario.problems())
                .containsExactly(
                        "(grafted) in (companies.acme.uses.p.1) asks for an adjustment for high inflation, which"
                                + " the law of the European Union does not have.");
    }

    // 1m, 20,000 t of 200,000 t, or 20,000,000 kg of them
    @ParameterizedTest
    @CsvSource({"20000 t", "20000000 kg"})
    void inCanadaABenefitIsSpreadOverQuantities(String produced) {
        assertThat(granted(
                                under("Canada"),
                                "2015-03-01",
                                "1 million",
                                "quantity-produced",
                                produced,
                                "lifetime-quantity",
                                "200000 t")
                        .run()
                        .of(SLICE))
                .isCloseTo(100_000, within(1e-6));
    }

    @Test
    void quantitiesMustBeOfOneMeasureAndTheYearPartOfTheLife() {
        assertThat(granted(
                                under("Canada"),
                                "2015-03-01",
                                "1 million",
                                "quantity-produced",
                                "20000 piece",
                                "lifetime-quantity",
                                "200000 t")
                        .problems())
                .singleElement()
                .asString()
                .contains("(quantity-produced) is in piece");
        assertThat(granted(
                                under("Canada"),
                                "2015-03-01",
                                "1 million",
                                "quantity-produced",
                                "200001 t",
                                "lifetime-quantity",
                                "200000 t")
                        .run()
                        .failed())
                .containsExactly("The quantity produced in the year must not exceed that of the useful life.");
        assertThat(granted(under("Canada"), "2015-03-01", "1 million").problems())
                .singleElement()
                .asString()
                .contains("(lifetime-quantity) is missing");
    }

    // art. 14(5): less than 1 percent, of a developing country less than 2, in reviews too
    @ParameterizedTest
    @CsvSource({
        "EU, investigation final, no, 0.99%, true",
        "EU, investigation final, no, 1.00%, false",
        "EU, review final, no, 0.99%, true",
        "EU, investigation final, yes, 1.99%, true",
        "EU, investigation final, yes, 2.00%, false",
        "Canada, review final, no, 0.50%, true",
        "Canada, investigation final, no, 1.00%, false",
        "UK, investigation final, yes, 1.99%, true",
        "UK, investigation final, yes, 2.00%, false",
        "US, review final, no, 0.50%, false",
        "US, investigation final, yes, 2.00%, true"
    })
    void deMinimis(String jurisdiction, String segment, String developing, String rate, boolean deMinimis) {
        Scenarios scenario = under(
                jurisdiction,
                "segment",
                segment,
                "country",
                SourceNode.mapping("name", "Freedonia", "developing", developing));
        if (jurisdiction.equals("US")) {
            scenario.proceeding("regulation", "2025");
        }
        assertThat(scenario.respondent("acme", rate).run().deMinimis("acme")).isEqualTo(deMinimis);
    }

    // sources 500 and 520, 1,000 t bought at 480: 20,000 below the lowest, 30,000 below the average
    @ParameterizedTest
    @CsvSource({"EU, 20000", "UK, 30000"})
    void theLowestOfSeveralPricesIsTheBenchmarkInTheEuropeanUnion(String jurisdiction, double benefit) {
        Scenarios scenario =
                jurisdiction.equals("EU") ? under(jurisdiction, "commercial-interest", "0%") : under(jurisdiction);
        assertThat(bought(scenario, SourceNode.mapping()).run().of(SLICE)).isCloseTo(benefit, within(1e-6));
    }

    @Test
    void anAverageOfPricesIsRefusedInTheEuropeanUnion() {
        SourceNode.Mapping weights = SourceNode.mapping(
                "weights",
                SourceNode.mapping("a", SourceNode.mapping("2016-03", 1), "b", SourceNode.mapping("2016-03", 3)));
        assertThat(bought(european(), weights).problems())
                .singleElement()
                .asString()
                .contains("(weights) in (benchmarks.steel) asks for an average of market prices");
        assertThat(bought(under("UK"), weights).run().of(SLICE))
                .as("(500 + 3 * 520) / 4 = 515")
                .isCloseTo(35_000, within(1e-6));
    }

    private static Scenarios bought(Scenarios scenario, SourceNode.Mapping weights, Object... use) {
        List<Object> facts = new ArrayList<>(List.of(
                "benchmark",
                "steel",
                "prices",
                "without VAT",
                "purchases",
                SourceNode.sequence(SourceNode.mapping(
                        "date", "2016-03-10", "status", "authority", "quantity", 1000, "price", 480))));
        facts.addAll(List.of(use));
        SourceNode.Mapping prices = prices("500", "520");
        List<Object> benchmark = new ArrayList<>();
        prices.entries().forEach((key, value) -> benchmark.addAll(List.of(key, value)));
        weights.entries().forEach((key, value) -> benchmark.addAll(List.of(key, value)));
        return acme(
                scenario.with("benchmarks", SourceNode.mapping("steel", SourceNode.mapping(benchmark.toArray())))
                        .program("p", "type", "less-than-adequate-remuneration"),
                use(facts.toArray()));
    }

    @ParameterizedTest
    @CsvSource({"EU", "Canada", "UK"})
    void exportersNotSampledHaveTheAverageAndAllOthersTheHighestRate(String jurisdiction) {
        Scenarios scenario = under(jurisdiction)
                .respondent("a", "3%", "exports-to-us", "60 million")
                .respondent("b", "5%", "exports-to-us", "40 million")
                .adverse("c", "9%", "exports-to-us", "40 million")
                .respondent("d", "0.9%", "exports-to-us", "40 million");
        Outcome weighted = scenario.allOthers("method", "weighted").run();
        assertThat(weighted.allOthers()).as("(3 * 60 + 5 * 40) / 100").isEqualTo("3.80");
        assertThat(weighted.assumptions()).contains("A180");
        assertThat(scenario.allOthers("method", "highest").run().allOthers()).isEqualTo("9.00");
    }

    @Test
    void whereNoRateCountsTheReasonableMethodMustBeStated() {
        Scenarios scenario = under("EU").respondent("a", "0.5%").adverse("b", "3%");
        assertThat(scenario.allOthers("method", "weighted").run().failed())
                .singleElement()
                .asString()
                .startsWith("No rate counts for exporters not sampled");
        Outcome outcome = scenario.allOthers("method", "weighted", "when-all-excluded", "simple average")
                .run();
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.allOthers()).isEqualTo("1.75");
    }

    @ParameterizedTest
    @CsvSource({
        "EU, closest, 'a choice between a simple and a publicly ranged average'",
        "UK, publicly ranged, 'a choice between a simple and a publicly ranged average'",
        "Canada, country-wide, a single country-wide rate",
        "US, highest, a residual duty"
    })
    void averagesOfOtherLawsAreRefused(String jurisdiction, String method, String rule) {
        Scenarios scenario = under(jurisdiction).respondent("a", "3%").respondent("b", "5%");
        if (jurisdiction.equals("US")) {
            scenario.proceeding("regulation", "2025");
        }
        assertThat(scenario.allOthers("method", method).problems())
                .singleElement()
                .asString()
                .contains("(method) in (all-others) asks for " + rule);
    }

    @Test
    void ratesArePulledForwardInTheUnitedStatesOnly() {
        assertThat(under("EU", "segment", "review final")
                        .respondent("a", "3%")
                        .allOthers("method", "weighted", "not-selected", SourceNode.mapping())
                        .problems())
                .singleElement()
                .asString()
                .contains("(not-selected) in (all-others) asks for rates pulled forward");
    }

    @ParameterizedTest
    @CsvSource({
        "EU, regulation, 2025",
        "UK, segment, section 129",
        "UK, commercial-interest, 8%",
        "UK, average-balance, start of year",
        "Canada, average-balance, start of year"
    })
    void factsOfTheProceedingThatTheLawDoesNotHaveAreRefused(String jurisdiction, String field, String value) {
        assertThat(under(jurisdiction, field, value).respondent("a", "3%").problems())
                .singleElement()
                .asString()
                .startsWith("(" + field + ") in (proceeding) asks for ")
                .endsWith("does not have.");
    }

    @ParameterizedTest
    @CsvSource({
        "UK, discount-rate, 8%",
        "Canada, approval-sales, 100 million",
        "Canada, asset, non-depreciating",
        "UK, asset, depreciating",
        "EU, lifetime-quantity, 100 t",
        "US, quantity-produced, 100 t",
        "US, asset, non-depreciating"
    })
    void factsOfAUseThatTheLawDoesNotHaveAreRefused(String jurisdiction, String field, String value) {
        Scenarios scenario = jurisdiction.equals("EU") ? european() : under(jurisdiction);
        if (jurisdiction.equals("US")) {
            scenario.proceeding("regulation", "2025");
        }
        assertThat(granted(scenario, "2016-03-01", "1 million", field, value).problems())
                .contains("(" + field + ") in (companies.acme.uses.p.1) asks for "
                        + ruleOf(field).words() + ", which the law of " + name(jurisdiction) + " does not have.");
    }

    private static LocalRule ruleOf(String field) {
        return switch (field) {
            case "discount-rate" -> LocalRule.DISCOUNT_RATE;
            case "approval-sales" -> LocalRule.EXPENSING_TEST;
            case "asset" -> LocalRule.NON_DEPRECIATING_ASSET;
            default -> LocalRule.LIFETIME_QUANTITY;
        };
    }

    private static String name(String jurisdiction) {
        return switch (jurisdiction) {
            case "EU" -> "the European Union";
            case "UK" -> "the United Kingdom";
            case "US" -> "the United States";
            default -> jurisdiction;
        };
    }

    @Test
    void deductionsAreThoseOfTheLaw() {
        SourceNode fees = SourceNode.mapping("fees", "100000");
        SourceNode loss = SourceNode.mapping("deferral-loss", "100000");
        Scenarios european = granted(
                under("EU", "commercial-interest", "0%"),
                "2016-03-01",
                "1.1 million",
                "recurrence",
                "recurring",
                "less",
                fees);
        assertThat(european.run().of(SLICE)).isCloseTo(1_000_000, within(1e-6));
        assertThat(granted(european(), "2016-03-01", "1 million", "less", loss).problems())
                .singleElement()
                .asString()
                .contains("asks for a deduction for a deferral mandated by the government");
        assertThat(granted(
                                under("Canada", "commercial-interest", "8%"),
                                "2016-03-01",
                                "1 million",
                                "recurrence",
                                "recurring",
                                "less",
                                fees)
                        .problems())
                .singleElement()
                .asString()
                .contains("asks for deductions from the amount of a subsidy, which the law of Canada does not have");
    }

    @Test
    void anAdjustmentForExportValuesAndRolesOfMembersAreAmerican() {
        Scenarios scenario = european()
                .program("p", "type", "grant")
                .company(
                        "acme",
                        "members",
                        SourceNode.mapping(
                                "mill",
                                SourceNode.mapping("role", "producer"),
                                "agent",
                                SourceNode.mapping("role", "trading company", "resells", "mill")),
                        "sales",
                        SourceNode.sequence(sale(2016, "mill", "agent", "Japan", "100 million")),
                        "own-useful-life",
                        SourceNode.mapping("years", "8 years"),
                        "export-value-adjustment",
                        SourceNode.mapping("through", "agent", "method", "ratio", "markup", "5%"),
                        "uses",
                        SourceNode.mapping("p", grant("2016-03-01", "1 million", "to", "mill")));
        assertThat(scenario.problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("asks for an export value adjustment"))
                .anySatisfy(problem -> assertThat(problem).contains("asks for a useful life of the firm's own"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("(role) in (companies.acme.members.agent) asks for attribution by the role"));
    }

    @Test
    void uncreditworthinessAndProRatedAdverseRatesAreAmerican() {
        assertThat(granted(
                                european(),
                                "2016-03-01",
                                "1 million",
                                "uncreditworthy",
                                SourceNode.mapping(
                                        "term", "5 years", "default-investment-grade", "1%", "default-below", "20%"))
                        .problems())
                .singleElement()
                .asString()
                .contains("(uncreditworthy) in (companies.acme.uses.p.1) asks for a rate for uncreditworthy firms");
        assertThat(acme(
                                european().program("p", "type", "facts-available"),
                                use("rate", "10%", "unverified-share", "20%"))
                        .problems())
                .singleElement()
                .asString()
                .contains("asks for an adverse rate selected by a hierarchy or pro-rated by customers");
        assertThat(acme(european().program("p", "type", "facts-available"), use("rate", "10%"))
                        .run()
                        .published("acme"))
                .isEqualTo("10.00");
    }

    @Test
    void reliefOnCapitalGoodsIsSpreadOutsideTheUnitedStates() {
        // 1m over 5 years at 8 %
        Scenarios scenario = acme(
                european().program("p", "type", "import-charges", "capital-equipment", "yes"),
                use(
                        "entries",
                        SourceNode.sequence(
                                SourceNode.mapping("date", "2016-08-01", "payable", "1 million", "paid", "0"))));
        assertThat(scenario.run().of(SLICE)).isCloseTo(264_000, within(1e-6));
    }

    @Test
    void aLawThatCountsPerUnitWarnsWhereNoQuantityIsKnown() {
        assertThat(granted(european(), "2016-03-01", "1 million")
                        .run()
                        .determination()
                        .warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .startsWith("The law of the European Union states the amount of a subsidy per unit"));
        Outcome known = acme(
                        european().program("p", "type", "grant"),
                        grant("2016-03-01", "1 million"),
                        "quantity-sold",
                        "50000 t",
                        "value-sold",
                        "100 million")
                .run();
        assertThat(known.determination().warnings()).isEmpty();
        assertThat(known.of("companies.acme.rate-per-unit"))
                .as("264,000 / 50,000 t")
                .isCloseTo(5.28, within(1e-9));
        assertThat(granted(under("UK"), "2016-03-01", "1 million")
                        .run()
                        .determination()
                        .warnings())
                .isEmpty();
    }

    @Test
    void smallProgramsStayInTheSum() {
        Outcome outcome = under("EU").respondent("acme", "0.004%").run();
        assertThat(outcome.percent("companies.acme.rate-unrounded")).hasToString("0.004");
    }

    @Test
    void stepsSayWhichAmericanTextTheyFollow() {
        Outcome outcome = granted(european(), "2016-03-01", "1 million").run();
        assertThat(outcome.authority("Ad valorem rate"))
                .isEqualTo(Authority.assumption("A172", "as 19 CFR 351.525(a)"));
        assertThat(outcome.use("acme", "p", 0).authority().citation()).startsWith("as 19 CFR 351.525");
        assertThat(outcome.assumptions()).contains("A172", "A173").doesNotContain("A2", "A20");
        assertThat(Jurisdiction.EU.cited(Authority.law("Regulation (EU) 2016/1037, art. 7(1)")))
                .isEqualTo(Authority.law("Regulation (EU) 2016/1037, art. 7(1)"));
        assertThat(Jurisdiction.EU.cited(Authority.assumption("A22", "19 CFR 351.106(c)")))
                .isEqualTo(Authority.assumption("A22", "as 19 CFR 351.106(c)"));
        assertThat(Jurisdiction.US.cited(Authority.law("19 CFR 351.504"))).isEqualTo(Authority.law("19 CFR 351.504"));
        assertThat(outcome.notes())
                .contains("Duty: a duty below the subsidy where that removes the injury is not computed.");
    }

    @Test
    void theLawOfTheUnitedStatesMayBeNamed() {
        Scenarios named = granted(
                Scenarios.investigation().proceeding("jurisdiction", "US"),
                "2016-03-01",
                "1 million",
                "discount-rate",
                "8%");
        Scenarios left = granted(Scenarios.investigation(), "2016-03-01", "1 million", "discount-rate", "8%");
        assertThat(named.run().of(SLICE))
                .isEqualTo(left.run().of(SLICE))
                // y/n (1 + n d) / (1 + d) = 100,000 * 1.8 / 1.08
                .isCloseTo(166_666.67, within(0.005));
    }

    // 50,000 m2 at 60 less 25: 1,750,000; 8 % of it, as a loan bearing interest of 8 %
    @Test
    void theTypeLandIsAnInterestFreeLoanInTheEuropeanUnion() {
        SourceNode land =
                use("contract", "2009-03-01", "area", "50000 m2", "paid", "1250000", "benchmark-price", "60 USD/m2");
        assertThat(acme(european().program("p", "type", "land"), land).run().of(SLICE))
                .isCloseTo(1_750_000 * 0.08 * 1.08, within(1e-6));
        assertThat(acme(under("UK").program("p", "type", "land"), land).run().of(SLICE))
                .as("outside the useful life in the United Kingdom")
                .isZero();
    }

    // sources 450 and 470, 1,000 t sold at 480: 10,000 above the highest, 20,000 above the average
    @ParameterizedTest
    @CsvSource({"EU, 10000", "UK, 20000"})
    void theHighestOfSeveralPricesIsTheBenchmarkForWhatTheGovernmentBuys(String jurisdiction, double benefit) {
        Scenarios scenario =
                jurisdiction.equals("EU") ? under(jurisdiction, "commercial-interest", "0%") : under(jurisdiction);
        assertThat(acme(
                                scenario.with("benchmarks", SourceNode.mapping("steel", prices("450", "470")))
                                        .program("p", "type", "more-than-adequate-remuneration"),
                                use(
                                        "benchmark",
                                        "steel",
                                        "sales-to-government",
                                        SourceNode.sequence(SourceNode.mapping(
                                                "date", "2016-03-10", "quantity", 1000, "price", 480))))
                        .run()
                        .of(SLICE))
                .isCloseTo(benefit, within(1e-6));
    }

    @Test
    void theLowestOfSeveralCandidatesIsCompared() {
        Scenarios scenario = under("EU", "commercial-interest", "0%")
                .with(
                        "benchmarks",
                        SourceNode.mapping(
                                "one",
                                prices("500", "505"),
                                "other",
                                prices("520", "530"),
                                "both",
                                SourceNode.mapping(
                                        "type", "price-candidates", "candidates", SourceNode.sequence("one", "other"))))
                .program("p", "type", "less-than-adequate-remuneration");
        Outcome outcome = acme(
                        scenario,
                        use(
                                "benchmark",
                                "both",
                                "prices",
                                "without VAT",
                                "purchases",
                                SourceNode.sequence(SourceNode.mapping(
                                        "date", "2016-03-10", "status", "authority", "quantity", 1000, "price", 480))))
                .run();
        assertThat(outcome.of(SLICE)).isCloseTo(20_000, within(1e-6));
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note).startsWith("The lowest of the benchmarks"));
    }

    private static SourceNode.Mapping prices(String one, String other) {
        return SourceNode.mapping(
                "type",
                "price",
                "tier",
                1,
                "unit",
                "USD/t",
                "world",
                SourceNode.mapping("a", SourceNode.mapping("2016-03", one), "b", SourceNode.mapping("2016-03", other)));
    }

    @ParameterizedTest
    @CsvSource({"upstream, upstream subsidies", "undervalued-currency, a benefit from an undervalued currency"})
    void typesThatOnlyAmericanLawReachesAreRefused(String type, String rule) {
        assertThat(acme(european().program("p", "type", type), use()).problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("(type) in (programs.p) asks for " + rule + ", which the law of"));
    }

    @Test
    void aChangeInOwnershipIsAmerican() {
        assertThat(acme(
                                european().program("p", "type", "grant"),
                                grant("2016-03-01", "1 million"),
                                "change-in-ownership",
                                SourceNode.mapping("on", "2016-06-01", "arms-length", "yes"))
                        .problems())
                .singleElement()
                .asString()
                .contains("(change-in-ownership) in (companies.acme) asks for extinguishment by a change in ownership");
    }

    @Test
    void anAdverseRateIsNotSelectedByAHierarchy() {
        assertThat(acme(
                                european().program("p", "type", "facts-available"),
                                use("benefit-type", "loan", "identical-to", "x"))
                        .problems())
                .isNotEmpty()
                .allSatisfy(
                        problem -> assertThat(problem).contains("asks for an adverse rate selected by a hierarchy"));
    }

    // 1.2m over 5 years without interest; the text of 2024 would have 12 years for equity
    @Test
    void noMinimumOfTwelveYearsAppliesOutsideTheUnitedStates() {
        assertThat(acme(
                                under("UK").program("p", "type", "equity"),
                                use("on", "2016-03-01", "amount", "1.2 million", "equityworthy", "no"))
                        .run()
                        .of(SLICE))
                .isCloseTo(240_000, within(1e-6));
    }

    // 264,000 of sales of 100 million: 0.26 percent until 2020
    @Test
    void equalPartsStayTheSameInLaterYears() {
        Outcome outcome = granted(european(), "2016-03-01", "1 million").run();
        assertThat(outcome.percent("companies.acme.year.2017.run-off")).hasToString("0.26");
        assertThat(outcome.percent("companies.acme.year.2020.run-off")).hasToString("0.26");
        assertThat(outcome.of("companies.acme.year.2021.run-off")).isZero();
        Outcome expensed = granted(european(), "2016-03-01", "0.9 million").run();
        assertThat(expensed.of("companies.acme.year.2017.run-off")).isZero();
    }
}
