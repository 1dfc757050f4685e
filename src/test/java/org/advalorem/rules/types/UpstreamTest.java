package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Shows("2.12")
final class UpstreamTest {
    private static OneUse upstream(String rate, String share, Object... more) {
        return OneUse.of(
                        "upstream",
                        Stream.concat(
                                        Stream.of(
                                                "input-rate",
                                                rate,
                                                "cost-share",
                                                share,
                                                "benchmark",
                                                "gas",
                                                "prices",
                                                "without VAT",
                                                "purchases",
                                                SourceNode.sequence(SourceNode.mapping(
                                                        "date", "2015-03", "quantity", 1_000, "price", 100))),
                                        Stream.of(more))
                                .toArray())
                .benchmark(
                        "gas",
                        SourceNode.mapping(
                                "type", "price", "unit", "CNY/t", "world", SourceNode.mapping("market", "104")));
    }

    /** RULES 2.12: 6.5 % * 18 % = 1.17 % passes; then (104 - 100) * 1,000, below 6.5 % of 100,000. */
    @Test
    void theExample() {
        OneUse use = upstream("6.5%", "18%");
        assertThat(use.line("Effect on the cost of production: rate on the input times its share"))
                .isCloseTo(0.0117, within(1e-12));
        assertThat(use.benefit()).isEqualTo(4_000);
        assertThat(use.line("Subsidy on the inputs bought")).isEqualTo(6_500);
    }

    /** 0.99 percent fails, 1.00 percent passes. */
    @ParameterizedTest
    @CsvSource({"5.5%, 18%, 0", "9.9%, 10%, 0", "10%, 10%, 4000", "30%, 20%, 4000"})
    void theEffectIsAtLeastOnePercent(String rate, String share, double benefit) {
        assertThat(upstream(rate, share).benefit()).isEqualTo(benefit);
    }

    @Test
    void theBenefitIsAtMostTheSubsidyOnTheInput() {
        // 3 % of 100,000
        assertThat(upstream("3%", "50%").benefit()).isEqualTo(3_000);
        assertThat(upstream("3%", "50%", "input-subsidy", "2500").benefit()).isEqualTo(2_500);
        assertThat(upstream("3%", "50%", "input-subsidy", "5000").benefit()).isEqualTo(4_000);
    }

    @Test
    void aFindingGoesBeforeThePresumption() {
        assertThat(upstream("30%", "20%", "significant-effect", "no").benefit()).isZero();
        assertThat(upstream("10%", "10%", "significant-effect", "yes").benefit())
                .isEqualTo(4_000);
        assertThat(upstream("9.9%", "10%", "significant-effect", "yes").benefit())
                .isZero();
    }

    @Test
    void nothingIsPresumedBetweenOneAndFivePercent() {
        assertThat(upstream("10%", "10%").notes()).anyMatch(note -> note.contains("assumption A139"));
        assertThat(upstream("10%", "10%", "significant-effect", "yes").notes())
                .noneMatch(note -> note.contains("assumption A139"));
    }
}
