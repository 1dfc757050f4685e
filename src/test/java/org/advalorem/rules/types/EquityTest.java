package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equity infusions: 19 CFR 351.507. Period 2015. */
@Shows({"2.4", "20.23"})
final class EquityTest {
    private static final double CENT = 0.005;

    /** Expensed at its full amount, because sales are large. */
    private static OneUse infusion(Object... facts) {
        List<Object> all = new ArrayList<>(List.of("on", "2015-03-01", "approval-sales", "100 billion"));
        all.addAll(List.of(facts));
        return OneUse.of("equity", all.toArray());
    }

    // RULES 2.13: 1m shares, paid 12.00, private price 9.50; never negative
    @ParameterizedTest
    @CsvSource({"9.50, 2500000", "12.00, 0", "12.01, 0"})
    void abovePrivatePrice(String price, double benefit) {
        assertThat(infusion("shares", "1 million", "price-paid", "12.00", "private-price", price)
                        .benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @Test
    void pricesInAnotherCurrency() {
        assertThat(infusion("shares", "1 million", "price-paid", "2 USD", "private-price", "9.50")
                        .exchangeRates(
                                SourceNode.mapping("date", "2015-03-01", "from", "USD", "to", "CNY", "rate", "6"))
                        .benefit())
                .isCloseTo(2_500_000, within(CENT));
    }

    @Test
    void theWholeInfusionIntoAnUnequityworthyFirm() {
        assertThat(infusion("amount", "8 million", "equityworthy", "no").benefit())
                .isEqualTo(8_000_000);
        assertThat(infusion("shares", "1 million", "price-paid", "12.00", "equityworthy", "no")
                        .benefit())
                .isEqualTo(12_000_000);
    }

    @Test
    void anEquityworthyFirmBenefitsFromSpecialTermsOnly() {
        assertThat(infusion("amount", "8 million", "equityworthy", "yes").benefit())
                .isZero();
        assertThat(infusion("equityworthy", "yes", "benefit-of-terms", "0.7 million")
                        .benefit())
                .isEqualTo(700_000);
    }

    // the schedule of RULES 2.5 over 12 and 10 years
    @ParameterizedTest
    @CsvSource({
        "1998, 10, 953271.03",
        "2024, 10, 859813.08",
        "2025, 10, 859813.08",
        "2025, 15, 766355.14",
        "1998, 15, 766355.14"
    })
    void twelveYearsOrTheUsefulLifeWhicheverIsLonger(String text, int life, double benefit) {
        OneUse use = OneUse.of(
                        "equity",
                        "on",
                        "2015-03-01",
                        "amount",
                        "6 million",
                        "equityworthy",
                        "no",
                        "discount-rate",
                        "7%",
                        "approval-sales",
                        "100 million")
                .under(text)
                .over(life);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"1998, A110", "2024, ", "2025, "})
    void theWordingBefore2024IsAssumed(String text, String assumption) {
        OneUse use = infusion("amount", "8 million", "equityworthy", "no").under(text);
        assertThat(use.authority("Infusion into an unequityworthy firm").assumption())
                .isEqualTo(Optional.ofNullable(assumption));
    }

    @Test
    void aPrivatePriceDecidesAlone() {
        assertThat(infusion("shares", 1, "price-paid", 2, "private-price", 1, "equityworthy", "no")
                        .problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) has both (private-price) and (equityworthy).");
        assertThat(infusion("shares", 1, "price-paid", 2, "private-price", 1, "amount", 2)
                        .problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) has both (private-price) and (amount).");
    }

    @Test
    void withoutAPrivatePriceAFindingIsNeeded() {
        assertThat(infusion("amount", "8 million").problems())
                .containsExactly(
                        "AV202 (companies.acme.uses.program.1) has neither (private-price) nor (equityworthy).");
        assertThat(infusion("equityworthy", "no").problems())
                .containsExactly("AV202 (companies.acme.uses.program.1) has no (amount) of the infusion.");
        assertThat(infusion("equityworthy", "no", "amount", 1, "shares", 2).problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) has both (amount) and shares or their price.");
        assertThat(infusion("equityworthy", "no", "amount", 1, "benefit-of-terms", 2)
                        .problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) has (benefit-of-terms), but the firm was not"
                        + " equityworthy: the whole infusion is the benefit.");
        assertThat(infusion("equityworthy", "no", "price-paid", 2).problems())
                .containsExactly("AV202 (shares) is missing in (companies.acme.uses.program.1).");
    }
}
