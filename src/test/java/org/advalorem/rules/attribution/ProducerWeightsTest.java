package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose rate counts with what weight where a trading company exports: 19 CFR 351.525(c). */
@Shows({"4", "20.12", "20.13"})
final class ProducerWeightsTest {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<Object> sales = new ArrayList<>();
    private final List<Object> grants = new ArrayList<>();
    private String regulation = "2024";

    private ProducerWeightsTest member(String id, String role, Object... more) {
        List<Object> facts = new ArrayList<>(List.of("role", role));
        facts.addAll(Arrays.asList(more));
        members.put(id, SourceNode.mapping(facts.toArray()));
        return this;
    }

    private ProducerWeightsTest sold(String seller, String buyer, String destination, String millions) {
        sales.add(sale(2016, seller, buyer, destination, millions + " million"));
        return this;
    }

    private ProducerWeightsTest grant(String to, String millions, Object... more) {
        List<Object> facts = new ArrayList<>(List.of(
                "to",
                to,
                "received",
                SourceNode.sequence(SourceNode.mapping("on", "2016-05-01", "amount", millions + " million"))));
        facts.addAll(Arrays.asList(more));
        grants.add(SourceNode.mapping(facts.toArray()));
        return this;
    }

    private ProducerWeightsTest under(String text) {
        regulation = text;
        return this;
    }

