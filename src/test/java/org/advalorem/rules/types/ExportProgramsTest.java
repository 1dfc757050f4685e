package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.advalorem.Shows;
import org.advalorem.calculation.Outline;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Freight, inputs, taxes and duties of exports: 19 CFR 351.515 to 351.519. */
@Shows("2.11")
final class ExportProgramsTest {

    private static OneUse use(String type, Object[] facts, Object... more) {
        return OneUse.of(type, Stream.concat(Stream.of(facts), Stream.of(more)).toArray());
    }

    private static SourceNode row(String date, int quantity, String price) {
        return SourceNode.mapping("date", date, "quantity", quantity, "price", price);
    }

    private static OneUse freight(SourceNode shipments, Object... more) {
        return use("export-freight", new Object[] {"shipments", shipments, "domestic-charge", "50 CNY/t"}, more);
    }

    /** RULES 2.13: 50 domestic against 42 export per t, 3,000 t. */
    @Test
    void freightBelowTheDomesticCharge() {
        OneUse use = freight(SourceNode.sequence(row("2015-03", 3_000, "42")));
        assertThat(use.benefit()).isEqualTo(24_000);
        assertThat(use.tableAuthority("Export shipments by month").words()).isEqualTo("19 CFR 351.515(b)");
    }

    @Test
    void freightAboveTheDomesticChargeGivesNothing() {
        assertThat(freight(SourceNode.sequence(row("2015-03", 3_000, "50"), row("2015-04", 10, "61")))
                        .benefit())
                .isZero();
        assertThat(freight(SourceNode.sequence(row("2015-03", 3_000, "42"), row("2015-04", 1_000, "51")))
                        .benefit())
                .isEqualTo(24_000);
        assertThat(freight(
                                SourceNode.sequence(row("2015-03", 3_000, "42"), row("2015-04", 1_000, "51")),
                                "zeroing",
                                "none")
                        .benefit())
                .isEqualTo(23_000);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"at arm's length| 19 CFR 351.515(a)(2)(i)", "commercially justified| 19 CFR 351.515(a)(2)(ii)"},
            delimiter = '|',
            quoteCharacter = '"')
    void aJustifiedDifferenceGivesNothing(String found, String citation) {
        OneUse use = freight(SourceNode.sequence(row("2015-03", 3_000, "42")), "difference", found);
        assertThat(use.benefit()).isZero();
        assertThat(use.line("No benefit: the difference in charges is " + found))
                .isZero();
        assertThat(OneUse.items(use.determination().calculation().outline()))
                .anyMatch(item -> item instanceof Outline.Line line
                        && line.authority().citation().equals(citation));
    }

    @Test
    void freightIsReceivedWhenPaidOrDue() {
        assertThat(freight(SourceNode.sequence(row("2014-12", 3_000, "42"), row("2015-01", 100, "42")))
                        .benefit())
                .isEqualTo(800);
    }

    @Test
    void everyMonthAndRouteHasItsDomesticCharge() {
        OneUse use = use("export-freight", new Object[] {
            "shipments",
            SourceNode.sequence(row("2015-03", 3_000, "42"), row("2015-04", 3_000, "42")),
            "domestic-charge",
            SourceNode.mapping("2015-03", "50 CNY/t")
        });
        assertThat(use.problems()).containsExactly("AV403 (domestic-charge) has no value for April 2015.");
    }

    private static OneUse inputs(String price, String world, Object... more) {
        return use(
                        "inputs-for-export",
                        new Object[] {
                            "benchmark", "resin", "purchases", SourceNode.sequence(row("2015-03", 1_000, price))
                        },
                        more)
                .benchmark("resin", resin(world));
    }

    private static SourceNode resin(String world, Object... more) {
        return SourceNode.mapping(Stream.concat(
                        Stream.of(
                                "type",
                                "price",
                                "unit",
                                "CNY/t",
                                "world",
                                SourceNode.mapping("index", world),
                                "ocean-freight",
                                SourceNode.mapping("carrier", "40"),
                                "inland-freight",
                                "10",
                                "import-duty",
                                "5%",
                                "vat",
                                "13%"),
                        Stream.of(more))
                .toArray());
    }

    /** 700 + 40 + 10 = 750 delivered, without duty and VAT; bought at 730. */
    @Test
    void inputsBelowTheWorldMarketPriceDelivered() {
        OneUse use = inputs("730", "700");
        assertThat(use.benefit()).isEqualTo(20_000);
        assertThat(use.notes())
                .contains("Not added to the benchmark, because prices are delivered without import duty and VAT:"
                        + " import-duty, vat.")
                .anyMatch(note -> note.contains("assumption A133"));
        assertThat(inputs("730", "700", "freight-paid", "5 CNY/t").benefit()).isEqualTo(15_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"750", "760"})
    void inputsOnTermsOfTheWorldMarketGiveNothing(String price) {
        assertThat(inputs(price, "700").benefit()).isZero();
    }

    @Test
    void inputsOnTheTermsOfDomesticGoodsGiveNothing() {
        assertThat(inputs("730", "700", "more-favourable", "no").benefit()).isZero();
    }

    @Test
    void inputsAreComparedWithAWorldMarketPrice() {
        assertThat(inputs("730", "700")
                        .benchmark("resin", resin("700", "tier", "1"))
                        .problems())
                .containsExactly("AV401 The benchmark (resin) of (companies.acme.uses.program.1) is not a world market"
                        + " price, tier 2.");
    }

    private static SourceNode remission(String date, String remitted, String against, String amount) {
        return SourceNode.mapping("date", date, "remitted", remitted, against, amount);
    }

    private static OneUse remitted(String type, String confirmed, SourceNode... rows) {
        return OneUse.of(type, "confirmed-by", confirmed, "remissions", SourceNode.sequence((Object[]) rows));
    }

    /** RULES 2.13: remitted 120,000, duty on inputs consumed 100,000; without a system the entire amount. */
    @ParameterizedTest
    @CsvSource({
        "drawback, system, 20000",
        "drawback, examination, 20000",
        "drawback, none, 120000",
        "prior-stage-tax-remission, system, 20000",
        "prior-stage-tax-remission, examination, 20000",
        "prior-stage-tax-remission, none, 120000"
    })
    void whatIsRemittedBeyondTheInputsConsumed(String type, String confirmed, double benefit) {
        assertThat(remitted(type, confirmed, remission("2015-03-04", "120000", "consumed", "100000"))
                        .benefit())
                .isEqualTo(benefit);
    }

    @ParameterizedTest
    @CsvSource({
        "drawback, system, 19 CFR 351.519(a)(3)",
        "drawback, none, 19 CFR 351.519(a)(4)",
        "prior-stage-tax-remission, system, 19 CFR 351.518(a)(2)",
        "prior-stage-tax-remission, none, 19 CFR 351.518(a)(4)"
    })
    void theProvisionFollowsTheSystem(String type, String confirmed, String citation) {
        assertThat(remitted(type, confirmed, remission("2015-03-04", "120000", "consumed", "100000"))
                        .tableAuthority("Remissions upon export")
                        .citation())
                .isEqualTo(citation);
    }

    /** 80,000 with a quarter for waste is 100,000. */
    @Test
    void wasteIsAllowedFor() {
        OneUse use = OneUse.of(
                "drawback",
                "confirmed-by",
                "system",
                "waste",
                "25%",
                "remissions",
                SourceNode.sequence(remission("2015-03-04", "120000", "consumed", "80000")));
        assertThat(use.benefit()).isEqualTo(20_000);
        assertThat(use.table("Remissions upon export")).containsExactly("2015 | 1 | 120000 | 100000 | 20000");
    }

    @ParameterizedTest
    @CsvSource({"100000, 0", "99999.99, 0", "100000.01, 0.01"})
    void aRemissionOfNoMoreThanTheChargesGivesNothing(String remitted, double benefit) {
        assertThat(remitted("drawback", "system", remission("2015-03-04", remitted, "consumed", "100000"))
                        .benefit())
                .isCloseTo(benefit, within(1e-6));
    }

    @Test
    void remissionsOfAYearAreAddedUp() {
        OneUse use = remitted(
                "drawback",
                "system",
                remission("2015-03-04", "120000", "consumed", "100000"),
                remission("2015-12-31", "10000", "consumed", "15000"),
                remission("2014-12-31", "90000", "consumed", "1"),
                remission("2016-01-01", "90000", "consumed", "1"));
        assertThat(use.benefit()).isEqualTo(15_000);
    }

    @Test
    void whatConfirmsConsumptionMustBeSaid() {
        assertThat(OneUse.of(
                                "drawback",
                                "remissions",
                                SourceNode.sequence(remission("2015-03-04", "120000", "consumed", "100000")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("AV202 (confirmed-by) is missing"));
    }

    @Test
    void indirectTaxesBeyondThoseOnLikeProducts() {
        OneUse use = OneUse.of(
                "indirect-tax-remission",
                "remissions",
                SourceNode.sequence(
                        remission("2015-03-04", "170000", "levied", "130000"),
                        SourceNode.mapping(
                                "date", "2015-06-14", "remitted", "100", "levied", "50", "currency", "USD")));
        OneUse converted =
                use.exchangeRates(SourceNode.mapping("date", "2015-06-14", "from", "USD", "to", "CNY", "rate", "6"));
        assertThat(converted.benefit()).isEqualTo(40_300);
        assertThat(OneUse.of(
                                "indirect-tax-remission",
                                "remissions",
                                SourceNode.sequence(remission("2015-03-04", "130000", "levied", "170000")))
                        .benefit())
                .isZero();
    }

    /** 1 million on exports of 40 million is 2.5 percent; on all sales of 100 million it would be 1. */
    @Test
    void suchProgramsAreAlwaysExportSubsidies() {
        SourceNode sales = SourceNode.sequence(
                Scenarios.sale(2016, "a", "", "domestic", "60 million"),
                Scenarios.sale(2016, "a", "", "Canada", "40 million"));
        SourceNode uses = SourceNode.mapping(
                "d",
                Scenarios.use("remissions", SourceNode.sequence(remission("2016-03-04", "1000000", "consumed", "0"))));
        assertThat(Scenarios.investigation()
                        .program("d", "type", "drawback", "confirmed-by", "none")
                        .company("a", "sales", sales, "uses", uses)
                        .run()
                        .published("a"))
                .isEqualTo("2.50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export-freight",
                "inputs-for-export",
                "indirect-tax-remission",
                "prior-stage-tax-remission",
                "drawback"
            })
    void anotherSpecificityIsRefused(String type) {
        assertThat(Scenarios.investigation()
                        .program("p", "type", type, "specificity", "domestic")
                        .company("a")
                        .problems())
                .contains(
                        "(programs.p) is of type " + type + ", which is always contingent upon export, not domestic.");
    }
}
