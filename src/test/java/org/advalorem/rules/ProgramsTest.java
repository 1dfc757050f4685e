package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.rules.base.ProgramType.Recurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program types that come with the tool. */
final class ProgramsTest {
    /** RULES 3, the lists of 19 CFR 351.524(c)(1). */
    @ParameterizedTest
    @CsvSource({
        "grant, NON_RECURRING",
        "direct-tax, RECURRING",
        "accelerated-depreciation, RECURRING",
        "tax-deferral, RECURRING",
        "import-charges, RECURRING",
        "less-than-adequate-remuneration, RECURRING",
        "more-than-adequate-remuneration, RECURRING",
        "electricity, RECURRING",
        "land, NON_RECURRING",
        "export-freight, RECURRING",
        "inputs-for-export, RECURRING",
        "indirect-tax-remission, RECURRING",
        "prior-stage-tax-remission, RECURRING",
        "drawback, RECURRING",
        "upstream, RECURRING",
        "loan, RECURRING",
        "loan-guarantee, RECURRING",
        "debt-forgiveness, NON_RECURRING",
        "equity, NON_RECURRING",
        "workers, RECURRING",
        "fees-and-fines, RECURRING",
        "export-insurance, RECURRING",
        "undervalued-currency, RECURRING",
        "loan-different-schedule, RECURRING",
        "stated, RECURRING",
        "facts-available, RECURRING"
    })
    void recurrenceFollowsTheListsOfTheRegulation(String name, Recurrence recurrence) {
        assertThat(Programs.shipped().types().get(name).recurrence()).isEqualTo(recurrence);
    }

    @Test
    void aTypeAddedIsTheLast() {
        assertThat(Programs.shipped().and(new ForgoneFine()).types().keySet())
                .containsAll(Programs.shipped().types().keySet())
                .endsWith("forgone-fine");
    }
}