    private Scenarios scenario() {
        List<Object> named = new ArrayList<>();
        members.forEach((id, facts) -> named.addAll(List.of(id, facts)));
        return Scenarios.investigation()
                .proceeding("regulation", regulation)
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(named.toArray()),
                        "sales",
                        SourceNode.sequence(sales.toArray()),
                        "uses",
                        SourceNode.mapping("aid", SourceNode.sequence(grants.toArray())));
    }

    private String rate() {
        return scenario().run().published("g");
    }

    // ---- what comes through a producer

    /** Producer a: 60 percent of the purchases, sales of 1,000m; its input supplier, a conduit: 1 percent each. */
    private ProducerWeightsTest throughAWeightedProducer() {
        return member("t", "trading company")
                .member("a", "unaffiliated producer", "purchases", "60 million")
                .member("b", "unaffiliated producer", "purchases", "40 million")
                .member("i", "input supplier", "input-to", "a", "primarily-dedicated", "yes")
                .member("c", "holding", "passes-to", "a")
                .sold("a", "t", "United States", "60")
                .sold("a", "", "domestic", "940")
                .sold("b", "t", "United States", "40")
                .sold("b", "", "domestic", "360")
                .sold("i", "a", "domestic", "100")
                .sold("t", "", "United States", "110")
                .grant("i", "10")
                .grant("c", "10");
    }

    private static SourceNode consolidated(String millions) {
        return SourceNode.mapping("2016", millions + " million");
    }

    @ParameterizedTest
    @CsvSource({"1998, 1.20", "2024, 1.20", "2025, 1.20"})
    void whatComesThroughAProducerCarriesItsWeight(String text, String rate) {
        assertThat(throughAWeightedProducer().under(text).rate()).isEqualTo(rate);
    }

    @Test
    void aHoldingCarriesTheWeightOfTheProducerWhoseAffiliateItIs() {
        throughAWeightedProducer()
                .member("ha", "holding", "affiliate-of", "a", "consolidated-sales", consolidated("500"))
                .grant("ha", "5");
        assertThat(rate()).isEqualTo("1.80");
        member("ht", "holding", "affiliate-of", "t", "consolidated-sales", consolidated("200"))
                .grant("ht", "2");
        assertThat(rate()).as("the trading company's own counts in full").isEqualTo("2.80");
    }

    @Test
    void aHoldingOfNobodyIsRefusedWhereWeightsDiffer() {
        throughAWeightedProducer()
                .member("h", "holding", "consolidated-sales", consolidated("500"))
                .grant("h", "5");
        assertThat(scenario().problems())
                .containsExactly("(h) does not say to which producer or trading company it belongs, and each of them"
                        + " has its own weight.");
    }

    @Test
    void aHoldingOfNobodyCountsInFullWhereThereAreNoWeights() {
        member("p", "producer")
                .member("h", "holding", "consolidated-sales", consolidated("500"))
                .sold("p", "", "domestic", "100")
                .grant("h", "5");
        assertThat(rate()).isEqualTo("1.00");
    }

    // ---- groups of unaffiliated producers

    /** Own sales 6,000m and 5,000m, 1,000m between them, grants of 300m and 100m. */
    private ProducerWeightsTest group() {
        return member("t", "trading company")
                .member("a", "unaffiliated producer", "group", "btr")
                .member("b", "unaffiliated producer", "group", "btr")
                .sold("a", "t", "United States", "600")
                .sold("a", "", "domestic", "5400")
                .sold("b", "t", "United States", "400")
                .sold("b", "", "domestic", "3600")
                .sold("b", "a", "domestic", "1000")
                .sold("t", "", "United States", "1500")
                .grant("a", "300")
                .grant("b", "100");
    }

    @ParameterizedTest
    @CsvSource({"by rule", "producers"})
    void aGroupHasOneDenominatorLessItsOwnSales(String denominator) {
        group();
        grants.clear();
        var outcome = grant("a", "300", "denominator", denominator)
                .grant("b", "100", "denominator", denominator)
                .scenario()
                .run();
        assertThat(outcome.published("g")).isEqualTo("4.00");
        assertThat(outcome.denominator("g", "aid")).isEqualTo(10e9);
        assertThat(outcome.assumptions()).contains("A4").doesNotContain("A29");
    }

    @Test
    void aGroupIsWeightedByThePurchasesOfAllItsMembers() {
        // c: 1,000 of 2,000 purchases, 10 over 1,000: 4.00 / 2 + 1.00 / 2
        group().member("c", "unaffiliated producer")
                .sold("c", "t", "United States", "1000")
                .grant("c", "10");
        var outcome = scenario().run();
        assertThat(outcome.rate("g")).isCloseTo(0.025, within(1e-15));
        assertThat(outcome.table("Sourced by the trading company, 2016"))
                .containsExactly("a and b | 1000000000 | 0.5", "c | 1000000000 | 0.5");
        assertThat(outcome.assumptions()).contains("A29", "A77");
    }

    @Test
    void aGroupMayBearTheNameOfAMemberThatIsNoneOfIt() {
        member("t", "trading company")
                .member("a", "unaffiliated producer", "group", "c", "purchases", "30 million")
                .member("c", "unaffiliated producer", "purchases", "70 million")
                .sold("a", "", "domestic", "100")
                .sold("c", "", "domestic", "100")
                .grant("a", "1");
        assertThat(rate()).isEqualTo("0.30");
    }

    @Test
    void theProducersOfATradingCompanyThatHasNoneAreNoDenominator() {
        group().grant("t", "1", "denominator", "producers");
        assertThat(scenario().problems())
                .containsExactly("(t) has no producers whose sales could be the denominator: all producers of (g) are"
                        + " unaffiliated with it.");
    }

    // ---- affiliated and unaffiliated producers of one trading company

    private ProducerWeightsTest bothKinds() {
        return member("t", "trading company")
                .member("a", "producer")
                .member("b", "producer")
                .member("c", "unaffiliated producer", "purchases", "50 million")
                .sold("a", "t", "United States", "60")
                .sold("a", "", "domestic", "940")
                .sold("b", "t", "United States", "40")
                .sold("b", "a", "domestic", "100")
                .sold("b", "", "domestic", "360")
                .sold("c", "t", "domestic", "50")
                .sold("t", "", "United States", "110")
                .grant("a", "10")
                .grant("b", "20")
                .grant("c", "1")
                .grant("t", "1.1");
    }

    @Test
    void bothKindsOfProducersAreWeightedTogether() {
        var outcome = bothKinds().scenario().run();
        assertThat(outcome.rate("g")).isCloseTo(100.0 / 150 * 30 / 1400 + 50.0 / 150 * 0.02 + 0.01, within(1e-15));
        assertThat(outcome.published("g")).isEqualTo("3.10");
        assertThat(outcome.assumptions()).contains("A76", "A77").doesNotContain("A29");
        assertThat(outcome.determination().warnings()).isEmpty();
    }

    @Test
    void affiliatedProducersFromWhichNothingIsBoughtCountInFullAndAreWarnedOf() {
        member("t", "trading company")
                .member("p", "producer")
                .member("c", "unaffiliated producer")
                .sold("p", "", "domestic", "100")
                .sold("c", "t", "United States", "50")
                .grant("p", "1")
                .grant("c", "1");
        var outcome = scenario().run();
        assertThat(outcome.published("g")).isEqualTo("3.00");
        assertThat(outcome.determination().warnings())
                .extracting(Warnings.Warning::text)
                .singleElement()
                .asString()
                .contains("added without weights");
    }

    @Test
    void affiliatedProducersAloneAreNotWeighted() {
        member("t", "trading company")
                .member("a", "producer")
                .member("b", "producer")
                .sold("a", "t", "United States", "60")
                .sold("b", "t", "United States", "40")
                .grant("a", "1");
        assertThat(rate()).isEqualTo("1.00");
    }

    // ---- the text of 2025

    /** Producer 4 percent, trading company 0.30 percent, a quarter of the producer's U.S. exports through it. */
    private ProducerWeightsTest notExamined(Object... trader) {
        return under("2025")
                .member("t", "trading company", trader)
                .member("p", "producer")
                .sold("p", "t", "United States", "10")
                .sold("p", "", "United States", "30")
                .sold("p", "t", "France", "20")
                .sold("p", "", "domestic", "40")
                .sold("t", "", "United States", "12")
                .sold("t", "", "France", "38")
                .grant("p", "4")
                .grant("t", "0.15");
    }

    @Test
    void aTradingCompanyThatIsNotExaminedCountsByTheShareThatGoesThroughIt() {
        var outcome = notExamined().scenario().run();
        assertThat(outcome.rate("g")).isCloseTo(0.04075, within(1e-15));
        assertThat(outcome.published("g")).isEqualTo("4.08");
        assertThat(outcome.table("The producer's exports to the United States, 2016"))
                .containsExactly("p | 40000000 | 10000000 | 0.25");
    }

    @ParameterizedTest
    @CsvSource({
        "2025, share-of-us-exports, 50%, 4.15",
        "2025, examined, no, 4.08",
        "2025, examined, yes, 4.30",
        "2024, examined, no, 4.30",
        "1998, share-of-us-exports, 50%, 4.30",
    })
    void theShareIsStatedOrOfTheLedgerAndOfTheTextOf2025(String text, String key, String value, String rate) {
        assertThat(notExamined(key, value).under(text).rate()).isEqualTo(rate);
    }

    @Test
    void salesBetweenProducersAreNoExportsOfThem() {
        notExamined().member("q", "producer").sold("p", "q", "United States", "50");
        assertThat(rate()).isEqualTo("4.08");
    }

    @Test
    void whatComesThroughAnUnexaminedTradingCompanyCarriesItsShare() {
        notExamined()
                .member("h", "holding", "affiliate-of", "t", "consolidated-sales", consolidated("100"))
                .grant("h", "1");
        assertThat(scenario().run().rate("g")).isCloseTo(0.04075 + 0.0025, within(1e-15));
    }

    @Test
    void theShareOfAnUnexaminedTradingCompanyMustBeKnown() {
        under("2025")
                .member("t", "trading company")
                .member("p", "producer")
                .sold("p", "t", "France", "10")
                .sold("t", "", "France", "12")
                .grant("t", "1");
        assertThat(scenario().problems()).singleElement().asString().startsWith("(share-of-us-exports) is missing in");
    }

    @Test
    void anUnexaminedTradingCompanyIsAddedToOneProducerOnly() {
        throughAWeightedProducer().under("2025").member("t", "trading company", "examined", "no");
        assertThat(scenario().problems())
                .isNotEmpty()
                .allMatch(problem -> problem.contains("is added to that of one producer, but there are several"));
    }

    /** Producers 4 and 2 percent, trading company 0.30; U.S. sales half and half, purchases 60 to 40. */
    private ProducerWeightsTest examined() {
        return member("t", "trading company")
                .member("a", "unaffiliated producer")
                .member("b", "unaffiliated producer")
                .sold("a", "t", "United States", "20")
                .sold("a", "t", "France", "40")
                .sold("a", "", "domestic", "40")
                .sold("b", "t", "United States", "20")
                .sold("b", "t", "Japan", "20")
                .sold("b", "", "domestic", "60")
                .sold("t", "", "United States", "100")
                .grant("a", "4")
                .grant("b", "2")
                .grant("t", "0.3");
    }

    @ParameterizedTest
    @CsvSource({"1998, 3.50", "2024, 3.50", "2025, 3.30"})
    void producersOfAnExaminedTradingCompanyAreWeightedByUsSalesUnderTheTextOf2025(String text, String rate) {
        assertThat(examined().under(text).rate()).isEqualTo(rate);
    }

    @Test
    void usSalesMayBeStated() {
        examined()
                .under("2025")
                .member("a", "unaffiliated producer", "us-sales-sourced", "30 million", "purchases", "1 million")
                .member("b", "unaffiliated producer", "us-sales-sourced", "10 million", "purchases", "1 million");
        assertThat(rate()).isEqualTo("3.80");
        var authority =
                scenario().run().authority("Rate weighted by sales to the United States sourced from each producer");
        assertThat(authority.citation()).isEqualTo("19 CFR 351.525(c)(3)");
        assertThat(authority.assumption()).isEmpty();
    }

    @Test
    void purchasesAreNoWeightUnderTheTextOf2025() {
        under("2025")
                .member("t", "trading company")
                .member("a", "unaffiliated producer", "purchases", "60 million")
                .member("b", "unaffiliated producer", "purchases", "40 million")
                .sold("a", "t", "France", "60")
                .sold("b", "", "domestic", "40")
                .grant("a", "1");
        assertThat(scenario().problems())
                .singleElement()
                .asString()
                .startsWith("(us-sales-sourced) is missing in (companies.g.members.a)");
    }
}
