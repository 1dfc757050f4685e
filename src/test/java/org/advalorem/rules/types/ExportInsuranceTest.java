package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Export insurance: 19 CFR 351.520. Period 2015. */
@Shows("2.11")
final class ExportInsuranceTest {
    private static OneUse insurance(Object... more) {
        return insured(90_000, 30_000, more);
    }

    private static OneUse insured(int payouts, int premiums, Object... more) {
        List<Object> facts = new ArrayList<>(List.of(
                "payouts", SourceNode.mapping("2015", payouts), "premiums", SourceNode.mapping("2015", premiums)));
        facts.addAll(List.of(more));
        return OneUse.of("export-insurance", facts.toArray()).specific("export");
    }

    private static SourceNode years(Object... amounts) {
        List<Object> byYear = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            byYear.addAll(List.of(Integer.toString(2016 - amounts.length + i), amounts[i]));
        }
        return SourceNode.mapping(byYear.toArray());
    }

    // RULES 2.13: premiums 30,000, payouts 90,000
    @ParameterizedTest
    @CsvSource({"no, 60000", "yes, 0"})
    void payoutsAbovePremiumsWhereThoseAreInadequate(String adequate, double benefit) {
        assertThat(insurance("adequate", adequate).benefit()).isEqualTo(benefit);
    }

    @Test
    void premiumsAbovePayoutsAreNoBenefit() {
        assertThat(insured(20_000, 30_000, "adequate", "no").benefit()).isZero();
    }

    // five years of 100 against costs and losses of 500: covered at the boundary
    @ParameterizedTest
    @CsvSource({"99, 0", "100, 0", "101, 60000"})
    void theFiveYearTest(int lastCosts, double benefit) {
        OneUse use = insurance(
                "program-premiums",
                years(100, 100, 100, 100, 100),
                "program-costs",
                years(150, 50, 100, 100, lastCosts));
        assertThat(use.benefit()).isEqualTo(benefit);
        assertThat(use.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1998, false, A114", "2024, true, ", "2025, true, "})
    void anotherNumberOfYearsIsPointedAtFrom2024On(String text, boolean warned, String assumption) {
        OneUse use = insurance("program-premiums", years(100, 100, 100), "program-costs", years(100, 100, 101))
                .under(text);
        assertThat(use.benefit()).isEqualTo(60_000);
        assertThat(use.warnings())
                .isEqualTo(
                        warned
                                ? List.of("The premiums of the program are tested over 3 years; normally it is five"
                                        + " (19 CFR 351.520(a)(1)).")
                                : List.of());
        assertThat(use.authority("Premiums cover long-term costs and losses").assumption())
                .isEqualTo(Optional.ofNullable(assumption));
    }

    @Test
    void itIsAlwaysAnExportSubsidy() {
        assertThat(insurance("adequate", "no").specific("domestic").problems())
                .containsExactly("AV402 (programs.program) is of type export-insurance, which is always contingent"
                        + " upon export, not domestic.");
    }

    @Test
    void amountsOfOtherYearsAreLeftOut() {
        OneUse use = OneUse.of(
                        "export-insurance",
                        "payouts",
                        SourceNode.mapping("2014", 70_000, "2015", 90_000),
                        "premiums",
                        SourceNode.mapping("2015", 30_000),
                        "adequate",
                        "no")
                .specific("export");
        assertThat(use.benefit()).isEqualTo(60_000);
        assertThat(use.determination().leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).isEqualTo("payouts of 2014, outside 2015"));
    }

    @Test
    void wrongInput() {
        assertThat(insurance().problems())
                .containsExactly("AV202 (companies.acme.uses.program.1) has neither (adequate) nor the results of the"
                        + " program.");
        assertThat(insurance("adequate", "no", "program-costs", years(100)).problems())
                .containsExactly(
                        "AV401 (companies.acme.uses.program.1) has both (adequate) and the results of the program.");
        assertThat(insurance("program-premiums", years(1, 2), "program-costs", years(1))
                        .problems())
                .containsExactly("AV401 (program-premiums) of (companies.acme.uses.program.1) are of 2014, 2015,"
                        + " (program-costs) of 2015.");
        assertThat(insurance("adequate", "no").in(2016).problems())
                .containsExactly("AV403 (payouts) of (companies.acme.uses.program.1) has no amount for 2016.");
    }
}
