package org.advalorem.rules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RULES 20, row 21: auction 700, world market price delivered 820, sold at 690, 1,000 units. */
@Shows("20.21")
final class MarketPriceTest {
    private static SourceNode price(String amount, Object... more) {
        Object[] all = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"type", "price", "unit", "CNY/m3", "world", SourceNode.mapping("market", amount)},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return SourceNode.mapping(all);
    }

    private static SourceNode auction(Object... conditions) {
        return price("700", "prices-of", "government auctions", "auction", SourceNode.mapping(conditions));
    }

    private static final Object[] ALL_FOUR = {
        "any-use", "yes", "all-bidders", "yes", "substantial-majority", "yes", "price-only", "yes"
    };

    private static OneUse bought(Object... benchmarks) {
        return OneUse.of(
                        "less-than-adequate-remuneration",
                        "benchmark",
                        "logs",
                        "quantity-unit",
                        "m3",
                        "purchases",
                        SourceNode.sequence(SourceNode.mapping(
                                "date", "2015-03", "status", "authority", "quantity", 1_000, "price", 690)))
                .benchmarks(benchmarks);
    }

    private static SourceNode candidates(String... names) {
        return SourceNode.mapping("type", "price-candidates", "candidates", SourceNode.sequence((Object[]) names));
    }

    private static OneUse example() {
        return bought(
                "logs",
                candidates("auction", "world"),
                "auction",
                auction(ALL_FOUR),
                "world",
                price("820", "prices-of", "world market"));
    }

    @ParameterizedTest
    @CsvSource({"1998, 10000", "2024, 10000", "2025, 130000"})
    void anAuctionIsTier1UntilTheTextOf2025(String text, double benefit) {
        assertThat(example().under(text).benefit()).isEqualTo(benefit);
    }

    @Test
    void theMemorandumSaysWhichCandidatesFellAndWhy() {
        OneUse now = example().under("2025");
        assertThat(now.table("Candidates for the benchmark"))
                .containsExactly(
                        "auction | government auctions | 3 | not used: a price of tier 2 is available",
                        "world | world market | 2 | used");
        assertThat(now.tableAuthority("Candidates for the benchmark").words()).isEqualTo("19 CFR 351.511(a)(2)");
        OneUse before = example().under("2024");
        assertThat(before.table("Candidates for the benchmark"))
                .containsExactly(
                        "auction | government auctions | 1 | used",
                        "world | world market | 2 | not used: a price of tier 1 is available");
        assertThat(before.tableAuthority("Candidates for the benchmark").assumption())
                .contains("A134");
        assertThat(before.notes())
                .contains(
                        "Benchmark (auction), tier 1: actual market prices in the country (19 CFR 351.511(a)(2)(i)).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any-use", "all-bidders", "substantial-majority", "price-only"})
    void fromTheTextOf2025AnAuctionMeetsFourConditions(String lacking) {
        Object[] three = ALL_FOUR.clone();
        for (int i = 0; i < three.length; i += 2) {
            if (three[i].equals(lacking)) {
                three[i + 1] = "no";
            }
        }
        OneUse use = bought("logs", auction(three));
        assertThat(use.under("2025").problems())
                .containsExactly(
                        "AV401 No price of the benchmark (logs), which (companies.acme.uses.program.1) needs, can"
                                + " be used: (logs) is auctions not found to meet: " + lacking + ".");
        assertThat(use.under("2024").benefit()).isEqualTo(10_000);
        assertThat(bought("logs", auction(ALL_FOUR)).under("2025").benefit()).isEqualTo(10_000);
    }

    @Test
    void anUnusablePriceFallsWhateverItsTier() {
        OneUse use = bought(
                        "logs",
                        candidates("home", "world"),
                        "home",
                        price("750", "prices-of", "private transactions", "usable", "no"),
                        "world",
                        price("820", "prices-of", "world market"))
                .under("2025");
        assertThat(use.benefit()).isEqualTo(130_000);
        assertThat(use.table("Candidates for the benchmark"))
                .containsExactly(
                        "home | private transactions | 1 | found not to be usable", "world | world market | 2 | used");
    }

    /** 750 and 790 are averaged to 770. */
    @Test
    void usablePricesOfOneTierAreAveraged() {
        OneUse use = bought(
                "logs",
                candidates("home", "imports", "world"),
                "home",
                price("750", "prices-of", "private transactions"),
                "imports",
                price("0.79", "prices-of", "imports", "unit", "CNY/l"),
                "world",
                price("820", "tier", "2"));
        assertThat(use.benefit()).isEqualTo(80_000);
        assertThat(use.notes())
                .anyMatch(note -> note.startsWith("The benchmarks of tier 1 are averaged") && note.contains("A135"));
    }

    @Test
    void theTierIsStatedOnceOnly() {
        assertThat(bought("logs", price("820", "tier", "1", "prices-of", "imports"))
                        .problems())
                .containsExactly(
                        "AV401 The benchmark (logs) states both (tier) and (prices-of), which decides the tier.");
    }

    @Test
    void aCandidateIsAPrice() {
        assertThat(bought("logs", candidates("logs")).problems())
                .containsExactly("AV210 (benchmarks.logs) needs a benchmark of type price; (logs) is not one.");
    }
}
