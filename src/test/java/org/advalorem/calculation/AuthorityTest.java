package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.calculation.Authority.Support;
import org.junit.jupiter.api.Test;

final class AuthorityTest {
    /** RULES, section 19: the kinds of support are kept apart on every step. */
    @Test
    void theKindOfSupportIsPrintedWhereItIsNoLaw() {
        assertThat(Authority.law("19 CFR 351.504")).hasToString("19 CFR 351.504");
        assertThat(Authority.practice("rates have two decimals")).hasToString("rates have two decimals [practice]");
        assertThat(Authority.court("Slip Op. 19-122")).hasToString("Slip Op. 19-122 [court decision]");
        assertThat(Authority.derived("sum")).hasToString("sum [derived]");
    }

    @Test
    void anAssumptionIsPrintedWithItsNumber() {
        Authority assumption = Authority.assumption("A7", "19 CFR 351.524(b)(2)");

        assertThat(assumption).hasToString("19 CFR 351.524(b)(2) [assumption A7]");
        assertThat(assumption.support()).isEqualTo(Support.ASSUMPTION);
        assertThat(assumption.assumption()).contains("A7");
    }

    @Test
    void whatRestsOnATextNamesNoAssumption() {
        assertThat(Authority.law("19 CFR 351.504").assumption()).isEmpty();
        assertThat(Authority.law("19 CFR 351.504").support()).isEqualTo(Support.LAW);
        assertThat(Authority.court("Slip Op. 19-122").support()).isEqualTo(Support.COURT);
    }
}
